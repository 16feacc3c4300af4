import { isBacked, isByTheWay, isFighting } from './actors/backers.ts';
import { roleOfWord } from './actors/role-words.ts';
import type { Cast, Mention } from './cast.ts';
import { isAllegation } from './lexicon/allegation.ts';
import { SENDS } from './lexicon/sending-verb.ts';
import { depOf, headOf, isInfinitive, kids, type Tree } from './tree/tree.ts';

/** What every rule looks at: the parse and who is meant by its phrases. */
export interface Scene {
  readonly tree: Tree;
  readonly cast: Cast;
  /** Mention that covers a token, by token: what is named, not what is meant. */
  readonly named: ReadonlyMap<number, Mention>;
  /** Answers found before, by question and token: the same is asked of a verb by several rules. */
  readonly known: ReadonlyMap<Question, Map<number, unknown>>;
}

type Question = 'meaning' | 'subjects' | 'source' | 'actor' | 'shallow actor' | 'operators';

/** Answers a question about a token once for a scene. The answer must follow from the scene and the token alone. */
export const once = <Answer>(scene: Scene, question: Question, token: number, answer: () => Answer): Answer => {
  const answers = scene.known.get(question)! as Map<number, Answer>;
  if (answers.has(token)) return answers.get(token)!;
  const found = answer();
  answers.set(token, found);
  return found;
};

const QUESTIONS: readonly Question[] = ['meaning', 'subjects', 'source', 'actor', 'shallow actor', 'operators'];

/** Puts a parse and its cast together. */
export const sceneOf = (tree: Tree, cast: Cast): Scene => {
  const named = new Map<number, Mention>();
  for (const mention of cast.mentions)
    if (mention.how === 'name' || mention.how === 'title')
      for (let token = mention.start; token < mention.end; token++) if (!named.has(token)) named.set(token, mention);
  return { tree, cast, named, known: new Map(QUESTIONS.map((question) => [question, new Map<number, unknown>()])) };
};

/** An actor found at a phrase. */
export interface Actor {
  /** Index into `Cast.entities`. */
  readonly entity: number;
  /** Token that heads the phrase. */
  readonly token: number;
  /** True where the phrase only names it somewhere inside ("three cities west of Tripoli"). */
  readonly inside?: boolean;
}

/** Most tokens of a phrase that are looked through for a name. */
const LONGEST_PHRASE = 40;

/** The actors named anywhere in a phrase, its conjuncts left out; names that only qualify come last. */
export const namedInside = (scene: Scene, token: number): number[] => {
  const { tree, named, cast } = scene;
  const phrase: number[] = [];
  const walk = (at: number): void => {
    if (phrase.length > LONGEST_PHRASE) return;
    phrase.push(at);
    for (const child of tree.children[at]!)
      if (
        !(headOf(tree, child) === token && /^(conj|cc)$/.test(depOf(tree, child))) &&
        !isBacking(tree, child) &&
        !isDoneTo(tree, at, child) &&
        !isAlleged(tree, at, child)
      )
        walk(child);
  };
  walk(token);
  const found: number[] = [];
  const weak: number[] = [];
  for (const at of phrase.sort((a, b) => a - b)) {
    const mention = named.get(at);
    if (!mention || !canStand(cast.entities[mention.entity]!.kind)) continue;
    (mention.weak ? weak : found).push(mention.entity);
  }
  return [...new Set([...found, ...weak])];
};

/** Whether all that a phrase names stands in a clause inside it: "attempts to turn Chad into", "a deal that asks Chad to". */
export const isOnlyInClause = ({ tree, named }: Scene, token: number): boolean => {
  let inClause = false;
  const namesOutside = (at: number): boolean =>
    named.has(at) ||
    tree.children[at]!.some((child) => {
      if (/^(conj|cc|punct)$/.test(depOf(tree, child))) return false;
      if (/^(relcl|acl)$/.test(depOf(tree, child)) && (depOf(tree, child) === 'relcl' || isInfinitive(tree, child))) {
        inClause = true;
        return false;
      }
      return namesOutside(child);
    });
  return !namesOutside(token) && inClause;
};

/** "Claims that he took money from a bank": what is alleged is not about all whom it names. */
const isAlleged = (tree: Tree, noun: number, clause: number): boolean =>
  isAllegation(tree.lemma[noun]!) && depOf(tree, clause) === 'acl' && kids(tree, clause, 'mark').length > 0;

/** "A truce brokered by", "the coalition fighting": whoever stands behind a thing or against it is not whose it is. */
const isBacking = (tree: Tree, token: number): boolean =>
  (depOf(tree, token) === 'acl' && (isBacked(tree.lower[token]!) || isFighting(tree.lower[token]!))) ||
  // "the rebels, who are backed by Rwanda"
  (depOf(tree, token) === 'relcl' && isBacked(tree.lower[token]!) && kids(tree, token, 'agent').length > 0) ||
  (depOf(tree, token) === 'amod' && isBacked(tree.lower[token]!) && /^[-–]$/.test(tree.lower[token - 1] ?? '')) ||
  (depOf(tree, token) === 'relcl' && /^(broker|mediate|arrange|sponsor|propose)$/.test(tree.lemma[token]!));

/**
 * "Fishermen detained by Palau", "students who marched against Chad": who does it to people is none of them, nor is whom
 * they do it to or where ("rebels holding hostages at the Japanese embassy").
 */
const isDoneTo = (tree: Tree, people: number, clause: number): boolean =>
  roleOfWord(tree.tokens[people]!) !== undefined &&
  ((depOf(tree, clause) === 'acl' && isByTheWay(tree.tokens[clause]!)) ||
    (depOf(tree, clause) === 'relcl' &&
      !SENDS.test(tree.lemma[clause]!) &&
      !SERVING.test(tree.lemma[clause]!) &&
      tree.lower.slice(people + 1, clause).some((word) => /^(who|whom|that)$/.test(word))));

const SERVING = /^(work|serve|belong|fight|back|represent|be|come|live|speak)$/;

/** Whether a kind can be an end of an act, a place standing for its country. */
const canStand = (kind: string): boolean => kind !== 'event' && kind !== 'proposal';

/** The likeliest actor meant by the phrase that a token heads; `shallow` leaves out what is named deep inside it. */
export const actorAt = (scene: Scene, token: number, options?: { readonly shallow?: boolean }): Actor | undefined =>
  once(scene, options?.shallow ? 'shallow actor' : 'actor', token, () => findActor(scene, token, options));

const isHyphenated = ({ lower, tokens }: Tree, dash: number): boolean =>
  /^[-–]$/.test(lower[dash]!) && tokens[dash]!.start === tokens[dash - 1]?.end;

/** Whoever stands behind the noun in "Saudi-backed fighters", who is not the one meant by it. */
const backerOf = (scene: Scene, token: number): number | undefined => {
  const { tree, named } = scene;
  for (const child of tree.children[token]!)
    if (child > 1 && isBacked(tree.lower[child]!) && isHyphenated(tree, child - 1)) return named.get(child - 2)?.entity;
  return undefined;
};

/** Whose neighbor, ally or critic somebody is, who is not the one meant: "Niger's neighbor and ally, Mali". */
const ownerOf = ({ tree, named }: Scene, token: number): number | undefined => {
  if (!RELATED.test(tree.lemma[token]!)) return undefined;
  const owner = tree.children[token]!.find(
    (child) =>
      (depOf(tree, child) === 'poss' && named.has(child)) ||
      (depOf(tree, child) === 'prep' && tree.lower[child] === 'of'),
  );
  if (owner === undefined) return undefined;
  const at = depOf(tree, owner) === 'poss' ? owner : tree.children[owner]!.find((child) => named.has(child));
  return at === undefined ? undefined : named.get(at)?.entity;
};

const RELATED = /^(neighbou?r|ally|rival|enemy|foe|adversary|critic|opponent|creditor)$/;

const findActor = (scene: Scene, token: number, options?: { readonly shallow?: boolean }): Actor | undefined => {
  const behind = backerOf(scene, token) ?? ownerOf(scene, token);
  const entity = scene.cast.actorsOf(token, options).find((candidate) => candidate !== behind);
  if (entity !== undefined) return { entity, token };
  if (options?.shallow || !/^(NOUN|PROPN|NUM|ADJ|SYM)$/.test(scene.tree.tokens[token]!.pos)) return undefined;
  const inside = namedInside(scene, token).find((candidate) => candidate !== behind);
  return inside === undefined ? undefined : { entity: inside, token, inside: true };
};

/** The first of several phrases that means an actor. */
export const firstActor = (scene: Scene, tokens: readonly number[]): Actor | undefined => {
  for (const token of tokens) {
    const actor = actorAt(scene, token);
    if (actor) return actor;
  }
  return undefined;
};

/** Country of an entity, where it has one. */
export const countryOf = (scene: Scene, entity: number): string | undefined => scene.cast.entities[entity]?.country;
