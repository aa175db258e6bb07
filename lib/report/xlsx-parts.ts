/** The fixed parts of a spreadsheet file (ECMA-376 part 1, and part 2 for the package), but for the rows. */

/** Styles of cells: their places in `cellXfs` below. */
export const styles = { plain: 0, header: 1, moment: 2 } as const;

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const content = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const packaged = 'http://schemas.openxmlformats.org/package/2006';

/** A text between tags or in a quoted attribute. What XML cannot hold at all is named before (`writable`). */
export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** Where the rows of a sheet stand. */
export function sheetPath(id: number): string {
  return `xl/worksheets/sheet${id}.xml`;
}

/** What comes before the rows of a sheet: its first row stays in sight, its columns have these widths in characters. */
export function sheetStart(widths: readonly number[]): string {
  const pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
  const columns = widths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  return `${head}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews><cols>${columns.join('')}</cols><sheetData>`;
}

/** What comes after them. */
export const sheetEnd = '</sheetData></worksheet>';

/** A sheet of a workbook, in the order of its tabs. `id`: see `sheetPath`. */
export type SheetTab = { id: number; name: string };

/** All other files of the package, by their path. */
export function packageParts(tabs: readonly SheetTab[]): Record<string, string> {
  const sheets = tabs.map(({ id, name }) => `<sheet name="${escapeXml(name)}" sheetId="${id}" r:id="rId${id}"/>`);
  const stylesId = tabs.length + 1;
  return {
    'xl/workbook.xml': `${head}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${sheets.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships([
      ...tabs.map(({ id }) => relationship(id, 'worksheet', `worksheets/sheet${id}.xml`)),
      relationship(stylesId, 'styles', 'styles.xml'),
    ]),
    'xl/styles.xml': stylesPart,
    '_rels/.rels': relationships([relationship(1, 'officeDocument', 'xl/workbook.xml')]),
    '[Content_Types].xml': `${head}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${[
      ['/xl/workbook.xml', 'sheet.main'],
      ['/xl/styles.xml', 'styles'],
      ...tabs.map(({ id }) => [`/${sheetPath(id)}`, 'worksheet']),
    ]
      .map(([path, type]) => `<Override PartName="${path}" ContentType="${content}.${type}+xml"/>`)
      .join('')}</Types>`,
  };
}

function relationships(each: readonly string[]): string {
  return `${head}<Relationships xmlns="${packaged}/relationships">${each.join('')}</Relationships>`;
}

function relationship(id: number, type: string, target: string): string {
  return `<Relationship Id="rId${id}" Type="${relations}/${type}" Target="${target}"/>`;
}

// The first two fills are given by the format; formats of numbers of one's own begin at 164.
const stylesPart = `${head}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font><font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
