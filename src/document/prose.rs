//! A paragraph as it is meant: broken lines joined, blanks inside Chinese text gone.

use super::Line;
use crate::text::Span;
use crate::text::blank::first_word;

/// The text of a paragraph without what a page or a copy put into it, with the way back to the clean reading.
#[derive(Clone, Debug, Default)]
pub struct Prose {
    text: String,
    /// Where each run starts, here and in the clean reading; inside a run the two go on side by side.
    runs: Vec<(u32, u32)>,
}

impl Prose {
    /// Reads some lines of the clean text as one paragraph: blanks stay only between Latin letters or digits.
    pub fn of<'a>(clean: &str, lines: impl IntoIterator<Item = &'a Line>) -> Self {
        let mut prose = Self::default();
        let mut pending_blank: Option<usize> = None;
        for line in lines {
            let mut at = line.span.start as usize;
            let mut rest = line.span.of(clean);
            prose.text.reserve(rest.len());
            while let Some((start, end)) = first_word(rest) {
                let word = &rest[start..end];
                if start > 0 {
                    pending_blank.get_or_insert(at);
                }
                if let Some(blank) = pending_blank.take()
                    && word.starts_with(|first: char| first.is_ascii_alphanumeric())
                    && prose.text.ends_with(|last: char| last.is_ascii_alphanumeric())
                {
                    prose.push(" ", blank);
                }
                prose.push(word, at + start);
                at += end;
                rest = &rest[end..];
            }
            pending_blank.get_or_insert(at);
        }
        prose
    }

    /// The text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The place in the clean reading of a range of the text.
    pub fn span(&self, range: std::ops::Range<usize>) -> Span {
        if range.is_empty() {
            return Span::at(self.clean_offset(range.start));
        }
        let last = self.text[..range.end].char_indices().next_back().map_or(range.start, |(start, _)| start);
        let length = range.end - last;
        Span::new(self.clean_offset(range.start), self.clean_offset(last) + length)
    }

    fn clean_offset(&self, offset: usize) -> usize {
        let after = self.runs.partition_point(|(start, _)| *start as usize <= offset);
        let Some((start, clean)) = after.checked_sub(1).and_then(|run| self.runs.get(run)) else { return 0 };
        *clean as usize + offset - *start as usize
    }

    fn push(&mut self, words: &str, clean: usize) {
        let here = self.text.len();
        let goes_on = self.runs.last().is_some_and(|(start, from)| *from as usize + here - *start as usize == clean);
        if !goes_on {
            self.runs.push((here as u32, clean as u32));
        }
        self.text.push_str(words);
    }
}

#[cfg(test)]
mod tests {
    use crate::parse::parse;

    #[test]
    fn a_paragraph_cut_by_a_page_is_read_whole_and_leads_back() {
        let source = "某镇2023年政府信息公开工作年度报告\n一、总体情况\n2023 年，本镇主动公开政府信息 12 条，通过政府网站、公示栏和微信公众号向社会公开，方便群\n\n— 2 —\n众查阅 Word 97 文件。";
        let document = parse(crate::text::Clean::of(source));
        let paragraph = document.paragraphs_of(1).next().unwrap();
        let prose = &paragraph.prose;
        assert!(prose.text().ends_with("方便群众查阅Word 97文件。"), "{}", prose.text());
        let at = prose.text().find("12条").unwrap();
        assert_eq!(document.text(prose.span(at..at + "12条".len())), "12 条");
    }
}
