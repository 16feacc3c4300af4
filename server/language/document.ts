/** One token of a parsed text. Offsets are UTF-16 into the text given. */
export interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Penn Treebank tag. */
  readonly tag: string;
  /** Universal part of speech. */
  readonly pos: string;
  readonly lemma: string;
  /** Index of the head in `Parse.tokens`; a root is its own head. */
  readonly head: number;
  /** Dependency label (ClearNLP, as spaCy's English models use it). */
  readonly dep: string;
  readonly sentenceStart: boolean;
  /** True for tokens that are white space. */
  readonly space: boolean;
}

/** A named entity: token indexes, end exclusive, with OntoNotes' label (PERSON, GPE, ORG, NORP, DATE, …). */
export interface NamedSpan {
  readonly start: number;
  readonly end: number;
  readonly label: string;
}

/** A text after the linguistic engine. */
export interface Parse {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly entities: readonly NamedSpan[];
}

/** Text in, parse out. Pure: the same text gives the same parse. */
export interface Parser {
  parse(text: string): Parse;
}
