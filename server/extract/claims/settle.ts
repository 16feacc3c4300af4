import { WORDS } from '../lexicon/word-sets.ts';
import type { Scene } from '../scene.ts';
import { countryOf } from '../scene.ts';
import { depOf, headOf, isInfinitive, isVerbal, kids, posOf, type Tree, tagOf } from '../tree/tree.ts';
import type { Finding } from './finding.ts';

const isOperator = (lemma: string): boolean =>
  WORDS.agree.has(lemma) || WORDS.refuse.has(lemma) || WORDS.threaten.has(lemma) || WORDS.demand.has(lemma);

/** Score by which findings about one pair are told apart: what speaks for it, less its depth in the sentence. */
export const scoreOf = (finding: Finding): number => finding.weight - finding.depth * 0.15;

/** Nouns by which an act is told for itself, whatever is said of it. */
const OWN_ACT = /^(refusal|unwillingness|failure|move|threat)$/;

/** The verb above whose own finding already covers an infinitive ("sent troops to attack": one event; "wrote to apologize": two). */
const isCovered = (tree: Tree, finding: Finding, byTrigger: ReadonlyMap<number, Finding[]>): boolean => {
  let at = finding.trigger;
  for (let step = 0; step < 5; step++) {
    const head = headOf(tree, at);
    if (head === at) return false;
    const dep = depOf(tree, at);
    const bare = (tagOf(tree, at) === 'VB' && isInfinitive(tree, at)) || (tagOf(tree, at) === 'VBG' && dep === 'acl');
    if (!/^(xcomp|advcl|acl|relcl|conj|pcomp|prep)$/.test(dep) && !/^(NOUN|ADP)$/.test(posOf(tree, at))) return false;
    if (dep === 'acl' && OWN_ACT.test(tree.lemma[head]!) && kids(tree, head, 'poss').length > 0) return false;
    if (bare && /^(advcl|acl|xcomp)$/.test(dep)) {
      let over = head;
      for (let climb = 0; climb < 4 && !isVerbal(tree, over) && headOf(tree, over) !== over; climb++)
        over = headOf(tree, over);
      const covering = over !== finding.trigger ? byTrigger.get(over) : undefined;
      const covers = (other: Finding): boolean =>
        other.weight >= finding.weight - 1.5 && (finding.path !== 'spoken to' || other.plover === finding.plover);
      if (covering && !isOperator(tree.lemma[over]!) && covering.some(covers)) return true;
    }
    at = head;
  }
  return false;
};

/** Rebels and soldiers of one country fighting each other. */
const isCivilWar = ({ cast }: Scene, { type, source, target }: Finding): boolean => {
  const roles = [source, target].map((end) => cast.entities[end]!.role);
  return type === 'ATTACKED' && roles.includes('rebels') && roles.includes('military');
};

/** "Talks between the government and the rebels": told beside what others do, though both are of one country. */
const isBetweenFoes = ({ cast }: Scene, { path, depth, source, target }: Finding): boolean =>
  path === 'between' &&
  depth <= 1 &&
  [source, target].filter((end) => /^(rebels|opposition)$/.test(cast.entities[end]!.role ?? '')).length === 1;

/** "In talks with X, Y promised": that they talked is said beside what was promised. */
const isTalkBeside = ({ rule, plover }: Finding): boolean => rule === 'adverbial noun' && plover === 'CONSULT';

/** "Accused the army of burning homes and killing villagers": what somebody is accused of, though it is done at home. */
const isCharge = (tree: Tree, verb: number): boolean => {
  const gerund = depOf(tree, verb) === 'conj' ? headOf(tree, verb) : verb;
  const of = headOf(tree, gerund);
  const above = headOf(tree, of);
  const accuses = [above, headOf(tree, above)].some((over) => tree.lemma[over] === 'accuse');
  return depOf(tree, gerund) === 'pcomp' && tree.lower[of] === 'of' && accuses;
};

/** A clause of its own with its ends in their places: kept beside a stronger one about the same pair. */
const isSure = (scene: Scene, finding: Finding): boolean =>
  isTalkBeside(finding) ||
  (finding.rule === 'relational noun' && finding.type === 'ALLIED_WITH') ||
  /^(spoken to|owner of goal|host of envoy|accuser before)$/.test(finding.path) ||
  isBetweenFoes(scene, finding) ||
  (isVerbal(scene.tree, finding.trigger) &&
    (isCivilWar(scene, finding) ||
      /^(object|dative|frame:|prep:(with|to|against)|behind object|each)/.test(finding.path) ||
      (finding.path === 'domestic' && isCharge(scene.tree, finding.trigger)) ||
      (finding.path === 'clause subject' &&
        finding.type === 'DEMANDED_OF' &&
        tagOf(scene.tree, finding.trigger) !== 'VBG') ||
      (finding.path === 'coordinated' && !isOperator(scene.tree.lemma[finding.trigger]!))) &&
    !/inside|>/.test(finding.path) &&
    !/^operator/.test(finding.rule) &&
    /^(ROOT|conj|ccomp|relcl|advcl|acl|pcomp)$/.test(depOf(scene.tree, finding.trigger)));

/** Of findings of one type about one pair, the strongest. */
const withoutEchoes = (findings: readonly Finding[]): Finding[] => {
  const best = new Map<string, Finding>();
  for (const finding of findings) {
    const key = `${finding.type} ${finding.source} ${finding.target}`;
    const before = best.get(key);
    if (!before || scoreOf(finding) > scoreOf(before)) best.set(key, finding);
  }
  return [...best.values()];
};

/** Whether the verb that asks tells of the asking itself ("came to press him to resign": one request). */
const isAskedAbove = (
  tree: Tree,
  { rule, trigger, source, target, plover }: Finding,
  byTrigger: ReadonlyMap<number, Finding[]>,
): boolean =>
  rule === 'operator above' &&
  (byTrigger.get(headOf(tree, trigger)) ?? []).some(
    (other) => other.source === source && other.target === target && other.plover === plover,
  );

/** Keeps, in each sentence, one finding a directed pair, the strongest; drops what another finding covers. */
export const settle = (scene: Scene, findings: readonly Finding[]): Finding[] => {
  const { tree } = scene;
  const byTrigger = new Map<number, Finding[]>();
  for (const finding of findings)
    if (isVerbal(tree, finding.trigger))
      byTrigger.set(finding.trigger, [...(byTrigger.get(finding.trigger) ?? []), finding]);
  const bySentence = new Map<number, Finding[]>();
  for (const finding of findings) {
    if (isCovered(tree, finding, byTrigger) || isAskedAbove(tree, finding, byTrigger)) continue;
    const root = tree.sentence[finding.trigger]!;
    bySentence.set(root, [...(bySentence.get(root) ?? []), finding]);
  }
  const domestic = (finding: Finding): boolean => {
    const country = countryOf(scene, finding.source);
    return country !== undefined && country === countryOf(scene, finding.target);
  };
  const kept: Finding[] = [];
  for (const group of bySentence.values()) {
    const foreign = group.some(
      (finding) => !domestic(finding) && finding.rule !== 'adverbial noun' && finding.modality !== 'hypothetical',
    );
    const best = new Map<string, Finding>();
    const sure: Finding[] = [];
    for (const finding of group) {
      if (foreign && domestic(finding) && (finding.depth > 0 || finding.weight < 3) && !isSure(scene, finding))
        continue;
      const key = `${finding.source}>${finding.target}`;
      const before = best.get(key);
      if (!before || scoreOf(finding) > scoreOf(before)) best.set(key, finding);
      if (isSure(scene, finding)) sure.push(finding);
    }
    kept.push(...withoutEchoes([...new Set([...best.values(), ...sure])]));
  }
  return kept;
};
