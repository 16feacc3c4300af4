import type { Binding, StaticType, Variable } from '../ast.ts';
import { syntaxError } from '../error.ts';

/** The variables that can be named at one place. Scopes are never changed: a new variable makes a new scope. */
export type Scope = ReadonlyMap<string, Binding>;

export const emptyScope: Scope = new Map();

/** Gives out bindings, each with a slot of its own. */
export interface Slots {
  fresh(name: string, type: StaticType): Binding;
  count(): number;
}

export function createSlots(): Slots {
  let next = 0;
  return {
    fresh: (name, type) => ({ name, type, slot: next++ }),
    count: () => next,
  };
}

/** The scope with one variable more, or one replaced. */
export function extend(scope: Scope, ...bindings: readonly Binding[]): Scope {
  const wider = new Map(scope);
  for (const binding of bindings) wider.set(binding.name, binding);
  return wider;
}

/** Finds what a variable means; an unknown one is an error with the nearest known name as a hint. */
export function resolve(variable: Variable, scope: Scope): Binding {
  const binding = scope.get(variable.name);
  if (binding === undefined) {
    const near = [...scope.keys()].find((name) => name.toLowerCase() === variable.name.toLowerCase());
    throw syntaxError(
      'UndefinedVariable',
      `Variable \`${variable.name}\` not defined`,
      variable.start,
      near === undefined ? undefined : `did you mean \`${near}\`?`,
    );
  }
  variable.binding = binding;
  return binding;
}
