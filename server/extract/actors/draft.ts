import type { Entity } from '../../../graph-schema/claim.ts';
import { digest, entityId } from '../../../graph-schema/ids.ts';
import type { EntityKind, Role } from '../../../graph-schema/kinds.ts';
import type { Mention } from '../cast.ts';
import type { Known } from './gazetteer.ts';
import type { Tree } from './tree.ts';

/** An entity while the article is read: what is learned later is added to it. */
export interface EntityDraft {
  id: string;
  name: string;
  readonly kind: EntityKind;
  country?: string;
  role?: Role;
  wikidata?: string;
  readonly aliases: string[];
  readonly mentions: [number, number][];
  when?: NonNullable<Entity['when']>;
  placeId?: string;
  asks?: string;
}

/** The cast in the making. */
export interface Draft {
  readonly tree: Tree;
  readonly entities: EntityDraft[];
  readonly mentions: Mention[];
  /** For each token the mention it lies in, as an index, or −1. The first to claim a token keeps it. */
  readonly at: number[];
  /** For each token the mention it heads, or −1. */
  readonly headed: number[];
  readonly byId: Map<string, number>;
  /** Ranges that entities list already. */
  readonly ranges: Set<string>;
  /** Tells what only this text names from what others name alike; eight hexadecimal digits of its digest. */
  readonly mark: string;
}

export const emptyDraft = (tree: Tree): Draft => {
  let mark: string | undefined;
  return {
    tree,
    entities: [],
    mentions: [],
    at: tree.tokens.map(() => -1),
    headed: tree.tokens.map(() => -1),
    byId: new Map(),
    ranges: new Set(),
    get mark() {
      mark ??= digest(tree.parse.text).slice(0, 8);
      return mark;
    },
  };
};

/** Index of an entity, added where it is new. */
export const addEntity = (
  draft: Draft,
  entity: { name: string; kind: EntityKind; id?: string; country?: string; role?: Role; wikidata?: string },
): number => {
  const id =
    entity.id ??
    entityId(entity.kind, entity.name, {
      ...(entity.country ? { country: entity.country } : {}),
      ...(entity.wikidata ? { wikidata: entity.wikidata } : {}),
    });
  const there = draft.byId.get(id);
  if (there !== undefined) return there;
  const index = draft.entities.length;
  draft.entities.push({
    id,
    name: entity.name,
    kind: entity.kind,
    ...(entity.country ? { country: entity.country } : {}),
    ...(entity.role ? { role: entity.role } : {}),
    ...(entity.wikidata ? { wikidata: entity.wikidata } : {}),
    aliases: [],
    mentions: [],
  });
  draft.byId.set(id, index);
  return index;
};

export const addKnown = (draft: Draft, known: Known): number => addEntity(draft, known);

/** Words as they stand in the text, from one token to another (end exclusive). */
export const textOf = (tree: Tree, start: number, end: number): string =>
  tree.parse.text.slice(tree.tokens[start]!.start, tree.tokens[end - 1]!.end);

/** Note where an entity is meant. Tokens that already belong to a mention keep it. */
export const addMention = (draft: Draft, mention: Mention): number => {
  const index = draft.mentions.length;
  draft.mentions.push(mention);
  for (let token = mention.start; token < mention.end; token++) if (draft.at[token] === -1) draft.at[token] = index;
  if (draft.headed[mention.head] === -1 || mention.how !== 'pronoun') draft.headed[mention.head] = index;
  const { tokens } = draft.tree;
  const entity = draft.entities[mention.entity]!;
  const range: [number, number] = [tokens[mention.start]!.start, tokens[mention.end - 1]!.end];
  const key = `${mention.entity} ${range[0]} ${range[1]}`;
  if (!draft.ranges.has(key)) {
    draft.ranges.add(key);
    entity.mentions.push(range);
  }
  if (mention.how === 'name' || mention.how === 'title') {
    const alias = textOf(draft.tree, mention.start, mention.end);
    if (alias !== entity.name && !entity.aliases.includes(alias)) entity.aliases.push(alias);
  }
  return index;
};
