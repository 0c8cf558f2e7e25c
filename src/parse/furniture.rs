//! What stands in a pasted text and is no part of the report: page numbers, a web page's furniture.

use crate::text::blank::{trim, trim_end, trim_start, without_blanks};

/// Words that a web page puts around an article, each on a short line of its own.
const WEB_WORDS: [&str; 24] = [
    "当前位置",
    "您的位置",
    "首页",
    "索引号",
    "索 引 号",
    "信息来源",
    "来源：",
    "浏览次数",
    "阅读次数",
    "点击数",
    "访问量",
    "字号：",
    "字体：",
    "【字体",
    "打印本页",
    "关闭窗口",
    "分享到",
    "扫一扫",
    "责任编辑",
    "上一篇",
    "下一篇",
    "发布机构",
    "发布时间",
    "发布日期",
];

/// Whether a line is nothing but a page number: `— 3 —`, `- 3 -`, `第 3 页 共 5 页`.
pub fn is_page_number(line: &str) -> bool {
    let line = trim_start(line);
    let dash = |c: char| matches!(c, '-' | '—' | '–' | '―' | '─' | '－');
    // What it begins with: 第 or a dash.
    let is_possible = match line.as_bytes() {
        [b'-', ..] | [0xe2, 0x80 | 0x94, ..] | [0xef, 0xbc, 0x8d, ..] => trim_end(line).ends_with(dash),
        [0xe7, 0xac, 0xac, ..] => line.contains('页'),
        _ => false,
    };
    if !is_possible {
        return false;
    }
    let bare = without_blanks(line);
    let inner = bare.trim_matches(dash);
    let dashed = inner.len() < bare.len() && bare.starts_with(dash);
    if dashed && !inner.is_empty() && inner.len() <= 3 && inner.bytes().all(|byte| byte.is_ascii_digit()) {
        return true;
    }
    let numbered = bare.strip_prefix('第').and_then(|rest| rest.split_once('页'));
    numbered.is_some_and(|(number, rest)| {
        number.bytes().all(|byte| byte.is_ascii_digit())
            && !number.is_empty()
            && rest.chars().all(|c| c.is_ascii_digit() || "共页，,/第".contains(c))
    })
}

/// Whether a line is a web page's furniture.
pub fn is_web_page(line: &str) -> bool {
    let bare = trim(line);
    let first = bare.as_bytes().first_chunk::<{ '首'.len_utf8() }>();
    let begins = WEB_WORDS.iter().any(|word| word.as_bytes().first_chunk() == first && bare.starts_with(word));
    (begins || bare.contains('>') && (bare.contains(" > ") || bare.contains(">>")))
        && bare.chars().count() <= 60
        && !bare.contains('。')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn page_numbers_are_told_from_figures() {
        for line in ["— 3 —", "-12-", "－ 1 －", "第3页", "第 3 页 共 12 页", "第3页/共5页"] {
            assert!(is_page_number(line), "{line}");
        }
        for line in ["3", "-3", "—", "--", "第三十条", "第3页的内容"] {
            assert!(!is_page_number(line), "{line}");
        }
    }

    #[test]
    fn furniture_is_told_from_prose() {
        assert!(is_web_page("浏览次数：321"));
        assert!(is_web_page("首页 > 政府信息公开 > 年报"));
        assert!(!is_web_page("发布时间由各单位自行确定。"));
    }
}
