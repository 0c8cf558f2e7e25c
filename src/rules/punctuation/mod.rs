//! Marks, brackets, characters.

mod broken_decimal;
mod broken_paragraph;
mod broken_series;
mod comma_at_paragraph_end;
mod comma_in_term;
mod compatibility_character;
mod dash_in_phone_number;
mod document_number_brackets;
mod doubled_mark;
mod full_width_digit;
mod garbled_character;
mod half_width_brackets;
mod half_width_mark;
mod html_residue;
mod impossible_date;
mod invisible_character;
mod leading_zero_in_date;
mod malformed_document_number;
mod mark_at_bracket_edge;
mod mark_before_bracket;
mod markdown_residue;
mod mismatched_pair;
mod missing_colon;
mod missing_full_stop;
mod mixed_digit_spacing;
mod mixed_numeral;
mod nested_quotation_marks;
mod nested_title_marks;
mod page_number;
mod single_title_marks;
mod space_beside_mark;
mod space_inside_word;
mod stacked_approximation;
mod straight_quotes;
mod traditional_character;
mod unpaired_mark;
mod web_residue;
mod wrong_ellipsis;
mod wrong_inner_title_marks;
mod wrong_quotation_mark;
mod wrong_thousands_separator;
mod zero_in_year;

use std::ops::Range;

use super::running::Running;
use super::{Context, Finding, Place, Rule};
use crate::document::Zone;
use crate::parse::paragraphs::starts_series;
use crate::report::Severity;
use crate::text::Span;
use crate::text::order::sort_by_key;

/// The rules of this group.
pub static RULES: &[&Rule] = &[
    &half_width_mark::RULE,
    &half_width_brackets::RULE,
    &mismatched_pair::RULE,
    &unpaired_mark::RULE,
    &wrong_quotation_mark::RULE,
    &nested_quotation_marks::RULE,
    &nested_title_marks::RULE,
    &wrong_inner_title_marks::RULE,
    &single_title_marks::RULE,
    &doubled_mark::RULE,
    &mark_at_bracket_edge::RULE,
    &mark_before_bracket::RULE,
    &comma_in_term::RULE,
    &missing_full_stop::RULE,
    &comma_at_paragraph_end::RULE,
    &broken_paragraph::RULE,
    &document_number_brackets::RULE,
    &malformed_document_number::RULE,
    &leading_zero_in_date::RULE,
    &impossible_date::RULE,
    &zero_in_year::RULE,
    &mixed_numeral::RULE,
    &stacked_approximation::RULE,
    &wrong_thousands_separator::RULE,
    &broken_decimal::RULE,
    &space_beside_mark::RULE,
    &space_inside_word::RULE,
    &mixed_digit_spacing::RULE,
    &straight_quotes::RULE,
    &wrong_ellipsis::RULE,
    &dash_in_phone_number::RULE,
    &missing_colon::RULE,
    &full_width_digit::RULE,
    &broken_series::RULE,
    &traditional_character::RULE,
    &garbled_character::RULE,
    &compatibility_character::RULE,
    &invisible_character::RULE,
    &markdown_residue::RULE,
    &html_residue::RULE,
    &web_residue::RULE,
    &page_number::RULE,
];

/// So many places are listed; a fix changes them all.
const LISTED: usize = 20;

/// The places of one flaw all over a text, and the changes that mend them.
#[derive(Default)]
struct Places {
    at: Vec<Span>,
    edits: Vec<(Span, String)>,
}

impl Places {
    /// A place that is mended by what takes its place.
    fn add(&mut self, at: Span, right: &str) {
        self.at.push(at);
        self.edits.push((at, right.to_owned()));
    }

    fn is_empty(&self) -> bool {
        self.at.is_empty()
    }

    /// Two marks that each need a change, as one place.
    fn add_pair(&mut self, running: &Running<'_>, open: &Range<usize>, close: &Range<usize>, right: [&str; 2]) {
        self.at.push(running.span(&(open.start..close.end)));
        self.edits.extend([running.edit(open, right[0]), running.edit(close, right[1])]);
    }

    /// Puts them in the order of the text.
    fn sort(&mut self) {
        sort_by_key(&mut self.at, |at| at.order());
        sort_by_key(&mut self.edits, |(at, _)| at.order());
    }

    /// One finding for all of them, with a safe change; `None` where there is none. `message` is given their number.
    fn finding(self, severity: Severity, title: &str, message: fn(usize) -> String) -> Option<Finding> {
        let (first, rest) = self.at.split_first()?;
        let related = rest.iter().take(LISTED).map(|at| Place::new(*at, "这里也是")).collect();
        let finding = Finding::new(severity, *first, message(self.at.len())).with_related(related);
        Some(finding.with_fix(title, true, self.edits))
    }
}

/// Whether what follows a paragraph is a heading, a new item or nothing, so that it must have ended.
fn followed_by_new_part(context: &Context<'_>, running: &Running<'_>) -> bool {
    let document = context.document;
    let Some(last) = running.paragraph.lines.last() else { return false };
    let mut following = document.lines[last + 1..].iter();
    match following.find(|line| !matches!(line.zone, Zone::Blank | Zone::Furniture)) {
        None => true,
        Some(line) => match line.zone {
            Zone::Heading | Zone::Title | Zone::Beyond => true,
            Zone::Prose => starts_series(document.text(line.span)),
            _ => false,
        },
    }
}

/// One note of all lines of a kind that are no part of the report. Taking out whole lines is offered, never done unasked.
fn furniture_lines(
    context: &Context<'_>,
    is_of_kind: fn(&str) -> bool,
    title: &str,
    message: fn(usize) -> String,
) -> Option<Finding> {
    let text = context.text();
    let mut places = Places::default();
    for line in context.document.lines.iter().filter(|line| line.zone == Zone::Furniture) {
        if is_of_kind(line.span.of(text)) {
            let end = line.span.end as usize;
            let whole = Span::new(line.span.start as usize, end + usize::from(text[end..].starts_with('\n')));
            places.at.push(line.span.trimmed(text));
            places.edits.push((whole, String::new()));
        }
    }
    let mut finding = places.finding(Severity::Info, title, message)?;
    finding.fixes.iter_mut().for_each(|fix| fix.safe = false);
    Some(finding)
}

#[cfg(test)]
mod tests {
    use crate::report::Diagnostic;
    use crate::{Options, validate};

    /// Ordinary prose of reports, full of what looks wrong and is right.
    const TRAPS: &str = include_str!("traps.txt");

    /// What the group finds in a text.
    fn found(text: &str) -> Vec<Diagnostic> {
        let mut found = validate(text, &Options::default()).diagnostics;
        found.retain(|diagnostic| diagnostic.code.starts_with("punctuation/"));
        found
    }

    fn in_report(prose: &str) -> String {
        format!("白溪镇人民政府2023年政府信息公开工作年度报告\n一、总体情况\n{prose}\n二、主动公开政府信息情况\n")
    }

    #[test]
    fn ordinary_prose_raises_nothing_whether_it_is_of_a_report_or_not() {
        for text in [TRAPS.to_owned(), in_report(TRAPS)] {
            let messages: Vec<String> = found(&text).into_iter().map(|one| one.message).collect();
            assert_eq!(messages, Vec::<String>::new());
        }
    }

    #[test]
    fn html_is_mended_within_its_tags_and_blanks_of_its_source_are_not_reported() {
        let html = "<div><p>白溪镇人民政府2023年政府信息公开工作年度报告</p><p>一、总体情况</p>\
                    <p>健全制度,规范&nbsp;公开\n的内容，<b>，</b>落实《关于印发<b>《</b>指南》的通知》，投入 3 万元、5万元。</p></div>";
        let found = found(html);
        let codes: Vec<&str> = found.iter().map(|one| one.code).collect();
        assert_eq!(
            codes,
            ["punctuation/half-width-mark", "punctuation/doubled-mark", "punctuation/nested-title-marks"]
        );
        let units: Vec<u16> = html.encode_utf16().collect();
        for edit in found.iter().flat_map(|one| &one.fixes).flat_map(|fix| &fix.edits) {
            let replaced = String::from_utf16(&units[edit.from as usize..edit.to as usize]).unwrap();
            assert!([",", "，", "《", "》"].contains(&replaced.as_str()), "{replaced}");
        }
    }

    #[test]
    fn labels_of_a_table_that_could_not_be_read_are_left_alone() {
        let text = "白溪镇人民政府2023年政府信息公开工作年度报告\n一、总体情况\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n\
                    (二)部分公开(区分处理的,只计这一情形,不计其他情形)\n三、本 年度办 理结果\n";
        assert_eq!(found(text).len(), 0);
    }

    #[test]
    fn a_sentence_over_a_page_is_no_sentence_without_its_full_stop() {
        let text = in_report(
            "全年围绕群众关心的事项推进公开。把握不予公开的范围，定期对公开和不予公开的信息进行评估，对造成泄密事\n— 2 —\n件的人员追究责任。",
        );
        let codes: Vec<&str> = found(&text).iter().map(|one| one.code).collect();
        assert_eq!(codes, ["punctuation/broken-paragraph", "punctuation/page-number"]);
    }
}
