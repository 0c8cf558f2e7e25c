//! Words of others: titles of documents, and what is quoted after a verb of saying, naming or issuing.

use std::ops::Range;

/// Verbs after which quoted words are another's, not the report's own. After others quotes set off a name or a list.
const VERBS: [&str; 30] = [
    "印发",
    "发布",
    "下发",
    "转发",
    "出台",
    "制定",
    "制发",
    "刊发",
    "刊登",
    "发表",
    "题为",
    "名为",
    "名称为",
    "称为",
    "称",
    "叫作",
    "简称",
    "写道",
    "说",
    "指出",
    "强调",
    "提出",
    "表示",
    "认为",
    "询问",
    "咨询",
    "留言",
    "回复",
    "标题为",
    "主题为",
];

/// A quotation of several sentences, in bytes; what is longer was never closed.
const LONGEST: usize = 900;

/// The quotations of a text, in order and apart from each other.
pub fn quotations(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut titles: Vec<usize> = Vec::new();
    let mut quote = None;
    for (at, c) in text.char_indices() {
        match c {
            '《' => titles.push(at),
            '》' => {
                if let Some(start) = titles.pop() {
                    let end = at + c.len_utf8();
                    while found.last().is_some_and(|inner| inner.start >= start) {
                        found.pop();
                    }
                    found.push(start..end);
                }
            }
            '“' => quote = is_after_verb(&text[..at]).then_some(at),
            '”' => {
                if let Some(start) =
                    quote.take().filter(|start| !(at - *start > LONGEST || text[*start..at].contains('、')))
                {
                    while found.last().is_some_and(|inner| inner.start >= start) {
                        found.pop();
                    }
                    found.push(start..at + c.len_utf8());
                }
            }
            // A title or a quotation left open does not swallow the sentences behind it.
            '。' => {
                titles.clear();
                quote = quote.filter(|start| at - start < LONGEST);
            }
            _ => {}
        }
    }
    found
}

fn is_after_verb(before: &str) -> bool {
    let before = before.trim_end_matches(['：', '，', '了', '的', '关', '于']);
    VERBS.iter().any(|verb| before.ends_with(verb))
}

/// Whether a range lies in one of the quotations.
pub fn is_quoted(quotations: &[Range<usize>], range: &Range<usize>) -> bool {
    let after = quotations.partition_point(|quotation| quotation.start <= range.start);
    after.checked_sub(1).is_some_and(|last| range.end <= quotations[last].end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_and_words_of_others_are_quotations_and_lists_of_topics_are_none() {
        let quoted = |text: &str| quotations(text).into_iter().map(|range| text[range].to_owned()).collect::<Vec<_>>();
        assert_eq!(quoted("执行《关于印发《甲》的通知》和《乙》。"), ["《关于印发《甲》的通知》", "《乙》"]);
        assert_eq!(quoted("发布“甲”和“乙”，围绕“丙、丁”交流。"), ["“甲”"]);
        assert_eq!(quoted("提出“甲、乙”。"), Vec::<String>::new());
        assert_eq!(quoted("《甲。乙》"), Vec::<String>::new());
    }
}
