//! A paragraph that ends without a mark.

use super::super::running::Running;
use super::super::{Context, Finding, Rule};
use super::followed_by_new_part;
use crate::parse::paragraphs::starts_series;
use crate::report::Severity;
use crate::text::is_han;

/// See `missing_full_stop.md`.
pub static RULE: Rule = Rule { code: "punctuation/missing-full-stop", severity: Severity::Warning, check };

/// So many Chinese characters make a sentence that needs its mark; fewer may be a heading or a signature.
const SENTENCE: usize = 30;
/// Lines of addresses and of what is attached end without a mark.
const LABELS: [&str; 10] = ["附件", "附：", "地址", "联系", "电话", "网址", "邮编", "邮箱", "编制单位", "发布单位"];

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    for running in context.running() {
        let text = running.text();
        let last = running.before(text.len())?;
        let end = text.len() - last.len_utf8()..text.len();
        if !is_han(last) && last != '）' {
            continue;
        }
        let is_label = || LABELS.iter().any(|label| text.starts_with(label));
        if !running.has_han(SENTENCE) || is_label() || !followed_by_new_part(context, running) {
            continue;
        }
        let severity = if is_han(last) && has_sentences(running) {
            Severity::Warning
        } else if let Some(remark) = remark_at_end(text) {
            let is_contact = running.paragraph.section == Some(0) || remark.contains("电话") || remark.contains("地址");
            if is_contact { Severity::Warning } else { Severity::Info }
        } else {
            continue;
        };
        let message = format_args!("有一段到“{}”结束，末尾没有句号", running.around(&end));
        let edits = vec![running.edit(&end, &format!("{last}。"))];
        findings.push(running.finding(severity, &end, message).with_fix("补上“。”", true, edits));
    }
    Some(())
}

/// Whether it is sentences, not a heading: with a full stop inside, or long and without a number before it.
fn has_sentences(running: &Running<'_>) -> bool {
    let text = running.text();
    text.contains(['。', '；']) || text.contains('，') && running.has_han(2 * SENTENCE) && !starts_series(text)
}

/// The remark in brackets that the last of several sentences ends with.
fn remark_at_end(text: &str) -> Option<&str> {
    let open = text.strip_suffix('）')?.rfind('（')?;
    let sentence = text[..open].chars().next_back()?;
    let inside = &text[open..text.len() - '）'.len_utf8()];
    let ends_inside = inside.ends_with(['。', '！', '？', '；']);
    (is_han(sentence) && text[..open].contains('。') && !ends_inside).then_some(inside)
}
