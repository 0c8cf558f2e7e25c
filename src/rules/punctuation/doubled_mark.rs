//! Two marks where one belongs.

use super::super::{Context, Finding, Rule};
use crate::report::Severity;
use crate::text::order::sort_by_key;

/// See `doubled_mark.md`.
pub static RULE: Rule = Rule { code: "punctuation/doubled-mark", severity: Severity::Error, check };

/// Marks of which only one may stand between two words.
const MARKS: [char; 11] = ['，', '。', '、', '；', '：', '！', '？', ',', ';', ':', '．'];

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    for running in context.running() {
        let mut marks = running.marks(&MARKS).peekable();
        while let Some((first, mark)) = marks.next() {
            let mut run = vec![(first, mark)];
            while let Some(next) =
                marks.next_if(|(range, _)| run.last().is_some_and(|(last, _)| last.end == range.start))
            {
                run.push(next);
            }
            let is_exclamation = run.iter().all(|(_, mark)| matches!(mark, '！' | '？'));
            let is_ellipsis = run.len() > 2 && run.iter().all(|(_, mark)| *mark == '。');
            let is_chinese = run.iter().any(|(_, mark)| !mark.is_ascii());
            let range = run[0].0.start..run[run.len() - 1].0.end;
            if run.len() < 2 || is_exclamation || is_ellipsis || !is_chinese || running.is_named(&range) {
                continue;
            }
            let written: String = run.iter().map(|(_, mark)| *mark).collect();
            let place = running.place();
            let around = running.around(&range);
            let same = run.iter().all(|(_, other)| *other == mark);
            let message = if same {
                format!("{place}“{around}”里的“{mark}”重复了，只留一个")
            } else {
                format!("{place}“{around}”里的“{written}”不能连用，只能留一个")
            };
            let mut finding = Finding::new(Severity::Error, running.span(&range), message);
            let mut kept: Vec<char> = Vec::new();
            for (_, mark) in &run {
                if !mark.is_ascii() && !kept.contains(mark) {
                    kept.push(*mark);
                }
            }
            // At the end of a paragraph it is the full stop that is meant.
            if range.end == running.text().len() {
                sort_by_key(&mut kept, |mark| u64::from(*mark != '。'));
                let ends = |mark: &char| !matches!(mark, '，' | '、');
                if kept.iter().any(ends) {
                    kept.retain(ends);
                }
            }
            for mark in kept {
                let keep = run.iter().position(|(_, other)| *other == mark)?;
                let others = run.iter().enumerate().filter(|(index, _)| *index != keep);
                let edits = others.map(|(_, (range, _))| running.edit(range, "")).collect();
                finding = finding.with_fix(format!("只留“{mark}”"), same, edits);
            }
            findings.push(finding);
        }
    }
    Some(())
}
