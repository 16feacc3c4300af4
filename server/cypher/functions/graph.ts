import type { StaticType } from '../ast.ts';
import { CypherError } from '../error.ts';
import { GraphNode, GraphRelationship } from '../graph/entity.ts';
import type { Looping } from '../pace.ts';
import { enter, type Walk, walkInTurns } from '../values/large.ts';
import { GraphPath, isList, isMap, kindOf, type Value } from '../values/value.ts';
import { define, type FunctionDefinition, looping, wrongType } from './define.ts';

const entity: readonly StaticType[] = ['node', 'relationship'];

function theNode(name: string, value: Value): GraphNode {
  if (value instanceof GraphNode) return value;
  throw wrongType(name, 'a node', value);
}

function theRelationship(name: string, value: Value): GraphRelationship {
  if (value instanceof GraphRelationship) return value;
  throw wrongType(name, 'a relationship', value);
}

function thePath(name: string, value: Value): GraphPath {
  if (value instanceof GraphPath) return value;
  throw wrongType(name, 'a path', value);
}

function theEntity(name: string, value: Value): GraphNode | GraphRelationship {
  if (value instanceof GraphNode || value instanceof GraphRelationship) return value;
  throw wrongType(name, 'a node or a relationship', value);
}

/** A deleted entity still knows its id and nothing else. */
function alive<T extends GraphNode | GraphRelationship>(of: T): T {
  if (of.deleted) {
    throw new CypherError('EntityNotFound', 'DeletedEntityAccess', `The ${of.kind} was deleted in this query`);
  }
  return of;
}

/** Functions of nodes, relationships and paths. */
export const graphFunctions: readonly FunctionDefinition[] = [
  define('id(entity)', (_, of: Value) => BigInt(theEntity('id', of).id), { returns: 'integer', accepts: [entity] }),
  define('elementId(entity)', (_, of: Value) => theEntity('elementId', of).key, {
    returns: 'string',
    accepts: [entity],
  }),
  define(
    'labels(node)',
    (_, of: Value) => {
      if (of instanceof GraphPath) throw new CypherError('TypeError', 'InvalidArgumentValue', 'labels(…) takes a node');
      return alive(theNode('labels', of)).labels;
    },
    { returns: 'list', accepts: [['node']] },
  ),
  define('type(relationship)', (_, of: Value) => theRelationship('type', of).type, {
    returns: 'string',
    accepts: [['relationship']],
  }),
  define('properties(entity)', (_, of: Value) => (isMap(of) ? of : alive(theEntity('properties', of)).propertyMap()), {
    returns: 'map',
    accepts: [['node', 'relationship', 'map']],
  }),
  define('keys(entity)', (_, of: Value) => [...(isMap(of) ? of : alive(theEntity('keys', of)).propertyMap()).keys()], {
    returns: 'list',
    accepts: [['node', 'relationship', 'map']],
  }),
  define('startNode(relationship)', (_, of: Value) => theRelationship('startNode', of).start, {
    returns: 'node',
    accepts: [['relationship']],
  }),
  define('endNode(relationship)', (_, of: Value) => theRelationship('endNode', of).end, {
    returns: 'node',
    accepts: [['relationship']],
  }),
  define('nodes(path)', (_, of: Value) => thePath('nodes', of).nodes, { returns: 'list', accepts: [['path']] }),
  define('relationships(path)', (_, of: Value) => thePath('relationships', of).relationships, {
    returns: 'list',
    accepts: [['path']],
  }),
  define('length(path)', (_, of: Value) => BigInt(thePath('length', of).relationships.length), {
    returns: 'integer',
    accepts: [['path']],
  }),
  define('exists(property)', (_, of: Value) => of !== null, {
    takesNull: true,
    returns: 'boolean',
  }),
  define(
    'valueType(value)',
    looping(
      function* (_run, pace, of: Value) {
        return yield* typeText(of, walkInTurns(pace));
      },
      (of) => isList(of!),
    ),
    { takesNull: true, returns: 'string' },
  ),
];

/** The type's name; of a list, with the types of its elements. */
function* typeText(value: Value, walk: Walk): Looping<string> {
  if (value === null) return 'NULL';
  if (!isList(value)) return `${kindOf(value)} NOT NULL`;
  enter(walk);
  const { pace } = walk;
  const found = new Set<string>();
  for (const one of value) {
    if (--pace.ticks < 0 && pace.due()) yield;
    found.add(yield* typeText(one, walk));
  }
  return `LIST<${found.size === 0 ? 'NOTHING' : [...found].sort().join(' | ')}> NOT NULL`;
}
