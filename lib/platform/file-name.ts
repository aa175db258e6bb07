/** `Partners 2026-11-22 sites.csv`, without what file systems do not take in a name. */
export function fileName(name: string, now: Date, what: string): string {
  const plain = name
    .replace(/[\p{Cc}\p{Cf}\\/:*?"<>|]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 60);
  return `${plain} ${now.toISOString().slice(0, 10)} ${what}`.trimStart();
}
