/**
 * `npm run report-schema`: writes `docs/report.schema.json`, the published schema of exported audits, from the schema that
 * takes them in again: what is written down is what is checked.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as z from 'zod/mini';
import { documentParts, documentSchema, documentVersion, schemaId } from '../lib/export/document-schema.ts';

const target = join(import.meta.dirname, '../docs/report.schema.json');

const descriptions: Record<keyof typeof documentParts, string> = {
  entry: 'One address of the audit: how its reading ended, and what is needed to list it.',
  report: 'All that is known of one page once it was read and checked. Checks are worst first.',
  finding: 'A number on a page: how, where and as whose it is shown. `block` is of no use outside the page.',
  number: 'A registration number as read: its parts, its normal form and what speaks against it.',
  check: 'What one check says of the page. `findings` are places in the list of findings of the same report.',
  ending: 'How the reading of an address ended.',
  server: 'What is known of the server that the page came from.',
};

/** The schema as it is published (JSON Schema 2020-12). */
export function reportSchemaSource(): string {
  const metadata = z.registry<{ id?: string; title?: string; description?: string }>();
  for (const [id, description] of Object.entries(descriptions)) {
    const [, part] = Object.entries(documentParts).find(([name]) => name === id) ?? [];
    if (part !== undefined) metadata.add(part, { id, description });
  }
  metadata.add(documentSchema, {
    title: `ICP Lens audit, version ${documentVersion}`,
    description:
      'An exported audit: its options and state, a line for each address, and the reports of those that were read. Screenshots of pages are not in it.',
  });
  const { $schema, ...schema } = z.toJSONSchema(documentSchema, { target: 'draft-2020-12', metadata });
  return `${JSON.stringify({ $schema, $id: schemaId, ...schema }, null, 2)}\n`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) writeFileSync(target, reportSchemaSource());
