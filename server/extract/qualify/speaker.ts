import { sourceOfVerb } from '../claims/source-of-verb.ts';
import { nounsAfter } from '../clause/prepositions.ts';
import { WORDS } from '../lexicon/word-sets.ts';
import { firstActor, type Scene } from '../scene.ts';
import { depOf, headOf, isVerbal, kids, type Tree } from '../tree/tree.ts';

const BLAMING = /^(accuse|blame|suspect|charge|criticize|criticise|condemn|denounce|fault)$/;
const TELLING =
  /^(deny|quote|cite|testify|recall|complain|lament|boast|tell|read|tweet|post|wonder|fear|know|see|agree)$/;
const CHARGE =
  /^(claim|allegation|statement|accusation|charge|assertion|conclusion|confidence|belief|suspicion|report|view)$/;
const HIGHEST = 14;

const tells = (lemma: string): boolean => WORDS.say.has(lemma) || WORDS.allege.has(lemma) || TELLING.test(lemma);

/** Whether a quotation that holds one token ends before the other, so that the other is not said by its speaker. */
const leavesQuote = (tree: Tree, inside: number, trigger: number): boolean => {
  let closed = 0;
  for (let at = Math.min(inside, trigger); at < Math.max(inside, trigger); at++) {
    const text = tree.tokens[at]!.text;
    if (text === '”') closed++;
    else if (text === '“') closed--;
  }
  return trigger > inside ? closed > 0 : false;
};

/** The verb over the second of two who are accused ("accused Chad of plotting and Togo of helping"); any other token itself. */
const verbOfList = (tree: Tree, token: number): number => {
  let at = token;
  for (let step = 0; step < HIGHEST && depOf(tree, at) === 'conj' && !isVerbal(tree, at); step++) at = headOf(tree, at);
  return at !== token && depOf(tree, at) === 'dobj' ? headOf(tree, at) : token;
};

/** Who says what a token says, as an entity of the cast: the nearest teller above it, or whom "according to" names. */
export const speakerOf = (scene: Scene, trigger: number, source?: number): number | undefined => {
  const { tree } = scene;
  let at = trigger;
  for (let step = 0; step < HIGHEST; step++) {
    for (const child of kids(tree, at, 'prep', 'advcl', 'advmod')) {
      if (tree.lower[child] !== 'according') continue;
      const source = firstActor(scene, nounsAfter(tree, child, ['to']));
      if (source) return source.entity;
    }
    for (const aside of kids(tree, at, 'parataxis', 'advcl'))
      if (
        tells(tree.lemma[aside]!) &&
        kids(tree, aside, 'nsubj').length > 0 &&
        kids(tree, aside, 'ccomp', 'dobj', 'mark').length === 0
      ) {
        const source = sourceOfVerb(scene, aside);
        if (source) return source.entity;
      }
    const head = headOf(tree, at);
    if (head === at) return undefined;
    const dep = depOf(tree, at);
    const lemma = tree.lemma[head]!;
    const told =
      (/^(ccomp|parataxis)$/.test(dep) && tells(lemma)) ||
      (dep === 'xcomp' && lemma === 'deny') ||
      (dep === 'acl' && /^(claim|allegation|statement|accusation|charge|assertion)$/.test(lemma));
    if (told && isVerbal(tree, head) && !leavesQuote(tree, at, trigger)) {
      const teller = sourceOfVerb(scene, head);
      const agreeing = lemma === 'agree' && teller?.entity === source;
      if (teller && !agreeing) return teller.entity;
    }
    if (dep === 'acl' && CHARGE.test(lemma)) {
      const upper = depOf(tree, head) === 'pobj' ? headOf(tree, headOf(tree, head)) : head;
      const owner = firstActor(scene, [
        ...kids(tree, head, 'poss', 'amod', 'compound', 'nmod'),
        ...kids(tree, upper, 'poss', 'nmod', 'compound'),
        ...nounsAfter(tree, head, ['by', 'of']),
      ]);
      if (owner) return owner.entity;
    }
    const blaming = dep === 'pcomp' ? verbOfList(tree, headOf(tree, head)) : head;
    if (dep === 'pcomp' && BLAMING.test(tree.lemma[blaming]!)) {
      const source = sourceOfVerb(scene, blaming);
      if (source) return source.entity;
    }
    at = head;
  }
  return undefined;
};
