import { fold } from '../../../graph-schema/fold.ts';
import type { Role } from '../../../graph-schema/kinds.ts';
import { addEntity, addKnown, addMention, type Draft, textOf } from './draft.ts';
import type { NameHit } from './find-names.ts';
import { gazetteer, type Known } from './gazetteer.ts';
import { nameParts, samePerson, surnamesOf } from './name-parts.ts';
import type { Titled } from './offices.ts';
import { roleOfName } from './organizations.ts';
import { peopleNamed } from './peoples.ts';
import { isTitleWord, type TitleHit } from './titles.ts';
import { isAnimal, isSupposed, opensPhrase } from './traps.ts';
import { headOf, type Tree } from './tree.ts';

/** A stretch of text that names a person, without its titles. */
interface PersonSpan {
  readonly start: number;
  readonly end: number;
  readonly known?: Known;
  readonly full: boolean;
  readonly title?: TitleHit;
}

const isCapital = (text: string): boolean => /^\p{Lu}/u.test(text);
const NAME_JOINT =
  /^(-|‑|bin|bint|ibn|al|el|de|da|del|della|di|dos|van|von|der|den|la|le|ul|ould|wa|arap|y|e|du|ter|Abu|Umm)$/;
const NO_NAME =
  /^(Mr|Mrs|Ms|Dr|Sir|The|A|An|In|On|At|He|She|It|But|And|Islamic|National|Internet|Gulf|Democrats?|Republicans?|Muslims?|Christians?|Jews?|Sunni|Shiite|Shia|Kurds?|Kurdish|Arabs?|Palestinian)$/;

/** What a person's name before it still means the person for. */
const OWN_PEOPLE = /^(Administration|Government|Cabinet|Regime|Family|Campaign|White|House)$/i;

/** The run of name-like tokens from a token on: capitals and the small words that join names. */
const nameRun = (tree: Tree, from: number, taken: (token: number) => boolean): number => {
  const { tokens } = tree;
  let end = from;
  for (let at = from; at < tokens.length && at < from + 7; at++) {
    const token = tokens[at]!;
    if (taken(at)) break;
    if (isCapital(token.text) && /^(PROPN|NOUN|ADJ|VERB|X)$/.test(token.pos) && !NO_NAME.test(token.text)) end = at + 1;
    else if (!(NAME_JOINT.test(token.text) && at > from) && !/^['’]/.test(token.text)) break;
    if (/^['’]/.test(token.text)) break;
    if (at > from && isTitleWord(token.text) && at + 1 < tokens.length && !isCapital(tokens[at + 1]!.text)) break;
  }
  return end;
};

/** "Minister Wang Peng arrived. Wang met …": one word, by which somebody named in full before goes, whatever the model of names takes it for. */
const bareSurnames = (draft: Draft, spans: readonly PersonSpan[]): readonly number[] => {
  const { tokens, entityAt } = draft.tree;
  const first = new Map<string, number>();
  for (const { full, start, end } of spans)
    for (const surname of full ? surnamesOf(textOf(draft.tree, start, end)) : [])
      first.set(surname, Math.min(end, first.get(surname) ?? end));
  return [...tokens.keys()].filter((at) => {
    const { text, pos, dep } = tokens[at]!;
    if (pos !== 'PROPN' || !isCapital(text) || !/^(nsubj|nsubjpass|dobj|pobj|dative)$/.test(dep)) return false;
    const named = entityAt[at];
    if (named && (named.end - named.start > 1 || !/^(ORG|PERSON|GPE)$/.test(named.label))) return false;
    return (first.get(fold(text)) ?? Number.POSITIVE_INFINITY) <= at;
  });
};

const spansOf = (
  draft: Draft,
  hits: readonly NameHit[],
  titles: ReadonlyMap<number, TitleHit>,
): readonly PersonSpan[] => {
  const { tree } = draft;
  const { tokens, parse } = tree;
  const owner = new Map<number, NameHit>();
  for (const hit of hits) for (let at = hit.start; at < hit.end; at++) owner.set(at, hit);
  const spans: PersonSpan[] = [];
  const claimed = new Set<number>();
  const claim = (span: PersonSpan): void => {
    for (let at = span.start; at < span.end; at++) if (claimed.has(at)) return;
    if (span.end <= span.start) return;
    for (let at = span.start; at < span.end; at++) claimed.add(at);
    spans.push(span);
  };
  const titleBefore = (start: number): TitleHit | undefined => {
    let found: TitleHit | undefined;
    let at = start;
    for (let guard = 0; guard < 4; guard++) {
      const title = titles.get(at);
      if (!title) break;
      found = found ? { ...title, end: found.end, role: found.role === 'civilians' ? title.role : found.role } : title;
      at = title.start;
    }
    return found;
  };

  /** A known name that goes on ("King Salman bin Abdulaziz Al Saud") is still that person's; a son's or a firm's is not. */
  const wholeName = (end: number): number => {
    const last = tokens[end - 1]!;
    const { head } = last;
    if (last.dep !== 'compound' || head < end || head > end + 3) return end;
    const rest = tokens.slice(end, head + 1);
    const goesOn = rest.every(
      (token, at) =>
        token.pos === 'PROPN' &&
        isCapital(token.text) &&
        !owner.has(end + at) &&
        !/^(Jr|Sr|II|III)\.?$/.test(token.text),
    );
    return goesOn && !roleOfName(rest.map((token) => token.text).join(' ')) && !OWN_PEOPLE.test(rest.at(-1)!.text)
      ? head + 1
      : end;
  };

  for (const hit of hits) {
    if (hit.meaning.use !== 'person') continue;
    let { start } = hit;
    let end = hit.end;
    const around = tree.entityAt[start] ?? tree.entityAt[end - 1];
    const named = around?.label === 'PERSON' ? around : undefined;
    if (!hit.meaning.full) {
      // a longer name that only ends in a known surname is somebody else's
      while (start > 0) {
        const before = tokens[start - 1]!;
        if (owner.has(start - 1) || !isCapital(before.text) || isTitleWord(before.text) || before.pos !== 'PROPN')
          break;
        if (NO_NAME.test(before.text) || before.dep !== 'compound' || before.head < hit.start || before.head >= hit.end)
          break;
        start--;
      }
      if (named && named.start < start && named.end >= end) {
        let from = named.start;
        while (from < start && (owner.has(from) || isTitleWord(tokens[from]!.text) || !isCapital(tokens[from]!.text)))
          from++;
        start = Math.min(start, from);
      }
      const wide = tree.entityAt[hit.start];
      const outer = wide && /^(ORG|FAC|WORK_OF_ART|LAW|EVENT)$/.test(wide.label) && wide.end > end ? wide : undefined;
      if (
        outer &&
        tokens[outer.end - 1]!.pos === 'PROPN' &&
        isCapital(tokens[outer.end - 1]!.text) &&
        !OWN_PEOPLE.test(tokens[outer.end - 1]!.text)
      )
        continue;
      if (
        named &&
        named.start <= start &&
        named.end > end &&
        isCapital(tokens[named.end - 1]!.text) &&
        !owner.has(named.end - 1)
      )
        end = named.end;
    }
    if (hit.meaning.full) end = wholeName(end);
    const title = titleBefore(start);
    const same = start === hit.start && (end === hit.end || hit.meaning.full === true);
    claim({
      start,
      end,
      full: same ? hit.meaning.full === true : true,
      ...(same ? { known: hit.meaning.known } : {}),
      ...(title ? { title } : {}),
    });
  }
  for (const entity of parse.entities) {
    if (entity.label !== 'PERSON') continue;
    let { start, end } = entity;
    while (
      start < end &&
      (owner.has(start) ||
        isTitleWord(tokens[start]!.text) ||
        isSupposed(tree, start) ||
        /^(the|a|an|['’]s|[^\p{L}]+)$/iu.test(tokens[start]!.text))
    )
      start++;
    while (end > start && (/^['’]s?$|^[^\p{L}]+$|^['’]s$/u.test(tokens[end - 1]!.text) || owner.has(end - 1))) end--;
    if (start >= end) continue;
    let clean = true;
    for (let at = start; at < end; at++) if (owner.has(at)) clean = false;
    if (!clean || !tokens.slice(start, end).some((token) => token.pos === 'PROPN' && isCapital(token.text))) continue;
    if (isAnimal(tree, end - 1)) continue;
    if (
      end - start === 1 &&
      (NO_NAME.test(tokens[start]!.text) || peopleNamed(tokens[start]!.text) || opensPhrase(tree, start))
    )
      continue;
    const title = titleBefore(start);
    claim({ start, end, full: end - start > 1, ...(title ? { title } : {}) });
  }
  for (const [from, hit] of titles) {
    if (claimed.has(from) || from >= tokens.length || !isCapital(tokens[from]!.text) || owner.has(from)) continue;
    if (!isCapital(tokens[hit.start]!.text) || isTitleWord(tokens[from]!.text)) continue;
    if (
      /^(Chief|Leader|Director|Commissioner|Attorney|Counsel|Chairman|Officer|Justice|Speaker|Commander|Secretary|Coach)$/.test(
        tokens[hit.start]!.text,
      ) &&
      tokens[from]!.pos !== 'PROPN'
    )
      continue;
    const end = nameRun(tree, from, (at) => owner.has(at) || claimed.has(at));
    if (end <= from || tokens[from]!.pos !== 'PROPN') continue;
    const last = tokens[end - 1]!.text;
    if (
      /^(Affairs|Ministry|Office|Party|Council|Committee|Court|Department|General|Staff|State|Union|Day|Defen[cs]e)$/.test(
        last,
      )
    )
      continue;
    const title = titleBefore(from);
    claim({ start: from, end, full: end - from > 1, ...(title ? { title } : {}) });
  }
  for (const at of bareSurnames(draft, spans))
    if (!claimed.has(at) && !owner.has(at)) claim({ start: at, end: at + 1, full: false });
  return spans.sort((a, b) => a.start - b.start);
};

/** A person of the tables under one of the spellings of the name. */
interface Spelling {
  readonly person: Known;
  readonly parts: readonly string[];
}

const surnameIndex = (): ReadonlyMap<string, readonly Spelling[]> => {
  const index = new Map<string, Spelling[]>();
  for (const { person, names } of gazetteer().people)
    for (const name of names) {
      const parts = nameParts(name);
      const last = parts.at(-1)!;
      index.set(last, [...(index.get(last) ?? []), { person, parts }]);
    }
  return index;
};
let bySurname: ReadonlyMap<string, readonly Spelling[]> | undefined;

/** The person of the tables whose name is spelled in another way, where there is one only. */
const knownAs = (parts: readonly string[], country: string | undefined): Known | undefined => {
  if (parts.length < 2) return undefined;
  bySurname ??= surnameIndex();
  const matches = new Set(
    (bySurname.get(parts.at(-1)!) ?? [])
      .filter((spelling) => spelling.parts.length > 1 && samePerson(parts, spelling.parts, spelling.person.country))
      .map((spelling) => spelling.person)
      .filter((person) => !country || person.country === country),
  );
  return matches.size === 1 ? [...matches][0] : undefined;
};

/** Who bears a surname and a title, where the tables know one only ("Prime Minister May" of Britain). */
const knownByTitle = (parts: readonly string[], country: string | undefined): Known | undefined => {
  if (parts.length !== 1) return undefined;
  bySurname ??= surnameIndex();
  const matches = new Set(
    (bySurname.get(parts[0]!) ?? []).map((spelling) => spelling.person).filter((person) => person.country === country),
  );
  return matches.size === 1 ? [...matches][0] : undefined;
};

/** Rulers go by a name that others bear too. */
const RULER = /^(King|Queen|Prince|Princess|Crown Prince|Emir|Sultan)\b/;

/** "Jordan's King Abdullah": of rulers who share a name, the one of the country beside it; nobody where it has none. */
const ofCountry = (known: Known, beside: string | undefined): Known | undefined => {
  if (!beside || beside === known.country || !RULER.test(known.name) || !gazetteer().countries.has(beside))
    return known;
  const name = nameParts(known.name.replace(RULER, ''))[0];
  return gazetteer().people.find(
    ({ person }) =>
      person.country === beside && RULER.test(person.name) && nameParts(person.name.replace(RULER, ''))[0] === name,
  )?.person;
};

/**
 * Persons of an article: by full name first, then surnames and other spellings joined to them, the latest first.
 * `countryOf` tells the country that stands beside a name ("Iranian Foreign Minister …").
 */
export const findPeople = (
  draft: Draft,
  hits: readonly NameHit[],
  titles: ReadonlyMap<number, TitleHit>,
  countryOf: (start: number, head: number) => string | undefined,
): readonly Titled[] => {
  const { tree } = draft;
  const titled: Titled[] = [];
  const spans = spansOf(draft, hits, titles);
  const seen = createSeen();
  const fullNames = new Map<string, PersonSpan>();
  for (const span of spans) {
    const last = span.full ? nameParts(textOf(tree, span.start, span.end)).at(-1)! : undefined;
    if (last !== undefined && !fullNames.has(last)) fullNames.set(last, span);
  }
  const resolve = (span: PersonSpan): number => {
    const name = textOf(tree, span.start, span.end).replace(/\s+/g, ' ');
    const parts = nameParts(name);
    const head = headOf(tree, span.title?.start ?? span.start, span.end);
    const beside = countryOf(span.title?.start ?? span.start, head);
    // a bare surname belongs to the bearer that the article has named in full, before the tables are asked
    const there = seen.latest(
      parts,
      (other) =>
        samePerson(parts, other.parts, draft.entities[other.entity]!.country) &&
        compatible(draft.entities[other.entity]!.country, beside),
    );
    if (span.known && beside && /^(IGO|NGO)$/.test(beside)) addedFor(span.known, beside);
    const ruler = span.known && ofCountry(span.known, beside);
    if (ruler && !(there && !span.full)) return remember(parts, addKnown(draft, ruler), nameParts(ruler.name));
    if (there) return remember(parts, there.entity);
    const known = knownAs(parts, beside) ?? (span.title || beside ? knownByTitle(parts, beside) : undefined);
    if (known) return remember(parts, addKnown(draft, known), nameParts(known.name));
    const ahead = span.full || parts.length > 1 ? undefined : fullNames.get(parts[0]!);
    if (ahead && ahead.start !== span.start) return remember(parts, resolve(ahead));
    const role: Role | undefined = span.title?.role;
    return remember(
      parts,
      addEntity(draft, {
        name,
        kind: 'person',
        ...(beside ? { country: beside } : {}),
        ...(role ? { role } : {}),
      }),
    );
  };
  /** Who speaks for a body between states represents that body in this article, whatever country the tables say. */
  const addedFor = (known: Known, body: string): void => {
    draft.entities[addKnown(draft, known)]!.country = body;
  };
  const remember = (parts: readonly string[], entity: number, more?: readonly string[]): number => {
    seen.put({ parts, entity });
    if (more) seen.put({ parts: more, entity });
    return entity;
  };
  for (const span of spans) {
    const entity = resolve(span);
    const found = draft.entities[entity]!;
    if (span.title && !found.role) found.role = span.title.role;
    const head = headOf(tree, span.start, span.end);
    addMention(draft, {
      entity,
      start: span.start,
      end: span.end,
      head,
      how: span.title ? 'title' : 'name',
      weak: false,
    });
    if (span.title) titled.push({ person: entity, title: span.title, head, end: span.end });
  }
  return titled;
};

/** A name met in an article, and whose it is. */
interface Seen {
  readonly parts: readonly string[];
  readonly entity: number;
}

/** How many names of one initial are looked through for an earlier mention. */
const MOST_NAMES = 400;

/** Names met so far, each once, the latest last; kept by the initials of first and last part. */
const createSeen = () => {
  const byInitial = new Map<string, Map<string, Seen>>();
  return {
    put: (seen: Seen): void => {
      const key = `${seen.parts.join(' ')} ${seen.entity}`;
      for (const initial of new Set([seen.parts[0]![0]!, seen.parts.at(-1)![0]!])) {
        const bucket = byInitial.get(initial) ?? new Map<string, Seen>();
        bucket.delete(key);
        bucket.set(key, seen);
        byInitial.set(initial, bucket);
      }
    },
    latest: (parts: readonly string[], test: (seen: Seen) => boolean): Seen | undefined => {
      const bucket = byInitial.get(parts.at(-1)![0]!);
      if (!bucket) return undefined;
      return [...bucket.values()].slice(-MOST_NAMES).findLast(test);
    },
  };
};

const compatible = (a: string | undefined, b: string | undefined): boolean => !a || !b || a === b;
