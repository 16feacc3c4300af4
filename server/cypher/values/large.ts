import { CypherError } from '../error.ts';
import { type Pace, unhurried } from '../pace.ts';
import type { Value } from './value.ts';

/** Characters up to which a string is dealt with in no time. */
const longText = 1000;

/** May comparing, ordering or filing the value take long? Then it is done in turns. */
export function isLarge(value: Value): boolean {
  if (typeof value === 'string') return value.length > longText;
  if (typeof value !== 'object' || value === null) return false;
  return Array.isArray(value) || value instanceof Map || (value as { kind: string }).kind === 'path';
}

/** A walk through values: its pace, and into how many lists and maps it may still look. */
export interface Walk {
  readonly pace: Pace;
  left: number;
}

/** At once: what is composed of more than this many parts is no small value. */
const mostAtOnce = 50_000;
/** In turns: a second's work. Values that hold themselves many times over grow beyond it. */
const mostInTurns = 4_000_000;

export function walkAtOnce(): Walk {
  return { pace: unhurried, left: mostAtOnce };
}

export function walkInTurns(pace: Pace): Walk {
  return { pace, left: mostInTurns };
}

/** Counts a list, map or other composed value looked into. Endless values are an error, not a stall. */
export function enter(walk: Walk): void {
  if (--walk.left < 0) {
    const most = walk.pace === unhurried ? mostAtOnce : mostInTurns;
    throw new CypherError('LimitExceeded', 'ValueTooLarge', `A value has more than ${most} parts`);
  }
}
