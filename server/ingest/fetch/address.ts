import ipaddr from 'ipaddr.js';
import { UnreadError } from '../draft.ts';

/** Ranges that ipaddr.js counts as ordinary and that lead inside all the same. */
const INSIDE: readonly [string, number][] = [
  ['100.64.0.0', 10],
  ['192.0.0.0', 24],
  ['198.18.0.0', 15],
  ['168.63.129.16', 32],
  ['100.100.100.200', 32],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['2002::', 16],
  ['2001::', 32],
  ['fec0::', 10],
];

const RANGES = INSIDE.map(([text, bits]) => [ipaddr.parse(text), bits] as const);

/** Whether an IP address is on the public internet: unicast, and in none of the ranges that lead inside. */
export const isPublicAddress = (text: string): boolean => {
  if (!ipaddr.isValid(text)) return false;
  const address = ipaddr.process(text);
  if (address.range() !== 'unicast') return false;
  return !RANGES.some(([range, bits]) => range.kind() === address.kind() && address.match(range, bits));
};

/** Ports on which the web is served. */
const PORTS = new Set(['', '80', '443', '8080', '8443']);

/** An address as a user gives it, checked as far as can be without asking anyone. Throws an `UnreadError`. */
export const checkUrl = (text: string): URL => {
  let url: URL;
  try {
    url = new URL(text.trim());
  } catch {
    throw new UnreadError(
      `${JSON.stringify(text.slice(0, 200))} is no web address. Give one that begins with https://.`,
    );
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new UnreadError(`Addresses that begin with ${url.protocol} are not read, only http:// and https://.`);
  if (url.username || url.password)
    throw new UnreadError('The address holds a user name or password. Give it without.');
  if (!PORTS.has(url.port)) throw new UnreadError(`The address names port ${url.port}, on which no news is published.`);
  return url;
};
