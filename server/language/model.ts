import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSafetensors, type Tensor } from './safetensors.ts';

/** Form and norm (null: as the vocabulary has it) of each token of a special case. */
export type SpecialCase = readonly (readonly [string, string | null])[];

export interface TokenizerTable {
  readonly prefix: string;
  readonly suffix: string;
  readonly infix: string;
  readonly url: string;
  readonly specialCases: Readonly<Record<string, SpecialCase>>;
}

export interface VocabularyTable {
  readonly symbols: Readonly<Record<string, number>>;
  readonly norms: Readonly<Record<string, string>>;
  /** Norms by the hash of the form, sixteen hexadecimal digits. */
  readonly hashedNorms: Readonly<Record<string, string>>;
}

/** Number of the move and its label, as `[2, "nsubj"]`. */
export type Action = readonly [number, string];

export interface LabelTable {
  readonly tags: readonly string[];
  readonly parserActions: readonly Action[];
  readonly nameActions: readonly Action[];
  readonly seeds: Readonly<Record<string, number>>;
}

export type Condition =
  | string
  | boolean
  | { readonly IN: readonly string[] }
  | { readonly NOT_IN: readonly string[] }
  | { readonly REGEX: string };
export type TokenPattern = Readonly<Record<string, Condition>>;

export interface AttributeRule {
  readonly patterns: readonly (readonly TokenPattern[])[];
  readonly attrs: Readonly<Record<string, string>>;
  readonly index: number;
}

export interface LemmaTable {
  readonly rules: readonly (readonly [string, string])[];
  readonly exceptions: Readonly<Record<string, readonly string[]>>;
  readonly index: readonly string[];
}

/** All of a model folder, read and named. */
export interface Model {
  readonly tokenizer: TokenizerTable;
  readonly vocabulary: VocabularyTable;
  readonly labels: LabelTable;
  readonly attributes: readonly AttributeRule[];
  readonly lemmas: Readonly<Record<string, LemmaTable>>;
  /** Throws where the model has no such tensor. */
  readonly tensor: (name: string) => Tensor;
}

/** Reads a model folder as `scripts/language/convert.ts` writes it. Throws what the file system throws. */
export function readModel(folder: string): Model {
  const table = (name: string) => JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'));
  const tensors = readSafetensors(readFileSync(join(folder, 'weights.safetensors')));
  return {
    tokenizer: table('tokenizer'),
    vocabulary: table('vocabulary'),
    labels: table('labels'),
    attributes: table('attributes'),
    lemmas: table('lemmas'),
    tensor: (name) => {
      const tensor = tensors.get(name);
      if (tensor === undefined) throw new Error(`the model has no tensor ${name}`);
      return tensor;
    },
  };
}
