import type { Match } from './number.ts';
import { judge } from './problems.ts';

/** Finds every registration number in a text, in order. */
export function find(text: string): Match[] {
  return [...text.matchAll(/京ICP备(\d{8})号(?:-(\d{1,5}))?/g)].map((m) => ({
    kind: 'icp-filing',
    canonical: m[0],
    province: '11',
    year: 2000 + Number(m[1]?.slice(0, 2)),
    serial: m[1] ?? null,
    service: m[2] ? { number: Number(m[2]), type: 'website' } : null,
    classes: [],
    area: null,
    status: judge([]),
    problems: [],
    raw: m[0],
    start: m.index,
    end: m.index + m[0].length,
  }));
}
