import type { Parse } from '../../language/document.ts';
import type { AtomText } from './atoms.ts';
import { gazetteer, type Meaning } from './gazetteer.ts';
import { isTrap } from './traps.ts';
import type { Tree } from './tree.ts';
import { namesAt } from './trie.ts';

/** A name of the tables as it stands in a text: tokens, end exclusive. */
export interface NameHit {
  readonly start: number;
  readonly end: number;
  readonly meaning: Meaning;
  /** True where it only qualifies what follows: "Russian-backed", "rebel-held". */
  readonly qualifies: boolean;
}

/** What follows a hyphen after a name that is then no actor of the phrase ("-led" leaves it one). */
const QUALIFYING =
  /^(backed|supported|occupied|held|controlled|sponsored|funded|financed|trained|brokered|mediated|born|based|friendly|supplied|allied|aligned|linked|majority|dominated|run|administered|ruled|claimed|owned|bound|armed|imposed|drafted|facing|wide|educated|listed|affiliated|loyal)$/i;

/** "English-speaking", "French-made": the word says how a thing is, and nobody is named. */
const DESCRIBING = /^(speaking|language|style|era|made|built|medium|inspired|designed|manufactured)$/i;

/** Whether a text speaks of a country by another of its words than the name in question. */
const speaksOf = (text: string, iso3: string | undefined, name: string, known: Map<string, boolean>): boolean => {
  const key = `${iso3} ${name}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const found = evidenceOf(text, iso3, name);
  known.set(key, found);
  return found;
};

const evidenceOf = (text: string, iso3: string | undefined, name: string): boolean => {
  const words = iso3 ? gazetteer().countries.get(iso3) : undefined;
  if (!words) return false;
  const evidence = [
    words.name,
    words.adjective,
    words.capital,
    ...(iso3 === 'USA' ? ['U.S.', 'Republican', 'Democrat', 'Gov.', 'Sen.'] : []),
  ];
  return evidence.some((word) => word !== undefined && word !== name && text.includes(word));
};

/** Among several meanings of one name the one that the whole article speaks for; the state before its namesakes. */
const choose = (meanings: readonly Meaning[], parse: Parse, name: string, known: Map<string, boolean>): Meaning => {
  if (meanings.length === 1) return meanings[0]!;
  const first = meanings.find((meaning) => meaning.use !== 'place' && meaning.use !== 'person') ?? meanings[0]!;
  if (speaksOf(parse.text, first.known.country, name, known)) return first;
  return (
    meanings.find(
      (meaning) =>
        meaning.known.country !== first.known.country && speaksOf(parse.text, meaning.known.country, name, known),
    ) ?? first
  );
};

/** Every name of the tables in a text, the longest at each place, traps left out. */
export const findNames = (tree: Tree, { atoms, tokenOf, begins }: AtomText): readonly NameHit[] => {
  const { tokens, parse } = tree;
  const { names } = gazetteer();
  const hits: NameHit[] = [];
  const evidence = new Map<string, boolean>();
  for (let at = 0; at < atoms.length; at++) {
    if (!begins[at]) continue;
    for (const { end, values } of namesAt(names, atoms, at)) {
      const start = tokenOf[at]!;
      const last = tokenOf[end - 1]!;
      const whole = end === atoms.length || begins[end]!;
      if (!whole && !/^[-´]$/.test(atoms[end]!)) continue;
      const meaning = choose(values, parse, tokens[start]!.text, evidence);
      if (meaning.use === 'nothing') {
        at = end - 1;
        break;
      }
      if (isTrap(tree, start, last + 1, meaning)) continue;
      const after = whole ? tokens[last + 1]?.text : '-';
      const participle = whole ? tokens[last + 2]?.text : atoms[end + 1];
      if (/^[-‑–]$/.test(after ?? '') && DESCRIBING.test(participle ?? '')) {
        at = end - 1;
        break;
      }
      hits.push({
        start,
        end: last + 1,
        meaning,
        qualifies: /^[-‑–]$/.test(after ?? '') && QUALIFYING.test(participle ?? ''),
      });
      at = end - 1;
      break;
    }
  }
  return hits;
};
