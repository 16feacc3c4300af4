import { objectsOf } from '../clause/arguments.ts';
import { operatorsOf } from '../clause/operators.ts';
import { nounsAfter } from '../clause/prepositions.ts';
import { type Actor, countryOf, type Scene } from '../scene.ts';
import { depOf, headOf, isVerbal, kids, type Tree } from '../tree/tree.ts';
import { conform } from './conform.ts';
import { coordinatedActors } from './coordinated-pair.ts';
import { type Finding, findingAt } from './finding.ts';
import { sourceOfVerb } from './source-of-verb.ts';

const REFUSING = /^(decline|refuse|reject|dismiss|rebuff|spurn|ignore)$/;
/** What somebody asked or offered before. */
const REQUEST = /^(request|demand|call|appeal|plea|proposal|offer|condition|invitation|ultimatum|idea|suggestion)$/;
const ASKING =
  /^(offer|propose|ask|urge|invite|demand|call|appeal|request|press|suggest|implore|beg|plead|insist|order)$/;

/** Whether a verb refuses what was asked before: it has no object, or "the request", "that", "it". */
const refusesWhatWasAsked = (tree: Tree, verb: number): boolean => {
  if (kids(tree, verb, 'xcomp', 'ccomp', 'nsubjpass').length > 0 || nounsAfter(tree, verb, ['by']).length > 0)
    return false;
  const objects = objectsOf(tree, verb);
  if (objects.length === 0) return /^(decline|refuse)$/.test(tree.lemma[verb]!);
  return objects.some(
    (object) =>
      REQUEST.test(tree.lemma[object]!) &&
      kids(tree, object, 'poss', 'amod', 'compound', 'acl', 'relcl', 'prep').length === 0 &&
      kids(tree, object, 'det').every((child) => /^(the|this|that|these|those|both|all)$/.test(tree.lower[child]!)),
  );
};

/** Who asked somebody for something last, in the sentence of the refusal or the one before. */
const askerBefore = (
  scene: Scene,
  verb: number,
  acts: readonly Finding[],
  isHome: (entity: number) => boolean,
): Actor | undefined => {
  const { tree } = scene;
  const first = tree.bounds[Math.max(0, tree.sentence[verb]! - 1)]!;
  const act = acts.findLast(
    ({ trigger, type, source, target }) =>
      trigger >= first && trigger < verb && /^(URGED|DEMANDED_OF)$/.test(type) && isHome(target) && !isHome(source),
  );
  if (act) return { entity: act.source, token: act.sourceToken };
  for (let at = verb - 1; at >= first; at--) {
    if (!isVerbal(tree, at) || !ASKING.test(tree.lemma[at]!)) continue;
    const asker = sourceOfVerb(scene, at);
    if (asker && !isHome(asker.entity)) return asker;
  }
  return undefined;
};

/** "Halted deliveries to A and B when they refused to pay": whoever acts on a refusal is who was refused. */
const refusedInClause = (scene: Scene, verb: number): Actor | undefined => {
  const { tree } = scene;
  if (depOf(tree, verb) !== 'advcl' || !/^(refuse|decline)$/.test(tree.lemma[verb]!)) return undefined;
  const marked = tree.children[verb]!.some((child) => /^(when|after|because|since|as)$/.test(tree.lower[child]!));
  return marked ? sourceOfVerb(scene, headOf(tree, verb)) : undefined;
};

/** "They" of such a clause are those that the main clause is about. */
const refusersOf = (scene: Scene, verb: number): readonly Actor[] => {
  const { tree } = scene;
  if (!kids(tree, verb, 'nsubj').some((subject) => tree.lower[subject] === 'they')) {
    const doer = sourceOfVerb(scene, verb);
    return doer ? [doer] : [];
  }
  const objects = objectsOf(tree, headOf(tree, verb));
  const behind = [headOf(tree, verb), ...objects].flatMap((object) =>
    nounsAfter(tree, object, ['to', 'from', 'with', 'for', 'of']),
  );
  return coordinatedActors(scene, [...behind, ...objects]);
};

/** "Fiji called on Canberra to stop. Australia declined": whoever refuses what was asked rejects who asked it. */
export const findRebuffs = (scene: Scene, acts: readonly Finding[]): Finding[] => {
  const { tree } = scene;
  const found: Finding[] = [];
  for (let verb = 0; verb < tree.tokens.length; verb++) {
    if (!isVerbal(tree, verb) || !REFUSING.test(tree.lemma[verb]!)) continue;
    const refused = refusedInClause(scene, verb);
    if (!refused && !refusesWhatWasAsked(tree, verb)) continue;
    const refusers = refused ? refusersOf(scene, verb) : [sourceOfVerb(scene, verb)].flatMap((doer) => doer ?? []);
    const [doer] = refusers;
    const conformed = conform('REJECT', operatorsOf(tree, verb));
    const home = doer && countryOf(scene, doer.entity);
    if (!doer || !conformed) continue;
    const isHome = (entity: number): boolean =>
      entity === doer.entity || (home !== undefined && countryOf(scene, entity) === home);
    const asker = refused ?? askerBefore(scene, verb, acts, isHome);
    if (!asker || isHome(asker.entity)) continue;
    for (const { entity, token } of refusers)
      found.push(
        findingAt(tree, verb, { entity, token }, asker, {
          type: 'REJECTED',
          ...conformed,
          rule: 'rebuff',
          path: 'asker before',
          weight: 2,
        }),
      );
  }
  return found;
};
