import type { Meant } from '../cast.ts';
import type { Draft } from './draft.ts';
import { firstNamed, namedAt } from './named.ts';
import { OF, OF_OR_FOR } from './prepositions.ts';
import { roleOfWord } from './role-words.ts';
import { coreOf, kids, objectsOf, type Tree } from './tree.ts';
import { postedAs } from './whereabouts.ts';

/** The country that stands beside a head: its left modifiers, possessor, apposition, or "of". */
export const countryBeside = (draft: Draft, start: number, head: number): string | undefined => {
  const { tree } = draft;
  const { tokens } = tree;
  const of = (meant: Meant | undefined): string | undefined =>
    meant ? draft.entities[meant.entity]!.country : undefined;
  const core = coreOf(tree, head).filter((at) => at < start || draft.at[at] !== -1);
  for (const at of core) {
    const mention = draft.mentions[draft.at[at]!];
    if (mention && !mention.weak && mention.head !== head) {
      const iso3 = draft.entities[mention.entity]!.country;
      if (iso3) return iso3;
    }
  }
  // the parser sometimes hangs the adjective elsewhere: "Turkey President …", "U.S. Senator …"
  const before = draft.mentions[draft.at[start - 1] ?? -1];
  if (before && !before.weak && draft.entities[before.entity]!.kind !== 'person') {
    const iso3 = draft.entities[before.entity]!.country;
    if (iso3 && !/^(,|and|or)$/.test(tokens[start - 1]!.text) && !isPosting(tree, before.head)) return iso3;
  }
  for (const child of kids(tree, head, 'appos')) {
    const iso3 = of(firstNamed(draft, coreOf(tree, child), 'modifier'));
    if (iso3) return iso3;
    for (const { object } of objectsOf(tree, child, OF_OR_FOR)) {
      const inner = of(firstNamed(draft, coreOf(tree, object), 'of'));
      if (inner) return inner;
    }
  }
  if (tokens[head]!.dep === 'appos') {
    const up = tokens[head]!.head;
    if (roleOfWord(tokens[up]!)) {
      const iso3 = of(firstNamed(draft, coreOf(tree, up), 'apposition'));
      if (iso3) return iso3;
      for (const { object } of objectsOf(tree, up, OF_OR_FOR)) {
        const inner = of(firstNamed(draft, coreOf(tree, object), 'of'));
        if (inner) return inner;
      }
    }
  }
  for (const { object } of objectsOf(tree, head, OF)) {
    const iso3 = of(firstNamed(draft, coreOf(tree, object), 'of'));
    if (iso3) return iso3;
  }
  return behindComma(draft, head);
};

/** "The Chinese ambassador to Chad": where somebody is posted is not whose office it is. */
const isPosting = (tree: Tree, place: number): boolean => {
  const office = postedAs(tree, place);
  return office !== undefined && roleOfWord(office) !== undefined;
};

/** The country in "…, a Croatian-born tycoon" by the order of words alone, for where the parser hangs it elsewhere. */
const behindComma = (draft: Draft, head: number): string | undefined => {
  const { tokens } = draft.tree;
  if (tokens[head + 1]?.text !== ',') return undefined;
  let country: string | undefined;
  for (let at = head + 2; at < Math.min(tokens.length, head + 12); at++) {
    const token = tokens[at]!;
    if (/^(VERB|AUX|SCONJ)$/.test(token.pos) && token.tag !== 'VBN' && token.tag !== 'VBG') return undefined;
    if (/^[,.;:]$/.test(token.text) || (token.pos === 'ADP' && token.text !== 'of') || token.pos === 'CCONJ')
      return undefined;
    const named = namedAt(draft, at);
    if (named) {
      if (draft.entities[named.entity]!.kind === 'person') return undefined;
      country ??= draft.entities[named.entity]!.country;
    } else if (country && token.pos === 'NOUN' && roleOfWord(token) && tokens[at + 1]?.pos !== 'NOUN') return country;
    else if (at === head + 2 && !/^(DET|PRON|ADJ|NOUN|PROPN|NUM)$/.test(token.pos)) return undefined;
  }
  return undefined;
};
