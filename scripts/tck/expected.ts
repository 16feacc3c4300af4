import {
  GraphNode,
  GraphPath,
  GraphRelationship,
  isList,
  isMap,
  isTemporal,
  Point,
  type Value,
} from '../../server/cypher/index.ts';

/** A value as a conformance table writes it. */
export type Expected =
  | null
  | boolean
  | bigint
  | number
  | string
  | { readonly list: readonly Expected[] }
  | { readonly map: ReadonlyMap<string, Expected> }
  | ExpectedNode
  | ExpectedRelationship
  | { readonly path: readonly (ExpectedNode | (ExpectedRelationship & { readonly forward: boolean }))[] };
interface ExpectedNode {
  readonly labels: readonly string[];
  readonly properties: ReadonlyMap<string, Expected>;
}
interface ExpectedRelationship {
  readonly type: string;
  readonly properties: ReadonlyMap<string, Expected>;
}

/** Reads one cell of a table. */
export function parseExpected(text: string): Expected {
  let at = 0;
  const fail = (): Error => new Error(`cannot read expected value ${text} at ${at}`);
  const space = (): void => {
    while (/\s/.test(text[at] ?? '')) at++;
  };
  const eat = (symbol: string): boolean => {
    space();
    if (!text.startsWith(symbol, at)) return false;
    at += symbol.length;
    return true;
  };
  const need = (symbol: string): void => {
    if (!eat(symbol)) throw fail();
  };
  const name = (): string => {
    space();
    const found = /^(`[^`]*`|[\p{L}\p{N}_]+)/u.exec(text.slice(at));
    if (found === null) throw fail();
    at += found[0].length;
    return found[0].replaceAll('`', '');
  };
  const map = (): ReadonlyMap<string, Expected> => {
    const entries = new Map<string, Expected>();
    need('{');
    if (eat('}')) return entries;
    do {
      const key = name();
      need(':');
      entries.set(key, value());
    } while (eat(','));
    need('}');
    return entries;
  };
  const properties = (): ReadonlyMap<string, Expected> => {
    space();
    return text[at] === '{' ? map() : new Map();
  };
  const node = (): ExpectedNode => {
    need('(');
    const labels: string[] = [];
    while (eat(':')) labels.push(name());
    const found = properties();
    need(')');
    return { labels, properties: found };
  };
  const relationship = (): ExpectedRelationship => {
    need('[');
    need(':');
    const type = name();
    const found = properties();
    need(']');
    return { type, properties: found };
  };
  const path = (): Expected => {
    need('<');
    const parts: (ExpectedNode | (ExpectedRelationship & { forward: boolean }))[] = [node()];
    while (!eat('>')) {
      const backward = eat('<-');
      if (!backward) need('-');
      const one = relationship();
      if (backward) need('-');
      else need('->');
      parts.push({ ...one, forward: !backward }, node());
    }
    return { path: parts };
  };
  const value = (): Expected => {
    space();
    const character = text[at];
    if (character === "'") {
      let found = '';
      for (at++; text[at] !== "'"; at++) {
        if (at >= text.length) throw fail();
        if (text[at] === '\\') at++;
        found += text[at - 1] === '\\' && text[at] === 'n' ? '\n' : text[at];
      }
      at++;
      return found;
    }
    if (character === '{') return { map: map() };
    if (character === '(') return node();
    if (character === '<') return path();
    if (character === '[') {
      if (/^\[\s*:/.test(text.slice(at))) return relationship();
      need('[');
      const list: Expected[] = [];
      if (eat(']')) return { list };
      do list.push(value());
      while (eat(','));
      need(']');
      return { list };
    }
    const word = /^(null|true|false|NaN|-?Inf(inity)?|-?[\d.]+([eE][+-]?\d+)?)/.exec(text.slice(at))?.[0];
    if (word === undefined) throw fail();
    at += word.length;
    if (word === 'null') return null;
    if (word === 'true' || word === 'false') return word === 'true';
    if (word === 'NaN') return Number.NaN;
    if (/Inf/.test(word)) return word.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
    return /^-?\d+$/.test(word) ? BigInt(word) : Number(word);
  };
  const result = value();
  space();
  if (at < text.length) throw fail();
  return result;
}

/** Does a value agree with what is expected, types and all? */
export function agrees(value: Value, expected: Expected, unordered: boolean): boolean {
  if (expected === null || typeof expected === 'boolean' || typeof expected === 'bigint') return value === expected;
  if (typeof expected === 'number')
    return typeof value === 'number' && Object.is(value === 0 ? 0 : value, expected === 0 ? 0 : expected);
  if (typeof expected === 'string') {
    return value === expected || ((isTemporal(value) || value instanceof Point) && value.toString() === expected);
  }
  if ('list' in expected) {
    if (!isList(value) || value.length !== expected.list.length) return false;
    if (!unordered) return value.every((one, i) => agrees(one, expected.list[i]!, false));
    const left = [...expected.list];
    return value.every((one) => {
      const found = left.findIndex((other) => agrees(one, other, true));
      if (found >= 0) left.splice(found, 1);
      return found >= 0;
    });
  }
  if ('map' in expected) return isMap(value) && mapAgrees(value, expected.map, unordered);
  if ('path' in expected) return value instanceof GraphPath && pathAgrees(value, expected.path);
  if ('labels' in expected) return value instanceof GraphNode && nodeAgrees(value, expected);
  return value instanceof GraphRelationship && relationshipAgrees(value, expected);
}

function mapAgrees(
  value: ReadonlyMap<string, Value>,
  expected: ReadonlyMap<string, Expected>,
  unordered: boolean,
): boolean {
  return (
    value.size === expected.size &&
    [...expected].every(([key, one]) => value.has(key) && agrees(value.get(key)!, one, unordered))
  );
}

function nodeAgrees(value: GraphNode, expected: ExpectedNode): boolean {
  const labels = [...value.labels].sort().join(':');
  return labels === [...expected.labels].sort().join(':') && mapAgrees(value.propertyMap(), expected.properties, false);
}

function relationshipAgrees(value: GraphRelationship, expected: ExpectedRelationship): boolean {
  return value.type === expected.type && mapAgrees(value.propertyMap(), expected.properties, false);
}

function pathAgrees(
  path: GraphPath,
  expected: readonly (ExpectedNode | (ExpectedRelationship & { readonly forward: boolean }))[],
): boolean {
  if (expected.length !== path.nodes.length + path.relationships.length) return false;
  return expected.every((one, i) => {
    const place = i >> 1;
    if ('labels' in one) return nodeAgrees(path.nodes[place]!, one);
    const relationship = path.relationships[place]!;
    return relationshipAgrees(relationship, one) && (relationship.start === path.nodes[place]) === one.forward;
  });
}
