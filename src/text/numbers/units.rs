//! Units behind figures, and words that show a figure to be no count.

use crate::text::Firsts;

/// Units besides %, each of Chinese characters, longer ones first where one begins another; behind each, what may not follow it.
const UNITS: [(&str, &str); 65] = [
    ("个百分点", ""),
    ("个工作日", ""),
    ("个月", ""),
    ("个", ""),
    ("件次", ""),
    ("件", ""),
    ("条次", ""),
    ("条", "例文"),
    ("份", "额"),
    ("起", ""),
    ("例", "如会外行"),
    ("宗", "旨"),
    ("篇次", ""),
    ("篇", ""),
    ("期", "间限"),
    ("人次", ""),
    ("人", "民员大数"),
    ("次", "数要"),
    ("项次", ""),
    ("项", "目"),
    ("场次", ""),
    ("场", "所景"),
    ("名", "称单"),
    ("位", "置于"),
    ("家", "庭"),
    ("户", "外"),
    ("册", ""),
    ("部", "门分署"),
    ("批", "准复次"),
    ("批次", ""),
    ("张", "贴"),
    ("幅", "度"),
    ("则", ""),
    ("段", ""),
    ("类", "型别"),
    ("种", ""),
    ("处", "理罚室置"),
    ("台", "账帐"),
    ("套", ""),
    ("组", "织"),
    ("本", "级年镇乡县市区机单报部行街"),
    ("页", ""),
    ("字", ""),
    ("倍", ""),
    ("元", "旦"),
    ("％", ""),
    ("小时", ""),
    ("分钟", ""),
    ("天", ""),
    ("公里", ""),
    ("亩", ""),
    ("米", ""),
    ("吨", ""),
    ("岁", ""),
    ("辆", ""),
    ("间", "接"),
    ("所", "有属"),
    ("座", "谈"),
    ("支", "持"),
    ("款", ""),
    ("卷", ""),
    ("笔", ""),
    ("封", ""),
    ("集", "中约"),
    ("块", ""),
];

/// What the units begin with.
const FIRST_OF_UNITS: Firsts = Firsts::of(&UNITS);

/// The unit that a text begins with, as it is named, and its length; "" where there is none.
pub fn unit(text: &str) -> (&'static str, usize) {
    if text.starts_with('%') {
        return ("%", "%".len());
    }
    if !FIRST_OF_UNITS.may_begin(text.as_bytes()) {
        return ("", 0);
    }
    let first = text.as_bytes().first_chunk::<{ '件'.len_utf8() }>();
    let unit = UNITS.iter().find(|(unit, unless)| {
        unit.as_bytes().first_chunk() == first
            && text.strip_prefix(unit).is_some_and(|rest| !rest.starts_with(|c| unless.contains(c)))
    });
    unit.map_or(("", 0), |(unit, _)| (if *unit == "％" { "%" } else { unit }, unit.len()))
}

/// What 百, 千, 万 or 亿 behind digits makes of them, and its length; not in "8千米", "百分点".
pub fn multiplier(text: &str) -> Option<(i64, usize)> {
    let mut chars = text.chars();
    let first = chars.next().filter(|c| matches!(c, '百' | '千' | '万' | '亿'))?;
    let next = chars.next();
    let factor = match (first, next) {
        ('百', Some('分')) | ('千', Some('米' | '克' | '瓦')) => return None,
        ('百', Some('万')) => return Some((1_000_000, "百万".len())),
        ('千', Some('万')) => return Some((10_000_000, "千万".len())),
        ('百', _) => 100,
        ('千', _) => 1000,
        ('万', Some('亿')) => return Some((1_000_000_000_000, "万亿".len())),
        ('万', _) => 10_000,
        ('亿', _) => 100_000_000,
        _ => return None,
    };
    Some((factor, first.len_utf8()))
}

/// The length of 余, 多, 来 or 几 between a figure and its unit.
pub fn hedge(text: &str) -> Option<usize> {
    let length = "余".len();
    let hedge = text.chars().next().filter(|c| matches!(c, '余' | '多' | '来' | '几'))?;
    let rest = &text[length..];
    (hedge == '余' || !unit(rest).0.is_empty() || multiplier(rest).is_some()).then_some(length)
}

/// Whether what stands behind a figure names a day, a document, a rank, a place, and not how many there are.
pub fn names_no_count(behind: &str) -> bool {
    match behind.chars().next() {
        Some('季') => behind.starts_with("季度"),
        Some(c) => matches!(
            c,
            '年' | '月'
                | '日'
                | '号'
                | '时'
                | '届'
                | '级'
                | '度'
                | '版'
                | '楼'
                | '室'
                | '层'
                | '周'
                | '〕'
                | ']'
                | '】'
        ),
        None => false,
    }
}
