import { z } from 'zod';
import { Health } from '../export.ts';
import { operation } from '../operation.ts';

/** The service itself. */
export const SERVICE_OPERATIONS = {
  session: operation({
    method: 'post',
    path: '/api/session',
    tag: 'service',
    summary: 'Begin a session in a browser: a cookie stands for the token from then on',
    body: z.object({ token: z.string().min(1).max(1000) }).meta({ id: 'SessionRequest' }),
    answer: z.object({ needed: z.boolean() }).meta({ id: 'SessionAnswer' }),
    problems: [415],
  }),
  openapi: operation({
    method: 'get',
    path: '/api/openapi.json',
    tag: 'service',
    summary: 'This document',
    answer: z.looseObject({ openapi: z.string() }),
  }),
  healthz: operation({ method: 'get', path: '/healthz', tag: 'service', summary: 'The process lives', answer: Health }),
  readyz: operation({
    method: 'get',
    path: '/readyz',
    tag: 'service',
    summary: 'The store answers',
    answer: Health,
  }),
  metrics: operation({
    method: 'get',
    path: '/metrics',
    tag: 'service',
    summary: 'Measurements for Prometheus',
    answerTypes: ['text/plain'],
  }),
} as const;
