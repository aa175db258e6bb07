import type { Finding, Role } from '../../lib/icp/finding.ts';
import type { Kind } from '../../lib/icp/number.ts';
import type { Status } from '../../lib/icp/status.ts';

/** A number as the commands hand it on. */
export type PrintedNumber = {
  kind: Kind;
  /** The normal form; null where it could only be guessed. */
  canonical: string | null;
  /** As the page displays it. */
  raw: string;
  status: Status;
  hidden: boolean;
  role: Role;
};

/** The numbers of a report's findings, in their order. */
export function printedNumbers(findings: readonly Finding[]): PrintedNumber[] {
  return findings.map(({ number: { kind, canonical, raw, status }, hidden, role }) => ({
    kind,
    canonical,
    raw,
    status,
    hidden,
    role,
  }));
}
