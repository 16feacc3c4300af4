import type { RelationType } from '../../../graph-schema/relations.ts';
import { subjectsOf } from '../clause/arguments.ts';
import { nounsAfter } from '../clause/prepositions.ts';
import { actorAt, type Scene } from '../scene.ts';
import { depOf, headOf, kids, type Tree, tagOf } from '../tree/tree.ts';
import { coordinatedActors } from './coordinated-pair.ts';
import { type Finding, findingAt } from './finding.ts';
import { fitEnds } from './fit.ts';
import { ploverOf } from './meaning-of-verb.ts';

/** What somebody is to another, as a noun says it. */
const SAYS: Readonly<Record<string, RelationType>> = {
  ally: 'ALLIED_WITH',
  partner: 'ALLIED_WITH',
  friend: 'ALLIED_WITH',
  critic: 'CRITICIZED',
  opponent: 'OPPOSES',
  supporter: 'BACKS',
  backer: 'BACKS',
};

/** Tokens that head those of whom a noun is said: subject of the copula, head of the apposition, subject of an as-phrase. */
export const bearersOf = (scene: Scene, noun: number): number[] => {
  const { tree } = scene;
  const head = headOf(tree, noun);
  const dep = depOf(tree, noun);
  if (dep === 'conj') return bearersOf(scene, head);
  if (dep === 'appos') return [head];
  if (dep === 'attr' || dep === 'oprd') return subjectsOf(scene, head);
  if (dep === 'pobj' && /^(among|amongst)$/.test(tree.lower[head]!) && tree.lemma[headOf(tree, head)] === 'be')
    return subjectsOf(scene, headOf(tree, head));
  if (dep === 'pobj' && tree.lower[head] === 'as') return subjectsOf(scene, headOf(tree, head));
  return kids(tree, noun, 'appos');
};

/** Whether a noun stands for itself in a list of the phrase it qualifies ("Niger's neighbor and ally, Mali"). */
const appositionsBelow = (tree: Tree, noun: number): number[] => {
  const own = kids(tree, noun, 'appos');
  return own.length > 0 || depOf(tree, noun) !== 'conj' ? own : kids(tree, headOf(tree, noun), 'appos');
};

/** "Belarus, Russia's ally", "a partner of the United States", "a critic of France". */
export const findRelationalNouns = (scene: Scene): Finding[] => {
  const { tree } = scene;
  const findings: Finding[] = [];
  for (let noun = 0; noun < tree.tokens.length; noun++) {
    const said = SAYS[tree.lemma[noun]!];
    if (!said || tree.tokens[noun]!.pos !== 'NOUN') continue;
    const holder = depOf(tree, noun) === 'conj' ? headOf(tree, noun) : noun;
    const owners = [
      ...kids(tree, noun, 'poss'),
      ...nounsAfter(tree, noun, ['of', 'to', 'with']),
      ...kids(tree, noun, 'amod', 'compound', 'nmod'),
      ...(holder === noun ? [] : kids(tree, holder, 'poss')),
    ];
    const owner = owners.map((token) => actorAt(scene, token, { shallow: true })).find((actor) => actor !== undefined);
    if (!owner) {
      const joined =
        said === 'ALLIED_WITH' && depOf(tree, noun) === 'attr' ? coordinatedActors(scene, bearersOf(scene, noun)) : [];
      const [one, other] = joined;
      if (one && other)
        findings.push(
          findingAt(
            tree,
            noun,
            one,
            { entity: other.entity, token: one.token },
            {
              type: said,
              plover: 'SUPPORT',
              polarity: kids(tree, headOf(tree, noun), 'neg').length > 0 ? 'denied' : 'affirmed',
              rule: 'relational noun',
              path: 'coordinated',
              weight: 1,
            },
          ),
        );
      continue;
    }
    const bearers = [...bearersOf(scene, noun), ...appositionsBelow(tree, noun)];
    // "met the two allies of the United States": the two are meant by the noun itself
    if (bearers.length === 0 && kids(tree, noun, 'nummod').length > 0) bearers.push(noun);
    const several =
      depOf(tree, noun) === 'appos' && tagOf(tree, noun) !== 'NNS' ? [] : coordinatedActors(scene, bearers);
    const sources =
      several.length > 1 ? several : bearers.flatMap((token) => actorAt(scene, token, { shallow: true }) ?? []);
    for (const source of sources) {
      if (source.entity === owner.entity) continue;
      const fitted = fitEnds(scene, said, source.entity, owner.entity);
      const plover = fitted && ploverOf(fitted.type);
      if (!fitted || !plover) continue;
      const negated = depOf(tree, noun) === 'attr' && kids(tree, headOf(tree, noun), 'neg').length > 0;
      findings.push(
        findingAt(
          tree,
          noun,
          { entity: fitted.source, token: noun },
          { entity: fitted.target, token: owner.token },
          {
            type: fitted.type,
            plover,
            polarity: negated ? 'denied' : 'affirmed',
            rule: 'relational noun',
            path: 'bearer',
            weight: 1,
          },
        ),
      );
    }
  }
  return findings;
};
