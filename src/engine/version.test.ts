import { expect, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { LAPWING_VERSION } from './version.ts';

test('the version in records is the version of the package', () => {
  expect(LAPWING_VERSION).toBe(packageJson.version);
});
