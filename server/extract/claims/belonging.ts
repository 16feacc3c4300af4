import type { Modality } from '../../../graph-schema/claim.ts';
import type { RelationType } from '../../../graph-schema/relations.ts';
import { objectsOf, subjectsOf } from '../clause/arguments.ts';
import { operatorsOf } from '../clause/operators.ts';
import { nounsAfter } from '../clause/prepositions.ts';
import { actorAt, type Scene } from '../scene.ts';
import { depOf, headOf, isNominal, kids, type Tree } from '../tree/tree.ts';
import { conform } from './conform.ts';
import { coordinatedActors } from './coordinated-pair.ts';
import { type Finding, findingAt } from './finding.ts';
import { bearersOf } from './relational-nouns.ts';
import { kindOfThing } from './things.ts';

const PART =
  /^(part|branch|arm|wing|unit|division|body|agency|organ|department|state|province|region|territory|house|section)$/;
const TAKING_PART =
  /^(participate|attend|chair|host|join|boycott|organize|organise|convene|address|open|skip|gather|meet|come|represent)$/;
const STAYING_AWAY = /^(boycott|skip|stay)$/;

/** What a rule of belonging found: the two ends by entity and token, and the word that says it. */
interface Belonging {
  readonly type: RelationType;
  readonly source: number;
  readonly target: number;
  readonly trigger: number;
  readonly targetToken: number;
  readonly rule: string;
  readonly denied?: boolean;
  readonly modality?: Modality;
  readonly title?: string;
}

const actorsAt = (scene: Scene, tokens: readonly number[]): number[] => {
  const several = coordinatedActors(scene, tokens).map((actor) => actor.entity);
  return several.length > 1
    ? several
    : tokens.flatMap((token) => actorAt(scene, token, { shallow: true })?.entity ?? []);
};

const kindOf = (scene: Scene, entity: number): string => scene.cast.entities[entity]!.kind;

const isDenied = (tree: Tree, noun: number): boolean =>
  depOf(tree, noun) === 'attr' && kids(tree, headOf(tree, noun), 'neg').length > 0;

/** "A member of NATO", "NATO member Estonia", "belongs to ASEAN", "joined the European Union". */
const memberships = (scene: Scene, token: number): Belonging[] => {
  const { tree } = scene;
  const lemma = tree.lemma[token]!;
  const found: Belonging[] = [];
  const add = (bodies: readonly number[], members: readonly number[], denied = false): void => {
    for (const body of bodies) {
      const organization = actorAt(scene, body, { shallow: true });
      if (!organization || kindOf(scene, organization.entity) !== 'organization') continue;
      for (const source of members)
        found.push({
          type: 'MEMBER_OF',
          source,
          target: organization.entity,
          trigger: token,
          targetToken: body,
          rule: 'member of',
          denied,
        });
    }
  };
  if (lemma === 'member') {
    const bodies = [...nounsAfter(tree, token, ['of']), ...kids(tree, token, 'compound', 'nmod', 'poss', 'amod')];
    const head = headOf(tree, token);
    const bearers = depOf(tree, token) === 'compound' && isNominal(tree, head) ? [head] : bearersOf(scene, token);
    const named =
      bodies.length > 0 ? bodies : depOf(tree, token) === 'compound' ? kids(tree, head, 'compound', 'nmod') : [];
    add(named, actorsAt(scene, bearers), isDenied(tree, token));
  } else if (lemma === 'belong')
    add(
      nounsAfter(tree, token, ['to']),
      // "froze assets belonging to the bank": what belongs is the noun before, and not who does something to it
      actorsAt(scene, depOf(tree, token) === 'acl' ? [headOf(tree, token)] : subjectsOf(scene, token)),
      kids(tree, token, 'neg').length > 0,
    );
  else if (lemma === 'join' && tree.tokens[token]!.tag !== 'VB') {
    const members = actorsAt(scene, subjectsOf(scene, token)).filter((entity) => kindOf(scene, entity) === 'country');
    if (kids(tree, token, 'prep').every((child) => tree.lower[child] === 'in' || tree.lower[child] === 'on'))
      add(kids(tree, token, 'dobj'), members, kids(tree, token, 'neg').length > 0);
  } else if (/^(admit|accept|welcome)$/.test(lemma)) {
    const asMember = nounsAfter(tree, token, ['as']).some((noun) => tree.lemma[noun] === 'member');
    if (asMember)
      add(subjectsOf(scene, token), actorsAt(scene, objectsOf(tree, token)), kids(tree, token, 'neg').length > 0);
  }
  return found;
};

/** "A citizen of Sudan", "a Nigerian national", "the Czech writer Pavel Dvorak". */
const citizenships = (scene: Scene, token: number): Belonging[] => {
  const { tree, cast } = scene;
  if (!/^(citizen|national|passport|citizenship|nationality)$/.test(tree.lemma[token]!)) return [];
  const found: Belonging[] = [];
  const modifiers = kids(tree, token, 'amod', 'compound', 'nmod');
  const countries = [
    ...modifiers,
    ...modifiers.flatMap((child) => kids(tree, child, 'conj')),
    ...nounsAfter(tree, token, ['of']),
  ];
  const holder =
    depOf(tree, token) === 'dobj' && /^(hold|have|carry|get|receive)$/.test(tree.lemma[headOf(tree, token)]!);
  const bearers = holder ? subjectsOf(scene, headOf(tree, token)) : bearersOf(scene, token);
  for (const modifier of countries) {
    const country = cast.actorsOf(modifier, { shallow: true })[0];
    if (country === undefined || kindOf(scene, country) !== 'country') continue;
    for (const source of actorsAt(scene, bearers))
      if (kindOf(scene, source) === 'person')
        found.push({
          type: 'CITIZEN_OF',
          source,
          target: country,
          trigger: token,
          targetToken: modifier,
          rule: 'citizen of',
          denied: isDenied(tree, token),
        });
  }
  return found;
};

/** "A branch of the Revolutionary Guards", "part of the economy ministry". */
const parts = (scene: Scene, token: number): Belonging[] => {
  const { tree } = scene;
  if (!PART.test(tree.lemma[token]!) || !/^(attr|appos)$/.test(depOf(tree, token))) return [];
  const found: Belonging[] = [];
  for (const whole of nounsAfter(tree, token, ['of'])) {
    const target = actorAt(scene, whole, { shallow: true });
    if (!target) continue;
    for (const source of actorsAt(scene, bearersOf(scene, token)))
      if (/^(organization|place)$/.test(kindOf(scene, source)))
        found.push({
          type: 'PART_OF',
          source,
          target: target.entity,
          trigger: token,
          targetToken: whole,
          rule: 'part of',
          denied: isDenied(tree, token),
        });
  }
  return found;
};

/** "Attended the conference", "took part in the summit", "chaired the talks", "boycotted the forum". */
const participations = (scene: Scene, token: number): Belonging[] => {
  const { tree, cast } = scene;
  const lemma = tree.lemma[token]!;
  const taking = lemma === 'part' && /^(take|have|play)$/.test(tree.lemma[headOf(tree, token)]!);
  const noun = lemma === 'participation' || lemma === 'participant';
  const away = lemma === 'stay' ? kids(tree, token, 'advmod').filter((child) => tree.lower[child] === 'away') : [];
  if (!taking && !noun && away.length === 0 && !(TAKING_PART.test(lemma) && tree.tokens[token]!.pos === 'VERB'))
    return [];
  const verb = taking ? headOf(tree, token) : token;
  const preposition = /^(gather|meet)$/.test(lemma)
    ? ['for', 'at']
    : /^(come)$/.test(lemma)
      ? ['to']
      : lemma === 'represent'
        ? ['at']
        : ['in', 'at'];
  const events = [
    ...(/^(gather|meet|come|represent|participate)$/.test(lemma) || noun ? [] : kids(tree, verb, 'dobj')),
    ...nounsAfter(tree, verb, preposition),
    ...(taking ? nounsAfter(tree, token, ['in']) : []),
    ...away.flatMap((adverb) => nounsAfter(tree, adverb, ['from'])),
  ];
  const found: Belonging[] = [];
  for (const event of events) {
    if (kindOfThing(tree, event) !== 'event') continue;
    const actors = actorsAt(
      scene,
      noun
        ? kids(tree, token, 'poss')
        : lemma === 'represent'
          ? kids(tree, verb, 'nsubjpass')
          : subjectsOf(scene, verb),
    );
    if (actors.length === 0) continue;
    const target = cast.thingOf(event, 'event');
    const no = taking && kids(tree, token, 'det').some((child) => tree.lower[child] === 'no');
    const said = noun ? undefined : conform('COOPERATE', operatorsOf(tree, verb));
    const denied = no || STAYING_AWAY.test(lemma) || said?.polarity === 'denied';
    for (const source of actors)
      if (target >= 0)
        found.push({
          type: 'TOOK_PART_IN',
          source,
          target,
          trigger: verb,
          targetToken: event,
          rule: 'took part in',
          denied,
          modality: said?.modality ?? 'fact',
        });
  }
  return found;
};

/** The words that the rules begin with; no other token is looked at. */
const BEGINS =
  /^(member|belong|join|admit|accept|welcome|stay|citizen|national|passport|citizenship|nationality|participation|participant|participate|attend|chair|host|boycott|organize|organise|convene|address|open|skip|gather|meet|come|represent|part|branch|arm|wing|unit|division|body|agency|organ|department|state|province|region|territory|house|section)$/;

const RULES = [memberships, citizenships, parts, participations];

/** Memberships, citizenships, parts and taking part, where the text says them. */
export const findBelonging = (scene: Scene): Finding[] => {
  const { tree } = scene;
  const findings: Finding[] = [];
  for (let token = 0; token < tree.tokens.length; token++) {
    if (!BEGINS.test(tree.lemma[token]!)) continue;
    for (const rule of RULES)
      for (const { type, source, target, trigger, targetToken, rule: name, denied, modality = 'fact' } of rule(
        scene,
        token,
      )) {
        if (source === target) continue;
        findings.push(
          findingAt(
            tree,
            trigger,
            { entity: source, token: trigger },
            { entity: target, token: targetToken },
            { type, modality, polarity: denied ? 'denied' : 'affirmed', rule: name, path: 'belonging', weight: 2 },
          ),
        );
      }
  }
  return findings;
};
