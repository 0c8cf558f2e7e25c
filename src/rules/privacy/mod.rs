//! Personal data.

mod bank_card;
mod contact_person;
mod identity_number;
mod mobile_number;

use super::phrases::place_name;
use super::{Context, Finding, Rule};
use crate::document::Zone;
use crate::report::Severity;
use crate::text::Span;

/// The rules of this group.
pub static RULES: &[&Rule] = &[&identity_number::RULE, &mobile_number::RULE, &bank_card::RULE, &contact_person::RULE];

/// A long number of the text, outside the tables.
#[derive(Debug)]
pub struct LongNumber<'a> {
    /// Its digits, and the X that may end an identity number, without what parts groups of them.
    digits: String,
    /// Its place in the clean reading.
    at: Span,
    /// The words before it in its line, up to twelve characters and not across a mark.
    label: &'a str,
}

/// Labels of numbers that are nobody's.
const LABELS_OF_CODES: [&str; 19] = [
    "编号",
    "代码",
    "备案",
    "文号",
    "项目",
    "信用",
    "档案",
    "案号",
    "单号",
    "订单",
    "流水",
    "许可证",
    "证书",
    "合同",
    "序列",
    "索引",
    "批号",
    "条码",
    "税号",
];

impl LongNumber<'_> {
    fn is_code(&self) -> bool {
        LABELS_OF_CODES.iter().any(|label| self.label.contains(label))
    }

    /// The finding, which offers the number with all but its first and last digits hidden.
    fn finding(&self, context: &Context<'_>, severity: Severity, what: &str, shown: (usize, usize)) -> Finding {
        let masked = format!("{}****{}", &self.digits[..shown.0], &self.digits[self.digits.len() - shown.1..]);
        let section = context.document.sections.iter().rfind(|section| section.span.start <= self.at.start);
        let message = format!(
            "{}：“{}”是{what}，公开前应当删去，或者隐去中间几位，写作“{masked}”",
            place_name(section.map(|section| section.number)),
            context.document.text(self.at)
        );
        Finding::new(severity, self.at, message).with_fix(format!("改为“{masked}”"), false, vec![(self.at, masked)])
    }
}

/// A telephone's number has so many digits, the others more.
const SHORTEST: usize = 11;

/// The numbers of eleven digits and more that stand alone: no part of an address, a code or a longer number.
pub fn long_numbers<'a>(context: &Context<'a>) -> Vec<LongNumber<'a>> {
    let text = context.text();
    let mut numbers = Vec::new();
    let mut rows = context.rarities().long_numbers.iter().peekable();
    for line in &context.document.lines {
        let mut has_row = false;
        while rows.next_if(|at| **at < line.span.end).is_some() {
            has_row = true;
        }
        if has_row && !matches!(line.zone, Zone::Table(_) | Zone::Blank | Zone::Beyond) {
            numbers_of(context, line.span.of(text), line.span.start as usize, &mut numbers);
        }
    }
    numbers
}

fn numbers_of<'a>(context: &Context<'a>, line: &'a str, offset: usize, numbers: &mut Vec<LongNumber<'a>>) {
    let bytes = line.as_bytes();
    let mut end = 0;
    while let Some(byte) = bytes.get(end) {
        if !byte.is_ascii_digit() {
            // Most characters are Chinese ones of three bytes.
            end += if matches!(byte, 0xe0..0xf0) { 3 } else { 1 };
            continue;
        }
        let start = end;
        end = end_of_groups(line, start);
        if end - start < SHORTEST {
            continue;
        }
        let digits: String = line[start..end].chars().filter(char::is_ascii_alphanumeric).collect();
        let at = Span::new(offset + start, offset + end);
        if digits.len() >= SHORTEST && stands_alone(line, start, end) && !context.as_written(at).contains('*') {
            numbers.push(LongNumber { digits, at, label: label_before(&line[..start]) });
        }
    }
}

/// Where a number ends whose digits may stand in groups of four, the first of three (a telephone's) or four.
fn end_of_groups(line: &str, start: usize) -> usize {
    let digits = |from: usize| line[from..].bytes().take_while(u8::is_ascii_digit).count();
    let first = digits(start);
    let mut end = start + first;
    let mut groups = 1;
    let byte = |at: usize| line.as_bytes().get(at).copied();
    if let Some(separator) = byte(end).filter(|byte| matches!((first, *byte), (4, b' ' | b'-') | (3, b'-'))) {
        while groups < 6 && byte(end) == Some(separator) && matches!(digits(end + 1), 3 | 4) {
            end += 1 + digits(end + 1);
            groups += 1;
        }
    }
    // 3-4-4 is a telephone, 4-4-4-4 and 4-4-4-4-3 a card; other groups are something else.
    if !matches!((first, groups, end - start), (3, 3, 13) | (4, 4, 19) | (4, 5, 23)) {
        end = start + first;
    }
    let ends_with_x = end - start == 17 && line[end..].starts_with(['X', 'x']);
    end + usize::from(ends_with_x)
}

fn stands_alone(line: &str, start: usize, end: usize) -> bool {
    let is_part = |c: char| c.is_ascii_alphanumeric() || "-_.*=%@#".contains(c);
    let (before, after) = (&line[..start], &line[end..]);
    let ends_sentence = after.starts_with('.') && !after[1..].starts_with(|c: char| c.is_ascii_alphanumeric());
    !before.ends_with(is_part) && (ends_sentence || !after.starts_with(is_part)) && !is_in_address(before, after)
}

/// Whether the run of ASCII characters around a number is an address of the web.
fn is_in_address(before: &str, after: &str) -> bool {
    const LONGEST: usize = 120;
    let is_blank = |c: &char| !c.is_ascii_graphic();
    let head: String = before.chars().rev().take(LONGEST).take_while(|c| !is_blank(c)).collect();
    let tail: String = after.chars().take(LONGEST).take_while(|c| !is_blank(c)).collect();
    let head: String = head.chars().rev().collect();
    [head, tail].iter().any(|part| ["://", "www.", "@", ".cn", ".com", ".htm"].iter().any(|mark| part.contains(mark)))
}

fn label_before(before: &str) -> &str {
    const LONGEST: usize = 12;
    let start = before
        .char_indices()
        .rev()
        .take(LONGEST)
        .take_while(|(_, c)| !"，。；、,;（(".contains(*c))
        .last()
        .map_or(before.len(), |(at, _)| at);
    &before[start..]
}

#[cfg(test)]
mod tests {
    use crate::{Options, validate};

    fn found(line: &str) -> Vec<(&'static str, String)> {
        let report = format!("白溪镇人民政府2023年政府信息公开工作年度报告\n\n一、总体情况\n\n{line}\n");
        let units: Vec<u16> = report.encode_utf16().collect();
        validate(&report, &Options::default())
            .diagnostics
            .into_iter()
            .filter_map(|one| Some((one.code.strip_prefix("privacy/")?, one.from as usize..one.to as usize)))
            .map(|(code, at)| (code, String::from_utf16(&units[at]).unwrap()))
            .collect()
    }

    #[test]
    fn numbers_of_persons_are_found_however_they_are_written() {
        for (line, code, number) in [
            ("身份证：11010119000101009x。", "identity-number", "11010119000101009x"),
            ("身份证：１１０１０１１９０００１０１０００６", "identity-number", "１１０１０１１９０００１０１０００６"),
            ("手机：13800001234/其他方式见公示栏", "mobile-number", "13800001234"),
            ("电话：0999-1234567、13800001234.", "mobile-number", "13800001234"),
            ("退至6222000000001239账户", "bank-card", "6222000000001239"),
            ("户名\t卡号 6222 0000 0000 0000 012\t备注", "bank-card", "6222 0000 0000 0000 012"),
        ] {
            assert_eq!(found(line), [(code, number.to_owned())], "{line}");
        }
    }

    #[test]
    fn other_long_numbers_are_nobodys() {
        for line in [
            "身份证：110101190002300006，110101190001010007，990101190001010006。",
            "序号1101011900010100061，统一社会信用代码91110101MA0000000X。",
            "手机：138****1234、138-****-1234、1380000****、12345678901、23800001234。",
            "链接https://www.example.gov.cn/art/13800001234.html和example.com/13800001234",
            "邮箱13800001234@example.com，文件IMG13800001234.jpg，单号SF13800001234，日期2023-2024-2025。",
            "热线12345，电话0999-1234567、400-800-1234，传真（0999）1234567。",
            "卡号6222000000001238，4111000000000008，许可证书6222000000001239。",
            "共支出13800001234.56元，坐标116.13800001234。",
        ] {
            assert_eq!(found(line), [], "{line}");
        }
    }

    #[test]
    fn the_figures_of_the_tables_are_no_telephones() {
        let row = |figure: &str| format!("行政许可\t{figure}\n");
        let report = format!(
            "一、总体情况\n二、主动公开政府信息情况\n第二十条第（五）项\n信息内容\t本年处理决定数量\n{}{}",
            row("13800001234"),
            "第二十条第（六）项\n信息内容\t本年处理决定数量\n行政处罚\t0\n行政强制\t0\n"
        );
        let found = validate(&report, &Options::default()).diagnostics;
        assert!(!found.iter().any(|one| one.code.starts_with("privacy/")), "{found:?}");
    }
}
