import { lookup } from 'node:dns/promises';
import ipaddr from 'ipaddr.js';
import { UnreadError } from '../draft.ts';
import { isPublicAddress } from './address.ts';

export interface Resolved {
  readonly address: string;
  readonly family: 4 | 6;
}

/** Asks for every address of a name. */
export type Resolver = (host: string) => Promise<readonly Resolved[]>;

export const systemResolver: Resolver = async (host) =>
  (await lookup(host, { all: true, verbatim: true })).map(({ address, family }) => ({
    address,
    family: family as 4 | 6,
  }));

/**
 * The address to connect to: every address of the name must be public, the first is taken, and the connection is made
 * to it and to no other, so that a name that says something else a moment later gains nothing. Throws an `UnreadError`.
 */
export const resolvePublic = async (
  host: string,
  resolver: Resolver,
  isAllowed: (address: string) => boolean = isPublicAddress,
): Promise<Resolved> => {
  const bare = host.replace(/^\[|\]$/g, '');
  const addresses = ipaddr.isValid(bare)
    ? [{ address: bare, family: ipaddr.parse(bare).kind() === 'ipv6' ? (6 as const) : (4 as const) }]
    : await resolver(bare).catch((error: Error) => {
        throw new UnreadError(`The name ${bare} could not be looked up. Check the address and the connection.`, {
          cause: error,
        });
      });
  const first = addresses[0];
  if (!first) throw new UnreadError(`The name ${bare} has no address.`);
  if (!addresses.every(({ address }) => isAllowed(address)))
    throw new UnreadError(`${bare} is in a private network or on this machine. Only public addresses are read.`);
  return first;
};
