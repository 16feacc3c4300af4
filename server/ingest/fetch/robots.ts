import robotsParserModule from 'robots-parser';
import { UnreadError } from '../draft.ts';
import { type Fetcher, USER_AGENT } from './fetcher.ts';

type Rules = { isAllowed(url: string, agent?: string): boolean | undefined };
const robotsParser = robotsParserModule as unknown as (url: string, text: string) => Rules;

/** Asks a site's robots.txt, once an hour, whether an address may be read by a program. */
export interface Robots {
  /** Throws an `UnreadError` where it may not. */
  check(url: string, signal?: AbortSignal): Promise<void>;
}

const KEPT = 3_600_000;
const MOST_SITES = 1000;

export const createRobots = (fetcher: Fetcher, now: () => Date): Robots => {
  const sites = new Map<string, { readonly rules: Promise<Rules | undefined>; readonly at: number }>();
  const load = async (origin: string, signal?: AbortSignal): Promise<Rules | undefined> => {
    const address = `${origin}/robots.txt`;
    try {
      const { bytes } = await fetcher.fetch(address, {
        accept: /^text\//,
        largest: 512 * 1024,
        ...(signal ? { signal } : {}),
      });
      return robotsParser(address, new TextDecoder().decode(bytes));
    } catch {
      return undefined; // no robots.txt: all may be read
    }
  };
  return {
    check: async (url, signal) => {
      const { origin } = new URL(url);
      let site = sites.get(origin);
      if (!site || now().getTime() - site.at > KEPT) {
        site = { rules: load(origin, signal), at: now().getTime() };
        if (sites.size >= MOST_SITES) sites.delete(sites.keys().next().value!);
        sites.set(origin, site);
      }
      const rules = await site.rules;
      if (rules?.isAllowed(url, USER_AGENT) === false)
        throw new UnreadError(
          `${new URL(url).host} asks programs, in its robots.txt, not to read this address. Open it and paste the text.`,
        );
    },
  };
};
