import { type RelationType, relationOf } from '../../../graph-schema/relations.ts';
import { agentsOf, subjectsOf } from '../clause/arguments.ts';
import { classify } from '../clause/classify.ts';
import { contextOfNoun } from '../clause/noun-context.ts';
import { typeOfNoun } from '../clause/noun-words.ts';
import { operatorsOf } from '../clause/operators.ts';
import { nounsAfter } from '../clause/prepositions.ts';
import { RELATIONAL_NOUN } from '../lexicon/relational-noun.ts';
import { WORDS } from '../lexicon/word-sets.ts';
import { type Actor, actorAt, firstActor, isOnlyInClause, type Scene } from '../scene.ts';
import { depOf, headOf, isVerbal, kids, posOf, type Tree, tagOf } from '../tree/tree.ts';
import { conformNominal } from './conform-nominal.ts';
import { coordinatedActors, foesAtHome } from './coordinated-pair.ts';
import { cameToNothing } from './failed-talks.ts';
import { type Finding, findingAt } from './finding.ts';
import { fitEnds } from './fit.ts';
import { ploverOf } from './meaning-of-verb.ts';
import { sourceOfVerb } from './source-of-verb.ts';

const RENEWING = /^(normali[sz]ation|restoration|resumption|establishment|renewal)$/;
const BREAKING = /^(severing|severance|suspension|rupture|break|breaking)$/;

/** "The normalization of relations between", "the suspension of ties with": what becomes of ties. */
const typeOfTie = (tree: Tree, noun: number): RelationType | undefined => {
  if (!nounsAfter(tree, noun, ['of']).some((tie) => /^(tie|relation|relationship|link)$/.test(tree.lemma[tie]!)))
    return undefined;
  if (RENEWING.test(tree.lemma[noun]!)) return 'ESTABLISHED_RELATIONS_WITH';
  return BREAKING.test(tree.lemma[noun]!) ? 'BROKE_RELATIONS_WITH' : undefined;
};

/** What two do to come to terms; where it comes to nothing they disagree. */
const TALKS: ReadonlySet<RelationType> = new Set(['MET_WITH', 'NEGOTIATED_WITH', 'AGREES_WITH', 'SPOKE_WITH']);

const JOURNEY = /^(visit|trip|tour)$/;

/** "The workers' strike at the plant": no attack. */
const isLabourStrike = ({ tree }: Scene, noun: number): boolean =>
  /^(strike|walkout|stoppage)$/.test(tree.lemma[noun]!) &&
  [...kids(tree, noun, 'poss', 'compound', 'nmod'), ...nounsAfter(tree, noun, ['of', 'by'])].some((owner) =>
    /^(worker|union|teacher|doctor|nurse|miner|driver|pilot|farmer|trucker|student|staff|employee|labou?r|dockworker|railway|rail|bus|hunger|transport|crew)$/.test(
      tree.lemma[owner]!,
    ),
  );

/** Acts named by nouns: "talks between A and B", "A's attack on B", "an A-led strike on B", "support from A for B". */
export const findNominals = (scene: Scene): Finding[] => {
  const { tree } = scene;
  const findings: Finding[] = [];
  for (let noun = 0; noun < tree.tokens.length; noun++) {
    if (posOf(tree, noun) !== 'NOUN' || depOf(tree, noun) === 'compound' || RELATIONAL_NOUN.test(tree.lemma[noun]!))
      continue;
    const named = typeOfNoun(tree, noun) ?? typeOfTie(tree, noun);
    const type = named && TALKS.has(named) && cameToNothing(tree, noun) ? 'DISAGREES_WITH' : named;
    const plover = type && ploverOf(type);
    if (!type || !plover) continue;
    if (isCovered(scene, noun) || isLabourStrike(scene, noun)) continue;
    const mediated = type === 'MEDIATED' ? endsOfMediation(scene, noun) : [];
    const ends = endsOfNominal(scene, noun, plover === 'CONSULT' && !JOURNEY.test(tree.lemma[noun]!));
    for (const { source, target, path } of mediated.length > 0 ? mediated : ends ? [ends] : []) {
      const fitted = fitEnds(scene, type, source.entity, target.entity);
      if (!fitted) continue;
      const put = conformNominal(ploverOf(fitted.type) ?? plover, contextOfNoun(tree, noun));
      findings.push(
        findingAt(
          tree,
          noun,
          { entity: fitted.source, token: source.token },
          { entity: fitted.target, token: target.token },
          { type: fitted.type, ...put, rule: 'noun', path, weight: 0.4 },
        ),
      );
    }
  }
  return findings;
};

/** "Called a halt to its raids on", "put an end to the siege of": what is ended so is not done. */
const isBroughtToAnEnd = (tree: Tree, noun: number): boolean => {
  const to = headOf(tree, noun);
  const above = headOf(tree, to);
  if (depOf(tree, noun) !== 'pobj' || tree.lower[to] !== 'to') return false;
  const end = isVerbal(tree, above) ? kids(tree, above, 'dobj') : [above];
  return end.some((token) => /^(end|halt|stop)$/.test(tree.lemma[token]!));
};

/** Whether the verb over a noun already says what the noun does ("lifted its blockade", "imposed sanctions"). */
export const isCovered = (scene: Scene, noun: number): boolean => {
  const { tree } = scene;
  const head = headOf(tree, noun);
  if (isBroughtToAnEnd(tree, noun)) return true;
  if (!isVerbal(tree, head) || !/^(dobj|nsubjpass)$/.test(depOf(tree, noun))) return false;
  if (!WORDS.end.has(tree.lemma[head]!) || classify(scene, head) === undefined) return false;
  // "appealed to the council to stop the assault on": it goes on
  const isNamed = kids(tree, noun, 'poss', 'amod', 'compound').some((owner) => scene.named.has(owner));
  return !isNamed || operatorsOf(tree, head).demand === undefined;
};

interface NominalEnds {
  readonly source: Actor;
  readonly target: Actor;
  readonly path: string;
}

/** "Talks between the government and northern rebels": whoever is at odds with the first at home. */
const foeBeside = (scene: Scene, { entity, token }: Actor): Actor | undefined => {
  const [foe] = foesAtHome(scene, token, [entity]);
  return foe === undefined ? undefined : { entity: foe, token };
};

const between = (scene: Scene, head: number): NominalEnds | undefined => {
  const parties = nounsAfter(scene.tree, head, ['between', 'among']).flatMap((token) =>
    scene.cast.actorsOf(token, { conjuncts: true }).map((entity) => ({ entity, token })),
  );
  const [source, other] = parties;
  const target = other ?? (source && foeBeside(scene, source));
  return source && target && source.entity !== target.entity ? { source, target, path: 'between' } : undefined;
};

/** "Two soldiers died in an ambush by rebels": whom an attack hit. */
const victimOf = (scene: Scene, noun: number): Actor | undefined => {
  const { tree } = scene;
  const preposition = headOf(tree, noun);
  const verb = headOf(tree, preposition);
  if (depOf(tree, noun) !== 'pobj' || !/^(in|during)$/.test(tree.lower[preposition]!)) return undefined;
  return /^(die|perish|fall)$/.test(tree.lemma[verb]!) ? firstActor(scene, subjectsOf(scene, verb)) : undefined;
};

/** Help against somebody is not for them. */
const isHelp = (type: RelationType | undefined): boolean =>
  type !== undefined && /^(AID|SUPPORT|COOPERATE)$/.test(ploverOf(type) ?? '');

/** "The release of four children from Syria": whoever is freed is freed by whom they are freed from. */
const freedFrom = (scene: Scene, noun: number, freed: readonly number[]): NominalEnds | undefined => {
  const target = firstActor(scene, freed);
  const source = firstActor(
    scene,
    [noun, ...freed].flatMap((head) => nounsAfter(scene.tree, head, ['from'])),
  );
  return source && target && source.entity !== target.entity ? { source, target, path: 'behind noun' } : undefined;
};

/** "Flew to Asmara for talks with": whoever travels for talks is a party to them. */
const travellerTo = (scene: Scene, noun: number): Actor | undefined => {
  const { tree } = scene;
  const preposition = headOf(tree, noun);
  const verb = headOf(tree, preposition);
  if (depOf(tree, noun) !== 'pobj' || tree.lower[preposition] !== 'for' || !TRAVEL.test(tree.lemma[verb]!))
    return undefined;
  return sourceOfVerb(scene, verb);
};

const TRAVEL =
  /^(arrive|fly|travel|go|come|land|visit|return|head|sit|gather|convene|depart|leave|receive|host|welcome|invite)$/;

/** "Pakistan's mediation between Riyadh and Tehran": the owner stands between all who are named. */
const endsOfMediation = (scene: Scene, noun: number): NominalEnds[] => {
  const { tree } = scene;
  const source = firstActor(scene, [
    ...nounsAfter(tree, noun, ['by']),
    ...kids(tree, noun, 'poss', 'compound', 'amod', 'nmod'),
    ...nounsAfter(tree, noun, ['of']),
  ]);
  if (!source) return [];
  return nounsAfter(tree, noun, ['between', 'among'])
    .flatMap((token) => scene.cast.actorsOf(token, { conjuncts: true }).map((entity) => ({ entity, token })))
    .filter(({ entity }) => entity !== source.entity)
    .map((target) => ({ source, target, path: 'each party' }));
};

/** What a group of no named country is taken to do. */
const BARE_DOES = /^(ASSAULT|REJECT|RETREAT|THREATEN|PROTEST|COERCE)$/;

/** "The killing of guards by gunmen", "the rebels' rejection of": who does it, where the text gives the group no country. */
const bareActor = (scene: Scene, tokens: readonly number[]): Actor | undefined => {
  for (const token of tokens) {
    const entity = actorAt(scene, token) ? undefined : scene.cast.bareGroup(token);
    if (entity !== undefined) return { entity, token };
  }
  return undefined;
};

const PLACELESS = ['against', 'with', 'to', 'for', 'over', 'into', 'toward', 'towards'];
const PLACED = ['on', 'against', 'with', 'of', 'to', 'for', 'over', 'into', 'from', 'in', 'toward', 'towards', 'at'];

/** Behind which prepositions an act noun may name its target, likeliest first. */
const prepositionsBehind = (type: RelationType | undefined, placeless: boolean): readonly string[] => {
  if (type === 'WITHDREW_FROM') return ['from'];
  if (placeless) return PLACELESS;
  return type === 'MOBILIZED_AGAINST' ? [...PLACED, 'near', 'along', 'around'] : PLACED;
};

const endsOfNominal = (scene: Scene, noun: number, placeless: boolean): NominalEnds | undefined => {
  const { tree } = scene;
  const owned = nounsAfter(tree, noun, ['of']);
  const pair = [noun, ...owned].map((head) => between(scene, head)).find((found) => found !== undefined);
  if (pair) return pair;
  const type = typeOfNoun(tree, noun);
  const [one, other] = type && relationOf(type).symmetric ? coordinatedActors(scene, owned) : [];
  if (one && other) return { source: one, target: other, path: 'between' };
  const head = headOf(tree, noun);
  if (isVerbal(tree, head) && /^(nsubjpass|nsubj|dobj)$/.test(depOf(tree, noun))) {
    const outside = between(scene, head);
    if (outside) return outside;
  }
  const freed = type === 'RELEASED' ? freedFrom(scene, noun, owned) : undefined;
  if (freed) return freed;
  const makers = nounsAfter(tree, noun, ['by']);
  const doers = [
    ...makers,
    ...owned.flatMap((object) => nounsAfter(tree, object, ['by'])),
    ...kids(tree, noun, 'acl')
      .filter((child) => tagOf(tree, child) === 'VBN')
      .flatMap((child) => agentsOf(tree, child)),
  ];
  const source =
    firstActor(scene, doers) ??
    (type && BARE_DOES.test(ploverOf(type) ?? '')
      ? bareActor(scene, [...makers, ...kids(tree, noun, 'poss')])
      : undefined) ??
    firstActor(scene, kids(tree, noun, 'poss', 'compound', 'amod', 'nmod')) ??
    (typeOfNoun(tree, noun) === 'WITHDREW_FROM' ? firstActor(scene, owned) : undefined) ??
    firstActor(scene, nounsAfter(tree, noun, ['from'])) ??
    firstActor(scene, owned) ??
    (placeless ? travellerTo(scene, noun) : undefined);
  if (!source) return undefined;
  const prepositions = prepositionsBehind(type, placeless);
  // "its veto in the council": where one has it
  const isWhere = (word: string): boolean => /^(in|at)$/.test(word) && tree.lemma[noun] === 'veto';
  for (const preposition of prepositions.filter((word) => !isWhere(word) && (word !== 'against' || !isHelp(type))))
    for (const token of [noun, ...(/^(of|in|with|for)$/.test(preposition) ? [] : [...makers, ...owned])].flatMap(
      (head) => nounsAfter(tree, head, [preposition]),
    )) {
      const target =
        type && /^(REJECT|ACCUSE)$/.test(ploverOf(type) ?? '') && isOnlyInClause(scene, token)
          ? undefined
          : actorAt(scene, token);
      if (target && target.entity !== source.entity) return { source, target, path: 'behind noun' };
    }
  const victim = type === 'ATTACKED' ? victimOf(scene, noun) : undefined;
  return victim && victim.entity !== source.entity ? { source, target: victim, path: 'victim' } : undefined;
};
