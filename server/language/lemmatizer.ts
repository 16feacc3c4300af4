import { isLetters } from './characters.ts';
import type { LemmaTable } from './model.ts';

/** Lemma of a word by its part of speech and its morphology (`Number=Sing|…`). */
export type Lemmatizer = (text: string, pos: string, morphology: string) => string;

interface Rules {
  readonly suffixes: LemmaTable['rules'];
  readonly exceptions: ReadonlyMap<string, readonly string[]>;
  readonly index: ReadonlySet<string>;
}

/** spaCy's rule lemmatizer for English: irregular forms, then suffix rules whose result is a known lemma. */
export function createLemmatizer(tables: Readonly<Record<string, LemmaTable>>): Lemmatizer {
  const rules = new Map<string, Rules>(
    Object.entries(tables).map(([part, { rules: suffixes, exceptions, index }]) => [
      part,
      { suffixes, exceptions: new Map(Object.entries(exceptions)), index: new Set(index) },
    ]),
  );
  return (text, pos, morphology) => {
    const part = pos.toLowerCase();
    const lower = text.toLowerCase();
    if (part === '' || part === 'space' || isBaseForm(part, morphology)) return lower;
    const table = rules.get(part);
    if (table === undefined) return part === 'propn' ? text : lower;
    return applyRules(table, lower) ?? text;
  };
}

function applyRules({ suffixes, exceptions, index }: Rules, word: string): string | undefined {
  let known: string | undefined;
  let unknown: string | undefined;
  const forms = new Set<string>();
  for (const [suffix, ending] of suffixes) {
    if (!word.endsWith(suffix)) continue;
    const form = word.slice(0, word.length - suffix.length) + ending;
    if (form === '') continue;
    if (index.has(form) || !isLetters(form)) {
      known ??= form;
      forms.add(form);
    } else unknown ??= form;
  }
  // Each irregular form not found yet goes to the front, so the last of them wins.
  for (const form of exceptions.get(word) ?? []) {
    if (forms.has(form)) continue;
    forms.add(form);
    known = form;
  }
  return known ?? unknown;
}

function isBaseForm(part: string, morphology: string): boolean {
  const has = (feature: string): boolean => `|${morphology}|`.includes(`|${feature}|`);
  if (has('VerbForm=Inf') || has('VerbForm=None') || has('Degree=Pos')) return true;
  if (part === 'noun') return has('Number=Sing');
  return part === 'verb' && has('VerbForm=Fin') && has('Tense=Pres') && !`|${morphology}`.includes('|Number=');
}
