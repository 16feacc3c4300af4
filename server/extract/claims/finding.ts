import type { Day } from '../../../graph-schema/article.ts';
import type { Modality, Polarity } from '../../../graph-schema/claim.ts';
import type { PloverClass } from '../../../graph-schema/relation.ts';
import type { RelationType } from '../../../graph-schema/relations.ts';
import type { Actor } from '../scene.ts';
import { depthOf, type Tree } from '../tree/tree.ts';

/** One relation found by a rule, before it is dated, attributed and ranked. Entities are indexes into the cast. */
export interface Finding {
  readonly type: RelationType;
  readonly plover?: PloverClass;
  readonly source: number;
  readonly target: number;
  /** Tokens that head the phrases of the two ends, and the word that says the relation. */
  readonly sourceToken: number;
  readonly targetToken: number;
  readonly trigger: number;
  readonly polarity: Polarity;
  readonly modality: Modality;
  /** Rule and how the target was come to, as `verb>object`. */
  readonly rule: string;
  readonly path: string;
  /** How much speaks for it: the frame's weight and the trust in the path. */
  readonly weight: number;
  /** Steps from the trigger to the root of its sentence. */
  readonly depth: number;
  /** For HOLDS_OFFICE: the title. */
  readonly title?: string;
  readonly officeFrom?: Day;
  readonly officeTo?: Day;
  readonly background?: boolean;
  /** Entities beside the two ends. */
  readonly roles?: {
    readonly mediator?: number;
    readonly host?: number;
    readonly place?: number;
    readonly about?: number;
  };
}

/** What a rule says beside where it stands. */
type Said = Omit<
  Finding,
  'source' | 'target' | 'sourceToken' | 'targetToken' | 'trigger' | 'depth' | 'polarity' | 'modality'
> &
  Partial<Pick<Finding, 'polarity' | 'modality'>>;

/** The finding that a word says of two actors: affirmed and a fact, unless more is said. */
export const findingAt = (tree: Tree, trigger: number, source: Actor, target: Actor, said: Said): Finding => ({
  source: source.entity,
  target: target.entity,
  sourceToken: source.token,
  targetToken: target.token,
  trigger,
  polarity: 'affirmed',
  modality: 'fact',
  depth: depthOf(tree, trigger),
  ...said,
});
