import { describe, expect, test } from 'vitest';
import { find } from '../find.ts';
import { type PermitName, permits } from './permits.ts';

type Examples = { numbers: [text: string, canonical: string][]; friends: string[] };

// Two ways to write each permit, and what looks like it and is none.
const examples: Record<PermitName, Examples> = {
  网络文化经营许可证: {
    numbers: [
      ['京网文〔2020〕1039-165号', '京网文〔2020〕1039-165号'],
      ['京网文【2013】0934-983', '京网文〔2013〕0934-983号'],
      ['闽网文（2024） 4287 - 092 号', '闽网文〔2024〕4287-092号'],
      ['粤网文许字[2014]1100-002号', '粤网文许字〔2014〕1100-002号'],
      ['网络文化经营许可证文网文[2010]040号', '文网文〔2010〕040号'],
      ['京網文[2013]0934-983號', '京网文〔2013〕0934-983号'],
      ['京网文2016-0349-021号', '京网文〔2016〕0349-021号'],
      ['京网文[2017]10291-1172号', '京网文〔2017〕10291-1172号'],
      ['文网文[2009]01177号', '文网文〔2009〕01177号'],
      ['Beijing Network Culture [2013] 0934-983', '京网文〔2013〕0934-983号'],
    ],
    friends: ['推荐中文网文[2023]榜单', '京网函[2021]123号', '文明办网文明上网 2020'],
  },
  信息网络传播视听节目许可证: {
    numbers: [
      ['信息网络传播视听节目许可证：0110418', '0110418'],
      ['网络视听许可证1904073号', '1904073'],
      ['信息网络传播视听节目许可证（许可证编号：0910417）', '0910417'],
      ['信息網絡傳播視聽節目許可證 1109364', '1109364'],
    ],
    friends: ['0110418', '视听节目许可证举报电话：0110418'],
  },
  网络出版服务许可证: {
    numbers: [
      ['（总）网出证（粤）字第057号', '（总）网出证（粤）字第057号'],
      ['(署)网出证(粤)字 第 054 号', '（署）网出证（粤）字第054号'],
      ['新出网证（京）字150号', '新出网证（京）字150号'],
      ['网络出版服务许可证（京）字第338号', '（京）字第338号'],
      ['互联网出版许可证［2010］445号', '〔2010〕445号'],
    ],
    friends: ['（京）字第338号', '著作权许可 （京）字第338号'],
  },
  广播电视节目制作经营许可证: {
    numbers: [
      ['广播电视节目制作经营许可证：（沪）字第1248号', '（沪）字第1248号'],
      ['广播电视节目制作经营许可证(琼)字036号', '（琼）字第036号'],
      ['广播电视节目制作经营许可证：京字第01303号', '（京）字第01303号'],
      ['广播电视节目制作经营许可证 (鲁广社)字第046号', '（鲁广社）字第046号'],
    ],
    friends: ['（沪）字第1248号', '京房权证朝字第123456号'],
  },
  互联网新闻信息服务许可证: {
    numbers: [
      ['互联网新闻信息服务许可证：31120170006', '31120170006'],
      ['互联网新闻信息服务许可证编号11220180008号', '11220180008'],
      ['国新网许可证编号：1012006032', '1012006032'],
      ['新闻信息服务许可证 粤府新函[2001]87号', '粤府新函〔2001〕87号'],
    ],
    friends: ['31120170006', '互联网新闻信息服务许可证 举报电话：01082619988'],
  },
  互联网药品信息服务资格证书: {
    numbers: [
      ['(京)-经营性-2014-0008', '（京）-经营性-2014-0008'],
      ['（粤）一非营业性一2017-0153', '（粤）-非经营性-2017-0153'],
      ['互联网药品信息服务资格证书（浙）-2017-0027', '（浙）-2017-0027'],
      ['浙-（经营性）-2012-0005', '（浙）-经营性-2012-0005'],
    ],
    friends: ['（京）-2017-0027', '国药准字Z20150001', '(京)2014-3-04'],
  },
  药品医疗器械网络信息服务备案: {
    numbers: [
      ['（京）网药械信息备字（2021）第00159号', '（京）网药械信息备字（2021）第00159号'],
      ['沪网药械信息备字[2023]00123号', '（沪）网药械信息备字（2023）第00123号'],
    ],
    friends: ['粤卫消证字(2015)第A0123号'],
  },
  医疗器械网络交易服务第三方平台备案: {
    numbers: [
      ['（京）网械平台备字（2018）第00005号', '（京）网械平台备字（2018）第00005号'],
      ['(浙)网械平台备字[2018]第00002号', '（浙）网械平台备字（2018）第00002号'],
    ],
    friends: ['京朝食药监械经营许20160123号'],
  },
  互联网药品交易服务资格证书: {
    numbers: [
      ['互联网药品交易服务资格证书：国A20150001', '国A20150001'],
      ['互联网药品交易服务资格证 粤C20150003', '粤C20150003'],
    ],
    friends: ['国A20150001', '国食健字G20150001'],
  },
  互联网医疗保健信息服务审核同意书: {
    numbers: [
      ['京卫网审【2014】第0105号', '京卫网审〔2014〕0105号'],
      ['浙 卫网审[2012]6号', '浙卫网审〔2012〕6号'],
    ],
    friends: ['京卫函[2014]第0105号'],
  },
  出版物经营许可证: {
    numbers: [
      ['出版物经营许可证编号新出发（沪）零字第Z6216号', '新出发沪零字第Z6216号'],
      ['新出发京批字第直110138号', '新出发京批字第直110138号'],
      ['新出发苏批字第A-243号', '新出发苏批字第A-243号'],
      ['出版物經營許可證：新出發京零字第大120007號', '新出发京零字第大120007号'],
      ['出版物经营许可证：沪零字第Z6216号', '沪零字第Z6216号'],
    ],
    friends: ['京发改字第110138号'],
  },
  互联网宗教信息服务许可证: {
    numbers: [
      ['互联网宗教信息服务许可证：浙（2022）0000120', '浙（2022）0000120'],
      ['互联网宗教信息服务许可证编号：京[2022]0000043号', '京（2022）0000043'],
    ],
    friends: ['沪（2022）0001234号', '京（2022）朝不动产权第0012345号'],
  },
  电信业务审批: {
    numbers: [
      ['粤通管BBS【2009】第175号', '粤通管BBS〔2009〕第175号'],
      ['电信业务审批[2001]字第379号', '电信业务审批〔2001〕字第379号'],
    ],
    friends: ['BBS [2009] 第175帖'],
  },
  食品经营许可证: {
    numbers: [
      ['JY11105050876919', 'JY11105050876919'],
      ['食品流通许可证：SP1101051510352397', 'SP1101051510352397'],
    ],
    friends: ['快递单号 AJY11105050876919', '食品经营许可证办理电话 4008208820'],
  },
  网络食品交易第三方平台备案: {
    numbers: [
      ['浙网食A33010002', '浙网食A33010002'],
      ['粤网食 A44010001', '粤网食A44010001'],
    ],
    friends: ['网食 A33010002'],
  },
  算法备案: {
    numbers: [
      ['网信算备110108823483901230031号', '网信算备110108823483901230031号'],
      ['算法备案号：110108823483901230031', '网信算备110108823483901230031号'],
    ],
    friends: ['110108823483901230031'],
  },
  生成式人工智能服务备案: {
    numbers: [
      ['Beijing-YunQue-20230821', 'Beijing-YunQue-20230821'],
      ['Guizhou-DuoCaiHuangXiaoXiAI-20250724S0002', 'Guizhou-DuoCaiHuangXiaoXiAI-20250724S0002'],
      ['大模型备案号 Shanghai-TongYiWanXiang-202410090024', 'Shanghai-TongYiWanXiang-202410090024'],
    ],
    friends: ['shanghai-report-20230821', 'img/Beijing-YunQue-20230821', 'Beijing-Trip-20230821.jpg'],
  },
  区块链信息服务备案: {
    numbers: [
      ['粤网信备44030524273626860016号', '粤网信备44030524273626860016号'],
      ['京网信备 11010824273626860016 号', '京网信备11010824273626860016号'],
    ],
    friends: ['44030524273626860016'],
  },
  政府网站标识码: {
    numbers: [
      ['网站标识码：1400000045', '1400000045'],
      ['政府网站标识码 bm01000001', 'bm01000001'],
    ],
    friends: ['bm01000001', '商品标识码：1400000045'],
  },
  统一社会信用代码: {
    numbers: [
      ['统一社会信用代码：91110000802100433B', '91110000802100433B'],
      ['营业执照 91330106673959654P', '91330106673959654P'],
    ],
    friends: ['91110000802100433B', '订单号：202101010000123456'],
  },
  营业执照: {
    numbers: [
      ['工商注册号110000450203508', '110000450203508'],
      ['营业执照号410199000045931', '410199000045931'],
    ],
    friends: ['110000450203508', '营业执照 电话 13800138000'],
  },
  网络游戏备案: {
    numbers: [
      ['文网游备字〔2016〕M-CBG 0247 号', '文网游备字〔2016〕M-CBG0247号'],
      ['文网游进字[2014]W-RPG003号', '文网游进字〔2014〕W-RPG003号'],
    ],
    friends: ['文网游备字〔2016〕'],
  },
  网络游戏出版批号: {
    numbers: [
      ['新广出审[2017]5360号', '新广出审〔2017〕5360号'],
      ['国新出审【2020】310号', '国新出审〔2020〕310号'],
    ],
    friends: ['ISBN 978-7-7979-8873-5', '著作权登记号：2012SR010310'],
  },
  文化市场审批: {
    numbers: [
      ['粤文市审[2012]196号', '粤文市审〔2012〕196号'],
      ['浙文市审（2013）第12号', '浙文市审〔2013〕12号'],
    ],
    friends: ['粤文旅[2012]196号'],
  },
  营业性演出许可证: {
    numbers: [
      ['京演（机构）（2019）4094号', '京演（机构）（2019）4094号'],
      ['沪市演(经纪)[2018]123号', '沪演（经纪）（2018）123号'],
      ['营业性演出许可证：440300120007', '440300120007'],
    ],
    friends: ['京演集团（2019）4094号'],
  },
  新闻网站备案: {
    numbers: [
      ['京新网备2010001号', '京新网备2010001号'],
      ['沪新网备 200501', '沪新网备200501号'],
    ],
    friends: ['最新网备份2010001'],
  },
  教育网站备案: {
    numbers: [
      ['湘教QS3-200505-000078', '湘教QS3-200505-000078'],
      ['沪教 QS1-200505-000123', '沪教QS1-200505-000123'],
    ],
    friends: ['湘教函[2021]78号'],
  },
  文保网安备案: {
    numbers: [
      ['文保网安备案号：1101010023', '1101010023'],
      ['文保网安备案 1101080018', '1101080018'],
    ],
    friends: ['文物保护 1101010023'],
  },
  地方网警备案: {
    numbers: [
      ['龙岩市网警备案：3507000015', '3507000015'],
      ['穗公网监备案证第44010650010167', '44010650010167'],
      ['浙备3301000000001号', '浙备3301000000001号'],
    ],
    friends: ['网警 3507000015'],
  },
  人力资源服务许可证: {
    numbers: [
      ['人力资源服务许可证编号：610100120105', '610100120105'],
      ['人力资源服务许可证（京）1101081234067号', '1101081234067'],
    ],
    friends: ['人力资源部 610100120105'],
  },
  人才中介服务许可证: {
    numbers: [
      ['人才中介服务许可证号 330782000001', '330782000001'],
      ['人才中介服务许可证：440300120007', '440300120007'],
    ],
    friends: ['人才热线 330782000001'],
  },
  广告经营许可证: {
    numbers: [
      ['广告经营许可证:3100003000089', '3100003000089'],
      ['广告经营许可证号 4401001000123', '4401001000123'],
    ],
    friends: ['广告热线 3100003000089'],
  },
  旅行社业务经营许可证: {
    numbers: [
      ['旅行社业务经营许可证编号：L-BJ-CJ00144', 'L-BJ-CJ00144'],
      ['旅行社经营许可证：L-ZJ01234', 'L-ZJ01234'],
    ],
    friends: ['型号 L-BJ01234'],
  },
};

/** The numbers of a permit in a text; a permit's serial does not change with what is around it. */
function read(name: string, text: string): (string | null)[] {
  return find(text, { currentYear: 2026 })
    .filter(({ kind }) => kind === `permit:${name}`)
    .map(({ canonical }) => canonical);
}

describe.each(Object.entries(examples))('%s', (name, { numbers, friends }) => {
  test.each(numbers)('is read in %s', (text, canonical) => {
    const [number] = find(`© 2020 ${text} 电话 010-82619988`, { currentYear: 2026 });
    expect(number).toMatchObject({ kind: `permit:${name}`, canonical, status: 'valid' });
    expect(read(name, text)).toHaveLength(1);
  });

  test.each(friends)('is not read in %s', (text) => {
    expect(read(name, text)).toEqual([]);
  });
});

describe('a number with one more digit', () => {
  const digitsOf = (text: string): string => text.normalize('NFKC').replace(/\D/g, '');
  const written = Object.values(examples).flatMap(({ numbers }) => numbers.map(([text]) => text));

  // A number that is shorter than what the page shows is another's.
  test.each(written)('in %s is never read without it', (text) => {
    const longer = [...text.matchAll(/\d+/g)].flatMap(({ 0: run, index }) =>
      Array.from(run, (_, at) => index + at + 1)
        .concat(index)
        .flatMap((place) =>
          [...'0123456789１', '12', '00000', '1'.repeat(12)].map(
            (more) => text.slice(0, place) + more + text.slice(place),
          ),
        ),
    );
    const cut = longer.filter((each) =>
      find(each, { currentYear: 2026 }).some(
        ({ status, canonical }) => status === 'valid' && digitsOf(canonical ?? '') !== digitsOf(each),
      ),
    );
    expect(longer.length).toBeGreaterThan(50);
    expect(cut).toEqual([]);
  });
});

test('every permit of the table has examples in this test', () => {
  expect(Object.keys(examples)).toEqual(permits.map(({ name }) => name));
});

describe('the form of a permit', () => {
  test.each([
    ['网络视听许可证088433', 'digit-count', 'six digits of seven'],
    ['JY1176668382008', 'digit-count', 'thirteen digits of fourteen'],
    ['网信算备11010882348390123003号', 'digit-count', 'twenty digits of twenty-one'],
    ['京网文[2035]0398-130号', 'year-impossible', 'to come'],
    ['京网文[2017]102911-1172号', 'digit-count', 'a national serial of six digits'],
    ['京网文[2017]1029-11725号', 'digit-count', 'a provincial serial of five'],
    ['文网文[2010]040001号', 'digit-count', 'six digits'],
    ['京卫网审【2014】第010501号', 'digit-count', 'six digits'],
    ['文网游备字〔2016〕M-CBG 024701号', 'digit-count', 'six digits behind the letters'],
    ['（署）网出证（粤）字第054001号', 'digit-count', 'six digits'],
    ['国新出审[2020]310001号', 'digit-count', 'six digits'],
    ['（京）-经营性-2014-000801', 'digit-count', 'six digits'],
    ['食品流通许可证：SP11010515103523971', 'digit-count', 'seventeen digits of sixteen'],
    ['统一社会信用代码：91110000802100433C', 'check-character', 'the last character is wrong'],
    ['统一社会信用代码：31110000MD0285364T', 'check-character', 'invented'],
    ['网信算备11000000000001号', 'placeholder-digits', 'a run of zeros'],
  ])('of %s has the problem %s', (text, code) => {
    expect(find(text, { currentYear: 2026 })[0]?.problems).toContainEqual({ code, part: expect.any(String) });
  });

  test('of the first number of a year is no placeholder', () => {
    expect(find('（京）网药械信息备字（2021）第00001号')[0]?.status).toBe('valid');
  });
});

test.each([
  ['互联网新闻信息服务许可证31120170006', '31', 'news: the first two digits'],
  ['互联网新闻信息服务许可证10120170001', null, 'news: 10 is the central office'],
  ['网信算备110108823483901230031号', '11', 'algorithm: the county of the provider'],
  ['网站标识码：3300000020', '33', 'government site'],
  ['食品经营许可证JY11105050876919', '11', 'food: behind the sort of business'],
  ['统一社会信用代码：91330106673959654P', '33', 'credit code: behind the two digits of the register'],
  ['信息网络传播视听节目许可证0110418', null, 'audio-visual: an ordinal of its own, no area'],
])('%s is of province %s (%s)', (text, province, _why) => {
  expect(find(text, { currentYear: 2026 }).map((number) => number.province)).toEqual([province]);
});
