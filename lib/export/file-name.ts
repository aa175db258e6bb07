/** `Partners 2026-11-22 sites.csv`, by the day where the user is, without what file systems do not take in a name. */
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
