//! The report's year, its period, its parts and its body: what agrees, what does not, and with the year that is due.

use nianbao::report::{Diagnostic, Severity};
use nianbao::{Options, validate};

const OWN: [&str; 6] =
    ["conflicting-year", "impossible-period", "stale-year", "unexpected-year", "other-body", "wrong-part-count"];

const LEAD: &str = "本报告由总体情况，主动公开政府信息情况，收到和处理政府信息公开申请情况，政府信息公开行政复议、\
                    行政诉讼情况，存在的主要问题及改进情况，其他需要报告的事项六个部分组成。\
                    数据统计期限为2023年1月1日至2023年12月31日。";
const OPENING: &str = "2023年，我镇按要求推进政务公开。";
const NEXT: &str = "下一步，落实2024年度政务公开重点任务，提高质量。";

fn report(lead: &str, opening: &str, next: &str) -> String {
    format!(
        "青石镇人民政府2023年政府信息公开工作年度报告\n\n{lead}\n\n一、总体情况\n\n{opening}\n\n\
         二、主动公开政府信息情况\n\n三、收到和处理政府信息公开申请情况\n\n\
         四、政府信息公开行政复议、行政诉讼情况\n\n五、存在的主要问题及改进情况\n\n{next}\n\n\
         六、其他需要报告的事项\n\n无。\n"
    )
}

fn findings(text: &str, year: Option<i32>) -> Vec<Diagnostic> {
    let mut found = validate(text, &Options { year, ..Options::default() }).diagnostics;
    found.retain(|one| one.code.strip_prefix("consistency/").is_some_and(|name| OWN.contains(&name)));
    found
}

fn shown(found: &[Diagnostic]) -> Vec<String> {
    found.iter().map(|one| format!("{:?} {}: {}", one.severity, one.code, one.message)).collect()
}

#[test]
fn a_report_that_agrees_with_itself_raises_nothing() {
    let failures: Vec<String> = [
        report(LEAD, OPENING, NEXT),
        report("统计期限自2023年1月1日起至12月31日止。", "2023年以来，全镇推进政务公开。", "今后，总结2023年度工作。"),
        report(
            "现将青石镇2023年度政府信息公开工作年度报告公布如下。",
            "根据2022年工作要点，我镇继续推进。",
            "下一步，完成2023年度报告报送。",
        ),
        report(
            "本报告包括总体情况、主动公开等六部分。",
            "2022年度获评先进后，我镇继续推进。",
            "2023年落实任务不够。下一步，按照2023年要求整改。",
        ),
        report(
            "全文分为六部分：总体情况，主动公开情况，申请情况，复议诉讼情况，存在问题及改进情况，其他需要报告的事项。",
            "全镇乡村统筹推进，全局一盘棋。",
            "做好“我局”等称谓的规范。",
        ),
        report(
            "2022年11月1日至2023年2月1日开展整改。",
            "全乡镇共同推进，健全乡村治理体系，县各处室给予指导，克服自我局限。",
            "下一步，巩固2023年成果。",
        ),
    ]
    .iter()
    .filter_map(|text| Some((text, shown(&findings(text, Some(2023))))).filter(|(_, found)| !found.is_empty()))
    .map(|(text, found)| format!("{found:?}\n{text}"))
    .collect();
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
}

#[test]
fn what_does_not_agree_is_reported_once() {
    use Severity::{Error, Info, Warning};
    let lead = |from: &str, to: &str| report(&LEAD.replacen(from, to, 1), OPENING, NEXT);
    for (text, code, severity, place) in [
        (lead("2023年1月1日至2023年", "2022年1月1日至2022年"), "conflicting-year", Error, "2022年"),
        (lead("至2023年12月31日", "至2022年12月31日"), "impossible-period", Error, "2023年1月1日至2022年12月31日"),
        (lead("2023年1月1日", "2022年1月1日"), "impossible-period", Error, "2022年1月1日至2023年12月31日"),
        (report(LEAD, "2022年，我镇按要求推进。", NEXT), "conflicting-year", Warning, "2022年"),
        (
            report("现将2022年度政府信息公开工作年度报告公布如下。", OPENING, NEXT),
            "conflicting-year",
            Warning,
            "2022年",
        ),
        (lead("六个部分", "五个部分"), "wrong-part-count", Error, "五个部分"),
        (lead("，存在的主要问题及改进情况", ""), "wrong-part-count", Error, "六个部分"),
        (report("本报告共分5部分。", OPENING, NEXT), "wrong-part-count", Warning, "5部分"),
        (report(LEAD, OPENING, "下一步，做好2023年政务公开重点任务。"), "stale-year", Info, "2023年"),
        (report(LEAD, "2023年，我乡按要求推进。", NEXT), "other-body", Warning, "我乡"),
        (report(LEAD, OPENING, "下一步，督促各处室落实。"), "other-body", Warning, "各处室"),
    ] {
        let found = findings(&text, None);
        let hit = found.len() == 1 && found[0].code.ends_with(code) && found[0].severity == severity;
        assert!(hit, "{code} {severity:?}: {:?}\n{text}", shown(&found));
        let units: Vec<u16> = text.encode_utf16().collect();
        let at = String::from_utf16(&units[found[0].from as usize..found[0].to as usize]).expect("whole characters");
        assert_eq!(at, place, "{code}");
    }
}

#[test]
fn the_year_that_is_due_is_the_caller_s_to_say() {
    let text = report(LEAD, OPENING, NEXT);
    assert!(findings(&text, None).is_empty());
    assert!(findings(&text, Some(2023)).is_empty());
    let found = findings(&text, Some(2024));
    assert_eq!(found.len(), 1, "{:?}", shown(&found));
    assert_eq!((found[0].code, found[0].severity), ("consistency/unexpected-year", Severity::Warning));
    assert!(found[0].message.contains("2023") && found[0].message.contains("2024"), "{}", found[0].message);
    // Without a year in the title it is the period that tells.
    let untitled = text.replacen("人民政府2023年", "人民政府", 1);
    assert_eq!(findings(&untitled, Some(2024)).len(), 1);
}
