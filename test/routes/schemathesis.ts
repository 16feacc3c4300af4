import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import request from 'supertest';
import { answerUnread, LARGEST_HEAD } from '../../server/http/unread.ts';
import { nowhere, REPORTS, testServer } from './server-for-tests.ts';

export interface Checked {
  readonly calls: number;
  readonly statuses: ReadonlyMap<number, number>;
  /** Exit status of schemathesis: 0 where it found nothing. */
  readonly status: number;
  readonly report: string;
}

/**
 * Has schemathesis read the OpenAPI document of a server with a few articles in it, and call every operation with what the
 * document allows and with what it does not. It looks for server errors and broken connections.
 */
export const checkBySchemathesis = async (program: string, casesEach: number, seed: number): Promise<Checked> => {
  const server = await testServer({}, nowhere());
  const statuses = new Map<number, number>();
  const listening = createServer({ maxHeaderSize: LARGEST_HEAD }, (message, response) => {
    response.once('close', () => statuses.set(response.statusCode, (statuses.get(response.statusCode) ?? 0) + 1));
    server.app(message, response);
  }).on('clientError', answerUnread);
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  try {
    for (const report of REPORTS) await request(server.app).post('/api/articles').send(report);
    const address = `http://127.0.0.1:${(listening.address() as AddressInfo).port}/api/openapi.json`;
    const child = spawn(
      program,
      [
        'run',
        address,
        '--checks=not_a_server_error',
        '--phases=coverage,fuzzing',
        `--max-examples=${casesEach}`,
        `--seed=${seed}`,
        '--continue-on-failure',
        '--suppress-health-check=all',
        '--warnings=off',
        '--no-color',
        '--request-timeout=60',
        // event streams do not end, and a readiness check may say 503
        '--exclude-operation-id=jobEvents',
        '--exclude-operation-id=readyz',
      ],
      { stdio: ['ignore', 'pipe', 'pipe'] },
    );
    let report = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        report += text;
      });
    const status = await new Promise<number>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code) => resolve(code ?? 1));
    });
    return { calls: [...statuses.values()].reduce((sum, count) => sum + count, 0), statuses, status, report };
  } finally {
    listening.closeAllConnections();
    listening.close();
    await server.close();
  }
};
