import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { exactly } from './exact-schema.ts';

type Shape = { state: 'open'; since?: string } | { state: 'shut' };

const open = z.object({ state: z.literal('open'), since: z.exactOptional(z.string()) });
const shut = z.object({ state: z.literal('shut') });
const other = z.object({ state: z.literal('other') });

test('a schema that takes exactly the type is given back as it is', () => {
  const schema = z.discriminatedUnion('state', [open, shut]);
  expect(exactly<Shape>()(schema)).toBe(schema);
});

// These are for the compiler: `npm run types` fails where one of them compiles.
test('a schema that refuses or drops something of the type does not compile', () => {
  // @ts-expect-error: a member of the union is missing.
  const refuses = exactly<Shape>()(z.discriminatedUnion('state', [open]));
  // @ts-expect-error: a text is missing.
  const lacks = exactly<'open' | 'shut'>()(z.enum(['open']));
  // @ts-expect-error: the optional property is missing.
  const drops = exactly<Shape>()(z.discriminatedUnion('state', [z.object({ state: z.literal('open') }), shut]));
  // @ts-expect-error: the optional property is missing, in a list.
  const dropsDeep = exactly<Shape[]>()(z.array(z.union([z.object({ state: z.literal('open') }), shut])));
  // @ts-expect-error: the schema takes more than the type.
  const more = exactly<Shape>()(z.discriminatedUnion('state', [open, shut, other]));
  expect(z.safeParse(refuses, { state: 'shut' }).success).toBe(false);
  expect(z.safeParse(lacks, 'shut').success).toBe(false);
  expect(z.parse(drops, { state: 'open', since: '2026' })).toEqual({ state: 'open' });
  expect(z.parse(dropsDeep, [{ state: 'open', since: '2026' }])).toEqual([{ state: 'open' }]);
  expect(z.safeParse(more, { state: 'other' }).success).toBe(true);
});
