//! The four figures of the carry-over told in one paragraph, which do not balance.

use crate::report::Severity;
use crate::rules::passage::Passage;
use crate::rules::words::has_one;
use crate::rules::{Context, Finding, Place, Rule};
use crate::text::numbers::Number;

/// See `carry_over_in_prose.md`.
pub static RULE: Rule = Rule { code: "consistency/carry-over-in-prose", severity: Severity::Warning, check };

const CARRIED: [&str; 2] = ["结转", "转结"];
/// What speaks of another matter than requests of the report's own year.
const OTHERS: [&str; 12] =
    ["复议", "诉讼", "留言", "信箱", "热线", "信访", "建议", "提案", "许可", "累计", "补正", "延期"];

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    if !CARRIED.iter().any(|word| context.occurring().has_words(word)) {
        return None;
    }
    let is_carried = |passage: &&Passage<'_>| has_one(passage.text(), &CARRIED);
    for passage in context.passages().iter().filter(is_carried) {
        findings.extend(unbalanced(passage));
    }
    Some(())
}

fn unbalanced(passage: &Passage<'_>) -> Option<Finding> {
    let mut roles: [Option<&Number>; 4] = [None; 4];
    for number in passage.numbers.iter().filter(|number| matches!(number.unit, "件" | "份" | "起" | "例" | "宗" | "条"))
    {
        let Some(role) = role(passage, number) else { continue };
        let first = roles[role].get_or_insert(number);
        if first.value != number.value {
            return None;
        }
    }
    let [Some(new), Some(carried_in), Some(done), Some(carried_out)] = roles else { return None };
    if [new, carried_in, done, carried_out].iter().any(|number| !number.exact || number.unit != new.unit) {
        return None;
    }
    let (new_value, out) = (new.value, done.value + carried_out.value);
    // Unless it says 新收, what was carried in may be told as part of what was received, or beside what was done.
    let told_apart = passage.item(new).contains("新收");
    let loosely = new_value == out || new_value + carried_in.value == done.value;
    if new_value + carried_in.value == out || loosely && !told_apart {
        return None;
    }
    let message = format!(
        "文中收到{}加上年结转{}，与办结{}加结转下年{}不相等（{}和{}），请核对",
        new.value,
        carried_in.value,
        done.value,
        carried_out.value,
        new_value + carried_in.value,
        out
    );
    let mut finding = Finding::new(Severity::Warning, passage.span(&done.extent), message);
    for (number, name) in [(new, "收到"), (carried_in, "上年结转"), (carried_out, "结转下年")] {
        finding.related.push(Place::new(passage.span(&number.extent), name));
    }
    Some(finding)
}

/// Which of the four figures it is, by the words of its clause: 收到, 上年结转, 办结或答复, 结转下年.
fn role(passage: &Passage<'_>, number: &Number) -> Option<usize> {
    let item = passage.item(number);
    let before = &passage.text()[passage.clause(&number.extent).start..number.extent.start];
    let before = before.rsplit('、').next().unwrap_or(before);
    let has = |words: &[&str]| has_one(item, words);
    if has(&OTHERS) {
        return None;
    }
    if has(&CARRIED) {
        let into = has(&["结转下", "结转至", "结转到", "转下", "转至", "转到", "下一年", "次年", "下年"]);
        return if into { Some(3) } else { has(&["上年", "上一年", "去年"]).then_some(1) };
    }
    if has(&["上年", "去年", "较", "同比"]) {
        return None;
    }
    let done = has_one(before, &["办结", "答复", "办理完毕", "办理完结"]);
    let came = has_one(before, &["新收", "收到", "受理", "接收"]);
    match (done, came) {
        (true, false) => Some(2),
        (false, true) => Some(0),
        _ => None,
    }
}
