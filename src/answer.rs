//! From a document and its findings to the [`Report`]: everything in terms of the text as given.

use std::borrow::Cow;

use crate::document::{Agreement, Content, Document, LastYear, Table, TableRow};
use crate::equations::{Evaluation, Verdict, evaluate};
use crate::form::{CellRef, Equation, Form, Position, TableKind};
use crate::report::{
    self, Cell, CellState, Claim, ClaimVerdict, Diagnostic, Edit, Excerpt, Fix, NotExamined, Related, Relation,
    RelationVerdict, Report, Section, Severity,
};
use crate::rules::{Evaluated, Finding, FixDraft, Place, Rule, predecessor};
use crate::text::order::sort_by_key;
use crate::text::{Figure, Index, Span};

/// Every equation of the edition due, evaluated over the tables found.
pub fn evaluate_all(document: &Document) -> Vec<Evaluated> {
    Equation::all(document.edition_due())
        .iter()
        .map(|equation| {
            let table = document.table(equation.table);
            let evaluation = table.map_or(Evaluation::UNKNOWN, |table| evaluate(equation, table));
            Evaluated { equation, evaluation }
        })
        .collect()
}

/// Builds the report.
#[inline(never)]
pub fn report(
    source: &str,
    document: &Document,
    equations: &[Evaluated],
    previous: Option<&LastYear>,
    found: Vec<(&'static Rule, Finding)>,
) -> Report {
    let answer = Answer { source, document, index: Index::new(source) };
    let diagnostics: Vec<Diagnostic> =
        found.into_iter().map(|(rule, finding)| answer.diagnostic(rule, finding)).collect();
    let addresses = Equation::addresses(document.edition_due());
    let relations: Vec<Relation> =
        equations.iter().zip(addresses).map(|(evaluated, cells)| relation(document, evaluated, cells)).collect();
    let mut not_examined = not_examined(document, equations);
    let message = previous.and_then(|previous| predecessor::not_examined(document, &previous.document));
    not_examined.extend(message.map(|message| NotExamined { code: "consistency/last-year", message }));
    let stands = diagnostics.iter().any(|diagnostic| diagnostic.severity != Severity::Info);
    let verdict = match (stands, not_examined.is_empty()) {
        (true, _) => report::Verdict::Fail,
        (false, true) => report::Verdict::Pass,
        (false, false) => report::Verdict::Incomplete,
    };
    Report {
        version: env!("CARGO_PKG_VERSION"),
        verdict,
        edition: document.edition,
        year: document.year,
        organ: document.title.as_ref().and_then(|title| title.organ.clone()),
        title: document.title.as_ref().map(|title| answer.excerpt(title.span)),
        sections: if document.is_report {
            document.sections.iter().map(|section| answer.section(section)).collect()
        } else {
            Vec::new()
        },
        tables: document.tables.iter().map(|table| answer.table(table)).collect(),
        claims: document.claims.iter().filter_map(|claim| answer.claim(claim)).collect(),
        relations,
        diagnostics,
        not_examined,
    }
}

struct Answer<'a> {
    source: &'a str,
    document: &'a Document,
    index: Index<'a>,
}

impl Answer<'_> {
    /// A span of the clean reading in the source.
    fn source_of(&self, span: Span) -> Span {
        if self.document.clean.text().is_empty() {
            // Nothing of it can be read, so all of it is shown.
            return Span::new(0, self.source.len());
        }
        self.document.clean.source_of(span)
    }

    /// A span of the clean reading as a place in the text given.
    fn place(&self, span: Span) -> (u32, u32) {
        self.index.utf16_of(self.source_of(span))
    }

    /// A span of a finding as a place in the text given.
    fn place_in(&self, in_source: bool, span: Span) -> (u32, u32) {
        if in_source { self.index.utf16_of(span) } else { self.place(span) }
    }

    /// A change in terms of the text given; `None` where it would have to span a tag of HTML source.
    fn fix(&self, in_source: bool, fix: FixDraft) -> Option<Fix> {
        let clean = &self.document.clean;
        let mut edits = Vec::with_capacity(fix.edits.len());
        for (span, mut insert) in fix.edits {
            let at = if in_source { span } else { clean.source_of(span) };
            if clean.is_html() {
                if at.of(self.source).contains(['<', '>']) {
                    return None;
                }
                insert = escaped(&insert);
            }
            let (from, to) = self.index.utf16_of(at);
            edits.push(Edit { from, to, insert });
        }
        // A rule goes by the form's order of rows, or from pair to pair; whoever makes a change goes through the text.
        sort_by_key(&mut edits, |edit| (edit.from, edit.to));
        Some(Fix { title: fix.title, safe: fix.safe, edits })
    }

    fn excerpt(&self, span: Span) -> Excerpt {
        let source = self.source_of(span);
        let (from, to) = self.index.utf16_of(source);
        let clean = &self.document.clean;
        let text = if clean.is_html() { span.of(clean.text()) } else { source.of(self.source) };
        Excerpt { text: kept(text), from, to }
    }

    fn section(&self, section: &crate::document::Section) -> Section {
        let (from, to) = self.place(section.span);
        Section {
            number: section.number,
            heading: section.heading.as_ref().map(|heading| self.excerpt(heading.span)),
            from,
            to,
        }
    }

    fn table(&self, table: &Table) -> report::Table {
        let (from, to) = self.place(table.span);
        let form = table.form();
        let mut cells = Vec::with_capacity(form.cell_count());
        for (row, table_row) in table.rows.iter().enumerate() {
            for (column, cell) in table_row.cells.iter().enumerate() {
                let (state, value) = match cell.content {
                    Content::Number(figure) => (CellState::Number, Some(figure.to_f64())),
                    Content::Blank => (CellState::Blank, None),
                    Content::Text => (CellState::Text, None),
                    Content::Missing => (CellState::Missing, None),
                };
                let at = cell.span.map(|span| self.excerpt(span));
                cells.push(Cell { cell: form.cell_ref(Position { row, column }), state, value, at });
            }
        }
        report::Table { kind: table.kind, from, to, cells }
    }

    /// A claim as one sum of cells. One that fits only what is no sum (the answers less what was carried over) is left out.
    fn claim(&self, claim: &crate::document::Claim) -> Option<Claim> {
        let (index, verdict) = match claim.agreement(self.document) {
            Agreement::Agrees(index) => (index, ClaimVerdict::Agrees),
            Agreement::Contradicts => (0, ClaimVerdict::Contradicts),
            Agreement::Unknown => (0, ClaimVerdict::Unknown),
        };
        let reading = claim.readings.get(index).filter(|reading| reading.is_plain())?;
        let cells = reading.cells.iter().map(|at| self.cell_ref((reading.table, *at))).collect();
        Some(Claim { cells, value: claim.value.to_f64(), at: self.excerpt(claim.at), verdict })
    }

    fn diagnostic(&self, rule: &Rule, finding: Finding) -> Diagnostic {
        let finding = finding.into_parts();
        let in_source = finding.in_source;
        let at = if finding.cell.is_some() || in_source { finding.at } else { self.visible(finding.at) };
        let source = if in_source { at } else { self.source_of(at) };
        let (from, to) = self.index.utf16_of(source);
        let (line, column) = self.index.line_column(source.start);
        let related = |place: Place| {
            let (from, to) = self.place_in(in_source, place.at);
            Related { message: place.message, from, to, cell: place.cell.map(|cell| self.cell_ref(cell)) }
        };
        Diagnostic {
            code: rule.code,
            severity: finding.severity,
            message: finding.message,
            from,
            to,
            line,
            column,
            cell: finding.cell.map(|cell| self.cell_ref(cell)),
            related: finding.related.into_iter().map(related).collect(),
            fixes: finding.fixes.into_iter().filter_map(|fix| self.fix(in_source, fix)).collect(),
            basis: rule.basis(),
        }
    }

    fn cell_ref(&self, (kind, at): (TableKind, Position)) -> CellRef {
        Form::of(self.document.edition_due()).table(kind).cell_ref(at)
    }

    /// A place with at least one character, where the text has one: what is absent is shown at what it should stand beside.
    fn visible(&self, span: Span) -> Span {
        if !span.is_empty() {
            return span;
        }
        let text = self.document.clean.text();
        let at = span.start as usize;
        if let Some(c) = text[at..].chars().next() {
            return Span::new(at, at + c.len_utf8());
        }
        text.char_indices().next_back().map_or(span, |(start, c)| Span::new(start, start + c.len_utf8()))
    }
}

/// A text as it is written in HTML source.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// A text for the report. Most are the digit in a cell, which needs no memory of its own.
fn kept(text: &str) -> Cow<'static, str> {
    const DIGITS: &str = "0123456789";
    match text.as_bytes() {
        [digit @ b'0'..=b'9'] => Cow::Borrowed(&DIGITS[usize::from(digit - b'0')..=usize::from(digit - b'0')]),
        _ => Cow::Owned(text.to_owned()),
    }
}

fn relation(document: &Document, evaluated: &Evaluated, cells: &'static [CellRef]) -> Relation {
    let Evaluated { equation, evaluation } = evaluated;
    Relation {
        code: equation.kind.code(),
        formula: formula(document.table(equation.table), evaluated),
        left: evaluation.left.map(Figure::to_f64),
        right: evaluation.right.map(Figure::to_f64),
        verdict: match evaluation.verdict {
            Verdict::Holds => RelationVerdict::Holds,
            Verdict::Fails => RelationVerdict::Fails,
            Verdict::Unknown => RelationVerdict::Unknown,
        },
        cells,
    }
}

/// The equation with its figures: 表三“（七）总计”行：1 + 0 + … = 1.
fn formula(table: Option<&Table>, evaluated: &Evaluated) -> String {
    /// Longer than most.
    const LENGTH: usize = 160;
    let Evaluated { equation, evaluation } = evaluated;
    let mut formula = String::with_capacity(LENGTH);
    for part in equation.name_in_parts() {
        formula.push_str(part);
    }
    formula.push('：');
    push_sum(&mut formula, table, equation.left);
    formula.push_str(match evaluation.verdict {
        Verdict::Holds => " = ",
        Verdict::Fails => " ≠ ",
        Verdict::Unknown => " ≟ ",
    });
    push_sum(&mut formula, table, equation.right);
    formula
}

/// Adds a side of an equation with its figures. Of many terms only those that count are shown.
fn push_sum(formula: &mut String, table: Option<&Table>, cells: &[Position]) {
    const FEW: usize = 7;
    let mut count = 0;
    for at in cells {
        let content = table.map_or(Content::Missing, |table| table.cell(*at).content);
        if cells.len() > FEW && (count == FEW || content == Content::Number(Figure::default())) {
            continue;
        }
        if count > 0 {
            formula.push_str(" + ");
        }
        match content {
            Content::Number(figure) => figure.write_to(formula),
            Content::Blank => formula.push('空'),
            Content::Text | Content::Missing => formula.push('？'),
        }
        count += 1;
    }
    if cells.len() > FEW {
        formula.push_str(if count == 0 { "0 + …" } else { " + …" });
    }
}

/// What could not be examined, and why: one entry for each table that is absent or not wholly read.
#[inline(never)]
fn not_examined(document: &Document, equations: &[Evaluated]) -> Vec<NotExamined> {
    if !document.is_report {
        let message = "没有读到政府信息公开工作年度报告，各部分和勾稽关系都没有核对".to_owned();
        return vec![NotExamined { code: "structure/not-a-report", message }];
    }
    let mut entries = Vec::new();
    if let Some(second) = document.second_report {
        let line = document.lines.partition_point(|line| line.span.start < second.start) + 1;
        let message = format!("第 {line} 行起是另一份报告，没有核对，请分开核对");
        entries.push(NotExamined { code: "structure/several-reports", message });
    }
    for kind in TableKind::ALL {
        let unknown = equations
            .iter()
            .filter(|evaluated| evaluated.equation.table == kind && evaluated.evaluation.verdict == Verdict::Unknown)
            .count();
        let name = kind.name();
        let Some(table) = document.table(kind) else {
            let section = ["", "一", "二", "三", "四"][kind as usize + 2];
            let relations =
                if unknown > 0 { format!("，{unknown} 条勾稽关系无法核对") } else { String::new() };
            let message = format!("第{section}部分没有读到{name}{relations}；如果表格是图片，请改用可以复制文字的表格");
            entries.push(NotExamined { code: "table/not-found", message });
            continue;
        };
        if let Some(why) = why_not_whole(table) {
            let relations =
                if unknown > 0 { format!("，{unknown} 条勾稽关系无法核对") } else { String::new() };
            entries.push(NotExamined { code: "table/not-whole", message: format!("{name}{why}{relations}") });
        }
    }
    entries
}

/// Why cells of a table could not be read or held against each other; `None` where all were.
fn why_not_whole(table: &Table) -> Option<String> {
    let (mut missing, mut text, mut blank) = (0, 0, 0);
    for cell in table.rows.iter().flat_map(|row| &row.cells) {
        match cell.content {
            Content::Number(_) => {}
            Content::Missing => missing += 1,
            Content::Text => text += 1,
            Content::Blank => blank += 1,
        }
    }
    let absent = table.rows.iter().filter(|row| !row.is_present()).count();
    let uncounted = table.rows.iter().filter(|row: &&TableRow| row.wrong_count.is_some()).count();
    let mut reasons = Vec::new();
    if missing > 0 {
        let why = if table.glued {
            "数字连在一起，分不开".to_owned()
        } else if uncounted > 0 {
            format!("{uncounted} 行的数字个数与表头不符")
        } else if absent > 0 {
            format!("缺 {absent} 行")
        } else {
            "复制时丢失".to_owned()
        };
        reasons.push(format!("有 {missing} 个单元格没有读到（{why}）"));
    }
    if text > 0 {
        reasons.push(format!("有 {text} 个单元格不是数字"));
    }
    let is_unknown =
        |equation: &Equation| equation.table == table.kind && evaluate(equation, table).verdict == Verdict::Unknown;
    if blank > 0 && Equation::all(table.edition).iter().any(is_unknown) {
        reasons.push(format!("有 {blank} 个空项"));
    }
    (!reasons.is_empty()).then(|| reasons.join("，"))
}
