import type { Day } from '../../../graph-schema/article.ts';
import { countryId } from '../../../graph-schema/ids.ts';
import type { Office } from '../cast.ts';
import { addKnown, type Draft } from './draft.ts';
import { gazetteer, type Known } from './gazetteer.ts';
import { readTable } from './read-table.ts';
import { roleOfWord } from './role-words.ts';
import type { TitleHit } from './titles.ts';
import { coreOf, kids, objectsOf } from './tree.ts';

/** A row of the dated table of offices. */
interface Tenure {
  readonly person: Known;
  readonly country: string;
  readonly title: string;
  /** The title as it is compared. */
  readonly key: string;
  readonly body: string;
  readonly from: string;
  readonly to: string;
}

interface Tenures {
  readonly ofPerson: ReadonlyMap<string, readonly Tenure[]>;
  readonly ofCountry: ReadonlyMap<string, readonly Tenure[]>;
}

let loaded: Tenures | undefined;

const load = (): Tenures => {
  const byName = new Map(gazetteer().people.map(({ person }) => [`${person.name}\t${person.country}`, person]));
  const named = new Map(gazetteer().people.map(({ person }) => [person.name, person]));
  const ofPerson = new Map<string, Tenure[]>();
  const ofCountry = new Map<string, Tenure[]>();
  const put = (map: Map<string, Tenure[]>, key: string, tenure: Tenure): void => {
    const there = map.get(key);
    if (there) there.push(tenure);
    else map.set(key, [tenure]);
  };
  for (const row of readTable('offices.tsv')) {
    const person = byName.get(`${row.person}\t${row.country}`) ?? named.get(row.person!);
    if (!person) continue;
    const key = titleKey(row.title!);
    const tenure: Tenure = {
      person,
      country: row.country!,
      title: row.title!,
      key,
      body: row.body!,
      from: row.from!,
      to: row.to!,
    };
    put(ofPerson, person.id, tenure);
    put(ofCountry, tenure.country, tenure);
  }
  return { ofPerson, ofCountry };
};

const NO_TENURES: readonly Tenure[] = [];

const tenuresOf = (person: string): readonly Tenure[] => {
  loaded ??= load();
  return loaded.ofPerson.get(person) ?? NO_TENURES;
};

const tenuresIn = (country: string): readonly Tenure[] => {
  loaded ??= load();
  return loaded.ofCountry.get(country) ?? NO_TENURES;
};

/** Whether a tenure, dated as exactly as the table is, takes in a day. */
const holds = (tenure: Tenure, day: Day): boolean =>
  (!tenure.from || tenure.from <= day) && (!tenure.to || day.slice(0, tenure.to.length) <= tenure.to);

/** `IGO` where a person of the tables heads a body between states on that day, and no state. */
export const bodyAt = (person: string, day: Day): string | undefined => {
  const held = tenuresOf(person).filter((tenure) => (tenure.from || tenure.to) && holds(tenure, day));
  return held.length && held.every((tenure) => tenure.body) ? 'IGO' : undefined;
};

/** One spelling of a title: "Defense Secretary", "minister of defence" and "defence minister" compare as one. */
export const titleKey = (title: string): string =>
  title
    .toLowerCase()
    .replace(/\./g, '')
    .replace('defense', 'defence')
    .replace(/^(former|then|acting|interim|ex|late|deputy)[ -]/, (word) => (/deputy/.test(word) ? word : ''))
    .replace(/^(minister|secretary) (?:of|for) (?:the )?(.*)$/, (whole, office, of) =>
      of === 'state' ? whole : `${of} ${office}`,
    )
    .replace(/^foreign affairs minister$/, 'foreign minister')
    .replace(/-/g, ' ')
    .trim();

/** A title found beside a person's name. */
export interface Titled {
  readonly person: number;
  readonly title: TitleHit;
  readonly head: number;
  readonly end: number;
}

/** What is known of offices in an article: said in it first, then the table's at the article's date. */
export interface OfficeTable {
  readonly said: readonly Office[];
  /** The title that a noun phrase speaks of: "foreign minister". */
  titleOf(token: number): string;
  bears(person: number, title: string, word: string): boolean;
  /** The person who holds the office that the noun phrase names, of this country. */
  holder(token: number, country: string, body?: number): number | undefined;
  /** Who holds the same office in another country. */
  counterpart(person: number, country: string): number | undefined;
  background(): readonly Office[];
}

const HEAD_OF_STATE =
  /^(president|king|queen|emir|supreme leader|sultan|emperor|head of state|leader|chancellor|prime minister|premier)$/;

export const createOffices = (draft: Draft, said: readonly Office[], published: Day | undefined): OfficeTable => {
  const { tree } = draft;
  const { tokens } = tree;
  const ofPerson = new Map<number, (Office & { readonly key: string })[]>();
  const present = new Map<string, number>();
  for (const office of said) {
    const key = titleKey(office.title);
    const there = ofPerson.get(office.person);
    if (there) there.push({ ...office, key });
    else ofPerson.set(office.person, [{ ...office, key }]);
    const place = `${key} ${office.body}`;
    if (!office.past && !present.has(place)) present.set(place, office.person);
  }
  const saidOf = (person: number): readonly (Office & { readonly key: string })[] => ofPerson.get(person) ?? [];

  const titleOf = (token: number): string => {
    const words = coreOf(tree, token)
      .filter(
        (at) =>
          draft.at[at] === -1 && !/^(det|punct|poss|case|nummod)$/.test(tokens[at]!.dep) && tokens[at]!.pos !== 'PRON',
      )
      .map((at) => tokens[at]!.text.toLowerCase())
      .filter((word) => !/^(new|current|incumbent|visiting|newly|elected|former|first|top)$/.test(word));
    const of = kids(tree, token, 'prep').filter((child) => /^(of|for)$/.test(tokens[child]!.text));
    const object = of
      .flatMap((child) => kids(tree, child, 'pobj'))
      .find((child) => /^(state|defen[cs]e|affairs|finance|treasury|health|interior)$/i.test(tokens[child]!.text));
    const tail =
      object === undefined
        ? ''
        : ` of ${coreOf(tree, object)
            .map((at) => tokens[at]!.text)
            .join(' ')}`;
    return titleKey(words.join(' ') + tail);
  };

  const bears = (person: number, title: string, word: string): boolean => {
    const own = saidOf(person);
    if (own.some((office) => office.key === title)) return true;
    if (own.some((office) => office.title.toLowerCase().split(/[ -]/).includes(word)))
      return title === word || own.length === 1;
    const entity = draft.entities[person]!;
    const table = tenuresOf(entity.id).filter((tenure) => !published || holds(tenure, published));
    if (/^(dictator|strongman|leader)$/.test(word))
      return (
        table.some((tenure) => HEAD_OF_STATE.test(tenure.title)) ||
        own.some((office) => HEAD_OF_STATE.test(office.title.toLowerCase()))
      );
    if (/^(pope|pontiff)$/.test(word)) return table.some((tenure) => tenure.title === 'pope');
    return table.some((tenure) => tenure.key === title);
  };

  const holder = (token: number, country: string, body?: number): number | undefined => {
    const title = titleOf(token);
    const own = coreOf(tree, token);
    if (
      own.some((at) =>
        /^(former|ex|then|late|a|an|deputy|vice|next|previous|any|every|no|another|senior)$/i.test(tokens[at]!.text),
      )
    )
      return undefined;
    const mine = present.get(`${title} ${body ?? draft.byId.get(countryId(country))}`);
    if (mine !== undefined) return mine;
    const fits = (tenure: Tenure): boolean =>
      (body === undefined ? !tenure.body : tenure.body === draft.entities[body]!.name) &&
      (tenure.key === title || (/^(leader|dictator|strongman|ruler)$/.test(title) && HEAD_OF_STATE.test(tenure.title)));
    const named = tenuresIn(country).filter(
      (tenure) => fits(tenure) && draft.byId.has(tenure.person.id) && (!published || holds(tenure, published)),
    );
    if (named.length) return draft.byId.get(named.at(-1)!.person.id);
    if (!published || title === 'leader') return undefined;
    const then = tenuresIn(country).filter((tenure) => fits(tenure) && holds(tenure, published));
    return then.length === 1 ? addKnown(draft, then[0]!.person) : undefined;
  };

  const counterpart = (person: number, country: string): number | undefined => {
    const entity = draft.entities[person]!;
    const titles = new Set([
      ...saidOf(person).map((office) => office.key),
      ...tenuresOf(entity.id)
        .filter((tenure) => !published || holds(tenure, published))
        .map((tenure) => tenure.key),
    ]);
    if (titles.has('secretary of state') || titles.has('foreign secretary') || titles.has('foreign minister'))
      for (const same of ['foreign minister', 'secretary of state', 'foreign secretary', 'external affairs minister'])
        titles.add(same);
    const state = draft.byId.get(countryId(country));
    for (const title of titles) {
      const mine = present.get(`${title} ${state}`);
      if (mine !== undefined) return mine;
    }
    if (!published) return undefined;
    const then = tenuresIn(country).filter((tenure) => titles.has(tenure.key) && holds(tenure, published));
    return then.length === 1 ? addKnown(draft, then[0]!.person) : undefined;
  };

  const background = (): readonly Office[] => {
    const found: Office[] = [];
    if (!published) return found;
    draft.entities.slice().forEach((entity, person) => {
      if (entity.kind !== 'person') return;
      for (const tenure of tenuresOf(entity.id)) {
        if (!holds(tenure, published)) continue;
        const body = tenure.body
          ? gazetteer().organizationNamed.get(tenure.body)
          : gazetteer().byId.get(countryId(tenure.country));
        if (!body) continue;
        const index = addKnown(draft, body);
        if (saidOf(person).some((office) => office.body === index && office.key === tenure.key)) continue;
        found.push({
          person,
          body: index,
          title: tenure.title,
          ...(tenure.from ? { from: tenure.from } : {}),
          ...(tenure.to ? { to: tenure.to } : {}),
          past: false,
          background: true,
        });
      }
    });
    return found;
  };

  return { said, titleOf, bears, holder, counterpart, background };
};

/** Offices that the text gives: titles before names, appositions and "X is the … of Y". */
export const saidOffices = (
  draft: Draft,
  titled: readonly Titled[],
  bodyBeside: (start: number, head: number) => number | undefined,
  published: Day | undefined,
): readonly Office[] => {
  const { tree } = draft;
  const { tokens } = tree;
  const found: Office[] = [];
  const put = (office: Office): void => {
    const key = titleKey(office.title);
    const tenures = tenuresOf(draft.entities[office.person]!.id).filter((tenure) => tenure.key === key);
    const dates = tenures.length === 1 ? tenures[0] : tenures.find((tenure) => published && holds(tenure, published));
    found.push({ ...office, ...(dates?.from ? { from: dates.from } : {}), ...(dates?.to ? { to: dates.to } : {}) });
  };
  const textBetween = (start: number, end: number): string =>
    tree.parse.text.slice(tokens[start]!.start, tokens[end - 1]!.end).replace(/\s+/g, ' ');
  const isPast = (start: number): boolean =>
    /^(former|ex|then|late|-|onetime|ousted|deposed|toppled)$/i.test(tokens[start - 1]?.text ?? '') ||
    /^(former|then)$/i.test(tokens[start - 2]?.text ?? '');
  const OFFICE =
    /\b(president|minister|secretary|chancellor|premier|king|queen|prince|emir|sultan|ambassador|governor|speaker|leader|chief|general|commander|senator|envoy|pope|mayor|representative|director|chair(man|woman)?|commissioner|head|dictator|spokes(man|woman|person)|negotiator|prosecutor|adviser|advisor)s?\b/i;
  for (const { person, title, head, end } of titled) {
    const text = textBetween(title.start, title.end);
    if (!OFFICE.test(text)) continue;
    const body = bodyBeside(title.start, head) ?? stateIndex(draft, person);
    if (body === undefined) continue;
    put({ person, body, title: text, start: title.start, end, past: isPast(title.start), background: false });
    for (const { other, state } of /s$/i.test(text) ? fellowsOf(draft, head) : []) {
      draft.entities[other]!.role ??= 'government';
      const single = text.replace(/s$/i, '');
      put({ person: other, body: state, title: single, start: title.start, end, past: false, background: false });
    }
  }
  for (const mention of draft.mentions.slice()) {
    if (mention.how === 'pronoun' || draft.entities[mention.entity]!.kind !== 'person') continue;
    const { head } = mention;
    for (const noun of [...kids(tree, head, 'appos'), ...predicatesOf(draft, head), ...apposedTo(draft, head)]) {
      if (draft.headed[noun] !== -1 || !OFFICE.test(tokens[noun]!.text) || /S$/.test(tokens[noun]!.tag)) continue;
      const core = coreOf(tree, noun);
      const words = core.filter((at) => draft.at[at] === -1 && !/^(det|punct|case|poss)$/.test(tokens[at]!.dep));
      const body = bodyBeside(core[0]!, noun) ?? objectBody(draft, noun) ?? stateIndex(draft, mention.entity);
      if (body === undefined || !words.length) continue;
      const past = words.some((at) => /^(former|ex|then|late)$/i.test(tokens[at]!.text));
      const kept = words.filter((at) => !/^(former|ex|then|late|new|current)$/i.test(tokens[at]!.text));
      const of = kids(tree, noun, 'prep').find(
        (at) =>
          tokens[at]!.text === 'of' &&
          kids(tree, at, 'pobj').some((object) => tokens[object]!.text === 'state' || tokens[object]!.text === 'State'),
      );
      const title = kept.map((at) => tokens[at]!.text).join(' ') + (of === undefined ? '' : ' of state');
      draft.entities[mention.entity]!.role ??= roleOfWord(tokens[noun]!) ?? 'government';
      put({ person: mention.entity, body, title, start: core[0]!, end: core.at(-1)! + 1, past, background: false });
    }
  }
  return found;
};

/** "Presidents A of X and B of Y": the others of a plural title, each with the state behind the name. */
const fellowsOf = (draft: Draft, head: number): readonly { readonly other: number; readonly state: number }[] => {
  const { tree } = draft;
  const states = objectsOf(tree, head, new Set(['of'])).map(({ object }) => object);
  return [head, ...states]
    .flatMap((first) => kids(tree, first, 'conj'))
    .flatMap((at) => {
      const mention = draft.mentions[draft.headed[at]!];
      const state = objectBody(draft, at);
      if (!mention || state === undefined || draft.entities[mention.entity]!.kind !== 'person') return [];
      return [{ other: mention.entity, state }];
    });
};

/** What a clause says that a person is: "is the envoy", "serves as envoy", "was named envoy", "elected her as speaker". */
const predicatesOf = ({ tree }: Draft, head: number): readonly number[] => {
  const { dep, head: verb } = tree.tokens[head]!;
  const { lemma } = tree.tokens[verb]!;
  if (kids(tree, verb, 'neg').length > 0) return [];
  if (dep === 'nsubj' && lemma === 'be') return kids(tree, verb, 'attr');
  const as = objectsOf(tree, verb, AS).map(({ object }) => object);
  if (dep === 'nsubj' && SERVING.test(lemma)) return as;
  const isTo = kids(tree, verb, 'aux').some((at) => /^(will|would|could|may|might|to)$/i.test(tree.tokens[at]!.text));
  return /^(nsubjpass|dobj)$/.test(dep) && APPOINTING.test(lemma) && !isTo ? [...kids(tree, verb, 'oprd'), ...as] : [];
};

const AS: ReadonlySet<string> = new Set(['as']);
const SERVING = /^(serve|act|work|continue)$/;
const APPOINTING = /^(appoint|name|elect|nominate|install|crown|reappoint|reelect|confirm|swear|inaugurate)$/;

/** The noun that a name stands beside: "the mayor of Kampala, Joseph Okello" is hung on Kampala and means the mayor. */
const apposedTo = ({ tree }: Draft, head: number): readonly number[] => {
  const { tokens } = tree;
  if (tokens[head]!.dep !== 'appos') return [];
  const noun = tokens[head]!.head;
  const of = tokens[noun]!.dep === 'pobj' ? tokens[noun]!.head : noun;
  return tokens[of]!.text === 'of' ? [noun, tokens[of]!.head] : [noun];
};

const objectBody = (draft: Draft, noun: number): number | undefined => {
  for (const { object } of objectsOf(draft.tree, noun, new Set(['of', 'for', 'at', 'in']))) {
    const mention = draft.mentions[draft.headed[object]!];
    if (!mention) continue;
    const { kind } = draft.entities[mention.entity]!;
    if (/^(country|organization)$/.test(kind)) return mention.entity;
    if (kind === 'place') return stateIndex(draft, mention.entity); // a mayor's office is of the state of his city
  }
  return undefined;
};

const stateIndex = (draft: Draft, person: number): number | undefined => {
  const iso3 = draft.entities[person]!.country;
  const known = iso3 === undefined ? undefined : gazetteer().byId.get(countryId(iso3));
  return known && addKnown(draft, known);
};
