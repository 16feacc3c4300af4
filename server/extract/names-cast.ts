import { readFileSync } from 'node:fs';
import type { Entity } from '../../graph-schema/claim.ts';
import { countryId, entityId } from '../../graph-schema/ids.ts';
import type { EntityKind, Role } from '../../graph-schema/kinds.ts';
import type { Cast, Mention, ReadText } from './cast.ts';
import { corePhrase, kids, treeOf } from './tree/tree.ts';

interface Named {
  readonly name: string;
  readonly kind: EntityKind;
  readonly country: string;
  readonly role?: Role;
  readonly wikidata?: string;
}

const rows = (file: string): string[][] =>
  readFileSync(new URL(`actors/data/${file}`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'));

const NAMES: ReadonlyMap<string, Named> = (() => {
  const names = new Map<string, Named>();
  const countries = new Map<string, Named>();
  for (const [iso3, , , list, words, capitals] of rows('countries.tsv')) {
    const country: Named = { name: list!.split(';')[0]!, kind: 'country', country: iso3! };
    countries.set(iso3!, country);
    for (const name of `${list};${words};${capitals}`.split(';')) if (name) names.set(name, country);
  }
  for (const [kind, iso3, name] of rows('places.tsv'))
    if (kind === 'seat' && countries.has(iso3!)) names.set(name!, countries.get(iso3!)!);
  for (const [file, kind] of [
    ['organizations.tsv', 'organization'],
    ['people.tsv', 'person'],
  ] as const)
    for (const [name, country, role, aliases, wikidata] of rows(file)) {
      const named: Named = {
        name: name!,
        kind,
        country: country!,
        ...(role && { role: role as Role }),
        ...(wikidata && { wikidata }),
      };
      for (const alias of [name!, ...(aliases ?? '').split(';')])
        if (alias && !names.has(alias)) names.set(alias, named);
      if (kind === 'person') {
        const surname = name!.split(' ').at(-1)!;
        if (!names.has(surname)) names.set(surname, named);
      }
    }
  return names;
})();

const LONGEST = 6;

/** Who is named in a text, by the gazetteers alone. */
export const castOfNames = (read: ReadText): Cast => {
  const tree = treeOf(read.parse);
  const { tokens } = tree;
  const entities: Entity[] = [];
  const mentions: Mention[] = [];
  const byId = new Map<string, number>();
  const at = new Map<number, number>();
  const spans = new Map<number, [number, number][]>();
  for (let token = 0; token < tokens.length; token++) {
    for (let length = Math.min(LONGEST, tokens.length - token); length > 0; length--) {
      const end = token + length;
      const span: [number, number] = [tokens[token]!.start, tokens[end - 1]!.end];
      const named = NAMES.get(read.parse.text.slice(span[0], span[1]));
      if (!named) continue;
      const id =
        named.kind === 'country'
          ? countryId(named.country)
          : entityId(named.kind, named.name, {
              country: named.country,
              ...(named.wikidata && { wikidata: named.wikidata }),
            });
      let index = byId.get(id);
      if (index === undefined) {
        index = entities.length;
        byId.set(id, index);
        spans.set(index, []);
        entities.push({ id, ...named, aliases: [], mentions: spans.get(index)! });
      }
      spans.get(index)!.push(span);
      mentions.push({ entity: index, start: token, end, head: end - 1, how: 'name', weak: false });
      for (let inside = token; inside < end; inside++) at.set(inside, index);
      token = end - 1;
      break;
    }
  }
  const firstOf = (list: readonly number[]): number | undefined => {
    for (const token of list) if (at.has(token)) return at.get(token);
    return undefined;
  };
  const resolve = (token: number, shallow: boolean, depth = 0): number | undefined => {
    if (depth > 5) return undefined;
    const core = firstOf(corePhrase(tree, token));
    if (core !== undefined) return core;
    for (const label of ['appos', 'of', 'by', 'from', 'in', 'to', 'at', 'on', 'for', 'with', 'against']) {
      if (shallow && label === 'in') break;
      const below =
        label === 'appos'
          ? kids(tree, token, 'appos')
          : kids(tree, token, 'prep', 'agent')
              .filter((child) => tree.lower[child] === label)
              .flatMap((child) => kids(tree, child, 'pobj'));
      for (const noun of below) {
        const found = resolve(noun, shallow, depth + 1);
        if (found !== undefined) return found;
      }
    }
    return undefined;
  };
  const conjuncts = (token: number, depth = 0): number[] => {
    if (depth > 8) return [];
    const own = resolve(token, true);
    const below = [
      ...kids(tree, token, 'conj'),
      ...kids(tree, token, 'prep')
        .filter((child) => /^(of|between)$/.test(tree.lower[child]!))
        .flatMap((child) => kids(tree, child, 'pobj')),
    ];
    return [...(own === undefined ? [] : [own]), ...below.flatMap((child) => conjuncts(child, depth + 1))];
  };
  return {
    entities,
    mentions,
    actorsOf: (token, options = {}) => {
      if (options.conjuncts) return [...new Set(conjuncts(token))];
      const found = resolve(token, options.shallow ?? false);
      return found === undefined ? [] : [found];
    },
    thingOf: (token, kind) => {
      const phrase = corePhrase(tree, token);
      const span: [number, number] = [tokens[phrase[0]!]!.start, tokens[phrase.at(-1)!]!.end];
      const name = read.parse.text.slice(span[0], span[1]).replace(/^(an?|the) /i, '');
      const owner = firstOf(phrase);
      const country = owner === undefined ? undefined : entities[owner]!.country;
      const id = entityId(kind, name, country ? { country } : {});
      const known = byId.get(id);
      if (known !== undefined) return known;
      byId.set(id, entities.length);
      entities.push({ id, name, kind, ...(country && { country }), aliases: [], mentions: [span] });
      return entities.length - 1;
    },
  };
};
