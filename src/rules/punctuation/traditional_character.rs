//! Traditional or variant characters in a text in simplified ones.

use super::super::{Context, Finding, Rule};
use crate::report::Severity;
use crate::text::Letters;

/// See `traditional_character.md`.
pub static RULE: Rule = Rule { code: "punctuation/traditional-character", severity: Severity::Warning, check };

/// Each variant with the character of the general standard behind it.
const CHARACTERS: &str = "爲为啟启資资訊讯開开關关務务與与國国區区縣县鎮镇鄉乡報报辦办訴诉議议請请發发實实業业機机構构條条圍围規规類类數数據据統统經经濟济産产應应對对時时會会員员處处強强別别內内戶户黃黄衆众眾众説说說说冊册決决況况淨净髙高旣既吿告爭争並并採采佈布証证證证準准標标裏里裡里問问題题體体點点門门電电話话網网設设認认識识領领導导進进過过個个們们這这為为學学習习產产麼么";
/// A text with more of them is written in them.
const MANY: usize = 5;

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    let mut characters = Letters::of(CHARACTERS).filter_map(|(_, letter)| char::from_u32(letter));
    let mut occurring: Vec<(char, char)> = Vec::new();
    while let (Some(wrong), Some(right)) = (characters.next(), characters.next()) {
        if context.occurring().has(wrong) {
            occurring.push((wrong, right));
        }
    }
    if occurring.is_empty() {
        return None;
    }
    let mut found = Vec::new();
    for running in context.running() {
        for (at, c) in running.text().char_indices() {
            // Of two entries for a character the later holds.
            let Some(&(_, right)) = occurring.iter().rfind(|(wrong, _)| *wrong == c) else { continue };
            let range = at..at + c.len_utf8();
            let span = running.span(&range);
            // A radical of the same look has its own rule.
            if !running.is_protected(&range) && context.as_written(span).starts_with(c) {
                let around = running.around(&range);
                let message = format_args!("“{around}”里的“{c}”是繁体字或者异体字，规范字是“{right}”");
                let right = right.to_string();
                let edits = vec![running.edit(&range, &right)];
                found.push(running.finding(Severity::Warning, &range, message).with_right(&right, false, edits));
            }
        }
    }
    if found.len() <= MANY {
        findings.extend(found);
    }
    Some(())
}
