import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';

const folder = new URL('../scripts/samples/', import.meta.url);

interface Sample {
  readonly file: string;
  readonly meta: ReadonlyMap<string, string>;
  readonly body: string;
}

const readSample = (file: string): Sample => {
  const [, front = '', ...rest] = readFileSync(new URL(file, folder), 'utf8').split(/^---$/m);
  const meta = new Map(
    front
      .trim()
      .split('\n')
      .map((line) => {
        const [, key = '', value = ''] = /^(\w+): (.+)$/.exec(line) ?? [];
        return [key, value] as const;
      }),
  );
  return { file, meta, body: rest.join('---').trim() };
};

const samples = readdirSync(folder)
  .filter((file) => /^\d/.test(file))
  .sort()
  .map(readSample);
const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** Share of the three-word runs of the shorter text that are in the other too. */
const overlap = (left: string, right: string): number => {
  const runs = (text: string) => new Set(words(text).map((_, at, all) => all.slice(at, at + 3).join(' ')));
  const [one, other] = [runs(left), runs(right)].sort((a, b) => a.size - b.size) as [Set<string>, Set<string>];
  return [...one].filter((run) => other.has(run)).length / one.size;
};

describe('the sample articles', () => {
  it('are at least 44', () => assert.ok(samples.length >= 44, `${samples.length} samples`));

  it('have title, outlet and the date that the file name gives', () => {
    for (const { file, meta } of samples) {
      assert.match(file, /^\d{4}-\d\d-\d\d-[a-z0-9-]+\.md$/);
      assert.ok(meta.get('title'), `${file}: title`);
      const published = meta.get('published') ?? '';
      assert.ok(file.startsWith(`${published}-`), `${file}: published ${published}`);
      assert.equal(new Date(`${published}T00:00:00Z`).toISOString().slice(0, 10), published, file);
      for (const key of meta.keys())
        assert.ok(['title', 'source', 'published', 'url'].includes(key), `${file}: ${key}`);
    }
  });

  it('are of outlets that are plainly samples', () => {
    for (const { file, meta } of samples) assert.match(meta.get('source') ?? '', /^Sample [A-Z][a-z]+$/, file);
    assert.ok(new Set(samples.map(({ meta }) => meta.get('source'))).size >= 5);
  });

  it('have 80 to 250 words', () => {
    for (const { file, body } of samples) {
      const count = body.split(/\s+/).length;
      assert.ok(count >= 80 && count <= 250, `${file}: ${count} words`);
    }
  });

  it('quote nobody', () => {
    for (const { file, body, meta } of samples) assert.doesNotMatch(`${meta.get('title')}\n${body}`, /["“”„«»]/, file);
  });

  it('lie between 2011 and 2018', () => {
    for (const { file } of samples) assert.match(file, /^201[1-8]-/);
  });

  it('have a title and a text of their own each, near copies apart by title', () => {
    assert.equal(new Set(samples.map(({ meta }) => meta.get('title'))).size, samples.length);
    assert.equal(new Set(samples.map(({ body }) => body.replace(/\s+/g, ' '))).size, samples.length);
  });

  it('hold three near-identical wire copies and no others', () => {
    const copies = samples.flatMap((one, at) =>
      samples
        .slice(at + 1)
        .filter((other) => overlap(one.body, other.body) > 0.7)
        .map((other) => `${one.file} = ${other.file}`),
    );
    assert.equal(copies.length, 3, copies.join('\n'));
  });

  it('do not speak of days after their own date', () => {
    const months = 'January February March April May June July August September October November December'.split(' ');
    const pattern = new RegExp(`\\b(${months.join('|')}) \\d{1,2}, (\\d{4})\\b`, 'g');
    for (const { file, body } of samples)
      for (const [found, , year] of body.matchAll(pattern))
        assert.ok(Number(year) <= Number(file.slice(0, 4)), `${file}: ${found}`);
  });
});
