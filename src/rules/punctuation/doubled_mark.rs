//! Two marks where one belongs.

use super::super::marks::{Mark, MarkSet};
use super::super::{Context, Finding, Rule};
use crate::report::Severity;
use crate::text::order::sort_by_key;

/// See `doubled_mark.md`.
pub static RULE: Rule = Rule { code: "punctuation/doubled-mark", severity: Severity::Error, check };

/// Only one of such marks may stand between two words.
const SINGLE: MarkSet = MarkSet::of(&['，', '。', '、', '；', '：', '！', '？', ',', ';', ':', '．']);

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    for running in context.running() {
        let beside: Vec<Mark> = running.marks(SINGLE).filter(|mark| mark.is_beside_another).copied().collect();
        for run in beside.chunk_by(|before, behind| before.end() == behind.at) {
            let mark = run[0].c;
            let is_exclamation = run.iter().all(|one| matches!(one.c, '！' | '？'));
            let is_ellipsis = run.len() > 2 && run.iter().all(|one| one.c == '。');
            let is_chinese = run.iter().any(|one| !one.c.is_ascii());
            let range = run[0].at..run[run.len() - 1].end();
            if run.len() < 2 || is_exclamation || is_ellipsis || !is_chinese || running.is_named(&range) {
                continue;
            }
            let written: String = run.iter().map(|one| one.c).collect();
            let around = running.around(&range);
            let same = run.iter().all(|one| one.c == mark);
            let mut finding = if same {
                running.finding(Severity::Error, &range, format_args!("“{around}”里的“{mark}”重复了，只留一个"))
            } else {
                let message = format_args!("“{around}”里的“{written}”不能连用，只能留一个");
                running.finding(Severity::Error, &range, message)
            };
            let mut kept: Vec<char> = Vec::new();
            for one in run {
                if !one.c.is_ascii() && !kept.contains(&one.c) {
                    kept.push(one.c);
                }
            }
            // At the end of a paragraph it is the full stop that is meant.
            if range.end == running.text().len() {
                sort_by_key(&mut kept, |mark| *mark != '。');
                let ends = |mark: &char| !matches!(mark, '，' | '、');
                if kept.iter().any(ends) {
                    kept.retain(ends);
                }
            }
            for mark in kept {
                let keep = run.iter().find(|one| one.c == mark)?.at;
                let others = run.iter().filter(|one| one.at != keep);
                let edits = others.map(|one| running.edit(&one.range(), "")).collect();
                finding = finding.with_fix(format!("只留“{mark}”"), same, edits);
            }
            findings.push(finding);
        }
    }
    Some(())
}
