// Words of footers. A line that holds one is no prose, whatever its clauses and full stops.
const footerWords =
  /©|\(c\)|copyright|all rights|版权|備案|备案|许可证|許可證|经营许可|主办|承办|主管|地址|电话|热线|邮编|邮箱|技术支持|举报|有限公司|网安备|powered by/i;

// Words that introduce a number as an example or as another site's, and words that speak of it afterwards. A footer has
// neither.
const before = /(?:例如|比如|譬如|示例|样例|举例|形如|格式[为是]?|模板|e\.g\.|such as|example)[ :,"“「(]{0,3}$/i;
const told = /(?:该网?站|其网?站|他们|它)[^，。\n]{0,12}(?:备案号?码?|号)(?:为|是|显示|写着?)[ :："“「(]{0,3}$/;
const after =
  /^[ ”"」)]{0,2}(?:为例|等网?站|这样|的(?:网站|主办|备案|公司|格式)|涉嫌|系伪造|是(?:假|伪)|已(?:被|注销)|查无)/;
const aroundChars = 40;

/**
 * Whether a number stands in running text that speaks of it, so that it is a mention. Either words introduce it as an example
 * or as another site's, or its line reads as sentences and holds no word of footers. `start` and `end`: the number's offsets in
 * `text`. Inferred: a footer consists of names, labels and numbers; a report consists of clauses.
 */
export function isProse(text: string, start: number, end: number): boolean {
  const lead = text
    .slice(Math.max(0, start - aroundChars), start)
    .replaceAll('：', ':')
    .replaceAll('，', ',');
  if (before.test(lead) || told.test(lead) || after.test(text.slice(end, end + aroundChars))) return true;
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = text.indexOf('\n', end);
  const line = text.slice(from, start) + text.slice(end, lineEnd === -1 ? undefined : lineEnd);
  if (footerWords.test(line)) return false;
  const clauses = line.match(/[，。；！？]|[,;!?.](?=\s)/g)?.length ?? 0;
  const letters = line.match(/[\u4e00-\u9fff]|[A-Za-z]+/g)?.length ?? 0;
  return clauses >= 2 && letters >= 20;
}
