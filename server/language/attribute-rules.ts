import type { Lemmatizer } from './lemmatizer.ts';
import type { AttributeRule, Condition, TokenPattern } from './model.ts';
import type { Annotation, Lexeme } from './vocabulary.ts';

/** Gives tokens their part of speech, lemma and final labels. */
export type Annotator = (
  lexemes: readonly Lexeme[],
  tags: Uint8Array,
  tagNames: readonly string[],
  labels: readonly string[],
) => readonly Annotation[];

/** What a pattern sees of a token. */
interface Seen {
  readonly lexeme: Lexeme;
  readonly tag: string;
  readonly dep: string;
}

type Test = (token: Seen) => boolean;

interface Rule {
  readonly patterns: readonly (readonly Test[])[];
  readonly attributes: Readonly<Record<string, string>>;
  readonly index: number;
}

/**
 * spaCy's attribute ruler followed by its lemmatizer. Rules over one token depend on its form, tag and label only,
 * so their outcome is kept with the form; the few rules over two tokens are tried where they apply.
 */
export function createAnnotator(table: readonly AttributeRule[], lemmatize: Lemmatizer): Annotator {
  const rules = table.map(
    (rule): Rule => ({
      patterns: rule.patterns.map((pattern) => pattern.map(compile)),
      attributes: rule.attrs,
      index: rule.index,
    }),
  );
  const phrases = rules.filter(({ patterns }) => patterns.some((pattern) => pattern.length > 1));
  const labelNumbers = new Map<string, number>();

  /** Annotation of the token at `at` by all rules that match there, in their order. */
  const annotate = (seen: (i: number) => Seen | undefined, at: number): Annotation => {
    const { lexeme, tag, dep } = seen(at)!;
    const set: Record<string, string> = { TAG: tag, DEP: dep, POS: '', MORPH: '' };
    for (const { patterns, attributes, index } of rules)
      if (patterns.some((pattern) => matches(pattern, seen, at - index))) Object.assign(set, attributes);
    const pos = set.POS!;
    return { tag: set.TAG!, dep: set.DEP!, pos, lemma: set.LEMMA ?? lemmatize(lexeme.text, pos, set.MORPH!) };
  };

  return (lexemes, tags, tagNames, labels) => {
    const seen = (i: number): Seen | undefined =>
      i < 0 || i >= lexemes.length ? undefined : { lexeme: lexemes[i]!, tag: tagNames[tags[i]!]!, dep: labels[i]! };
    const annotations: Annotation[] = [];
    for (let i = 0; i < lexemes.length; i++) {
      const lexeme = lexemes[i]!;
      let label = labelNumbers.get(labels[i]!);
      if (label === undefined) {
        label = labelNumbers.size;
        labelNumbers.set(labels[i]!, label);
      }
      const key = label * 256 + tags[i]!;
      let annotation = lexeme.annotations.get(key);
      if (annotation === undefined) {
        const alone = seen(i);
        annotation = annotate((at) => (at === i ? alone : undefined), i);
        lexeme.annotations.set(key, annotation);
      }
      annotations.push(annotation);
    }
    for (let i = 0; i + 1 < lexemes.length; i++) {
      if (labels[i] !== 'expl' && !PHRASE_STARTS.has(lexemes[i]!.lower)) continue;
      for (const { patterns, index } of phrases)
        if (patterns.some((pattern) => matches(pattern, seen, i))) annotations[i + index] = annotate(seen, i + index);
    }
    return annotations;
  };
}

/** Lower-case forms with which a rule over two tokens can begin, but for those that ask for the label `expl`. */
const PHRASE_STARTS: ReadonlySet<string> = new Set(['ai', 'gon', 'got', 'let', "c'm", 'y', "y'"]);

function matches(pattern: readonly Test[], seen: (i: number) => Seen | undefined, from: number): boolean {
  return pattern.every((test, i) => {
    const token = seen(from + i);
    return token !== undefined && test(token);
  });
}

function compile(pattern: TokenPattern): Test {
  const tests = Object.entries(pattern).map(([attribute, condition]): Test => {
    if (attribute === 'IS_SPACE') return ({ lexeme }) => lexeme.space === condition;
    const holds = compileCondition(condition);
    if (attribute === 'TAG') return ({ tag }) => holds(tag);
    if (attribute === 'DEP') return ({ dep }) => holds(dep);
    if (attribute === 'LOWER') return ({ lexeme }) => holds(lexeme.lower);
    throw new Error(`the attribute rules know no ${attribute}`);
  });
  return (token) => tests.every((test) => test(token));
}

function compileCondition(condition: Condition): (value: string) => boolean {
  if (typeof condition !== 'object') return (value) => value === condition;
  if ('IN' in condition) return (value) => condition.IN.includes(value);
  if ('NOT_IN' in condition) return (value) => !condition.NOT_IN.includes(value);
  const expression = new RegExp(condition.REGEX, 'u');
  return (value) => expression.test(value);
}
