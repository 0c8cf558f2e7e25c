/**
 * Hides in a sentence what could tell whose report it is: figures, names of places and offices, of people, marks of
 * documents, addresses. Each character hidden becomes one ×, so that places within the sentence stay where they are.
 *
 * It would rather hide a word too many: what is masked here is sent on.
 */

const DIGITS = /[0-9０-９]/g;
/** Figures in characters, where they count something; （一） and 第二十条 are the form's own. */
const COUNTED = /第?[一二三四五六七八九十百千万亿零〇两]+(?=(?:余|多)?[件条次人项份个篇期场名家户元起宗位处])/g;
/** 江州政发〔2023〕: whose document it is. */
const DOCUMENT_MARK = /[\u3400-\u9fff]{1,10}(?=[〔[［(（【][0-9０-９×]{4}[〕\]］)）】])/g;
/** Whatever Latin letters an address is made of. */
const ADDRESS = /[A-Za-z0-9._%+/:-]*[@.:/][A-Za-z0-9._%+@/:-]*[A-Za-z]/g;
const OFFICE = /[\u3400-\u9fff]{1,12}?(?:自治区|自治州|自治县|自治旗|省|市|区|县|旗|州|盟|镇|乡|街道|村|社区)(?:[^，。、；：和与及的\s]{0,12}?(?:人民政府|办公室|委员会|管理局|分局|服务中心|局|厅|委|办|处))?/g;
/** What only sounds like the name of a place or an office. */
const COMMON = /^(?:本|全|各|我|该|某|上|下|级|外|到|跨|在|的|为|对|和|与|及)*(?:省|市|区|县|州|镇|乡|街道|村|社区)(?:局|厅|委|办|处|政府|人民政府)?$/;
const SURNAMES =
  "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾萧肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤";
const PERSON_BEFORE_TITLE = new RegExp(`[${SURNAMES}][\\u3400-\\u9fff]{1,2}(?=同志|先生|女士|局长|主任|书记|县长|区长|市长|镇长|乡长|科长|处长)`, "g");
const PERSON_AFTER_ROLE = new RegExp(`(联系人|申请人|当事人|负责人|经办人|姓名)([：:]?\\s*)([${SURNAMES}][\\u3400-\\u9fff]{1,2})(?![\\u3400-\\u9fff])`, "g");

/** `names` are words known to be names: the organ of the report. */
export function mask(sentence: string, names: readonly string[] = []): string {
  let masked = sentence;
  for (const name of names) if (name !== "") masked = masked.split(name).join(hidden(name));
  return masked
    .replace(PERSON_AFTER_ROLE, (_, role: string, gap: string, name: string) => role + gap + hidden(name))
    .replace(PERSON_BEFORE_TITLE, hidden)
    .replace(DOCUMENT_MARK, hidden)
    .replace(ADDRESS, hidden)
    .replace(OFFICE, (name) => (COMMON.test(name) ? name : hidden(name)))
    .replace(COUNTED, (figure) => (figure.charAt(0) === "第" ? figure : hidden(figure)))
    .replace(DIGITS, "×");
}

function hidden(words: string): string {
  return "×".repeat(words.length);
}
