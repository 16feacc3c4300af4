import type { Relation } from '../../../graph-schema/relation.ts';
import type { RelationType } from '../../../graph-schema/relations.ts';
import { relationOf } from '../../../graph-schema/relations.ts';
import { typeOfNoun } from '../clause/noun-words.ts';
import { objectsOfPreposition } from '../clause/prepositions.ts';
import { firstActor, type Scene } from '../scene.ts';
import { kids, posOf, type Tree } from '../tree/tree.ts';
import { type Finding, findingAt } from './finding.ts';
import { isCovered } from './nominals.ts';
import { isThing, kindOfThing } from './things.ts';

/** What a vote is by the preposition behind it. */
const VOTE: Readonly<Record<string, RelationType>> = { for: 'VOTED_FOR', against: 'VOTED_AGAINST' };

const saidWith = (tree: Tree, noun: number, preposition: string): RelationType | undefined => {
  const lemma = tree.lemma[noun]!;
  if (lemma === 'vote') return VOTE[preposition];
  if (lemma === 'abstention') return /^(on|from)$/.test(preposition) ? 'ABSTAINED_ON' : undefined;
  return /^(of|to|for|against|on)$/.test(preposition) ? typeOfNoun(tree, noun) : undefined;
};

/** "Ireland's opposition to the trade deal", "the American veto of the resolution": acts named with the thing they end at. */
export const findNominalThings = (scene: Scene): Finding[] => {
  const { tree, cast } = scene;
  const findings: Finding[] = [];
  for (let noun = 0; noun < tree.tokens.length; noun++) {
    if (posOf(tree, noun) !== 'NOUN' || isCovered(scene, noun)) continue;
    for (const preposition of kids(tree, noun, 'prep')) {
      const type = saidWith(tree, noun, tree.lower[preposition]!);
      const relation: Relation | undefined = type && relationOf(type);
      if (!type || !relation?.plover) continue;
      for (const token of objectsOfPreposition(tree, preposition)) {
        const found = kindOfThing(tree, token);
        const voted = /^(VETOED|VOTED_FOR|VOTED_AGAINST|ABSTAINED_ON)$/.test(type);
        const kind = voted && isThing(scene, token) ? 'proposal' : voted ? undefined : found;
        if (!kind || !relation.to.includes(kind)) continue;
        const source = firstActor(scene, kids(tree, noun, 'poss', 'amod', 'compound', 'nmod'));
        if (!source) continue;
        const target = cast.thingOf(token, kind);
        if (target < 0 || target === source.entity) continue;
        findings.push(
          findingAt(
            tree,
            noun,
            source,
            { entity: target, token },
            { type, plover: relation.plover, rule: 'noun', path: 'thing', weight: 0.5 },
          ),
        );
      }
    }
  }
  return findings;
};
