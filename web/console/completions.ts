import type { SchemaAnswer } from '../../graph-schema/api/cypher.ts';

export interface Offer {
  readonly label: string;
  readonly type: 'class' | 'type' | 'property' | 'function' | 'keyword' | 'variable';
  readonly detail?: string;
}

export interface Offers {
  /** What is typed already of the word that is offered. */
  readonly typed: string;
  readonly kind: 'label' | 'relation' | 'property' | 'parameter' | 'word';
  readonly options: readonly Offer[];
}

const KEYWORDS =
  'MATCH,OPTIONAL MATCH,WHERE,RETURN,WITH,UNWIND,ORDER BY,SKIP,LIMIT,DISTINCT,AS,AND,OR,NOT,XOR,IN,IS NULL,IS NOT NULL,STARTS WITH,ENDS WITH,CONTAINS,CASE,WHEN,THEN,ELSE,END,EXISTS,COUNT,UNION,UNION ALL,DESC,ASC,EXPLAIN,PROFILE,shortestPath,allShortestPaths,true,false,null'.split(
    ',',
  );

/** Variables that the text before binds: `(a:Label`, `[r:TYPE`, `AS name`. */
const variablesIn = (text: string): string[] => [
  ...new Set(
    [...text.matchAll(/[([]\s*([a-z_]\w*)\s*[:{)\]*]|\bAS\s+([a-z_]\w*)/gi)].map((match) => (match[1] ?? match[2])!),
  ),
];

/** What may stand at the end of this text: labels after `(x:`, relation types after `[r:`, properties after `x.`, else words. */
export const completionsAt = (before: string, schema: SchemaAnswer | undefined): Offers | undefined => {
  const inQuotes = (before.replace(/\\./g, '').match(/'/g)?.length ?? 0) % 2 === 1;
  if (inQuotes) return undefined;
  const relation = /\[\s*\w*\s*:(?:\s*\w+\s*\|)*\s*!?(\w*)$/.exec(before);
  if (relation) {
    const verbs = new Map(schema?.relations.map((one) => [one.name, one.verb]));
    return {
      typed: relation[1]!,
      kind: 'relation',
      options: (schema?.relationshipTypes ?? []).map((label) => ({
        label,
        type: 'type',
        ...(verbs.has(label) ? { detail: verbs.get(label)! } : {}),
      })),
    };
  }
  const label = /\(\s*\w*\s*:(?:\s*\w+\s*[|&:])*\s*!?(\w*)$/.exec(before);
  if (label) {
    return {
      typed: label[1]!,
      kind: 'label',
      options: (schema?.labels ?? []).map((name) => ({ label: name, type: 'class' })),
    };
  }
  const property = /\b\w+\.(\w*)$/.exec(before) ?? /\{\s*(?:\w+\s*:\s*[^,{}]+,\s*)*(\w*)$/.exec(before);
  if (property) {
    return {
      typed: property[1]!,
      kind: 'property',
      options: (schema?.propertyKeys ?? []).map((name) => ({ label: name, type: 'property' })),
    };
  }
  const word = /(\w*)$/.exec(before)![1]!;
  return {
    typed: word,
    kind: 'word',
    options: [
      ...variablesIn(before.slice(0, before.length - word.length)).map(
        (name): Offer => ({ label: name, type: 'variable' }),
      ),
      ...KEYWORDS.map((name): Offer => ({ label: name, type: 'keyword' })),
      ...(schema?.functions ?? []).map(
        ({ name, signature }): Offer => ({ label: name, type: 'function', detail: signature }),
      ),
    ],
  };
};
