import { relationOf } from '../../../graph-schema/relations.ts';
import type { Scene } from '../scene.ts';
import { isVerbal, kids } from '../tree/tree.ts';
import { findActs } from './acts.ts';
import { findAdverbialNominals } from './adverbial-nominals.ts';
import { findBelonging } from './belonging.ts';
import { companionsOf } from './companions.ts';
import { findCompoundParticiples } from './compound-participles.ts';
import { findLikewise } from './ellipsis.ts';
import { findEvents } from './events.ts';
import type { Finding } from './finding.ts';
import { findNominalThings } from './nominal-things.ts';
import { findNominals } from './nominals.ts';
import { notRuledOut } from './not-ruled-out.ts';
import { findOffices } from './offices.ts';
import { orElse } from './or-else.ts';
import { findPlaces } from './places.ts';
import { findRelationalNouns } from './relational-nouns.ts';
import { scoreOf, settle } from './settle.ts';
import { spread } from './spread.ts';
import { findThings } from './things.ts';
import { unyielding } from './unyielding.ts';
import { findPresence } from './visits.ts';

/** "Burundi welcomed the deal, as did South Africa": what is done to a thing is done likewise by others. */
const thingsAndLikewise = (scene: Scene): Finding[] => {
  const things = findThings(scene);
  const repeated = things.filter(({ trigger }) =>
    kids(scene.tree, trigger, 'advcl').some((clause) => scene.tree.lemma[clause] === 'do'),
  );
  return [...things, ...findLikewise(scene, repeated)];
};

/** The rules by name: each reads the whole text and knows nothing of the others. */
export const FINDERS: readonly { readonly name: string; readonly find: (scene: Scene) => Finding[] }[] = [
  { name: 'acts', find: findActs },
  { name: 'nominals', find: findNominals },
  { name: 'adverbial nominals', find: findAdverbialNominals },
  { name: 'things', find: thingsAndLikewise },
  { name: 'relational nouns', find: findRelationalNouns },
  { name: 'nominal things', find: findNominalThings },
  { name: 'places', find: findPlaces },
  { name: 'presence', find: findPresence },
  { name: 'events', find: findEvents },
  { name: 'compound participles', find: findCompoundParticiples },
  { name: 'offices', find: findOffices },
  { name: 'belonging', find: findBelonging },
];

const ENDS_AT_PROPOSALS = /^(VETOED|SIGNED|VOTED_FOR|VOTED_AGAINST|ABSTAINED_ON)$/;

/** Drops the actor inside the name of an event or proposal where that thing itself is the end found. */
const withoutShadows = (scene: Scene, findings: readonly Finding[]): Finding[] => {
  const things = findings.filter(({ path }) => path === 'thing');
  const country = (entity: number): string | undefined => scene.cast.entities[entity]!.country;
  const pairs = new Set(findings.filter(({ type }) => type === 'SIGNED_AGREEMENT_WITH').map(({ trigger }) => trigger));
  return findings.filter(
    (finding) =>
      (finding.path === 'thing' && !(finding.type === 'SIGNED' && pairs.has(finding.trigger))) ||
      finding.path.startsWith('behind object') ||
      (finding.path !== 'thing' &&
        !things.some(
          (thing) =>
            thing.type !== 'SIGNED' &&
            thing.trigger === finding.trigger &&
            thing.source === finding.source &&
            (ENDS_AT_PROPOSALS.test(thing.type) ||
              (thing.targetToken === finding.targetToken &&
                (country(thing.target) === country(finding.target) || scene.tree.lower[thing.targetToken] === 'it'))),
        )),
  );
};

const GAME =
  /^(goalkeeper|striker|midfielder|semifinal|tournament|championship|medalist|medallist|quarterfinal|playoff|batsman|innings|knockout|equaliser|equalizer|shootout|hat-trick)$/;

/** "The semi-final", "reached the semis"; but "a semi-autonomous region". */
const isSemifinal = ({ lemma, lower }: Scene['tree'], token: number): boolean =>
  lower[token] === 'semis' || (lower[token] === 'semi' && (lemma[token + 2] ?? '').startsWith('final'));

/** Sentences about games, in which states meet, attack and deny without being actors. */
const sentencesOfGames = ({ tree }: Scene): ReadonlySet<number> =>
  new Set(
    tree.lemma.flatMap((lemma, token) => (GAME.test(lemma) || isSemifinal(tree, token) ? [tree.sentence[token]!] : [])),
  );

/** An act for each who does it, those "joined by" or "together with" whom it is done among them. */
const withCompanions = (scene: Scene, finding: Finding): Finding[] => {
  if (!isVerbal(scene.tree, finding.trigger) || relationOf(finding.type).symmetric) return [finding];
  const companions = companionsOf(scene, finding.trigger).filter(
    ({ entity }) => entity !== finding.source && entity !== finding.target,
  );
  return [finding, ...companions.map(({ entity, token }) => ({ ...finding, source: entity, sourceToken: token }))];
};

const isBelonging = (finding: Finding): boolean => finding.plover === undefined;

/** All that the text says between the members of its cast, settled and spread to lists, in the order of the text. */
export const findAll = (scene: Scene): Finding[] => {
  const games = sentencesOfGames(scene);
  const found = withoutShadows(
    scene,
    FINDERS.flatMap(({ find }) => find(scene))
      .map(unyielding)
      .map((finding) => orElse(scene, finding))
      .flatMap((finding) => notRuledOut(scene, finding))
      .filter(({ trigger }) => !games.has(scene.tree.sentence[trigger]!)),
  );
  const settled = settle(
    scene,
    found.filter((finding) => !isBelonging(finding)),
  );
  const accompanied = settled.flatMap((finding) => withCompanions(scene, finding));
  const whole = [...accompanied.flatMap((finding) => spread(scene, finding)), ...found.filter(isBelonging)];
  const best = new Map<string, Finding>();
  for (const finding of whole) {
    const ends = [finding.source, finding.target];
    if (relationOf(finding.type).symmetric) ends.sort((a, b) => a - b);
    const key = `${finding.trigger} ${finding.type} ${ends.join(' ')}`;
    const before = best.get(key);
    if (!before || scoreOf(finding) > scoreOf(before)) best.set(key, finding);
  }
  return [...best.values()].sort((a, b) => a.trigger - b.trigger || scoreOf(b) - scoreOf(a));
};
