import type { NamedSpan } from './document.ts';
import type { Action } from './model.ts';
import type { StateScorer } from './state-scorer.ts';
import type { Lexeme } from './vocabulary.ts';

const BEGIN = 1;
const IN = 2;
const LAST = 3;
const UNIT = 4;
const OUT = 5;

/**
 * spaCy's entity recognizer (`ner.pyx`): one action a token, begin, in, last, unit or out; no name starts on white
 * space or crosses the start of a sentence.
 */
export function createNameRecognizer(scorer: StateScorer, scores: Float32Array, actions: readonly Action[]) {
  const range = (move: number): readonly [number, number] => {
    const from = actions.findIndex(([kind]) => kind === move);
    return [from, from + actions.filter(([kind]) => kind === move).length];
  };
  const [beginFrom, beginTo] = range(BEGIN);
  const [unitFrom, unitTo] = range(UNIT);
  const [out] = range(OUT);
  const actionOf = (move: number, label: string): number =>
    actions.findIndex(([kind, name]) => kind === move && name === label);
  const inside = actions.map(([, label]) => actionOf(IN, label));
  const last = actions.map(([, label]) => actionOf(LAST, label));
  const state = new Int32Array(3);

  /** The better of action `best` and the first best labelled action from `from` to `to`. */
  const bestOf = (from: number, to: number, best: number): number => {
    let result = best;
    let top = scores[scorer.scores + best]!;
    for (let i = from; i < to; i++) {
      const score = scores[scorer.scores + i]!;
      if (score > top && actions[i]![1] !== '') {
        top = score;
        result = i;
      }
    }
    return result;
  };

  /** Names among the tokens, whose vectors the scorer has taken. */
  return (lexemes: readonly Lexeme[], sentenceStarts: Uint8Array): NamedSpan[] => {
    const names: NamedSpan[] = [];
    const n = lexemes.length;
    let start = -1;
    let open = -1;
    for (let i = 0; i < n; i++) {
      state[0] = i;
      state[1] = start;
      state[2] = start < 0 ? -1 : i - 1;
      scorer.score(state);
      const mayGoOn = i < n - 1 && sentenceStarts[i + 1] === 0;
      if (start >= 0) {
        const goesOn = inside[open]!;
        const ends = last[open]!;
        if (mayGoOn && scores[scorer.scores + goesOn]! >= scores[scorer.scores + ends]!) continue;
        names.push({ start, end: i + 1, label: actions[open]![1] });
        start = -1;
        continue;
      }
      let best = out;
      if (!lexemes[i]!.space) {
        if (mayGoOn) best = bestOf(beginFrom, beginTo, best);
        best = bestOf(unitFrom, unitTo, best);
      }
      if (actions[best]![0] === UNIT) names.push({ start: i, end: i + 1, label: actions[best]![1] });
      else if (actions[best]![0] === BEGIN) {
        start = i;
        open = best;
      }
    }
    return names;
  };
}
