// Words that footers themselves are made of: where they stand, clauses and full stops do not make prose.
const footerWords =
  /©|\(c\)|copyright|all rights|版权|備案|备案|许可证|許可證|经营许可|主办|承办|主管|地址|电话|热线|邮编|邮箱|技术支持|举报|有限公司|网安备|powered by/i;

/**
 * Whether a number stands in running text that speaks of it, so that it is a mention: the line reads as sentences, and
 * none of the words that footers use stands in it. `start` and `end`: the number's offsets in `text`. Inferred: a footer
 * is made of names, labels and numbers; a report about a site is made of clauses.
 */
export function isProse(text: string, start: number, end: number): boolean {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = text.indexOf('\n', end);
  const line = text.slice(from, start) + text.slice(end, lineEnd === -1 ? undefined : lineEnd);
  if (footerWords.test(line)) return false;
  const clauses = line.match(/[，。；！？]|[,;!?.](?=\s)/g)?.length ?? 0;
  const letters = line.match(/[\u4e00-\u9fff]|[A-Za-z]+/g)?.length ?? 0;
  return clauses >= 2 && letters >= 20;
}
