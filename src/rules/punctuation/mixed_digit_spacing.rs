//! Blanks around some figures and none around others.

use super::super::{Context, Finding, Rule};
use super::collected;
use crate::report::Severity;
use crate::text::{Span, is_han};

/// See `mixed_digit_spacing.md`.
pub static RULE: Rule = Rule { code: "punctuation/mixed-digit-spacing", severity: Severity::Info, check };

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    if context.document.clean.is_html() {
        return None;
    }
    let mut spaced: Vec<Span> = Vec::new();
    let mut close = 0;
    for running in context.running() {
        for line in &running.paragraph.lines {
            let line = context.document.lines[*line].span;
            let text = context.document.text(line);
            let mut before: Option<char> = None;
            // Word 2016 编辑: the figure belongs to the Latin word before it.
            let mut word: Option<char> = None;
            let mut blank: Option<usize> = None;
            for (at, c) in text.char_indices() {
                if c == ' ' {
                    blank.get_or_insert(at);
                    continue;
                }
                let is_latin = word.is_some_and(|c| c.is_ascii_alphabetic());
                let meets = !is_latin
                    && before
                        .is_some_and(|last| last.is_ascii_digit() && is_han(c) || is_han(last) && c.is_ascii_digit());
                match blank.take() {
                    Some(start) if meets => {
                        let offset = line.start as usize;
                        spaced.push(Span::new(offset + start, offset + at));
                    }
                    None if meets => close += 1,
                    _ => {}
                }
                before = Some(c);
                word = if c.is_ascii_digit() { word } else { before };
            }
        }
    }
    if close == 0 {
        return None;
    }
    let places = spaced.into_iter().map(|span| (span, vec![(span, String::new())])).collect();
    findings.push(collected(Severity::Info, places, "删去空格", |count| {
        format!("数字和汉字之间有的空格（{count} 处）、有的不空，宜统一为不空")
    })?);
    Some(())
}
