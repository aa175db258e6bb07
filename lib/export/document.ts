import * as z from 'zod/mini';
import { isSiteAddress } from '../addresses/site-address.ts';
import { type BulkAudit, isWaiting } from '../audits/bulk-audit.ts';
import { upgradeAudit, upgradeEntry, upgradeReportIn } from '../audits/earlier-forms.ts';
import type { Entry } from '../audits/entry.ts';
import type { DocumentFault } from '../audits/import-fault.ts';
import type { SiteReport } from '../checks/site-report.ts';
import { documentFormat, documentSchema, documentVersion, openable } from './document-schema.ts';
import { jsonText } from './json-text.ts';
import type { Tool } from './tool.ts';

/** An audit with all that is known of it, for other programs and for other copies of ICP Lens. */
export type AuditDocument = {
  format: typeof documentFormat;
  version: typeof documentVersion;
  /** ISO 8601 in UTC. */
  exportedAt: string;
  /** The program that wrote it. */
  tool: Tool;
  audit: BulkAudit;
  /** All entries of the audit, or those that the user picked. */
  entries: Entry[];
  /** The reports of the entries that were read. `place`: the entry's index in the audit. */
  reports: { place: number; report: SiteReport }[];
};

/**
 * Writes a document as JSON, in pieces, because the whole may be longer than a string can be. `readDocument` reads it back
 * unchanged. Entries and reports come in batches.
 */
export async function* writeDocument(
  { exportedAt, tool, audit }: Pick<AuditDocument, 'exportedAt' | 'tool' | 'audit'>,
  entries: Batches<AuditDocument['entries'][number]>,
  reports: Batches<AuditDocument['reports'][number]>,
): AsyncGenerator<string> {
  const whole = { format: documentFormat, version: documentVersion, exportedAt, tool, audit };
  yield `${jsonText(whole).slice(0, -1)},"entries":[`;
  yield* items(entries);
  yield '],"reports":[';
  yield* items(reports);
  yield ']}';
}

type Batches<Item> = AsyncIterable<readonly Item[]> | Iterable<readonly Item[]>;

async function* items<Item>(parts: Batches<Item>): AsyncGenerator<string> {
  let between = '';
  for await (const part of parts) {
    if (part.length === 0) continue;
    yield between + part.map(jsonText).join(',');
    between = ',';
  }
}

const header = z.looseObject({ format: z.literal(documentFormat), version: z.int().check(z.minimum(1)) });

/**
 * Reads a document and trusts nothing in it. The schema checks every value, and every index or id that one part gives for
 * another must exist there. Never throws.
 */
export function readDocument(text: string): { ok: true; document: AuditDocument } | ({ ok: false } & DocumentFault) {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return { ok: false, fault: 'not-json' };
  }
  const known = z.safeParse(header, value);
  if (!known.success) return { ok: false, fault: 'other-format' };
  const { version } = known.data;
  if (version > documentVersion) return { ok: false, fault: 'newer-version', version };
  const parsed = z.safeParse(documentSchema, version < documentVersion ? upgradeDocument(known.data) : known.data);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return { ok: false, fault: 'invalid', path: pathOf(issue), expected: expectedBy(issue) };
  }
  const loose = contradictionIn(parsed.data);
  return loose === null ? { ok: true, document: parsed.data } : { ok: false, fault: 'invalid', ...loose };
}

/** A document of an earlier version as one of this. */
function upgradeDocument({ audit, entries, reports, ...rest }: Record<string, unknown>): object {
  return {
    ...rest,
    version: documentVersion,
    audit: upgradeAudit(audit),
    entries: Array.isArray(entries) ? entries.map(upgradeEntry) : entries,
    reports: Array.isArray(reports) ? reports.map(upgradeReportIn) : reports,
  };
}

/** Where a document contradicts itself in a way that no schema can express. */
function contradictionIn({ audit, entries, reports }: AuditDocument): { path: string; expected: string } | null {
  const places = new Set<number>();
  for (const [index, entry] of entries.entries()) {
    const { audit: id, place, address } = entry;
    if (isWaiting(entry) && !isSiteAddress(address)) {
      return { path: `entries[${index}].address`, expected: openable };
    }
    if (id !== audit.id) return { path: `entries[${index}].audit`, expected: JSON.stringify(audit.id) };
    if (places.has(place)) return { path: `entries[${index}].place`, expected: 'a place that no other entry has' };
    places.add(place);
  }
  const reported = new Set<number>();
  for (const [index, { place, report }] of reports.entries()) {
    if (!places.has(place) || reported.has(place)) {
      return { path: `reports[${index}].place`, expected: 'the place of an entry, once' };
    }
    reported.add(place);
    const check = report.checks.findIndex(({ findings }) => findings.some((each) => each >= report.findings.length));
    if (check >= 0)
      return { path: `reports[${index}].report.checks[${check}].findings`, expected: 'places of findings' };
  }
  return null;
}

type Issue = z.core.$ZodIssue;

/** The path of an issue, `entries[3].numbers[0].kind`; empty for the document as a whole. */
function pathOf(issue: Issue | undefined): string {
  const path = issue?.path ?? [];
  return path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('')
    .replace(/^\./, '');
}

/** What the schema expects where an issue lies, in the terms of JSON. */
function expectedBy(issue: Issue | undefined): string {
  switch (issue?.code) {
    case 'invalid_type':
      return issue.expected;
    case 'invalid_value':
      return valuesText(issue.values);
    case 'unrecognized_keys':
      return `no ${issue.keys.map((key) => JSON.stringify(key)).join(', ')}`;
    case 'invalid_format':
      return issue.format === 'template_literal' ? templateText(issue.pattern) : issue.format;
    case 'too_small':
      return `≥ ${issue.minimum}`;
    case 'too_big':
      return `≤ ${issue.maximum}`;
    case 'invalid_union':
      return unionText(issue);
    default:
      return issue?.message ?? 'an audit';
  }
}

/** The values that tell the members of a union apart, else what each member expects. */
function unionText(issue: Extract<Issue, { code: 'invalid_union' }>): string {
  const { errors } = issue;
  const options = 'options' in issue ? (issue.options ?? []) : [];
  if (options.length > 0) return valuesText(options);
  return [...new Set(errors.map(([first]) => expectedBy(first)))].join(', ');
}

/** `^permit:[\s\S]{0,}$` as people write it: `"permit:…"`. */
function templateText(pattern = ''): string {
  return `"${pattern.replace(/^\^|\$$/g, '').replaceAll('[\\s\\S]{0,}', '…')}"`;
}

function valuesText(values: readonly z.core.util.Primitive[]): string {
  return values.map((value) => (typeof value === 'string' ? JSON.stringify(value) : String(value))).join(', ');
}
