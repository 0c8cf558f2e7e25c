//! A rule's Markdown: its title, its basis, its examples.

/// Of each rule its code and what it rests on; by code. Written by `build.rs`, like the next.
static BASES: &[(&str, Option<&str>)] = &include!(concat!(env!("OUT_DIR"), "/bases.rs"));
/// The Markdown of each rule, in the same order.
static MARKDOWN: &[&str] = &include!(concat!(env!("OUT_DIR"), "/markdown.rs"));

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
    index_of(code).map_or("", |index| MARKDOWN[index])
}

/// What a rule rests on.
pub fn basis(code: &str) -> Option<&'static str> {
    BASES[index_of(code)?].1
}

fn index_of(code: &str) -> Option<usize> {
    BASES.binary_search_by_key(&code, |(code, _)| code).ok()
}

/// A block without the marks around what must be reported.
pub fn unmarked(text: &str) -> String {
    text.replace(['⟦', '⟧'], "")
}
