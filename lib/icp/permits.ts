/** One of the six fields whose sites need approval before they open (Decree 292 art. 5 and later rules). */
export type ApprovalField = 'news' | 'forum' | 'media' | 'medical' | 'games' | 'culture';

/** A kind of content permit. */
export type Permit = {
  /** Official Chinese name; with `permit:` before it, the number's kind. */
  name: string;
  en: string;
  /** Who issues it, in both languages. */
  authority: { en: string; zh: string };
  /** The pre-approval field it belongs to; null where it is a permit of another sort. */
  field: ApprovalField | null;
  source: string;
};

/** Every content permit the core can tell by name. */
export const permits = [
  {
    name: '网络文化经营许可证',
    en: 'network culture permit',
    authority: { en: 'provincial culture and tourism department', zh: '省级文化和旅游行政部门' },
    field: 'culture',
    source: 'numbers.md §4',
  },
] as const satisfies Permit[];

/** Official Chinese name of a permit of the table. */
export type PermitName = (typeof permits)[number]['name'];
