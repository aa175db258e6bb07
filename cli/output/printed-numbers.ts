import type { Finding, Role } from '../../lib/icp/finding.ts';
import type { Kind } from '../../lib/icp/number.ts';
import type { Status } from '../../lib/icp/status.ts';

/** A number in the output of the commands. */
export type PrintedNumber = {
  kind: Kind;
  /** The canonical form. Null if it could only be guessed. */
  canonical: string | null;
  /** As the page displays it. */
  raw: string;
  status: Status;
  hidden: boolean;
  role: Role;
};

/** The numbers of findings, in the order of the findings. */
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
