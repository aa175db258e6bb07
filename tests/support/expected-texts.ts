import { permits } from '../../lib/icp/data/permits.ts';
import type { ProblemCode } from '../../lib/icp/problems.ts';
import type { Status } from '../../lib/icp/status.ts';
import type { ExpectedNumber } from '../sites/expected.ts';
import type { TextKey, Texts } from './texts.ts';

/** The text keys of the statuses that the popup shows. */
export const statusTexts = {
  valid: 'status_valid',
  suspect: 'status_suspect',
  malformed: 'status_malformed',
  placeholder: 'status_placeholder',
  unofficial: 'status_unofficial',
} as const satisfies Record<Status, TextKey>;

/** The popup's name of a number's kind. */
export function kindText({ text }: Texts, kind: ExpectedNumber['kind'], status: Status): string {
  const name = plainKindText(text, kind);
  return status === 'unofficial' ? text('kind_unofficial', name) : name;
}

function plainKindText(text: Texts['text'], kind: ExpectedNumber['kind']): string {
  switch (kind) {
    case 'icp-filing':
      return text('kind_icp_filing');
    case 'icp-licence':
      return text('kind_icp_licence');
    case 'telecom-licence':
      return text('kind_telecom_licence');
    case 'psb-filing':
      return text('kind_psb_filing');
    default: {
      const permit = permits.find(({ name }) => kind === `permit:${name}`);
      if (permit === undefined) return `(no permit of the name ${kind})`;
      return text(permit.field === null ? 'kind_permit_other' : 'kind_permit', permit.en);
    }
  }
}

/** A pattern for the popup's text about a problem, with any part. */
export function problemText({ pattern }: Texts, code: ProblemCode): RegExp {
  return pattern(`problem_${code.replaceAll('-', '_')}` as TextKey);
}
