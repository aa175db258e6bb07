/** The style of an evidence report, on screen and on paper. */
export const evidenceStyle = `
:root { color-scheme: light; font: 15px/1.5 system-ui, "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; }
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #111; background: #fff; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.3rem; overflow-wrap: anywhere; } h3 { margin: 1.6rem 0 .4rem; border-bottom: 1px solid #999; }
h4 { margin: 0 0 .3rem; font-size: 1rem; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: start; vertical-align: top; padding: .15rem .6rem .15rem 0; }
th { width: 11rem; font-weight: 600; color: #444; } td { overflow-wrap: anywhere; }
article { margin: .7rem 0; padding: .6rem .8rem; border: 1px solid #bbb; border-radius: .3rem; }
mark { background: #ffe58a; outline: 1px solid #a80; font-weight: 600; }
small { color: #555; }
figure { margin: 0; } img { display: block; max-width: 100%; height: auto; box-sizing: border-box; border: 1px solid #999; }
figcaption { margin-top: .4rem; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font-size: .75rem; padding: .6rem; border: 1px solid #bbb; }
@page { margin: 18mm 15mm; @bottom-right { content: counter(page) " / " counter(pages); font-size: 9pt; } }
.contents td, .contents th { width: auto; border-bottom: 1px solid #ccc; }
@media print {
  body { max-width: none; margin: 0; padding: 0; font-size: 10.5pt; }
  .site { break-before: page; } .bare { break-before: auto; }
  thead { display: table-header-group; }
  article, figure, tr { break-inside: avoid; }
  h2, h3, h4 { break-after: avoid; }
  img { width: auto; max-height: 17cm; }
  mark { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
}
`;
