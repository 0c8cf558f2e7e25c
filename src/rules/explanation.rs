//! A rule's Markdown: its title, its basis, its examples.

use std::sync::LazyLock;

use miniz_oxide::inflate::decompress_to_vec;

/// Of each rule its code, what it rests on, and where its Markdown ends in the whole; by code. Written by `build.rs`.
#[expect(clippy::unreadable_literal, reason = "a program writes and reads the file")]
static INDEX: &[(&str, Option<&str>, usize)] = &include!(concat!(env!("OUT_DIR"), "/explanations.rs"));
/// The Markdown of all rules, one after the other.
static WHOLE: LazyLock<String> = LazyLock::new(|| {
    let packed = include_bytes!(concat!(env!("OUT_DIR"), "/explanations.deflate"));
    let bytes = decompress_to_vec(packed).expect("what the build packed can be unpacked");
    String::from_utf8(bytes).expect("the rules' Markdown is UTF-8")
});

/// What a rule's Markdown says.
#[derive(Debug)]
pub struct Explanation<'a> {
    /// The flaw, in a few words.
    pub title: &'a str,
    /// The blocks, in order.
    pub examples: Vec<Example<'a>>,
}

/// A block of text under its heading.
#[derive(Debug)]
pub struct Example<'a> {
    /// Under which heading it stands.
    pub kind: ExampleKind,
    /// The words behind the fence: what the block takes the place of in the frame.
    #[cfg_attr(not(test), expect(dead_code, reason = "only the tests place examples"))]
    pub info: &'a str,
    /// The text, with `⟦ ⟧` around what must be reported.
    pub text: &'a str,
}

/// The heading a block stands under.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExampleKind {
    /// 不合格: must be reported.
    Wrong,
    /// 改为: the same, put right; must pass.
    Right,
    /// 不报: a trap that must stay silent.
    Silent,
    /// 上年: what stands in last year's report, for the blocks that follow.
    LastYear,
}

/// Reads the Markdown of a rule.
pub fn read(markdown: &str) -> Explanation<'_> {
    let title = markdown.lines().find_map(|line| line.strip_prefix("# ")).unwrap_or_default();
    let mut kind = None;
    let mut examples = Vec::new();
    let mut rest = markdown;
    while !rest.is_empty() {
        let (line, behind) = rest.split_once('\n').unwrap_or((rest, ""));
        rest = behind;
        if let Some(heading) = line.strip_prefix("## ") {
            kind = match heading {
                "不合格" => Some(ExampleKind::Wrong),
                "改为" => Some(ExampleKind::Right),
                "不报" => Some(ExampleKind::Silent),
                "上年" => Some(ExampleKind::LastYear),
                _ => None,
            };
        } else if let (Some(kind), Some(info)) = (kind, line.strip_prefix("```text")) {
            let end = if rest.starts_with("```") { 0 } else { rest.find("\n```").unwrap_or(rest.len()) };
            examples.push(Example { kind, info: info.trim(), text: &rest[..end] });
            rest = rest[end..].trim_start_matches('\n').strip_prefix("```").unwrap_or_default();
        }
    }
    Explanation { title, examples }
}

/// The Markdown of a rule; nothing where it has none.
pub fn markdown(code: &str) -> &'static str {
    let Some(index) = index_of(code) else { return "" };
    let from = index.checked_sub(1).map_or(0, |before| INDEX[before].2);
    &WHOLE[from..INDEX[index].2]
}

/// What a rule rests on, without a look at the rest.
pub fn basis(code: &str) -> Option<&'static str> {
    INDEX[index_of(code)?].1
}

fn index_of(code: &str) -> Option<usize> {
    INDEX.binary_search_by_key(&code, |(code, ..)| code).ok()
}

/// A block without the marks around what must be reported.
pub fn unmarked(text: &str) -> String {
    text.replace(['⟦', '⟧'], "")
}
