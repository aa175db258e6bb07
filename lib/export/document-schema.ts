import * as z from 'zod/mini';
import { isSiteAddress } from '../addresses/site-address.ts';
import { auditStates, type BulkAudit, optionBounds } from '../audits/bulk-audit.ts';
import { barriers, type Entry, type PageOutcome, unreachableCauses } from '../audits/entry.ts';
import { answers, checks } from '../checks/catalogue.ts';
import { outcomes } from '../checks/outcome.ts';
import { locations, type Server } from '../checks/server.ts';
import type { SiteReport } from '../checks/site-report.ts';
import { provinces } from '../icp/data/provinces.ts';
import { pageParts, roles, sources } from '../icp/finding.ts';
import { keysOf } from '../icp/keys-of.ts';
import { plainKinds, serviceTypes } from '../icp/number.ts';
import { rules } from '../icp/problems.ts';
import { statuses } from '../icp/status.ts';
import { exactly } from '../schemas/exact-schema.ts';

/** The name of the format that every exported document states. */
export const documentFormat = 'icp-lens-audit';

/**
 * Increased with every change of the schema, new codes of answers and problems included. A reader of documents of this version
 * knows every code in them.
 */
export const documentVersion = 2;

/** The name of the schema of this version. */
export const schemaId = `urn:${documentFormat}:${documentVersion}`;

const count = z.int().check(z.nonnegative());
const within = ({ min, max }: { min: number; max: number }, unit = 1) =>
  z.int().check(z.minimum(min * unit), z.maximum(max * unit));

/** How messages to people who edit files describe an address that may be opened. */
export const openable = 'http://… / https://…';

/** The address of a web page, or of a file that `npm run scan` was given. */
const scheme = /^(?:https?|file):\/\//;

/** An address of which more than the scheme is checked. The pattern says what a published schema can say. */
const addressThat = (isRight: (text: string) => boolean) =>
  z.string().check(
    z.refine((text) => scheme.test(text) && isRight(text), openable),
    z.regex(scheme),
  );

/** The address of a page that was read. */
const pageAddress = addressThat((text) => URL.canParse(text));

/** The address that an entry opens. Only an entry that has ended may name a file, see `readDocument`. */
const entryAddress = addressThat((text) => isSiteAddress(text) || (text.startsWith('file:') && URL.canParse(text)));

const time = z.iso.datetime();
const kind = z.union([z.enum(plainKinds), z.templateLiteral(['permit:', z.string()])]);
const status = z.enum(statuses);
const role = z.enum(roles);
const outcome = z.enum(outcomes);
const answer = z.enum(keysOf(answers));
const province = z.nullable(z.enum([...provinces.keys()]));

const match = z.strictObject({
  kind,
  canonical: z.nullable(z.string()),
  province,
  year: z.nullable(z.int()),
  serial: z.nullable(z.string()),
  service: z.nullable(z.strictObject({ number: count, type: z.enum(serviceTypes) })),
  classes: z.array(z.string()),
  area: z.nullable(z.string()),
  status,
  problems: z.array(z.strictObject({ code: z.enum(keysOf(rules)), part: z.string() })),
  raw: z.string(),
  start: count,
  end: count,
});

const finding = z.strictObject({
  number: match,
  role,
  hidden: z.boolean(),
  place: z.enum(pageParts),
  look: z.nullable(
    z.strictObject({
      fontSizePx: z.number(),
      contrast: z.nullable(z.number()),
      centred: z.boolean(),
      belowFold: z.boolean(),
    }),
  ),
  source: z.enum(sources),
  link: z.nullable(z.string()),
  nearbyLinks: z.array(z.string()),
  surroundings: z.string(),
  block: z.int(),
});

const server = exactly<Server>()(
  z.discriminatedUnion('state', [
    z.strictObject({
      state: z.literal('seen'),
      ip: z.string(),
      where: z.enum(locations),
      tableDate: z.string(),
    }),
    z.strictObject({ state: z.literal('proxied') }),
    z.strictObject({ state: z.literal('unseen') }),
    z.strictObject({ state: z.literal('not-asked') }),
  ]),
);

const check = z.strictObject({
  code: z.enum(keysOf(checks)),
  answer,
  outcome,
  parts: z.array(z.string()),
  findings: z.array(count),
});

const report = exactly<SiteReport>()(
  z.strictObject({
    url: pageAddress,
    findings: z.array(finding),
    capped: z.boolean(),
    /** How many numbers were read and left out; missing where none was. */
    leftOut: z.exactOptional(count),
    otherFrames: count,
    server,
    checks: z.array(check),
  }),
);

const ending = exactly<PageOutcome>()(
  z.discriminatedUnion('state', [
    z.strictObject({ state: z.literal('numbers') }),
    z.strictObject({ state: z.literal('none') }),
    z.strictObject({ state: z.literal('blocked') }),
    z.strictObject({ state: z.literal('not-allowed') }),
    z.strictObject({
      state: z.literal('unreachable'),
      cause: z.enum(unreachableCauses),
      status: z.nullable(count),
    }),
    z.strictObject({ state: z.literal('redirected'), to: pageAddress }),
    z.strictObject({ state: z.literal('barrier'), barrier: z.enum(barriers) }),
    z.strictObject({ state: z.literal('skipped') }),
  ]),
);

const entry = exactly<Entry>()(
  z.strictObject({
    audit: z.string(),
    place: count,
    asked: z.string(),
    address: entryAddress,
    tries: count,
    ending: z.nullable(ending),
    readAt: z.nullable(time),
    finalUrl: z.nullable(pageAddress),
    further: z.nullable(pageAddress),
    numbers: z.array(
      z.strictObject({
        kind,
        number: z.string(),
        province,
        status,
        role,
        hidden: z.boolean(),
        subject: z.nullable(z.string()),
      }),
    ),
    worst: z.nullable(outcome),
    answers: z.array(answer),
    changes: z.exactOptional(count),
  }),
);

/** An exported audit: its options and state, a row for each address, and the full reports of the pages that were read. */
export const documentSchema = z.strictObject({
  format: z.literal(documentFormat),
  version: z.literal(documentVersion),
  exportedAt: time,
  tool: z.strictObject({ name: z.string(), version: z.string() }),
  audit: exactly<BulkAudit>()(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      createdAt: time,
      state: z.enum(auditStates),
      options: z.strictObject({
        concurrency: within(optionBounds.concurrency),
        limitMs: within(optionBounds.limitSeconds, 1000),
        retries: within(optionBounds.retries),
        lookFurther: z.boolean(),
        /** Whether screenshots of the pages were taken. They stay where they were taken: a document holds none. */
        screenshots: z.exactOptional(z.boolean()),
      }),
      size: count,
      repeats: z.exactOptional(z.string()),
    }),
  ),
  entries: z.array(entry),
  /** `place`: the index of the entry that a report belongs to. */
  reports: z.array(z.strictObject({ place: count, report })),
});

/** The parts of a document that other code needs by name. */
export const documentParts = { entry, report, finding, number: match, check, ending, server };
