import type { RequestHandler } from 'express';
import { rateLimit } from 'express-rate-limit';
import { HttpProblem } from '../errors.ts';

/** Requests a minute from one address; 0 = no limit. */
export interface RateLimits {
  readonly reading: number;
  readonly writing: number;
  readonly cypher: number;
}

/** On loopback reading is not limited: whoever calls is this machine's own user. */
export const rateLimitsFor = (loopback: boolean): RateLimits =>
  loopback ? { reading: 0, writing: 1200, cypher: 1200 } : { reading: 6000, writing: 240, cypher: 240 };

/** At most so many requests a minute from one address; headers as in the IETF draft 8. */
export const limitRate = (perMinute: number, what: string): RequestHandler =>
  perMinute === 0
    ? (_request, _response, next) => next()
    : rateLimit({
        windowMs: 60_000,
        limit: perMinute,
        standardHeaders: 'draft-8',
        legacyHeaders: false,
        identifier: what,
        handler: (_request, _response, next) =>
          next(
            new HttpProblem(
              429,
              `More than ${perMinute} requests (${what}) in a minute. Wait as long as Retry-After says.`,
            ),
          ),
      });
