import type {
  Binding,
  Expression,
  LabelExpression,
  NodePattern,
  PatternElement,
  PatternGroup,
  PatternPart,
  RelationshipPattern,
  StaticType,
  Variable,
} from '../ast.ts';
import { syntaxError } from '../error.ts';
import { checkCondition, checkExpression } from './expression.ts';
import type { Check } from './query.ts';
import { extend, type Scope } from './scope.ts';

export type PatternUse = 'match' | 'create' | 'merge';

/** Checks patterns that belong together; adds what they introduce and gives the scope that sees it. */
export function checkPatterns(
  check: Check,
  parts: readonly PatternPart[],
  outer: Scope,
  use: PatternUse,
  introduced: Binding[],
): Scope {
  let scope = outer;
  const seen = new Set<Binding>();
  const declare = (name: string | undefined, type: StaticType): Binding => {
    const binding = check.slots.fresh(name ?? '', type);
    introduced.push(binding);
    if (name !== undefined) scope = extend(scope, binding);
    return binding;
  };
  const state: Declaring = {
    use,
    introduced,
    declare,
    seen,
    lookup: (name) => scope.get(name),
  };
  for (const part of parts) {
    const before = scope;
    declarePath(part, state);
    declareElements(part, state);
    if (use !== 'match') checkElements(check, part.elements, before, use);
  }
  if (use === 'match') for (const part of parts) checkElements(check, part.elements, scope, use);
  return scope;
}

interface Declaring {
  readonly use: PatternUse;
  readonly introduced: Binding[];
  readonly seen: Set<Binding>;
  declare(name: string | undefined, type: StaticType): Binding;
  lookup(name: string): Binding | undefined;
}

function declarePath(part: PatternPart, state: Declaring): void {
  const variable = part.variable;
  if (variable === undefined) {
    part.binding = part.selector === undefined ? undefined : state.declare(undefined, 'path');
    return;
  }
  if (state.lookup(variable.name) !== undefined) throw alreadyBound(variable);
  part.binding = state.declare(variable.name, 'path');
  variable.binding = part.binding;
}

function alreadyBound(variable: Variable): Error {
  return syntaxError(
    'VariableAlreadyBound',
    `Variable \`${variable.name}\` already declared`,
    variable.start,
    'use another name',
  );
}

function declareElements(part: PatternPart, state: Declaring): void {
  for (const element of part.elements) {
    if (element.kind === 'node-pattern') declareNode(element, part, state);
    else if (element.kind === 'relationship-pattern') declareRelationship(element, part, state);
    else declareGroup(element, part, state);
  }
}

function conflict(variable: Variable, known: StaticType, wanted: string): Error {
  return syntaxError(
    'VariableTypeConflict',
    `Type mismatch: \`${variable.name}\` is already a ${known}, not a ${wanted}`,
    variable.start,
    'use another name',
  );
}

function declareNode(node: NodePattern, part: PatternPart, state: Declaring): void {
  const { variable } = node;
  if (variable === undefined) {
    node.binding = state.declare(undefined, 'node');
    return;
  }
  const known = state.lookup(variable.name);
  if (known === undefined) {
    node.binding = state.declare(variable.name, 'node');
  } else {
    if (part.variable?.name === variable.name) throw alreadyBound(variable);
    if (known.type !== 'node' && known.type !== 'any' && known.type !== 'null')
      throw conflict(variable, known.type, 'node');
    if (state.use !== 'match') {
      const described = node.labels !== undefined || node.properties !== undefined;
      if (part.elements.length === 1 || described) throw alreadyBound(variable);
    }
    node.binding = known;
  }
  variable.binding = node.binding;
}

function declareRelationship(relationship: RelationshipPattern, part: PatternPart, state: Declaring): void {
  const { variable, length } = relationship;
  const many = length !== undefined;
  if (variable === undefined) {
    relationship.binding = state.declare(undefined, many ? 'relationships' : 'relationship');
    return;
  }
  const known = state.lookup(variable.name);
  if (known === undefined) {
    relationship.binding = state.declare(variable.name, many ? 'relationships' : 'relationship');
    if (many) relationship.binding.element = 'relationship';
    state.seen.add(relationship.binding);
  } else {
    if (state.use !== 'match') throw alreadyBound(variable);
    if (part.variable?.name === variable.name) throw alreadyBound(variable);
    const fits = many ? ['relationships', 'list', 'any', 'null'] : ['relationship', 'any', 'null'];
    if (!fits.includes(known.type))
      throw conflict(variable, known.type, many ? 'list of relationships' : 'relationship');
    if (state.seen.has(known) || state.introduced.includes(known)) {
      throw syntaxError(
        'RelationshipUniquenessViolation',
        `Relationship \`${variable.name}\` cannot be used twice in one pattern`,
        variable.start,
      );
    }
    state.seen.add(known);
    relationship.binding = known;
  }
  variable.binding = relationship.binding;
}

/** Variables inside a quantified pattern are lists outside. */
function declareGroup(group: PatternGroup, part: PatternPart, outer: Declaring): void {
  const inner = new Map<string, Binding>();
  const groups: { inner: Binding; outer: Binding }[] = [];
  const state: Declaring = {
    ...outer,
    use: 'match',
    lookup: (name) => inner.get(name),
    declare(name, type) {
      const held = outer.declare(undefined, type);
      if (name === undefined) return held;
      const binding: Binding = { ...held, name };
      inner.set(name, binding);
      outer.introduced.push(binding);
      return binding;
    },
  };
  declareElements({ ...part, elements: group.elements }, state);
  for (const [name, binding] of inner) {
    if (outer.lookup(name) !== undefined) {
      throw syntaxError(
        'VariableAlreadyBound',
        `Variable \`${name}\` already declared`,
        group.start,
        'use another name',
      );
    }
    const list = outer.declare(name, 'list');
    list.element = binding.type;
    groups.push({ inner: binding, outer: list });
  }
  group.groups = groups;
}

function checkElements(check: Check, elements: readonly PatternElement[], scope: Scope, use: PatternUse): void {
  for (const element of elements) {
    if (element.kind === 'pattern-group') {
      if (element.elements.length < 3) {
        const message = 'A quantified path pattern needs to have at least one relationship';
        throw syntaxError('InvalidQuantifiedPath', message, element.start);
      }
      const inner = extend(scope, ...element.groups.map((one) => one.inner));
      checkElements(check, element.elements, inner, use);
      if (element.where !== undefined) {
        checkCondition(check, element.where, { scope: inner, aggregation: 'forbidden', condition: true });
      }
      continue;
    }
    if (element.kind === 'relationship-pattern' && use !== 'match') checkCreated(element, use);
    if (element.properties !== undefined) checkProperties(check, element.properties, scope, use);
    if (element.kind === 'node-pattern' && use !== 'match' && element.labels !== undefined)
      plainLabels(element.labels, element.start);
    if (element.where !== undefined) {
      const own = element.variable?.binding;
      const inner = own === undefined ? scope : extend(scope, own);
      checkCondition(check, element.where, { scope: inner, aggregation: 'forbidden', condition: true });
    }
  }
}

function checkProperties(check: Check, properties: Expression, scope: Scope, use: PatternUse): void {
  if (properties.kind === 'parameter' && use !== 'create') {
    throw syntaxError(
      'InvalidParameterUse',
      `Parameter maps cannot be used in ${use.toUpperCase()} patterns`,
      properties.start,
      `write {name: $${properties.name}.name}`,
    );
  }
  checkExpression(check, properties, { scope, aggregation: 'forbidden', condition: false });
}

function checkCreated(relationship: RelationshipPattern, use: PatternUse): void {
  const { types, length, direction, start } = relationship;
  if (length !== undefined) {
    throw syntaxError('CreatingVarLength', 'Relationships of variable length cannot be created', start);
  }
  if (types?.kind !== 'name') {
    throw syntaxError(
      'NoSingleRelationshipType',
      'A relationship to be created needs exactly one type',
      start,
      'write -[:TYPE]->',
    );
  }
  if (direction === 'both' && use === 'create') {
    throw syntaxError(
      'RequiresDirectedRelationship',
      'A relationship to be created needs a direction',
      start,
      'write -[:TYPE]->',
    );
  }
}

/** The labels of `:A:B` or `:A&B`; anything else cannot be created. */
export function plainLabels(labels: LabelExpression, start: number): readonly string[] {
  if (labels.kind === 'name') return [labels.name];
  if (labels.kind === 'and') return labels.of.flatMap((one) => plainLabels(one, start));
  throw syntaxError('InvalidLabelExpression', 'Only plain labels can be created', start, 'write :A:B');
}
