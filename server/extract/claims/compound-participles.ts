import type { RelationType } from '../../../graph-schema/relations.ts';
import { roleOfWord } from '../actors/role-words.ts';
import type { Scene } from '../scene.ts';
import { headOf, isNominal, kids } from '../tree/tree.ts';
import { type Finding, findingAt } from './finding.ts';
import { fitEnds } from './fit.ts';
import { ploverOf } from './meaning-of-verb.ts';
import { kindOfThing } from './things.ts';

/** What the participle in "X-backed Y" says of X and Y. */
const SAYS: Readonly<Record<string, RelationType>> = {
  backed: 'BACKS',
  supported: 'BACKS',
  sponsored: 'BACKS',
  funded: 'AIDED',
  financed: 'AIDED',
  armed: 'ARMED',
  equipped: 'ARMED',
  trained: 'ARMED',
  supplied: 'ARMED',
  brokered: 'MEDIATED',
  mediated: 'MEDIATED',
  occupied: 'SEIZED',
  annexed: 'SEIZED',
};

/** "Saudi-backed militia positions in Yemen": those who have them, not where they are. */
const groupBefore = ({ tree, cast }: Scene, head: number): number | undefined => {
  const people = kids(tree, head, 'compound').find((child) => roleOfWord(tree.tokens[child]!) === 'rebels');
  return people === undefined || roleOfWord(tree.tokens[head]!) !== undefined ? undefined : cast.bareGroup(people);
};

/** "Saudi-backed fighters", "the Emirati-brokered exchange": a relation in a compound. */
export const findCompoundParticiples = (scene: Scene): Finding[] => {
  const { tree, cast } = scene;
  const findings: Finding[] = [];
  for (let token = 2; token < tree.tokens.length; token++) {
    const said = SAYS[tree.lower[token]!];
    if (!said || !/^[-–]$/.test(tree.lower[token - 1]!)) continue;
    const head = headOf(tree, token);
    if (head <= token || !isNominal(tree, head)) continue;
    const source = scene.named.get(token - 2)?.entity;
    if (source === undefined) continue;
    const thing = kindOfThing(tree, head);
    const target =
      thing && said === 'MEDIATED'
        ? cast.thingOf(head, thing)
        : (groupBefore(scene, head) ?? cast.actorsOf(head).find((entity) => entity !== source) ?? cast.bareGroup(head));
    if (target === undefined || target < 0 || target === source) continue;
    const fitted = fitEnds(scene, said, source, target);
    const plover = fitted && ploverOf(fitted.type);
    if (!fitted || !plover) continue;
    findings.push(
      findingAt(
        tree,
        token,
        { entity: fitted.source, token: token - 2 },
        { entity: fitted.target, token: head },
        { type: fitted.type, plover, rule: 'compound participle', path: 'compound', weight: 1 },
      ),
    );
  }
  return findings;
};
