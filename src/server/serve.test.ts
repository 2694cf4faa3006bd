import { expect, test } from 'vitest';
import { exampleRecord } from '../../test/support/example-record.ts';
import { serve } from './serve.ts';

const records = [exampleRecord()];

test('says its address, and a port in use gives way to the next', async () => {
  const lines: string[] = [];
  const first = await serve({ port: 0, records, note: (line) => lines.push(line) });
  const second = await serve({ port: first.port, records, note: (line) => lines.push(line) });
  try {
    expect(second.port).toBeGreaterThan(first.port);
    expect(lines.at(-1)).toContain(second.address);
    expect(await (await fetch(second.address)).text()).toContain('Ferry war');
  } finally {
    await Promise.all([first.close(), second.close()]);
  }
});

test.each([-1, 1.5, 70_000])('%s is not a port', async (port) => {
  await expect(serve({ port, records, note: () => {} })).rejects.toThrow(RangeError);
});
