import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { reportSchemaSource } from './report-schema.ts';

test('the published schema is the one that exports are held against: npm run report-schema', () => {
  const published = readFileSync(join(import.meta.dirname, '../docs/report.schema.json'), 'utf8');
  expect(JSON.parse(published)).toEqual(JSON.parse(reportSchemaSource()));
});
