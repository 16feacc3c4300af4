import { fileURLToPath } from 'node:url';
import { createAnnotator } from './attribute-rules.ts';
import { createDependencyParser } from './dependency-parser.ts';
import { finishTree } from './dependency-tree.ts';
import type { Parse, Parser, Token } from './document.ts';
import { CHUNK, createEncoder, type Encoder } from './encoder.ts';
import type { Kernel } from './kernel.ts';
import { createLemmatizer } from './lemmatizer.ts';
import { readModel } from './model.ts';
import { createNameRecognizer } from './name-recognizer.ts';
import { createScriptKernel } from './script-kernel.ts';
import type { Words } from './special-phrases.ts';
import { createStateScorer, type StateScorer } from './state-scorer.ts';
import { createTagger } from './tagger.ts';
import { createTokenizer } from './tokenizer.ts';
import { createVocabulary } from './vocabulary.ts';
import { createWasmKernel } from './wasm-kernel.ts';

export interface ParserOptions {
  /** Model folder; the one beside this file unless given. */
  readonly model?: string;
  /** Kernel; WebAssembly unless given, plain JavaScript where the runtime has no SIMD. */
  readonly kernel?: 'wasm' | 'js';
}

/** Floats of the kernel's memory: weights, word vectors, and working space for one stretch of tokens. */
const MEMORY = 15_000_000;

/**
 * Loads the linguistic engine: spaCy's en_core_web_sm 3.8 run by our own code. Synchronous; a parser keeps bounded
 * caches and no other state, and each thread loads its own. Throws where the model folder cannot be read.
 */
export function loadParser(options: ParserOptions = {}): Parser {
  const model = readModel(options.model ?? fileURLToPath(new URL('model', import.meta.url)));
  const { tensor, labels } = model;
  const kernel = createKernel(options.kernel);
  const vocabulary = createVocabulary(model.vocabulary);
  const tokenize = createTokenizer(model.tokenizer, vocabulary);
  const shared = createEncoder(kernel, tensor, 'shared', labels.seeds);
  const tag = createTagger(kernel, tensor, labels.tags.length);
  const parserScorer = createStateScorer(kernel, tensor, 'parser', labels.parserActions.length);
  const parseTree = createDependencyParser(parserScorer, kernel.floats, labels.parserActions);
  const annotate = createAnnotator(model.attributes, createLemmatizer(model.lemmas));
  const names = createEncoder(kernel, tensor, 'names', labels.seeds);
  const nameScorer = createStateScorer(kernel, tensor, 'names', labels.nameActions.length);
  const recognize = createNameRecognizer(nameScorer, kernel.floats, labels.nameActions);

  const parse = (text: string): Parse => {
    vocabulary.trim();
    const words = tokenize(text);
    const count = words.lexemes.length;
    if (count === 0) return { text, tokens: [], entities: [] };
    const tags = new Uint8Array(count);
    encode(shared, parserScorer, words, (place, from, to) => tag(place, to - from, tags, from));
    const arcs = parseTree(count);
    const sentenceStarts = finishTree(arcs, words.lexemes);
    const annotations = annotate(words.lexemes, tags, labels.tags, arcs.labels);
    encode(names, nameScorer, words);
    const entities = recognize(words.lexemes, sentenceStarts);
    const tokens = words.lexemes.map((lexeme, i): Token => {
      const { tag, pos, lemma, dep } = annotations[i]!;
      const start = words.starts[i]!;
      return {
        text: lexeme.text,
        start,
        end: start + lexeme.text.length,
        tag,
        pos,
        lemma,
        head: arcs.heads[i]!,
        dep,
        sentenceStart: sentenceStarts[i] === 1,
        space: lexeme.space,
      };
    });
    return { text, tokens, entities };
  };
  return { parse };
}

function createKernel(kind: ParserOptions['kernel']): Kernel {
  if (kind === 'js') return createScriptKernel(MEMORY);
  try {
    return createWasmKernel(MEMORY);
  } catch (error) {
    if (kind === 'wasm' || !(error instanceof WebAssembly.CompileError)) throw error;
    return createScriptKernel(MEMORY);
  }
}

/** Runs a text through an encoder stretch by stretch; the scorer takes the vectors, and `also` may look at them. */
function encode(
  encoder: Encoder,
  scorer: StateScorer,
  { lexemes, spaceAfter }: Words,
  also?: (place: number, from: number, to: number) => void,
): void {
  scorer.begin(lexemes.length);
  for (let from = 0; from < lexemes.length; from += CHUNK) {
    const to = Math.min(lexemes.length, from + CHUNK);
    const place = encoder.encode(lexemes, spaceAfter, from, to);
    scorer.take(place, from, to);
    also?.(place, from, to);
  }
}
