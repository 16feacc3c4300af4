import { entityId } from '../../../graph-schema/ids.ts';
import { addEntity, type Draft } from './draft.ts';
import type { Resolver } from './resolve.ts';
import { coreOf, kids, objectsOf } from './tree.ts';

/** How many earlier things of one noun are looked through for the one meant. */
const MOST_MADE = 50;

/** Longest name of an event or proposal, in tokens. */
const LONGEST = 14;

const TIME_WORD =
  /^(last|this|next|yesterday|today|tomorrow|tonight|(mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|week|month|year|earlier|recent|latest|ongoing|new|another|further|upcoming)$/i;
/** Who made a proposal, or stands for it at home. */
const MADE = /^(propose|draft|pass|approve|submit|adopt|introduce|table|write|back|support|initiate|announce)$/;
/** Proposals that are a state's own affair. */
const OF_STATE = /^(law|bill|legislation|budget|decree|constitution|referendum|impeachment|cabinet|curfew)$/;
/** Proposals that are a state's own where its parliament has them before it. */
const OF_PARLIAMENT = /^(motion|amendment|measure|proposal|plan|reform|initiative|tax|appointment|nomination|nominee)$/;
const BY: ReadonlySet<string> = new Set(['by', 'from']);
const ASKING =
  /^(condemn|require|demand|call|urge|ask|impose|extend|authorize|authorise|establish|ban|order|seek|end|create|set|support|recognize|recognise|declare|denounce|criticize|allow|lift|back|cut|limit|bar|prohibit|hold|propose|aim|designate)/;

/** Events and proposals, made when asked for; one for each name, and "the resolution" is the one named before. */
export const createThings = (
  draft: Draft,
  resolver: Resolver,
): ((token: number, kind: 'event' | 'proposal', home?: string, inParliament?: boolean) => number) => {
  const { tree } = draft;
  const { tokens } = tree;
  interface Made {
    readonly token: number;
    readonly entity: number;
    readonly lemma: string;
    readonly words: ReadonlySet<string>;
  }
  const madeOf = new Map<string, Made[]>();
  const memo = new Map<string, number>();

  const subtree = (root: number): readonly number[] => {
    const found: number[] = [];
    const walk = (token: number, depth: number): void => {
      found.push(token);
      if (depth > 10) return;
      for (const child of tree.children[token]!)
        if (!/^(relcl|conj|cc|advcl|parataxis|ccomp)$/.test(tokens[child]!.dep)) walk(child, depth + 1);
    };
    walk(root, 0);
    return found.sort((a, b) => a - b);
  };

  const nameOf = (token: number): string => {
    const phrase = subtree(token).filter((at) => !tokens[at]!.space);
    const kept: number[] = [];
    for (const at of phrase) {
      const { text, dep } = tokens[at]!;
      if (at < token && (dep === 'det' || dep === 'predet' || tokens[at]!.pos === 'PRON' || TIME_WORD.test(text)))
        continue;
      if (at < token && /^['’]s?$/.test(text) && (kept.length === 0 || kept.at(-1) !== at - 1)) continue;
      if (at > token && /^[,;:“”"()—–]$/.test(text)) break;
      if (at > token && kept.length && at !== (phrase[phrase.indexOf(at) - 1] ?? at) + 1 && tokens[at]!.dep === 'punct')
        break;
      kept.push(at);
      if (kept.length >= LONGEST) break;
    }
    while (
      kept.length > 1 &&
      (/^(IN|TO|DT|CC|,|PRP\$|POS)$/.test(tokens[kept.at(-1)!]!.tag) || TIME_WORD.test(tokens[kept.at(-1)!]!.text)) &&
      kept.at(-1)! > token
    )
      kept.pop();
    return kept
      .map((at, index) => {
        const before = kept[index - 1];
        const joined = before !== undefined && before === at - 1 && tokens[before]!.end === tokens[at]!.start;
        return (index === 0 || joined ? '' : ' ') + tokens[at]!.text;
      })
      .join('')
      .trim();
  };

  const asksOf = (token: number): string | undefined => {
    const clauses = kids(tree, token, 'acl', 'relcl').filter((child) =>
      ASKING.test(tokens[child]!.lemma.toLowerCase()),
    );
    if (!clauses.length) return undefined;
    const last = clauses.at(-1)!;
    const all: number[] = [];
    const walk = (at: number, depth: number): void => {
      all.push(at);
      if (depth < 12) for (const child of tree.children[at]!) walk(child, depth + 1);
    };
    for (const clause of clauses) walk(clause, 0);
    all.sort((a, b) => a - b);
    const first = Math.min(clauses[0]!, last);
    const until = all.at(-1)!;
    const text = tree.parse.text.slice(tokens[first]!.start, tokens[until]!.end).replace(/\s+/g, ' ');
    return text.length > 300 ? `${text.slice(0, 297)}…` : text;
  };

  const definite = (token: number): boolean =>
    kids(tree, token, 'det').some((child) => /^(the|this|that|these|those)$/i.test(tokens[child]!.text));

  /** Tells the resolution of one article from that of another. */
  const ofThisText = (id: string): string => `${id}~${draft.mark}`;

  /** Whether a thing is told only by words that any other of its kind goes by ("the draft", "a UN resolution"). */
  const isUnnamed = (token: number): boolean =>
    tokens[token]!.pos !== 'PROPN' &&
    kids(tree, token, 'prep', 'acl', 'relcl', 'nummod').length === 0 &&
    coreOf(tree, token).every((at) => draft.at[at] !== -1 || !/^\p{Lu}|\d/u.test(tokens[at]!.text) || at === 0);

  const isOfHome = (lemma: string, inParliament: boolean): boolean =>
    OF_STATE.test(lemma) || (inParliament && OF_PARLIAMENT.test(lemma));

  return (token, kind, home, inParliament = false) => {
    const key = `${kind}${token}`;
    const there = memo.get(key);
    if (there !== undefined) return there;
    const lemma = tokens[token]!.lemma.toLowerCase();
    const made = madeOf.get(lemma) ?? [];
    madeOf.set(lemma, made);
    const words = new Set(
      coreOf(tree, token)
        .filter(
          (at) =>
            at !== token && /^(compound|amod|nmod|poss)$/.test(tokens[at]!.dep) && !TIME_WORD.test(tokens[at]!.text),
        )
        .map((at) => tokens[at]!.lemma.toLowerCase()),
    );
    const bare = kids(tree, token, 'prep', 'acl', 'relcl').length === 0;
    const earlier =
      definite(token) && bare
        ? made
            .slice(-MOST_MADE)
            .findLast(
              (other) =>
                other.token < token && other.lemma === lemma && [...words].every((word) => other.words.has(word)),
            )
        : undefined;
    let entity = earlier?.entity;
    if (entity === undefined) {
      const actor = resolver.search(token, { shallow: true });
      const makers = kids(tree, token, 'acl').filter((child) => MADE.test(tokens[child]!.lemma));
      const owner = [
        ...kids(tree, token, 'poss'),
        ...[token, ...makers].flatMap((at) => objectsOf(tree, at, BY).map(({ object }) => object)),
      ].flatMap((child) => resolver.all(child, {}))[0];
      const named = actor && !actor.weak ? draft.entities[actor.entity]!.country : undefined;
      const country =
        named ?? (owner ? draft.entities[owner.entity]!.country : isOfHome(lemma, inParliament) ? home : undefined);
      const name = nameOf(token) || tokens[token]!.text;
      const of = country ? { country } : {};
      const id = entityId(kind, name, of);
      entity = addEntity(draft, { name, kind, ...of, id: isUnnamed(token) ? ofThisText(id) : id });
      const draftEntity = draft.entities[entity]!;
      if (kind === 'proposal') {
        const asks = asksOf(token);
        if (asks) draftEntity.asks ??= asks;
      }
      for (const { object } of objectsOf(tree, token, new Set(['in', 'at', 'near', 'on']))) {
        const mention = draft.mentions[draft.headed[object]!];
        const place = mention && draft.entities[mention.entity]!;
        if (place && /^(country|place)$/.test(place.kind)) draftEntity.placeId ??= place.id;
      }
      made.push({ token, entity, lemma, words });
    }
    const core = coreOf(tree, token);
    const range: [number, number] = [tokens[core[0]!]!.start, tokens[token]!.end];
    const { mentions } = draft.entities[entity]!;
    const rangeKey = `${entity} ${range[0]}`;
    if (!draft.ranges.has(rangeKey)) {
      draft.ranges.add(rangeKey);
      mentions.push(range);
    }
    memo.set(key, entity);
    return entity;
  };
};
