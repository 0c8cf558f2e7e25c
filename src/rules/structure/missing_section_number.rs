//! A section's heading stands without its ordinal.

use super::super::{Context, Finding, Rule};
use super::{all_at_once, form_heading, headings, section_name};
use crate::document::SectionHeading;
use crate::report::Severity;
use crate::text::Span;

/// See `missing_section_number.md`.
pub static RULE: Rule = Rule { code: "structure/missing-section-number", severity: Severity::Warning, check };

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    let is_bare = |heading: &SectionHeading| heading.ordinal.is_none();
    if headings(context).all(|(_, heading)| is_bare(heading)) {
        let mut places = Vec::new();
        for (number, heading) in headings(context) {
            places.push((heading.span, with_ordinal(context, number, heading)));
        }
        let message = "各部分的标题都没有序号，一般写作“一、”至“六、”".to_owned();
        findings.extend(all_at_once(message, "这个标题也没有序号", "给各部分的标题加上序号", places));
        return Some(());
    }
    for (number, heading) in headings(context) {
        if !is_bare(heading) {
            continue;
        }
        let ordinal = form_heading(number).ordinal;
        let message = format!(
            "{}的标题“{}”前缺少序号“{ordinal}、”，而其他部分的标题有序号",
            section_name(number),
            context.document.text(heading.title)
        );
        findings.push(Finding::new(Severity::Warning, heading.span, message).with_fix(
            format!("加上“{ordinal}、”"),
            true,
            vec![with_ordinal(context, number, heading)],
        ));
    }
    Some(())
}

/// The edit that gives a heading its ordinal: the first character of its title is replaced by the ordinal and itself,
/// so that the place is certain in HTML source too.
fn with_ordinal(context: &Context<'_>, number: u8, heading: &SectionHeading) -> (Span, String) {
    let title = context.document.text(heading.title);
    let first = &title[..title.chars().next().map_or(0, char::len_utf8)];
    let start = heading.title.start as usize;
    (Span::new(start, start + first.len()), format!("{}、{first}", form_heading(number).ordinal))
}
