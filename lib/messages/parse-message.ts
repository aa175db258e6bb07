import * as z from 'zod/mini';
import { maxTitleChars } from '../audits/page-outcome.ts';
import { pageParts, sources } from '../icp/finding.ts';
import { linkChars, maxBlockChars, maxBlocks, maxHrefChars, maxLinkChars, maxUrlChars } from '../scan/limits.ts';
import { exactly } from '../schemas/exact-schema.ts';
import type { BackgroundRequests, Envelope, PageAnswer } from './messages.ts';

/** Longest colour, as browsers compute them, in characters. */
const maxColourChars = 200;

const offset = z.int().check(z.nonnegative());
const look = z.object({
  fontSizePx: z.number(),
  ink: z.string().check(z.maxLength(maxColourChars)),
  ground: z.nullable(z.string().check(z.maxLength(maxColourChars))),
  centred: z.boolean(),
  belowFold: z.boolean(),
});
const block = z.object({
  id: offset,
  text: z.string().check(z.maxLength(maxBlockChars)),
  source: z.enum(sources),
  place: z.enum(pageParts),
  hidden: z.boolean(),
  look: z.nullable(look),
  links: z
    .array(z.object({ start: offset, end: offset, href: z.string().check(z.maxLength(maxHrefChars)) }))
    .check(z.maxLength(maxLinkChars / linkChars)),
});
const scan = z.object({
  url: z.string().check(z.maxLength(maxUrlChars)),
  blocks: z.array(block).check(z.maxLength(maxBlocks)),
  capped: z.boolean(),
  otherFrames: offset,
});
// What cannot be told does not make the rest unreadable.
const answer = exactly<PageAnswer>()(
  z.extend(scan, {
    status: z.catch(z.int(), 0),
    title: z.catch(z.string().check(z.maxLength(maxTitleChars)), ''),
    login: z.catch(z.boolean(), false),
  }),
);
const message = exactly<Envelope<BackgroundRequests>>()(
  z.discriminatedUnion('name', [
    // A scan that is refused counts as broken: were it dropped, what is said of the tab would be that of another page, or of before.
    z.object({ name: z.literal('scanned'), data: z.catch(z.nullable(scan), null) }),
    z.object({ name: z.literal('left'), data: z.null() }),
    z.object({ name: z.literal('inspect'), data: z.object({ tabId: offset }) }),
  ]),
);

/** A message to the background, checked; null where it is none of ours. A scan that is none, or beyond the limits, is null. */
export function parseMessage(value: unknown): Envelope<BackgroundRequests> | null {
  return z.safeParse(message, value).data ?? null;
}

/** A page's answer to `scan`, checked; null where the scan broke or the answer is none. */
export function parseAnswer(value: unknown): PageAnswer | null {
  return z.safeParse(answer, value).data ?? null;
}
