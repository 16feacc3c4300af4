import assert from 'node:assert/strict';
import { castId } from './cast.ts';
import { describePage, graphAtRest, keepPicture } from './shared.ts';

const [RUS, USA, ASSAD] = ['RUS', 'USA', 'assad'].map(castId) as [string, string, string];

describePage('evidence', ({ open }) => {
  it('shows each sentence with trigger and names marked, outlet, date, confidence and rule', async () => {
    const page = await open(`?chosen=p~${castId('putin')}~${castId('tillerson')}`);
    const claim = page.locator('.panel .claim', { hasText: 'Sample Wire' }).first();
    await claim.waitFor();
    assert.equal(await claim.locator('mark').textContent(), 'met');
    await page.waitForFunction(() => document.querySelectorAll('.panel .claim u.name').length >= 4);
    assert.deepEqual((await claim.locator('u.name').allTextContents()).sort(), ['Rex Tillerson', 'Vladimir Putin']);
    const text = (await claim.textContent()) ?? '';
    for (const part of ['13 Apr 2017', '12 Apr 2017', 'stated as fact', 'confidence 0.90'])
      assert.ok(text.includes(part), part);
    await claim.locator('summary').click();
    assert.match((await claim.textContent()) ?? '', /rule by hand/);
  });

  it('links to the very sentence in the article at its outlet', async () => {
    const page = await open(`?chosen=p~${castId('putin')}~${castId('tillerson')}`);
    const link = page.locator('.panel a', { hasText: 'open at the sentence' }).first();
    assert.equal(
      await link.getAttribute('href'),
      'https://wire.example/2017/tillerson-in-moscow#:~:text=Rex%20Tillerson%20met%20Vladimir%20Putin%20on%20Wednesday%20for%20two%20hours.',
    );
    assert.match((await link.getAttribute('rel')) ?? '', /noopener/);
  });

  it('puts a denial beside what it denies, with a rule of its own and who said so', async () => {
    const page = await open(`?chosen=p~${RUS}~${ASSAD}`);
    await page.waitForSelector('.opposed');
    assert.match((await page.textContent('.opposed h3')) ?? '', /disagree on “backs”/);
    const denied = page.locator('.opposed .claim.is-denied');
    assert.match((await denied.textContent()) ?? '', /Denied.*Evening Sample.*said by Sergey Lavrov/s);
    assert.equal(await page.locator('.opposed .side').first().locator('.claim').count(), 2);
    await page.waitForFunction(() =>
      [...document.querySelectorAll('.is-denied u.name')].some((name) => name.textContent === 'the Syrian president'),
    );
    await keepPicture(page, 'evidence-disagreement');
  });

  it('opens one relation of a pair, and goes back to all between the two', async () => {
    const page = await open(`?chosen=p~${RUS}~${USA}`);
    await page.click('.panel .edges button:has-text("sanctioned")');
    await page.waitForFunction(() => location.search.includes('chosen=e'));
    await page.waitForSelector('.panel h2:has-text("United States sanctioned Russia")');
    assert.match((await page.textContent('.panel .chips')) ?? '', /CAMEO \d+.*Goldstein −/s);
    await page.click('text=all between the two');
    await page.waitForSelector('.panel h2:has-text("Russia – United States")');
  });

  it('tells of a node: aliases, office, relations by type, and every sentence', async () => {
    const page = await open(`?chosen=n~${castId('putin')}`);
    await page.waitForSelector('.panel .offices');
    assert.match((await page.textContent('.panel .offices')) ?? '', /president of Russia/);
    assert.match((await page.textContent('.panel')) ?? '', /Named \d+ times in \d+ articles/);
    await page.waitForSelector('.panel .claim');
  });

  it('opens the article with all that was found in it highlighted, and goes from claim to claim', async () => {
    const page = await open(`?chosen=p~${castId('putin')}~${castId('tillerson')}`);
    await page.locator('.panel .claim', { hasText: 'Sample Wire' }).locator('text=in the article').click();
    await page.waitForSelector('.article-text mark.looked');
    assert.equal(await page.textContent('.article-text mark.looked'), 'met');
    assert.equal(await page.locator('.article-text mark').count(), 5);
    assert.ok((await page.locator('.article-text u').count()) >= 8);
    assert.equal(await page.textContent('.article-text s.cut'), 'Sign up for our newsletter. ');
    await page.click('.found-claims button:has-text("vetoed")');
    await page.waitForFunction(() => document.querySelector('.article-text mark.looked')?.textContent === 'vetoed');
    await keepPicture(page, 'article');
    await page.goBack();
    await page.waitForSelector('.panel .claim');
    await graphAtRest(page);
  });
});
