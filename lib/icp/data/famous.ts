import type { RegistrationNumber } from '../number.ts';
import type { Problem } from '../problems.ts';

// Numbers of famous sites that courses, clones and templates paste into other pages, with the domains of their owners
// (numbers.md §6). Only owners with few domains may be listed: a number on its owner's domain must never be flagged.
const famous: readonly { serials: readonly string[]; domains: readonly string[] }[] = [
  {
    serials: ['icp-licence 030173', 'psb-filing 11000002000001'],
    domains: [
      'baidu.com',
      'baidu.cn',
      'bdstatic.com',
      'tieba.com',
      'hao123.com',
      'baidubce.com',
      'bcebos.com',
      'dueros.cn',
      'apollo.auto',
    ],
  },
  {
    serials: ['icp-filing 10046444', 'icp-licence 110507', 'psb-filing 11010802020134'],
    domains: ['mi.com', 'mi.cn', 'xiaomi.com', 'xiaomi.cn', 'miui.com', 'miwifi.com', 'xiaomiyoupin.com', 'mijia.com'],
  },
  // The ministry's own. Only governments get names under gov.cn, and no list says which of them are the ministry's.
  { serials: ['icp-filing 04000001'], domains: ['gov.cn'] },
];

/**
 * Names without a dot, names under `localhost` (RFC 6761, 6.3) and IP addresses belong to the reader's own machine or network.
 * A page there is a draft or a saved page.
 */
const privateHost = /^(?:[^.]*|.*\.localhost|[\d.]+|\[.*\])$/;

/**
 * The problem `copied`: a famous site's number on a host that does not belong to its owner. Null for all other numbers, for the
 * owner's domains and their subdomains, and for private hosts. Null for service numbers too: the owner may have given them to
 * any domain.
 */
export function copiedProblem({ kind, serial, service, province }: RegistrationNumber, host: string): Problem | null {
  if (service !== null || serial === null || privateHost.test(host)) return null;
  const owner = famous.find(({ serials }) => serials.includes(`${kind} ${serial}`));
  const isOwn = owner?.domains.some((domain) => host === domain || host.endsWith(`.${domain}`)) ?? true;
  return isOwn || province !== '11' ? null : { code: 'copied', part: serial };
}
