import { expect, test } from 'vitest';
import { loadSamples } from './samples.ts';

test('the bundled samples are read with outlet, date and title', async () => {
  const articles = await loadSamples();
  expect(articles).toHaveLength(12);
  expect(new Set(articles.map(({ source }) => source)).size).toBe(6);
  for (const { text, title, published } of articles) {
    expect(published).toMatch(/^2017-0[23]-\d\d$/);
    expect(title).toMatch(/\w/);
    expect(text.split(/\s+/).length).toBeGreaterThan(180);
    expect(text).not.toMatch(/invented|Lapwing|Subscribe/);
  }
});
