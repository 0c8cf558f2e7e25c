//! Names of laws, fixed phrases, typing errors.

mod doubled_word;
mod doubtful_word;
mod garbled_name;
mod garbled_slogan;
mod inexact_fixed_phrase;
mod likely_typing_error;
mod misnamed_law;
mod superseded_principle;
mod typing_error;
mod wrong_document_number;
mod wrong_term;

use super::Rule;

/// The rules of this group.
pub static RULES: &[&Rule] = &[
    &misnamed_law::RULE,
    &wrong_document_number::RULE,
    &garbled_name::RULE,
    &garbled_slogan::RULE,
    &wrong_term::RULE,
    &superseded_principle::RULE,
    &inexact_fixed_phrase::RULE,
    &typing_error::RULE,
    &likely_typing_error::RULE,
    &doubtful_word::RULE,
    &doubled_word::RULE,
];

#[cfg(test)]
mod tests {
    use super::super::phrases::Phrase;
    use super::*;
    use crate::report::{Diagnostic, Severity};
    use crate::{Options, validate};

    /// Right sentences that look like something wrong.
    const TRAPS: &str = include_str!("traps.txt");

    fn tables() -> [(&'static Rule, &'static [Phrase]); 11] {
        [
            (&misnamed_law::RULE, misnamed_law::PHRASES),
            (&wrong_document_number::RULE, wrong_document_number::PHRASES),
            (&garbled_name::RULE, garbled_name::PHRASES),
            (&garbled_slogan::RULE, garbled_slogan::PHRASES),
            (&wrong_term::RULE, wrong_term::PHRASES),
            (&superseded_principle::RULE, superseded_principle::PHRASES),
            (&inexact_fixed_phrase::RULE, inexact_fixed_phrase::PHRASES),
            (&typing_error::RULE, typing_error::PHRASES),
            (&likely_typing_error::RULE, likely_typing_error::PHRASES),
            (&doubtful_word::RULE, doubtful_word::PHRASES),
            (&doubled_word::RULE, doubled_word::PHRASES),
        ]
    }

    /// What the group finds in a sentence of section one.
    fn found(sentence: &str) -> (String, Vec<Diagnostic>) {
        let report = format!(
            "白溪镇人民政府2023年政府信息公开工作年度报告\n\n一、总体情况\n\n{sentence}\n\n二、主动公开政府信息情况\n"
        );
        let mut diagnostics = validate(&report, &Options::default()).diagnostics;
        diagnostics.retain(|diagnostic| diagnostic.code.starts_with("wording/"));
        (report, diagnostics)
    }

    fn units(text: &str, from: u32, to: u32) -> String {
        let units: Vec<u16> = text.encode_utf16().collect();
        String::from_utf16(&units[from as usize..to as usize]).unwrap()
    }

    #[test]
    fn every_row_is_reported_at_its_place_put_right_by_its_fix_and_spares_what_is_right() {
        let mut failures = Vec::new();
        for (rule, phrases) in tables() {
            for phrase in phrases {
                failures.extend(failure(rule, phrase).map(|why| format!("{}: {}: {why}", rule.code, phrase.wrong)));
                for trap in phrase.shown.traps {
                    let (_, loud) = found(trap);
                    failures.extend(loud.iter().map(|one| format!("{trap}: {} {}", one.code, one.message)));
                }
            }
        }
        assert!(failures.is_empty(), "\n{}", failures.join("\n"));
    }

    fn failure(rule: &Rule, phrase: &Phrase) -> Option<String> {
        let (before, rest) = phrase.shown.wrong.split_once('⟦')?;
        let (marked, after) = rest.split_once('⟧')?;
        let (report, diagnostics) = found(&format!("{before}{marked}{after}"));
        let [one] = diagnostics.as_slice() else {
            return Some(format!("{:?}", diagnostics.iter().map(|one| &one.message).collect::<Vec<_>>()));
        };
        let place = (one.code, units(&report, one.from, one.to), one.severity);
        if place != (rule.code, marked.to_owned(), phrase.severity) {
            return Some(format!("{place:?}"));
        }
        let fix = one.fixes.first().filter(|fix| fix.safe == phrase.safe);
        let Some([edit]) = fix.map(|fix| fix.edits.as_slice()) else { return Some(format!("{:?}", one.fixes)) };
        let length = report.encode_utf16().count() as u32;
        let mended = units(&report, 0, edit.from) + &edit.insert + &units(&report, edit.to, length);
        let (right, left) = found(phrase.shown.right);
        if mended != right {
            return Some(mended);
        }
        left.first().map(|one| format!("{} is reported again: {}", phrase.shown.right, one.message))
    }

    #[test]
    fn right_sentences_that_look_wrong_raise_nothing() {
        let traps: Vec<&str> = TRAPS.lines().filter(|line| !line.is_empty()).collect();
        assert!(traps.len() >= 60, "{}", traps.len());
        let loud: Vec<String> = traps
            .iter()
            .flat_map(|trap| found(trap).1.into_iter().map(move |one| format!("{trap}: {} {}", one.code, one.message)))
            .collect();
        assert!(loud.is_empty(), "\n{}", loud.join("\n"));
    }

    #[test]
    fn the_words_of_others_are_not_judged_and_a_list_of_topics_is() {
        for quoted in
            ["执行《开户单位帐户管理办法》。", "发布“做出答复的几点说明”。", "群众留言：“更新的的确慢，补证告知难懂”。"]
        {
            assert!(found(quoted).1.is_empty(), "{quoted}");
        }
        assert_eq!(found("围绕“保密审查、三方评估”进行交流。").1.len(), 1);
    }

    #[test]
    fn a_flaw_across_a_broken_line_is_found_and_mended_without_the_page_number() {
        let text = "一年来，全镇各单位认真落实上级要求，按时完成各项任务，公开内容准确完整，群众评价较好，截止目\n\n— 2 —\n\n前没有诉讼。";
        let (report, found) = found(text);
        let [one] = found.as_slice() else { panic!("{found:?}") };
        assert_eq!(units(&report, one.fixes[0].edits[0].from, one.fixes[0].edits[0].to), "止");
        assert_eq!((one.fixes[0].edits[0].insert.as_str(), one.severity), ("至", Severity::Warning));
    }
}
