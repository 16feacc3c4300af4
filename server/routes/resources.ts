import type { Router } from 'express';
import { articleRoutes } from './articles.ts';
import { cypherRoutes } from './cypher.ts';
import { decisionRoutes } from './decisions.ts';
import { draftRoutes } from './drafts.ts';
import { evidenceRoutes } from './evidence.ts';
import { exchangeRoutes } from './exchange.ts';
import { graphRoutes } from './graph.ts';
import { jobRoutes } from './jobs.ts';
import { measureRoutes } from './measures.ts';
import type { Parts } from './parts.ts';
import { schemaRoutes } from './schema.ts';
import { serviceRoutes } from './service.ts';

/** Every resource of the API behind the token, in the order of the reference; one file each. */
export const RESOURCES: readonly ((router: Router, parts: Parts) => void)[] = [
  graphRoutes,
  evidenceRoutes,
  articleRoutes,
  draftRoutes,
  jobRoutes,
  decisionRoutes,
  cypherRoutes,
  exchangeRoutes,
  measureRoutes,
  schemaRoutes,
  serviceRoutes,
];
