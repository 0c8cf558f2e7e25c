//! Words of others: titles of documents, and what is quoted after a verb of saying, naming or issuing.

use std::ops::Range;

use crate::text::Letters;

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

/// Whether a range of a text lies in one of its quotations.
pub fn is_quoted(text: &str, range: &Range<usize>) -> bool {
    // Where titles and the last quote that are open began, the inner titles last.
    let mut titles: Vec<usize> = Vec::new();
    let mut quote = None;
    let holds = |start: usize, end: usize| start <= range.start && range.end <= end;
    for (at, letter) in Letters::of(text) {
        if !matches!(letter, 0x2000..0x3100) {
            continue;
        }
        match char::from_u32(letter).unwrap_or_default() {
            '《' => titles.push(at),
            '》' if titles.pop().is_some_and(|start| holds(start, at + '》'.len_utf8())) => return true,
            '“' => quote = Some(at),
            '”' => {
                if let Some(start) = quote.take()
                    && holds(start, at + '”'.len_utf8())
                    && at - start <= LONGEST
                    && !text[start..at].contains('、')
                    && is_after_verb(&text[..start])
                {
                    return true;
                }
            }
            // A title or a quotation left open does not swallow the sentences behind it.
            '。' => {
                titles.clear();
                quote = quote.filter(|start| at - start < LONGEST);
                if at >= range.end && quote.is_none() {
                    return false;
                }
            }
            _ => {}
        }
    }
    false
}

fn is_after_verb(before: &str) -> bool {
    let before = before.trim_end_matches(['：', '，', '了', '的', '关', '于']);
    VERBS.iter().any(|verb| before.ends_with(verb))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_and_words_of_others_are_quotations_and_lists_of_topics_are_none() {
        let quoted = |text: &str| {
            let characters = text.char_indices().map(|(at, c)| (at..at + c.len_utf8(), c));
            let shown: String = characters.map(|(at, c)| if is_quoted(text, &at) { c } else { '\n' }).collect();
            shown.split('\n').filter(|part| !part.is_empty()).map(str::to_owned).collect::<Vec<String>>()
        };
        assert_eq!(quoted("执行《关于印发《甲》的通知》和《乙》。"), ["《关于印发《甲》的通知》", "《乙》"]);
        assert_eq!(quoted("发布“甲”和“乙”，围绕“丙、丁”交流。"), ["“甲”"]);
        assert_eq!(quoted("提出“甲、乙”。"), Vec::<String>::new());
        assert_eq!(quoted("《甲。乙》"), Vec::<String>::new());
    }
}
