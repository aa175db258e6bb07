import { formatService } from './kinds/service.ts';
import type { RegistrationNumber } from './number.ts';

/**
 * Writes a number in its normal form, `粤B2-20090191-18`; null where a part is missing. `parse` reads the result as the same
 * number. The exception are permits of bare digits (0910417), which `parse` knows only by the name before them:
 * 信息网络传播视听节目许可证：0910417.
 */
export function format(number: RegistrationNumber): string | null {
  return number.canonical;
}

/**
 * The subject number, which all services of one holder share. `京ICP备10046444号-1` and `-2A` both give `京ICP备10046444号`. A
 * licence that replaces a filing gives the licence's own number, `粤B2-20090191` (numbers.md §1.3, §1.4). Null for kinds without
 * services and where a part is missing.
 */
export function subjectNumber({ kind, canonical, service }: RegistrationNumber): string | null {
  if (canonical === null || kind === 'psb-filing' || kind.startsWith('permit:')) return null;
  return canonical.slice(0, canonical.length - formatService(service).length);
}
