/**
 * A page in the manner of a Chinese portal, of any size: sections with a heading, two cards (picture, title, summary, source,
 * time, icon, count) and eight links. Every ninth element is empty: icons, and pictures of which half are described. An
 * element holds seven characters on average. The word 设备 is there as often as 备, 证 and 审 together are in ordinary prose,
 * about once in 750 characters: a scan for 备案 and 许可证 meets them all the time. Every card shows a date, so digits are
 * everywhere.
 */

/** The numbers in the footer of pages that have some. */
export const footerNumbers = ['京ICP备2021018374号-1', '京公网安备11010802046193号', '京B2-20213086'];

const titles = [
  '市区多云转晴 早晚高峰请提前出行',
  '城市图书馆延长周末开放时间',
  '新学期开学 各校食堂推出平价套餐',
  '今年中秋国庆连休八天 高铁票今日开售',
  '老街巷里的手艺人:一把剪刀四十年',
  '首届社区运动会在体育公园举行',
  '本市新增三条夜间公交线路',
  '秋季养生:这些食物适合多吃',
  '女排联赛第三轮 主队逆转取胜',
  '如何挑选一台合适的笔记本电脑',
  '专家谈青少年近视防控',
  '果园丰收 游客体验采摘乐趣',
  '旧小区加装电梯 居民上下楼更方便',
  '国产大飞机完成高原试飞',
  '三季度进出口总值稳步增长',
  '美术馆新展聚焦江南水乡',
  '这家小面馆为什么天天排队',
  '气象台发布大风蓝色预警',
  '乡村教师的三十个春秋',
  '工厂更换节能设备 用电量下降两成',
  '周末去哪儿:五条适合徒步的路线',
  '楼市观察:二手房挂牌量回升',
  '电影节闭幕 青年导演获最佳影片',
  '冬小麦播种进入尾声',
];

const summaries = [
  '记者从发布会上获悉,今年前三季度全市新增企业数量同比增长明显,有关部门将继续做好服务保障工作,让更多市民得到实惠。',
  '随着气温逐渐下降,南方多地迎来赏秋的好时节。沿着湖边的步道一路走去,银杏叶已经金黄,吸引了不少摄影爱好者前来拍照。',
  '比赛进行到下半场,双方体力都有所下降,主教练连续换人调整阵型,最终凭借一次漂亮的反击锁定胜局,现场球迷欢呼不已。',
  '分析人士表示,短期市场情绪有所回暖,但成交量仍然偏低,投资者宜保持耐心,关注业绩稳定、分红较高的行业龙头。',
  '这款手机采用了全新的外观设计,屏幕更大,机身更轻,续航时间比上一代增加了三个小时,预计下个月在全国各地同步上市。',
  '清晨五点,菜市场已经热闹起来。摊主们把刚到的青菜码得整整齐齐,熟客们一边挑选,一边聊着家常,新的一天就这样开始了。',
];

const sources = ['本报讯', '晚报', '都市频道', '新闻中心', '体育周刊', '财经观察'];

/** Chooses the same for the same page on every machine. */
function chooser(seed: number): (from: readonly string[]) => string {
  let state = seed;
  return (from) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return from[(state >>> 8) % from.length] ?? '';
  };
}

const picture = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';
const linksPerSection = 8;
const cardsPerSection = 2;
/** Elements of `sectionWith`: 5 around and in the heading, 12 a card, a list and 2 a link. */
const elementsPerSection = 5 + cardsPerSection * 12 + 1 + linksPerSection * 2;

function sectionWith(choose: (from: readonly string[]) => string, id: number): string {
  const day = String((id % 28) + 1).padStart(2, '0');
  const card = (_: unknown, index: number): string =>
    `<div class="card"><a class="pic" href="/a/${id}"><img src="${picture}" width="120" height="80" alt="${index % 2 === 0 ? choose(titles) : ''}"></a>` +
    `<h3><a href="/a/${id}">${choose(titles)}</a></h3><p>${choose(summaries)}</p><div class="meta">` +
    `<span>${choose(sources)}</span><time>2026-09-${day} 08:30</time><i class="icon"></i>` +
    `<em>${(id * 7919) % 4000}</em><b>评论</b></div></div>\n`;
  const link = (): string => `<li><a href="/b/${id}">${choose(titles)}</a></li>\n`;
  return (
    `<section><div class="head"><h2>${choose(sources)}</h2><a href="/c/${id}">更多</a><i class="arrow"></i></div>\n` +
    `${Array.from({ length: cardsPerSection }, card).join('')}<ul>${Array.from({ length: linksPerSection }, link).join('')}</ul></section>\n`
  );
}

const style = `body{margin:0;font:14px/1.6 sans-serif}main{max-width:1200px;margin:auto}section{border-top:1px solid #ddd}
.head{display:flex}.card{overflow:hidden}.pic{float:left}.meta{color:#777}.icon,.arrow{display:inline-block;width:12px;height:12px}
footer{text-align:center;color:#666;font-size:12px}`;

/** The HTML of a page of about so many elements; with numbers, its footer shows three. */
export function portalPage(elements: number, numbers: boolean): string {
  const choose = chooser(elements);
  const sections: string[] = [];
  for (let id = 0; (id + 0.5) * elementsPerSection < elements; id++) sections.push(sectionWith(choose, id));
  const [filing, police, licence] = footerNumbers;
  const shown = `<p><a href="https://beian.miit.gov.cn/">${filing}</a></p><p><a href="https://beian.mps.gov.cn/">${police}</a></p><p>增值电信业务经营许可证:${licence}</p>`;
  return (
    `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>门户</title><style>${style}</style>\n` +
    `<header><h1>门户</h1><nav><a href="/">首页</a></nav></header><main>${sections.join('')}</main>\n` +
    `<footer><p>关于我们</p>${numbers ? shown : ''}<p>© 2026 门户</p></footer></html>`
  );
}
