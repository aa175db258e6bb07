/**
 * One line of CSV (RFC 4180) with its line end. A cell that a spreadsheet would run as a formula gets an apostrophe in
 * front, which spreadsheets show as text: pages choose what stands in it.
 */
export function csvLine(cells: readonly (string | boolean | null)[]): string {
  return `${cells.map((cell) => csvCell(cell === null ? '' : String(cell))).join(',')}\r\n`;
}

function csvCell(text: string): string {
  const safe = /^[\s\u200b\ufeff]*[=+\-@＝＋－＠]|^[\t\r\n]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
