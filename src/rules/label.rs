//! How a label as written differs from the form's.

use crate::parse::table::{distance, fold, fold_letter};
use crate::text::Span;

/// The smallest change that makes a label the form's.
#[derive(Debug, PartialEq, Eq)]
pub struct Correction {
    /// What to look at: the differing words, or the whole label where words are lost.
    pub place: Span,
    /// What is replaced.
    pub replaced: Span,
    /// By what.
    pub text: String,
}

/// Compares a label with the form's wording next to it, by words alone: brackets, marks and blanks stay as they are.
pub fn correct(written: &str, span: Span, wordings: &[&str]) -> Option<Correction> {
    let official = if let [only] = wordings {
        only
    } else {
        let folded = fold(written);
        wordings.iter().min_by_key(|wording| distance(&fold(wording), &folded))?
    };
    let (ours, theirs) = (words(written), words(official));
    let same = |pair: &(&Word, &Word)| pair.0.folded == pair.1.folded;
    let front = ours.iter().zip(&theirs).take_while(same).count();
    let shorter = ours.len().min(theirs.len());
    let back = ours.iter().rev().zip(theirs.iter().rev()).take(shorter - front).take_while(same).count();
    if ours.len() == theirs.len() && front == ours.len() {
        return None;
    }
    if (front + back) * 3 < shorter {
        return Some(Correction { place: span, replaced: span, text: (*official).to_owned() });
    }
    let in_text = |from: usize, to: usize| Span::new(span.start as usize + from, span.start as usize + to);
    let (our_end, their_end) = (ours.len() - back, theirs.len() - back);
    // Where one side has nothing, the marks around what the other side has belong to it.
    let start = |words: &[Word], index: usize, text: &str| words.get(index).map_or(text.len(), |word| word.start);
    let (replaced, text) = if front == our_end {
        let at = if front == 0 { 0 } else { start(&ours, front, written) };
        let from = if front == 0 { 0 } else { theirs[front].start };
        (in_text(at, at), &official[from..start(&theirs, their_end, official)])
    } else if front == their_end {
        let from = if front == 0 { 0 } else { ours[front].start };
        (in_text(from, start(&ours, our_end, written)), "")
    } else {
        (in_text(ours[front].start, ours[our_end - 1].end), &official[theirs[front].start..theirs[their_end - 1].end])
    };
    let place = if replaced.is_empty() { span } else { replaced };
    Some(Correction { place, replaced, text: text.to_owned() })
}

/// A character that counts when labels are compared.
struct Word {
    folded: u32,
    start: usize,
    end: usize,
}

fn words(label: &str) -> Vec<Word> {
    let mut words = Vec::new();
    for (start, c) in label.char_indices() {
        let end = start + c.len_utf8();
        words.extend(fold_letter(u32::from(c)).map(|folded| Word { folded, start, end }));
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn corrected(written: &str, official: &str) -> String {
        let span = Span::new(0, written.len());
        let correction = correct(written, span, &[official]).expect("they differ");
        let replaced = correction.replaced.range();
        assert!(!correction.place.is_empty());
        format!("{}{}{}", &written[..replaced.start], correction.text, &written[replaced.end..])
    }

    #[test]
    fn only_what_differs_is_changed_and_the_style_of_the_rest_stays() {
        for (written, official, wanted) in [
            ("3. 申请", "3.其他", "3. 其他"),
            ("(六) 总计", "（七）总计", "(七) 总计"),
            ("4、无正当理由反复申请", "4.无正当理由大量反复申请", "4、无正当理由大量反复申请"),
            ("2.重复的申请", "2.重复申请", "2.重复申请"),
            ("现行有效件", "现行有效件数", "现行有效件数"),
            ("总计", "（七）总计", "（七）总计"),
            ("5.其他情形", "5.要求行政机关确认或重新出具已获取信息", "5.要求行政机关确认或重新出具已获取信息"),
        ] {
            assert_eq!(corrected(written, official), wanted);
        }
    }

    #[test]
    fn marks_and_blanks_are_no_difference() {
        assert_eq!(correct("( 一) 予以 公开", Span::new(0, 24), &["（一）予以公开"]), None);
    }
}
