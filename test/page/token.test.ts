import assert from 'node:assert/strict';
import { describePage, graphAtRest } from './shared.ts';
import { type RunningApp, startApp } from './start-app.ts';

const TOKEN = 'a-token-of-our-own-for-tests-0123456789';

describePage('a server that wants its token', ({ open, expectStatus }) => {
  let guarded: RunningApp;
  before(async function () {
    this.timeout(60_000);
    guarded = await startApp({ API_TOKEN: TOKEN });
  });
  after(() => guarded?.end());

  it('asks for it once, says when it is wrong, and then opens', async () => {
    expectStatus(401);
    const page = await open(guarded.address);
    await page.waitForSelector('dialog.token[open]');
    await page.fill('dialog.token input', 'not this one');
    await page.keyboard.press('Enter');
    await page.waitForSelector('dialog.token [role=alert]');
    assert.match((await page.textContent('dialog.token [role=alert]')) ?? '', /not the token/);
    await page.fill('dialog.token input', TOKEN);
    await page.click('dialog.token button');
    await graphAtRest(page);
    assert.equal(await page.locator('dialog.token').count(), 0);
    await page.reload();
    await graphAtRest(page);
    assert.ok(!(await page.content()).includes(TOKEN), 'the token stays out of the page');
  });
});
