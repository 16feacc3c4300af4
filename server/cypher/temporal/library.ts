import { CypherError } from '../error.ts';
import type { Now, TemporalLibrary } from '../run/run.ts';
import { isMap, kindOf, type Value } from '../values/value.ts';
import { durationBetween, type Measure } from './between.ts';
import { construct, constructDuration, truncate } from './construct.ts';
import { Duration } from './duration.ts';
import { atInstant, Instant, type InstantKind } from './instant.ts';
import { parseDuration, parseInstant } from './parse.ts';
import { fixedZone, type Zone, zoneOf } from './zone.ts';

function wrong(name: string, value: Value): CypherError {
  return new CypherError('TypeError', 'InvalidArgumentValue', `${name}(…) cannot take ${kindOf(value)}`);
}

/** Takes of a moment what a kind has. */
function convert(kind: InstantKind, of: Instant, fallback: Zone): Instant {
  const map = new Map<string, Value>();
  if (kind !== 'time' && kind !== 'localtime') {
    if (!of.hasDate) throw wrong(kind, of);
    map.set('date', of);
  }
  if (kind !== 'date' && of.hasTime) map.set('time', of);
  if ((kind === 'time' || kind === 'localtime') && !of.hasTime) throw wrong(kind, of);
  return construct(kind, map, fallback)!;
}

function current(kind: InstantKind, now: Now, zone: Zone): Instant {
  const seconds = Number(now.nanoseconds / 1_000_000_000n);
  const moment = atInstant(seconds, Number(now.nanoseconds % 1_000_000_000n), zone);
  return kind === 'datetime' ? moment : convert(kind, moment, zone);
}

function make(kind: InstantKind, args: readonly Value[], now: Now): Value {
  const fallback = zoneOf(now.zone);
  const zone = fallback.name === 'UTC' ? fixedZone(0) : fallback;
  const [value] = args;
  if (value === undefined) return current(kind, now, zone);
  if (typeof value === 'string') return parseInstant(kind, value, zone);
  if (isMap(value)) {
    if (value.size === 1 && value.has('timezone') && kind !== 'date')
      return current(kind, now, zoneOf(String(value.get('timezone'))));
    return construct(kind, value, zone);
  }
  if (value instanceof Instant) return convert(kind, value, zone);
  throw wrong(kind, value);
}

function truncated(kind: InstantKind, args: readonly Value[], now: Now): Value {
  const zone = now.zone === 'UTC' ? fixedZone(0) : zoneOf(now.zone);
  const [unit, of = current(kind, now, zone), fields = new Map<string, Value>()] = args;
  if (typeof unit !== 'string' || !(of instanceof Instant) || !isMap(fields))
    throw wrong(`${kind}.truncate`, unit ?? null);
  return truncate(kind, unit, of, fields, zone);
}

/** Dates, times and durations by function name. */
export const temporalLibrary: TemporalLibrary = {
  call(name, args, now) {
    const [family, part] = name.split('.') as [string, string?];
    if (family === 'duration') {
      if (part === undefined) {
        const [value] = args;
        if (typeof value === 'string') return parseDuration(value);
        if (value !== undefined && isMap(value)) return constructDuration(value);
        if (value instanceof Duration) return value;
        throw wrong('duration', value ?? null);
      }
      const [from, to] = args;
      if (!(from instanceof Instant) || !(to instanceof Instant))
        throw wrong(name, from instanceof Instant ? to! : from!);
      return durationBetween(part as Measure, from, to);
    }
    const kind = family as InstantKind;
    if (part === undefined) return make(kind, args, now);
    if (part === 'truncate') return truncated(kind, args, now);
    if (part === 'fromepoch' || part === 'fromepochmillis') {
      const [first, second = 0n] = args;
      if (typeof first !== 'bigint' || typeof second !== 'bigint') throw wrong(name, first ?? null);
      const total = part === 'fromepoch' ? first * 1_000_000_000n + second : first * 1_000_000n;
      const seconds = total / 1_000_000_000n - (total % 1_000_000_000n < 0n ? 1n : 0n);
      return atInstant(Number(seconds), Number(total - seconds * 1_000_000_000n), fixedZone(0));
    }
    const [zone] = args;
    return make(kind, typeof zone === 'string' ? [new Map([['timezone', zone]])] : [], now);
  },
};
