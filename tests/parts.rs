//! Arithmetic inside the prose: every way of stating parts, ratios and changes, once right and once wrong, and what
//! must never be reported.

use nianbao::report::{Diagnostic, Severity};
use nianbao::{Options, validate};

const OWN: [&str; 10] = [
    "part-exceeds-whole",
    "parts-exceed-whole",
    "parts-fall-short",
    "ten-thousandfold",
    "carry-over-in-prose",
    "unequal-lists",
    "wrong-percentage",
    "wrong-change",
    "percentages-not-whole",
    "missing-unit",
];

/// What is found in a report whose section one says this.
fn findings(paragraph: &str) -> Vec<Diagnostic> {
    let text = format!(
        "青石镇人民政府2023年政府信息公开工作年度报告\n\n一、总体情况\n\n2023年，青石镇按要求推进政务公开。\n{paragraph}\n\n\
         五、存在的主要问题及改进情况\n\n人员力量不足，将加强培训。\n\n六、其他需要报告的事项\n\n无。\n"
    );
    let mut found = validate(&text, &Options::default()).diagnostics;
    found.retain(|one| one.code.strip_prefix("consistency/").is_some_and(|name| OWN.contains(&name)));
    found
}

fn shown(paragraph: &str) -> Vec<String> {
    findings(paragraph).iter().map(|one| format!("{:?} {}: {}", one.severity, one.code, one.message)).collect()
}

/// Right, wrong, and what is said of the wrong one.
const TEMPLATES: &[(&str, &str, &str, Severity)] = {
    use Severity::{Error, Info, Warning};
    &[
        (
            "通过门户网站公开信息120条，其中动态70条，公告30条，政策20条。",
            "通过门户网站公开信息120条，其中动态70条，公告30条，政策21条。",
            "parts-exceed-whole",
            Warning,
        ),
        (
            "公开信息109条，其中文件8条、动态38条、预决算2条，涉及项目建设61条。",
            "公开信息109条，其中文件8条、动态38条、预决算2条，涉及项目建设60条。",
            "parts-fall-short",
            Info,
        ),
        (
            "主动公开政府信息1820条：一是通过网站公开信息109条，其中文件60条，动态49条。二是通过微博公开原创信息0条，转载信息625条；微信公众号发布1086条，其中原创124条，转载962条。",
            "主动公开政府信息1830条：一是通过网站公开信息109条，其中文件60条，动态49条。二是通过微博公开原创信息0条，转载信息625条；微信公众号发布1086条，其中原创124条，转载962条。",
            "parts-fall-short",
            Warning,
        ),
        (
            "全年公开12条，其中5条权责清单、7条公告。",
            "全年公开12条，其中5条权责清单、8条公告。",
            "parts-exceed-whole",
            Warning,
        ),
        ("公开信息50条，含图解8条、视频3条。", "公开信息50条，含图解48条、视频3条。", "parts-exceed-whole", Warning),
        ("公开信息50条，其中主要为动态30条。", "公开信息50条，其中主要为动态80条。", "part-exceeds-whole", Error),
        ("公开信息2条，其中年度报告1条。", "公开信息2条，其中年度报告3条。", "part-exceeds-whole", Error),
        (
            "公开信息1600余条，其中动态1000条，公告656条。",
            "公开信息1600余条，其中动态1000条，公告856条。",
            "parts-exceed-whole",
            Info,
        ),
        (
            "公开信息17.3万条，其中网站120000条，微信53100条。",
            "公开信息173769万条，其中网站120000条，微信53769条。",
            "ten-thousandfold",
            Error,
        ),
        (
            "收到申请十二件，其中网络三件、信函九件。",
            "收到申请十二件，其中网络三件、信函十件。",
            "parts-exceed-whole",
            Warning,
        ),
        (
            "公开信息300条，其中涉及教育100条，涉及医疗200条。",
            "公开信息300条，其中涉及教育200条，涉及医疗200条。",
            "parts-exceed-whole",
            Info,
        ),
        (
            "共收到申请20件（12件网络申请、8件信函申请）。",
            "共收到申请20件（12件网络申请、9件信函申请）。",
            "parts-exceed-whole",
            Warning,
        ),
        (
            "公开20件，其中文件12件（含规范性文件2件）、公告8件。",
            "公开20件，其中文件12件（含规范性文件14件）、公告8件。",
            "part-exceeds-whole",
            Error,
        ),
        (
            "收到申请3607件。按申请人：自然人3000件，法人607件；按结果：公开2607件，不公开1000件。",
            "收到申请3607件。按申请人：自然人3000件，法人607件；按结果：公开2607件，不公开1001件。",
            "parts-exceed-whole",
            Warning,
        ),
        (
            "全年公开48条，第一季度12条、第二季度15条、第三季度10条、第四季度11条。",
            "全年公开48条，第一季度12条、第二季度15条、第三季度10条、第四季度12条。",
            "parts-exceed-whole",
            Warning,
        ),
        (
            "网站公开70条、微信公开50条，共计120条。",
            "网站公开70条、微信公开50条，共计121条。",
            "parts-fall-short",
            Warning,
        ),
        (
            "全年发布信息308条，其中网站260条，文件47件，在线访谈1期。",
            "全年发布信息318条，其中网站260条，文件47件，在线访谈1期。",
            "parts-fall-short",
            Info,
        ),
    ]
};

#[test]
fn every_way_of_stating_parts_agrees_and_contradicts() {
    let mut failures = Vec::new();
    for &(right, wrong, code, severity) in TEMPLATES {
        let silent = shown(right);
        if !silent.is_empty() {
            failures.push(format!("should agree: {right}\n    {silent:?}"));
        }
        let found = findings(wrong);
        let hit = found.len() == 1 && found[0].code.ends_with(code) && found[0].severity == severity;
        if !hit {
            failures.push(format!("should be {code} {severity:?}: {wrong}\n    {:?}", shown(wrong)));
        }
    }
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
}

#[test]
fn what_only_looks_like_parts_stays_silent() {
    let failures: Vec<String> = [
        "截至2023年12月31日，累计公开信息12000条，其中本年300条，往年11700条以上。",
        "公开信息120条，涵盖教育、医疗等15个领域。",
        "开展解读20篇，图解12篇，短视频8个，阅读35000次。",
        "更新栏目12个、公报4期、年鉴200册。",
        "开展培训3次、120人次。",
        "办理市长信箱来信230件，办结率100%，回复网民留言45件。",
        "建议提案12件（公开8件），其中人大建议7件，政协提案5件。",
        "公开信息120条，较上年增加20条，其中动态70条，公告50条。",
        "收到申请5件，上年结转1件，其中自然人4件，企业2件。",
        "办结1466件（上年度结转16件，结转下年度9件，予以公开1200件）。",
        "受理19件，其中11件办结，8件主动撤销。",
        "共公开信息460条，其中县网镇子链接17条，县门户网站镇链接169条，微信公众号“青石” 274条。",
        "公开信息230条，其中网站120条（含图解20条），微信110条（原创40条、转载70条）。",
        "围绕一条主线，守住三条红线，公开信息20条，其中公告8条，动态12条。",
        "收到申请3件（2022年12件），均已办结。",
        "公开信息近千条，其中网站600条，微信420条。",
        "发布信息320条，其中网站120条、微信200条，粉丝数达4500人，阅读量12万次。",
        "公开信息800条，其中教育类600条，医疗类150条，等等。",
        "公开信息120条，比上年增加20条，网站访问量增长35%。",
        "公开120条，较上年（90余条）增加20条，同比增长30%左右。",
        "公开120条，与上年基本持平，共增加各类信息15条。",
        "收到申请12件，办结率95%，按时答复率100%，占全市总量的3.2%。",
        "自然人占60%，企业占30%等。",
        "本级占70%，其中网络申请占80%，信函占20%。",
        "新收申请78件，上年结转3件，复议2件，结转下年度3件。",
        "收到申请3件，答复3件，未结转下年度。",
        "机关、单位和村（社区）分别安排2名、1名和1名工作人员。",
        "设立公开栏32个，每村2个，累计更新480期，其中党务160期，村务160期，财务160期。",
        "分别于3月5日、9月12日召开会议2次。",
        "完善制度、加强培训，通过网站和微信分别公开70条、50条。",
        "全年公开120条，其中网站70条；微信50条；开展宣传3次，发放资料2000份。",
        "受理政务服务事项1200件，办结1198件，其中网上办理900件。",
        "全镇12个村公开信息240条，每村20条，其中党务公开80条、村务公开100条、财务公开60条。",
        "办理许可36件，其中新办20件、变更10件、注销6件，公示率100%，公示信息72条。",
        "收到申请12件，同比增长20%，其中网络申请8件、信函申请4件。",
        "收到申请12件，其中自然人10件、企业2件，内容涉及征地8件、规划6件。",
    ]
    .iter()
    .filter_map(|text| Some((text, shown(text))).filter(|(_, found)| !found.is_empty()))
    .map(|(text, found)| format!("{text}\n    {found:?}"))
    .collect();
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
}

#[test]
fn brackets_of_two_widths_and_brackets_left_open_are_read() {
    for (right, wrong) in [
        ("公开重点项目20个（含省、市重点项目)。", "公开信息20条（含图解8条、市重点项目25条)。"),
        ("公开信息20条(其中图解8条、视频12条）。", "公开信息20条(其中图解8条、视频14条）。"),
        ("公开信息20条（图解8条、视频12条)。", "公开信息20条（图解8条、视频14条)。"),
        ("公开信息20条（其中图解8条、视频12条。", "公开信息20条（其中图解8条、视频14条。"),
        ("公开信息20条，其中图解8条、视频12条)。", "公开信息20条，其中图解8条、视频14条)。"),
        ("公开信息20条（含)。", "公开信息20条（其中图解28条)。"),
    ] {
        assert_eq!(shown(right), Vec::<String>::new(), "{right}");
        assert_eq!(shown(wrong).len(), 1, "{wrong}: {:?}", shown(wrong));
    }
}
