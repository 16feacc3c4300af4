import { entityId } from '../../../graph-schema/ids.ts';
import type { Meant } from '../cast.ts';
import { addEntity, type Draft, textOf } from './draft.ts';
import { gazetteer } from './gazetteer.ts';
import { OF } from './prepositions.ts';
import { listOf, readTable } from './read-table.ts';
import { coreOf, isNoun, kids, objectsOf } from './tree.ts';

/** The bodies in which the states of a region meet, by what its people are called. */
const REGIONS: ReadonlyMap<string, readonly string[]> = new Map(
  readTable('regions.tsv').flatMap((row) =>
    listOf(row.words).map((words) => [words, listOf(row.organizations)] as const),
  ),
);

/** Those by whom states meet. */
const THEY_WHO_MEET =
  /^(leader|minister|president|premier|government|state|country|nation|member|head|diplomat|official|envoy|mediator|negotiator|chief|ambassador|ruler|king|monarch)$/;

const STATES = /^(state|country|nation|government|republic|monarchy|power|economy)$/;
const SEVERAL = /^(several|many|all|some|most|various|other)$/i;

/** How many sentences a plural goes on meaning those that it meant. */
const REACH = 12;

/** Who is meant by the leaders of a region, and by a plural that repeats one. */
export interface Regional {
  /** "West African leaders", in a text that names their bloc: the bloc. "The presidents of six states": themselves, of no state. */
  of(token: number): Meant | undefined;
  /** "The ministers", after "the ministers of the Union" or "Arab ministers": the same. */
  repeated(token: number, search: (token: number) => Meant | undefined): Meant | undefined;
}

export const createRegional = (draft: Draft): Regional => {
  const { tree } = draft;
  const { tokens, sentence, sentenceStarts } = tree;
  const named = new Set(draft.mentions.map(({ entity }) => entity));

  const isPlural = (token: number): boolean =>
    isNoun(tokens[token]!) && /S$/.test(tokens[token]!.tag) && THEY_WHO_MEET.test(tokens[token]!.lemma.toLowerCase());

  /** The words before a head that say where: "West African", "Southeast Asian" of "Southeast Asian foreign". */
  const regionBefore = (token: number): readonly string[] | undefined => {
    const words: string[] = [];
    for (let at = token - 1; at >= 0 && sentence[at] === sentence[token] && words.length < 6; at--) {
      if (!/^\p{L}+$|^-$/u.test(tokens[at]!.text) || !/^(ADJ|PROPN|NOUN|PUNCT)$/.test(tokens[at]!.pos)) break;
      words.unshift(tokens[at]!.text.toLowerCase());
    }
    for (let from = 0; from < words.length; from++)
      for (let to = words.length; to > from; to--) {
        const found = REGIONS.get(words.slice(from, to).join(' ').replaceAll(' - ', '-'));
        if (found) return found;
      }
    return undefined;
  };

  const of = (token: number): Meant | undefined => {
    if (!isPlural(token) || kids(tree, token, 'nummod', 'poss', 'relcl').length > 0) return undefined;
    if (
      kids(tree, token, 'det', 'amod').some((at) =>
        /^(some|many|several|most|few|two|other|no)$/i.test(tokens[at]!.text),
      )
    )
      return undefined;
    for (const name of regionBefore(token) ?? []) {
      const known = gazetteer().organizationNamed.get(name);
      const entity = known && draft.byId.get(known.id);
      if (entity !== undefined && named.has(entity)) return { entity, token, via: 'group', weak: false };
    }
    return undefined;
  };

  const isBare = (token: number): boolean => {
    const [only, ...more] = tree.children[token]!;
    return only !== undefined && more.length === 0 && /^(the|these|those)$/i.test(tokens[only]!.text);
  };

  const repeated = (token: number, search: (token: number) => Meant | undefined): Meant | undefined => {
    if (!isPlural(token) || !isBare(token)) return undefined;
    const first = sentenceStarts[Math.max(0, sentence[token]! - REACH)] ?? 0;
    for (let at = token - 1; at >= first; at--) {
      if (tokens[at]!.lemma !== tokens[token]!.lemma || !isPlural(at) || isBare(at)) continue;
      const meant = search(at);
      const entity = meant && draft.entities[meant.entity]!;
      const fits = entity?.kind === 'organization' && entity.country === 'IGO' && !meant!.weak;
      return fits ? { ...meant!, token, via: 'nominal' } : undefined;
    }
    return undefined;
  };

  const ofSeveral = (token: number): Meant | undefined => {
    if (!isPlural(token) || STATES.test(tokens[token]!.lemma)) return undefined;
    for (const { object } of objectsOf(tree, token, OF)) {
      const phrase = coreOf(tree, object);
      const counted = phrase.some((at) => tokens[at]!.pos === 'NUM' || SEVERAL.test(tokens[at]!.text));
      if (!/S$/.test(tokens[object]!.tag) || !STATES.test(tokens[object]!.lemma)) continue;
      if (!(counted || regionBefore(object)) || phrase.some((at) => draft.at[at] !== -1)) continue;
      if (kids(tree, object, 'conj', 'prep', 'appos', 'acl').length > 0) continue;
      const name = textOf(tree, token, object + 1);
      const id = `${entityId('organization', name)}@${draft.mark}`;
      return {
        entity: addEntity(draft, { id, name, kind: 'organization', role: 'government' }),
        token,
        via: 'group',
        weak: false,
      };
    }
    return undefined;
  };

  return { of: (token) => of(token) ?? ofSeveral(token), repeated };
};
