//! Traditional or variant characters in a text in simplified ones.

use super::super::{Context, Finding, Rule};
use crate::report::Severity;

/// See `traditional_character.md`.
pub static RULE: Rule = Rule { code: "punctuation/traditional-character", severity: Severity::Warning, check };

/// Each variant with the character of the general standard behind it.
static CHARACTERS: [(char, char); 88] = [
    ('爲', '为'),
    ('啟', '启'),
    ('資', '资'),
    ('訊', '讯'),
    ('開', '开'),
    ('關', '关'),
    ('務', '务'),
    ('與', '与'),
    ('國', '国'),
    ('區', '区'),
    ('縣', '县'),
    ('鎮', '镇'),
    ('鄉', '乡'),
    ('報', '报'),
    ('辦', '办'),
    ('訴', '诉'),
    ('議', '议'),
    ('請', '请'),
    ('發', '发'),
    ('實', '实'),
    ('業', '业'),
    ('機', '机'),
    ('構', '构'),
    ('條', '条'),
    ('圍', '围'),
    ('規', '规'),
    ('類', '类'),
    ('數', '数'),
    ('據', '据'),
    ('統', '统'),
    ('經', '经'),
    ('濟', '济'),
    ('産', '产'),
    ('應', '应'),
    ('對', '对'),
    ('時', '时'),
    ('會', '会'),
    ('員', '员'),
    ('處', '处'),
    ('強', '强'),
    ('別', '别'),
    ('內', '内'),
    ('戶', '户'),
    ('黃', '黄'),
    ('衆', '众'),
    ('眾', '众'),
    ('説', '说'),
    ('說', '说'),
    ('冊', '册'),
    ('決', '决'),
    ('況', '况'),
    ('淨', '净'),
    ('髙', '高'),
    ('旣', '既'),
    ('吿', '告'),
    ('爭', '争'),
    ('並', '并'),
    ('採', '采'),
    ('佈', '布'),
    ('証', '证'),
    ('證', '证'),
    ('準', '准'),
    ('標', '标'),
    ('裏', '里'),
    ('裡', '里'),
    ('問', '问'),
    ('題', '题'),
    ('體', '体'),
    ('點', '点'),
    ('門', '门'),
    ('電', '电'),
    ('話', '话'),
    ('網', '网'),
    ('設', '设'),
    ('認', '认'),
    ('識', '识'),
    ('領', '领'),
    ('導', '导'),
    ('進', '进'),
    ('過', '过'),
    ('個', '个'),
    ('們', '们'),
    ('這', '这'),
    ('為', '为'),
    ('學', '学'),
    ('習', '习'),
    ('產', '产'),
    ('麼', '么'),
];
/// A text with more of them is written in them.
const MANY: usize = 5;

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    let mut occurring: Vec<(char, char)> = Vec::new();
    for pair in CHARACTERS {
        if context.occurring().has(pair.0) {
            occurring.push(pair);
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
                found.push(running.correction(Severity::Warning, &range, message, (&right, false)));
            }
        }
    }
    if found.len() <= MANY {
        findings.extend(found);
    }
    Some(())
}
