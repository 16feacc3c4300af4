import type { Token } from '../../language/document.ts';
import type { NameUse } from './gazetteer.ts';
import { kids, type Tree } from './tree.ts';

const IN = /^(in|at|near|inside|outside|across|throughout|around|within|over|along|off|near|outside)$/i;
const MOTION =
  /^(travel|fly|go|arrive|return|come|move|head|visit|trip|journey|flight|flee|escape|leave|reach|enter|tour|drive|sail|deploy|send|bring|take|advance|march|deport|extradite|evacuate|retreat|withdraw|road|way|border)$/;
const GOING =
  /^(visit|reach|enter|leave|tour|flee|capture|seize|bomb|shell|besiege|storm|hit|overrun|retake|liberate|surround|pound|recapture|attack)$/;

/** What a place stands behind as somebody's post: the noun above "to" or "in". */
export const postedAs = ({ tokens }: Tree, place: number): Token | undefined => {
  const { dep, head: preposition } = tokens[place]!;
  const { text, head } = tokens[preposition]!;
  return dep === 'pobj' && /^(to|in)$/.test(text) ? tokens[head] : undefined;
};

/** Whether a name stands as a place there and not as who acts: "in Moscow", "flew to Moscow", "visited Moscow". */
export const isPlaceThere = (tree: Tree, head: number, use: NameUse): boolean => {
  if (use === 'word' || use === 'organization' || use === 'person') return false;
  const { tokens } = tree;
  let at = head;
  for (let guard = 0; guard < 6 && /^(conj|appos)$/.test(tokens[at]!.dep); guard++) at = tokens[at]!.head;
  const { dep } = tokens[at]!;
  const up = tokens[at]!.head;
  if (dep === 'pobj') {
    const preposition = tokens[up]!;
    if (IN.test(preposition.text)) return true;
    if (use === 'country' || use === 'seat') return false;
    const governor = tokens[preposition.head]!;
    if (/^(to|from|into|toward|towards|through|for)$/i.test(preposition.text))
      return MOTION.test(governor.lemma.toLowerCase());
    if (preposition.text === 'of')
      return /^(city|capital|town|port|suburb|outskirts|north|south|east|west|center|centre|street|square)$/i.test(
        governor.lemma,
      );
    return false;
  }
  if (use !== 'capital' && use !== 'place') return false;
  if (dep === 'dobj') return GOING.test(tokens[up]!.lemma.toLowerCase());
  if (dep === 'npadvmod' || dep === 'advmod') return true;
  return kids(tree, head, 'compound', 'amod', 'nmod').some((child) =>
    /^(capital|city|downtown|central|eastern|western|northern|southern)$/i.test(tokens[child]!.text),
  );
};
