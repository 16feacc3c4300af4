import type { Scene } from '../scene.ts';
import { sentenceSpan } from '../tree/tree.ts';
import type { Finding } from './finding.ts';

/** What comes to whoever does not do what they are told. */
const OR_ELSE = /^(face|risk|suffer|pay|incur|lose|be|expect|else|see|bear|feel)$/;

/** "Told Chad to leave or face war": a demand that says what comes if it is not met is a threat. */
export const orElse = ({ tree }: Scene, finding: Finding): Finding => {
  if (finding.plover !== 'REQUEST' || !/^(DEMANDED_OF|URGED)$/.test(finding.type)) return finding;
  const from = Math.min(finding.trigger, finding.targetToken);
  const [, end] = sentenceSpan(tree, finding.trigger);
  for (let at = from + 1; at < end - 1; at++) {
    if (/^[;:]$/.test(tree.lower[at]!)) return finding;
    if (tree.lower[at] === 'or' && OR_ELSE.test(tree.lower[at + 1]!))
      return { ...finding, type: 'THREATENED', plover: 'THREATEN', rule: 'or else' };
  }
  return finding;
};
