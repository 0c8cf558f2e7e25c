//! A section's heading stands without its ordinal.

use super::super::{Context, Finding, Place, Rule};
use super::{form_heading, headings, inserted_before, section_name};
use crate::report::Severity;

/// See `missing_section_number.md`.
pub static RULE: Rule = Rule { code: "structure/missing-section-number", severity: Severity::Warning, check };

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    let (numbered, bare): (Vec<_>, Vec<_>) = headings(context).partition(|(_, heading)| heading.ordinal.is_some());
    let edit = |number: u8, start| inserted_before(context, start, &format!("{}、", form_heading(number).ordinal));
    if numbered.is_empty() {
        let ((_, first), rest) = bare.split_first()?;
        let related = rest.iter().map(|(_, heading)| Place::new(heading.span, "这个标题也没有序号")).collect();
        let edits = bare.iter().map(|(number, heading)| edit(*number, heading.title.start)).collect();
        findings.push(
            Finding::new(Severity::Info, first.span, "各部分的标题都没有序号，一般写作“一、”至“六、”")
                .with_related(related)
                .with_fix("给各部分的标题加上序号", true, edits),
        );
        return Some(());
    }
    for (number, heading) in bare {
        let ordinal = form_heading(number).ordinal;
        let message = format!(
            "{}的标题“{}”前缺少序号“{ordinal}、”，而其他部分的标题有序号",
            section_name(number),
            context.document.text(heading.title)
        );
        findings.push(Finding::new(Severity::Warning, heading.span, message).with_fix(
            format!("加上“{ordinal}、”"),
            true,
            vec![edit(number, heading.title.start)],
        ));
    }
    Some(())
}
