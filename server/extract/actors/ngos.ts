import type { Meant } from '../cast.ts';
import { addEntity, type Draft } from './draft.ts';
import { firstNamed, modifiersOf } from './named.ts';
import { isNoun, kids } from './tree.ts';

const BODY =
  /^(agenc(y|ies)|groups?|organi[sz]ations?|charit(y|ies)|workers?|associations?|societ(y|ies)|bod(y|ies)|monitors?|watchdogs?)$/i;
/** What bodies are for that belong to no state, and by what name they go. */
const PURPOSE: Readonly<Record<string, string>> = {
  aid: 'aid agencies',
  relief: 'aid agencies',
  humanitarian: 'aid agencies',
  charity: 'aid agencies',
  medical: 'aid agencies',
  rights: 'human rights groups',
  'non-governmental': 'non-governmental organizations',
  nongovernmental: 'non-governmental organizations',
};

const FOREIGN = /^(foreign|international|western|global|overseas|worldwide|expatriate)$/i;

/**
 * "Foreign aid agencies", "rights groups accused": bodies of no state and without a name. Those that a state acts on may
 * as well be its own, unless they are called foreign.
 */
export const ngoAt = (draft: Draft, token: number): Meant | undefined => {
  const { tree } = draft;
  const { tokens } = tree;
  if (!isNoun(tokens[token]!) || !BODY.test(tokens[token]!.text)) return undefined;
  // "agencies, including Oxfam", "workers employed by the UN": those named behind are meant
  const named = kids(tree, token, 'appos', 'acl', 'prep').some(
    (child) => tokens[child]!.dep !== 'prep' || /^(including|like)$/i.test(tokens[child]!.text),
  );
  if (named) return undefined;
  const modifiers = modifiersOf(tree, token);
  const purpose = modifiers.map((at) => PURPOSE[tokens[at]!.text.toLowerCase()]).find((name) => name !== undefined);
  const abroad = tokens[token]!.dep === 'nsubj' || modifiers.some((at) => FOREIGN.test(tokens[at]!.text));
  if (
    !purpose ||
    !abroad ||
    modifiers.some((at) => tokens[at]!.dep === 'poss') ||
    firstNamed(draft, modifiers, 'modifier')
  )
    return undefined;
  const entity = addEntity(draft, { name: purpose, kind: 'organization', country: 'NGO', role: 'NGO' });
  return { entity, token, via: 'group', weak: false };
};
