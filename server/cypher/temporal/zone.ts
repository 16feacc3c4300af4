import { CypherError } from '../error.ts';
import { epochDay } from './calendar.ts';

/** A zone of the earth or a fixed offset. */
export interface Zone {
  /** `Europe/Stockholm`, `+01:00`, `Z`. */
  readonly name: string;
  /** For fixed offsets, in seconds. */
  readonly fixed: number | undefined;
}

const zones = new Map<string, Zone>();
const formats = new Map<string, Intl.DateTimeFormat>();

export function fixedZone(seconds: number): Zone {
  return { name: offsetText(seconds), fixed: seconds };
}

/** `Z`, `+01:00`, `+00:53:28`. */
export function offsetText(seconds: number): string {
  if (seconds === 0) return 'Z';
  const size = Math.abs(seconds);
  const two = (value: number): string => String(value).padStart(2, '0');
  const rest = size % 60;
  const text = `${seconds < 0 ? '-' : '+'}${two(Math.floor(size / 3600))}:${two(Math.floor(size / 60) % 60)}`;
  return rest === 0 ? text : `${text}:${two(rest)}`;
}

/** Seconds of `Z`, `+1`, `+01`, `+0100`, `+01:00`, `+01:00:30`; undefined for anything else. */
export function parseOffset(text: string): number | undefined {
  if (text === 'Z' || text === 'z') return 0;
  const found = /^([+-])(\d{1,2})(?::?(\d{2})(?::?(\d{2}))?)?$/.exec(text);
  if (found === null) return undefined;
  const size = Number(found[2]) * 3600 + Number(found[3] ?? 0) * 60 + Number(found[4] ?? 0);
  if (size > 18 * 3600 || Number(found[3] ?? 0) > 59 || Number(found[4] ?? 0) > 59) return undefined;
  return found[1] === '-' ? -size : size;
}

/** Finds a zone by its name or its offset. */
export function zoneOf(name: string): Zone {
  const known = zones.get(name);
  if (known !== undefined) return known;
  const fixed = parseOffset(name);
  let zone: Zone;
  if (fixed !== undefined) zone = fixedZone(fixed);
  else {
    try {
      formats.set(name, formatOf(name));
    } catch {
      throw new CypherError('ArgumentError', 'InvalidArgumentValue', `Unknown time zone '${name}'`);
    }
    zone = { name, fixed: undefined };
  }
  if (zones.size < 1000) zones.set(name, zone);
  return zone;
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    era: 'short',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
}

const last = 8.64e12;

/** Seconds east of Greenwich at a moment given in seconds since 1970. */
export function offsetAt(zone: Zone, seconds: number): number {
  if (zone.fixed !== undefined) return zone.fixed;
  const whole = Math.min(last, Math.max(-last, Math.floor(seconds)));
  const format = formats.get(zone.name) ?? formatOf(zone.name);
  formats.set(zone.name, format);
  const parts: Record<string, string> = {};
  for (const { type, value } of format.formatToParts(whole * 1000)) parts[type] = value;
  const year = parts.era?.startsWith('B') === true ? 1 - Number(parts.year) : Number(parts.year);
  const day = epochDay(year, Number(parts.month), Number(parts.day));
  return day * 86_400 + Number(parts.hour) * 3600 + Number(parts.minute) * 60 + Number(parts.second) - whole;
}

/** The offset of a local time: the earlier where a time happens twice; where it never happens, the one before the gap. */
export function offsetOfLocal(zone: Zone, localSeconds: number, preferred?: number): number {
  if (zone.fixed !== undefined) return zone.fixed;
  const before = offsetAt(zone, localSeconds - 86_400);
  const after = offsetAt(zone, localSeconds + 86_400);
  const candidates = [preferred ?? before, before, after, offsetAt(zone, localSeconds - before)];
  for (const offset of candidates) if (offsetAt(zone, localSeconds - offset) === offset) return offset;
  return before;
}
