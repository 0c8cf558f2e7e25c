//! A report with a paragraph to look at, and tables with the figures that matter.

use std::collections::BTreeMap;

/// The rows of table three that hold figures, with their labels.
const REQUESTS: [(&str, &str); 25] = [
    ("1", "一、本年新收政府信息公开申请数量"),
    ("2", "二、上年结转政府信息公开申请数量"),
    ("3.1", "（一）予以公开"),
    ("3.2", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）"),
    ("3.3.1", "1.属于国家秘密"),
    ("3.3.2", "2.其他法律行政法规禁止公开"),
    ("3.3.3", "3.危及“三安全一稳定”"),
    ("3.3.4", "4.保护第三方合法权益"),
    ("3.3.5", "5.属于三类内部事务信息"),
    ("3.3.6", "6.属于四类过程性信息"),
    ("3.3.7", "7.属于行政执法案卷"),
    ("3.3.8", "8.属于行政查询事项"),
    ("3.4.1", "1.本机关不掌握相关政府信息"),
    ("3.4.2", "2.没有现成信息需要另行制作"),
    ("3.4.3", "3.补正后申请内容仍不明确"),
    ("3.5.1", "1.信访举报投诉类申请"),
    ("3.5.2", "2.重复申请"),
    ("3.5.3", "3.要求提供公开出版物"),
    ("3.5.4", "4.无正当理由大量反复申请"),
    ("3.5.5", "5.要求行政机关确认或重新出具已获取信息"),
    ("3.6.1", "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"),
    ("3.6.2", "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请"),
    ("3.6.3", "3.其他"),
    ("3.7", "（七）总计"),
    ("4", "四、结转下年度继续办理"),
];

/// A report for 2023 of the organ, with the paragraph in section one. The figures, all others 0:
/// `1=4+1` requests of row 1 by natural persons and by businesses; `review=1,0,0,0` upheld, corrected, other, pending
/// (`direct`, `after`: lawsuits); `document=2/1/6` issued, repealed, in force (`rule`: 规章); `licence`, `penalty`,
/// `coercion`, `fee`. The sums follow.
pub fn report(organ: &str, paragraph: &str, figures: &str) -> String {
    let given: BTreeMap<&str, &str> =
        figures.split_whitespace().map(|figure| figure.split_once('=').expect("name=figures")).collect();
    let of = |name: &str, none: &'static str| (*given.get(name).unwrap_or(&none)).to_owned();
    let documents = |name: &str| of(name, "0/0/0").replace('/', "\t");
    format!(
        "{organ}2023年政府信息公开工作年度报告\n\n一、总体情况\n\n{paragraph}\n\n二、主动公开政府信息情况\n\n\
         第二十条第（一）项\t\t\t\n信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t{}\n行政规范性文件\t{}\n\
         第二十条第（五）项\t\t\t\n信息内容\t本年处理决定数量\t\t\n行政许可\t{}\t\t\n\
         第二十条第（六）项\t\t\t\n信息内容\t本年处理决定数量\t\t\n行政处罚\t{}\t\t\n行政强制\t{}\t\t\n\
         第二十条第（八）项\t\t\t\n信息内容\t本年收费金额（单位：万元）\t\t\n行政事业性收费\t{}\t\t\n\n\
         三、收到和处理政府信息公开申请情况\n\n\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计\n{}\n\
         四、政府信息公开行政复议、行政诉讼情况\n\n{}\n\n\
         五、存在的主要问题及改进情况\n\n部分栏目更新不够及时，已经建立提醒机制。\n\n六、其他需要报告的事项\n\n没有需要说明的事项。\n",
        documents("rule"),
        documents("document"),
        of("licence", "0"),
        of("penalty", "0"),
        of("coercion", "0"),
        of("fee", "0"),
        requests(&given),
        disputes(&given)
    )
}

fn requests(given: &BTreeMap<&str, &str>) -> String {
    let of = |row: &str| -> (u32, u32) {
        let figures = given.get(row).copied().unwrap_or("0");
        let (persons, businesses) = figures.split_once('+').unwrap_or((figures, "0"));
        (persons.parse().expect("a figure"), businesses.parse().expect("a figure"))
    };
    let results: Vec<(u32, u32)> =
        REQUESTS.iter().filter(|(row, _)| row.starts_with("3.") && *row != "3.7").map(|(row, _)| of(row)).collect();
    let answered = (results.iter().map(|(persons, _)| persons).sum(), results.iter().map(|(_, others)| others).sum());
    let mut text = String::new();
    for (row, label) in REQUESTS {
        let (persons, businesses) = if row == "3.7" { answered } else { of(row) };
        text += &format!("{label}\t{persons}\t{businesses}\t0\t0\t0\t0\t{}\n", persons + businesses);
    }
    text
}

fn disputes(given: &BTreeMap<&str, &str>) -> String {
    let labels = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"].join("\t");
    let figures: Vec<String> = ["review", "direct", "after"]
        .iter()
        .map(|name| {
            let figures: Vec<u32> = given
                .get(name)
                .unwrap_or(&"0,0,0,0")
                .split(',')
                .map(|figure| figure.parse().expect("a figure"))
                .collect();
            let cells: Vec<String> = figures.iter().chain([&figures.iter().sum()]).map(u32::to_string).collect();
            cells.join("\t")
        })
        .collect();
    format!(
        "行政复议\t\t\t\t\t行政诉讼\n{labels}\t未经复议直接起诉\t\t\t\t\t复议后起诉\n\t\t\t\t\t{labels}\t{labels}\n{}",
        figures.join("\t")
    )
}
