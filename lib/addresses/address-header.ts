/** The names that people give to a column or a list of addresses. */

/** The first line of a list that is its header. */
const headerLine =
  /^(?:(?:official\s?)?(?:web\s?)?(?:site|page)s?|(?:web\s?)?(?:address|addresses)|(?:website\s)?ur[li]s?|links?|hosts?|hostnames?|home\s?pages?|domains?|domain names?|(?:公司|企业|单位|官方)?(?:网址|网站|网站地址|网站网址|网站域名|域名|首页|首页网址|主页|官网|官网地址|官网网址)(?:列表)?|地址|链接|站点)$/i;

/** Words for a site that a row describes. People mean such a column when they say a list of sites. */
const site =
  /官网|官方网站|网址|域名|网站|主页|首页|站点|\b(?:official|websites?|web ?pages?|home ?pages?|domains?|ur[li]s?|sites?|hosts?|hostnames?)\b/;
/** Words for any address. */
const address = /链接|地址|\b(?:links?|addresse?s?|pages?|web)\b/;
/** Words for the source of a row, or for something beside the site: the addresses in such a column are not the site's. */
const otherAddress =
  /来源|出处|来自|转载|引用|参考|企查查|天眼查|爱企查|启信宝|百科|微博|截图|图片|图标|头像|邮箱|邮件|\b(?:source|src|from|ref|referr?er|via|reference|profile|linked ?in|facebook|twitter|crunchbase|wikipedia|screenshot|image|picture|logo|icon|favicon|e ?mail|mail)\b/;
const title = /名称|标题|\btitle\b|(?<!\b(?:domain|host) )\bname\b/;

/** Whether the first line of a list is its header. */
export function isHeaderLine(line: string): boolean {
  return headerLine.test(line);
}

/**
 * How strongly a column's name says that the column holds the sites: 2 for `公司官网`, `Official site` and `domain_name`, 1 for
 * `链接`, 0 for `备注`, -1 for the source of a row, such as `链接来源` and `Source URL`.
 */
export function rankOfName(name: string): -1 | 0 | 1 | 2 {
  const words = name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[_\-./]+/g, ' ')
    .toLowerCase();
  if (otherAddress.test(words)) return -1;
  if (title.test(words)) return 0;
  return site.test(words) ? 2 : address.test(words) ? 1 : 0;
}
