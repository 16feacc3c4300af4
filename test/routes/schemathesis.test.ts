import assert from 'node:assert/strict';
import { checkBySchemathesis } from './schemathesis.ts';

const program = process.env.TEST_SCHEMATHESIS;

describe(`the API read by schemathesis${program ? '' : ' (skipped: set TEST_SCHEMATHESIS to its path)'}`, function () {
  this.timeout(600_000);
  before(function () {
    if (!program) this.skip();
  });

  it('has no error of its own', async () => {
    const { calls, status, report } = await checkBySchemathesis(program!, 1, 1);
    assert.equal(status, 0, report.slice(-4000));
    assert.ok(calls > 200, `${calls} calls`);
  });
});
