import type { RelationType } from '../../../graph-schema/relations.ts';
import { roleOfWord } from '../actors/role-words.ts';
import { FRAMES, nounType } from '../lexicon/frames.ts';
import { WORDS } from '../lexicon/word-sets.ts';
import { kids, type Tree } from '../tree/tree.ts';
import { nounsAfter } from './prepositions.ts';

const TITLE = /^(president|minister|premier|chancellor|king|queen|prince|secretary|general|ambassador|envoy)$/;

/** Whether a noun is a pronoun for a person, a person's name, or a name with a title before it. */
export const isPersonal = (tree: Tree, noun: number): boolean =>
  /^(him|her|he|she)$/.test(tree.lower[noun]!) ||
  (tree.tokens[noun]!.pos === 'PROPN' &&
    (labelAt(tree, noun) === 'PERSON' || kids(tree, noun, 'compound').some((child) => TITLE.test(tree.lemma[child]!))));

/** Label of the named span that covers a token; the spans lie in the order of the text. */
const labelAt = ({ parse: { entities } }: Tree, token: number): string | undefined => {
  let low = 0;
  let high = entities.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (entities[middle]!.end <= token) low = middle + 1;
    else high = middle;
  }
  const span = entities[low];
  return span && span.start <= token ? span.label : undefined;
};

/** What people serve in, and are as a body: police officers are police. */
const FORCES = /^(police|army|navy|military|peace|security|border|riot)$/;

/** The words of an object that frames may ask for: its head, its compounds, and what it is a number or kind of. */
export const wordsOfPhrase = (tree: Tree, noun: number, inner = false): Set<string> => {
  const found = new Set([tree.lemma[noun]!, tree.lower[noun]!]);
  // an aid worker is no aid
  const isOne = WORDS.individual.has(tree.lemma[noun]!);
  for (const child of kids(tree, noun, 'compound', 'nmod'))
    if (!isOne || FORCES.test(tree.lemma[child]!)) found.add(tree.lemma[child]!);
  for (const child of kids(tree, noun, 'quantmod', 'nummod')) found.add(tree.lower[child]!);
  if (/[$€£]/.test(tree.lower[noun]!) || tree.children[noun]!.some((child) => /[$€£]/.test(tree.lower[child]!)))
    found.add('$');
  if (isPersonal(tree, noun)) found.add('person');
  // whatever they do for a living
  if (roleOfWord(tree.tokens[noun]!) === 'civilians') found.add('civilian');
  if (AIRCRAFT.test(tree.tokens[noun]!.text)) found.add('jet');
  // "$40 million in aid"
  const sum = found.has('$') || SUM.test(tree.lemma[noun]!);
  if (!inner)
    for (const preposition of kids(tree, noun, 'prep'))
      if (tree.lower[preposition] === 'of' || (sum && tree.lower[preposition] === 'in'))
        for (const below of kids(tree, preposition, 'pobj'))
          for (const word of wordsOfPhrase(tree, below, true)) found.add(word);
  return found;
};

/** "F-16s", "a MiG-29": warplanes go by letters and numbers. */
const AIRCRAFT = /^(?:F|B|C|A|P|J|AH|UH|CH|Mi|MiG|Su|Tu|Il|Ka)-\d{1,3}[A-Z]?s?$/;

const SUM = /^(dollar|euro|pound|franc|rouble|ruble|yen|yuan|rupee|shilling|kroner|krona)$/;

const DELIVERY = /^(delivery|shipment|supply|sale|transfer|convoy)$/;

/** "Arms deliveries to", "a shipment of flour to": by what is delivered. */
const typeOfDelivery = (tree: Tree, noun: number): RelationType | undefined => {
  if (!DELIVERY.test(tree.lemma[noun]!)) return undefined;
  const words = wordsOfPhrase(tree, noun);
  words.delete(tree.lemma[noun]!);
  words.delete(tree.lower[noun]!);
  return (FRAMES.get('supply') ?? [])
    .concat(FRAMES.get('send') ?? [])
    .find(
      ({ type, object }) =>
        /^(ARMED|AIDED)$/.test(type) && object !== undefined && [...words].some((word) => object.has(word)),
    )?.type;
};

const INTELLIGENCE = /^(intelligence|information|data)$/;
const ASYLUM = /^(asylum|refuge)$/;

/** "The grant of asylum", "the sharing of intelligence": by what is granted or shared. */
const typeOfGiven = (tree: Tree, noun: number): RelationType | undefined => {
  const wanted =
    tree.lemma[noun] === 'sharing' ? INTELLIGENCE : /^(grant|offer)$/.test(tree.lemma[noun]!) ? ASYLUM : undefined;
  if (!wanted) return undefined;
  const words = wordsOfPhrase(tree, noun);
  if (![...words].some((word) => wanted.test(word))) return undefined;
  return wanted === ASYLUM ? 'GRANTED_ASYLUM_TO' : 'SHARED_INTELLIGENCE_WITH';
};

const MILITARY = /^(military|defen[cs]e)$/;

/** "The deployment of tanks on the border with Sudan": no help to Sudan. */
const isMassing = (tree: Tree, noun: number): boolean =>
  /^(deployment|dispatch|movement|concentration|redeployment|massing|reinforcement)$/.test(tree.lemma[noun]!) &&
  [...kids(tree, noun, 'prep')].some(
    (preposition) =>
      /^(on|to|along|near|at|toward|towards|around)$/.test(tree.lower[preposition]!) &&
      kids(tree, preposition, 'pobj').some((place) => /^(border|frontier|front)$/.test(tree.lemma[place]!)),
  );

/** "Fiji's call for help", "its call on Chad to withdraw": no telephone call. */
const isPlea = (tree: Tree, noun: number): boolean =>
  kids(tree, noun, 'poss').length > 0 &&
  kids(tree, noun, 'prep').some((child) => /^(for|on|upon)$/.test(tree.lower[child]!));

/** "His inspection of a missile test": a look at one's own, no inquiry. */
const isLookAtOwn = (tree: Tree, noun: number): boolean =>
  tree.lemma[noun] === 'inspection' &&
  nounsAfter(tree, noun, ['of']).some((object) =>
    /^(test|launch|drill|exercise|parade|guard|troop|fleet|unit|destroyer|warship|submarine|shipyard|damage|construction)$/.test(
      tree.lemma[object]!,
    ),
  );

/** The relation that a noun token names. */
export const typeOfNoun = (tree: Tree, noun: number): RelationType | undefined => {
  if (
    tree.lemma[noun] === 'call' &&
    kids(tree, noun, 'compound').some((child) => /^(phone|telephone|conference|video)$/.test(tree.lower[child]!))
  )
    return 'SPOKE_WITH';
  if (tree.lemma[noun] === 'call' && tree.tokens[noun]!.pos === 'NOUN' && isPlea(tree, noun)) return 'URGED';
  if (isLookAtOwn(tree, noun)) return undefined;
  if (isMassing(tree, noun)) return 'MOBILIZED_AGAINST';
  const type = typeOfGiven(tree, noun) ?? nounType(tree.lemma[noun]!, tree.lower[noun]!) ?? typeOfDelivery(tree, noun);
  if (
    type === 'COOPERATES_WITH' &&
    kids(tree, noun, 'compound', 'amod', 'nmod').some((child) => MILITARY.test(tree.lower[child]!))
  )
    return 'COOPERATES_MILITARILY_WITH';
  if (
    type === 'ATTACKED' &&
    kids(tree, noun, 'compound', 'amod', 'nmod').some((child) => /^cyber/.test(tree.lower[child]!))
  )
    return 'CYBER_ATTACKED';
  const towards = kids(tree, noun, 'prep').some((child) => tree.lower[child] === 'to');
  return type === 'PROTESTED_AGAINST' && towards && tree.lemma[noun] === 'protest' ? 'PROTESTED_TO' : type;
};
