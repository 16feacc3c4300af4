import { z } from 'zod';
import { filterQuery } from '../filter.ts';
import {
  ActiveDyadsAnswer,
  BalanceAnswer,
  ChangeAnswer,
  CommunitiesAnswer,
  MEASURES,
  MeasureAnswer,
} from '../measures.ts';
import { operation } from '../operation.ts';
import { day, limit, pageQuery } from '../schema.ts';

/** Measures of the graph. */
export const MEASURES_OPERATIONS = {
  measures: operation({
    method: 'get',
    path: '/api/measures',
    tag: 'measures',
    summary: 'A centrality of every node, highest first',
    query: filterQuery.extend({ measure: z.enum(MEASURES).default('degree'), ...pageQuery(10_000, 100).shape }),
    answer: MeasureAnswer,
  }),
  communities: operation({
    method: 'get',
    path: '/api/measures/communities',
    tag: 'measures',
    summary: 'Communities (Louvain, seeded), largest first',
    query: filterQuery.extend(pageQuery(500, 100).shape),
    answer: CommunitiesAnswer,
  }),
  balance: operation({
    method: 'get',
    path: '/api/measures/balance',
    tag: 'measures',
    summary: 'Structural balance of the signed graph',
    query: filterQuery.extend({ limit: limit(500, 50) }),
    answer: BalanceAnswer,
    whole: 'counts with the strongest examples, as many as `limit` says',
  }),
  activeDyads: operation({
    method: 'get',
    path: '/api/measures/dyads',
    tag: 'measures',
    summary: 'The pairs of actors that most is said of',
    query: filterQuery.extend({ ...pageQuery(500, 50).shape }),
    answer: ActiveDyadsAnswer,
  }),
  change: operation({
    method: 'get',
    path: '/api/measures/change',
    tag: 'measures',
    summary: 'What changed between two periods',
    query: filterQuery.omit({ since: true, until: true }).extend({
      beforeSince: day.meta({ example: '2016-01-01' }),
      beforeUntil: day.meta({ example: '2016-12-31' }),
      afterSince: day.meta({ example: '2017-01-01' }),
      afterUntil: day.meta({ example: '2017-12-31' }),
      ...pageQuery(500, 50).shape,
    }),
    answer: ChangeAnswer,
    timeless: 'its two periods are its time',
  }),
} as const;
