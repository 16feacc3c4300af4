import { nounsAfter } from '../clause/prepositions.ts';
import type { Scene } from '../scene.ts';
import { kids } from '../tree/tree.ts';
import type { Finding } from './finding.ts';
import { liesIn, located, namedAs } from './located.ts';

const SEAT = /^(headquarters|seat|secretariat|base|office)$/;

/** "The headquarters of the bank are in Abidjan": a body is where its seat is. */
export const findSeats = (scene: Scene): Finding[] => {
  const { tree } = scene;
  const found: Finding[] = [];
  for (let seat = 0; seat < tree.tokens.length; seat++) {
    if (!SEAT.test(tree.lemma[seat]!) && !SEAT.test(tree.lower[seat]!)) continue;
    const owners = [...nounsAfter(tree, seat, ['of']), ...kids(tree, seat, 'poss', 'compound')];
    const body = owners.map((owner) => namedAs(scene, owner, /^organization$/)).find((entity) => entity !== undefined);
    if (body === undefined) continue;
    for (const spot of liesIn(tree, seat)) {
      const target = namedAs(scene, spot, /^(country|place)$/);
      if (target === undefined) continue;
      found.push(located(tree, 'LOCATED_IN', { source: body, target }, { source: seat, target: spot }, 'seat in'));
    }
  }
  return found;
};
