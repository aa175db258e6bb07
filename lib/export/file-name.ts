/**
 * A file name such as `Partners 2026-11-22 sites.csv`. The day is the user's local day. Characters that file systems forbid are
 * left out.
 */
export function fileName(name: string, now: Date, what: string): string {
  const plain = name
    .replace(/[\p{Cc}\p{Cf}\\/:*?"<>|]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 60);
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => `${part}`.padStart(2, '0'))
    .join('-');
  return `${plain} ${day} ${what}`.trimStart();
}
