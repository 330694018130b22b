//! Two wordings side by side: what both say, what only one does.

/// A stretch of text, by who says it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// Both wordings.
    Same(String),
    /// Only the first.
    Removed(String),
    /// Only the second.
    Added(String),
}

/// The most pairs of words that are compared, some 2,000 words on either
/// side; what differs in longer texts is told as a whole.
const PAIRS: usize = 4_000_000;

/// The differences between two wordings, word by word. Put together, what is
/// same and removed gives the first text, what is same and added the second.
///
/// A word is a row of letters and digits; Chinese, Japanese and Korean, which
/// write words without spaces, go character by character. Stretches are
/// joined where a few common words between changes would only tear them up.
pub fn difference(first: &str, second: &str) -> Vec<Piece> {
    let (before, after) = (words(first), words(second));
    let head = before.iter().zip(&after).take_while(|(a, b)| a == b).count();
    let (rest_before, rest_after) = (&before[head..], &after[head..]);
    let tail = rest_before.iter().rev().zip(rest_after.iter().rev()).take_while(|(a, b)| a == b);
    let tail = tail.count();
    let middle_before = &rest_before[..rest_before.len() - tail];
    let middle_after = &rest_after[..rest_after.len() - tail];
    let mut steps: Vec<Step> = before[..head].iter().map(|word| Step::Same(word)).collect();
    steps.extend(compared(middle_before, middle_after));
    steps.extend(rest_before[middle_before.len()..].iter().map(|word| Step::Same(word)));
    smoothed(runs(steps)).into_iter().flat_map(pieces).collect()
}

/// One word, by who says it.
#[derive(Clone, Copy)]
enum Step<'a> {
    Same(&'a str),
    Removed(&'a str),
    Added(&'a str),
}

/// The words of a text, with what stands between them.
fn words(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut before = None;
    for (at, c) in text.char_indices() {
        let kind = Kind::of(c);
        if before.is_some_and(|before| before != kind || kind == Kind::Alone) {
            found.push(&text[start..at]);
            start = at;
        }
        before = Some(kind);
    }
    if start < text.len() {
        found.push(&text[start..]);
    }
    found
}

/// What a character forms a word with.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Letters and digits.
    Word,
    /// White space.
    Space,
    /// Nothing: punctuation, and scripts without spaces.
    Alone,
}

impl Kind {
    fn of(c: char) -> Self {
        if c.is_whitespace() {
            Self::Space
        } else if c.is_alphanumeric() && !is_unspaced(c) || is_mark(c) {
            Self::Word
        } else {
            Self::Alone
        }
    }
}

/// Ideographs, kana and hangul.
fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{1100}'..='\u{11ff}' | '\u{2e80}'..='\u{d7ff}' | '\u{f900}'..='\u{faff}'
        | '\u{ff66}'..='\u{ffdc}' | '\u{20000}'..='\u{3ffff}')
}

/// Accents that follow their letter as characters of their own.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

/// The longest row of common words, and what stands around it.
fn compared<'a>(before: &[&'a str], after: &[&'a str]) -> Vec<Step<'a>> {
    let removed = || before.iter().map(|word| Step::Removed(word));
    let added = || after.iter().map(|word| Step::Added(word));
    if before.len().saturating_mul(after.len()) > PAIRS {
        return removed().chain(added()).collect();
    }
    // `common[i][j]`: the most words the rests from i and from j have in
    // common, in their order.
    let width = after.len() + 1;
    let mut common = vec![0u16; (before.len() + 1) * width];
    for i in (0..before.len()).rev() {
        for j in (0..after.len()).rev() {
            common[i * width + j] = if before[i] == after[j] {
                common[(i + 1) * width + j + 1] + 1
            } else {
                common[(i + 1) * width + j].max(common[i * width + j + 1])
            };
        }
    }
    let mut steps = Vec::new();
    let (mut i, mut j) = (0, 0);
    while i < before.len() && j < after.len() {
        if before[i] == after[j] {
            steps.push(Step::Same(before[i]));
            (i, j) = (i + 1, j + 1);
        } else if common[(i + 1) * width + j] >= common[i * width + j + 1] {
            steps.push(Step::Removed(before[i]));
            i += 1;
        } else {
            steps.push(Step::Added(after[j]));
            j += 1;
        }
    }
    steps.extend(before[i..].iter().map(|word| Step::Removed(word)));
    steps.extend(after[j..].iter().map(|word| Step::Added(word)));
    steps
}

/// Words both say, or a change from some words to others.
enum Run<'a> {
    Same(Vec<&'a str>),
    Change { removed: Vec<&'a str>, added: Vec<&'a str> },
}

fn runs<'a>(steps: impl IntoIterator<Item = Step<'a>>) -> Vec<Run<'a>> {
    let mut runs: Vec<Run<'a>> = Vec::new();
    for step in steps {
        match (step, runs.last_mut()) {
            (Step::Same(word), Some(Run::Same(words))) => words.push(word),
            (Step::Same(word), _) => runs.push(Run::Same(vec![word])),
            (Step::Removed(word), Some(Run::Change { removed, .. })) => removed.push(word),
            (Step::Removed(word), _) => {
                runs.push(Run::Change { removed: vec![word], added: Vec::new() });
            }
            (Step::Added(word), Some(Run::Change { added, .. })) => added.push(word),
            (Step::Added(word), _) => {
                runs.push(Run::Change { removed: Vec::new(), added: vec![word] });
            }
        }
    }
    runs
}

/// How many of the words carry meaning: no white space, no punctuation.
fn weight(words: &[&str]) -> usize {
    words.iter().filter(|word| word.chars().any(char::is_alphanumeric)).count()
}

/// Gives up what is same between two changes that are both longer, or that a
/// mark or a single character keeps apart.
fn smoothed(runs: Vec<Run<'_>>) -> Vec<Run<'_>> {
    let mut out: Vec<Run<'_>> = Vec::new();
    let mut rest = runs.into_iter().peekable();
    while let Some(run) = rest.next() {
        match (run, out.last_mut(), rest.peek()) {
            (Run::Same(words), Some(Run::Change { removed, added }), Some(next))
                if is_torn(&words, removed, added, next) =>
            {
                removed.extend(&words);
                added.extend(&words);
            }
            (Run::Change { removed, added }, Some(Run::Change { removed: r, added: a }), _) => {
                r.extend(removed);
                a.extend(added);
            }
            (run, _, _) => out.push(run),
        }
    }
    out
}

fn is_torn(words: &[&str], removed: &[&str], added: &[&str], next: &Run) -> bool {
    let size = |removed: &[&str], added: &[&str]| weight(removed).max(weight(added));
    let Run::Change { removed: next_removed, added: next_added } = next else { return false };
    let own = weight(words);
    // One character of an unspaced script is less than a word.
    let is_part = matches!(words, [word] if word.chars().all(is_unspaced));
    own == 0 || is_part || own < size(removed, added) && own < size(next_removed, next_added)
}

fn pieces(run: Run<'_>) -> impl Iterator<Item = Piece> {
    let [same, removed, added] = match run {
        Run::Same(words) => [words, Vec::new(), Vec::new()],
        Run::Change { removed, added } => [Vec::new(), removed, added],
    };
    let told = |words: Vec<&str>, piece: fn(String) -> Piece| {
        (!words.is_empty()).then(|| piece(words.concat()))
    };
    [told(same, Piece::Same), told(removed, Piece::Removed), told(added, Piece::Added)]
        .into_iter()
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Written as `same [-removed-] {+added+}`.
    fn marked(first: &str, second: &str) -> String {
        let piece = |piece: Piece| match piece {
            Piece::Same(text) => text,
            Piece::Removed(text) => format!("[-{text}-]"),
            Piece::Added(text) => format!("{{+{text}+}}"),
        };
        difference(first, second).into_iter().map(piece).collect()
    }

    #[test]
    fn words_that_differ_are_marked_as_words() {
        let rows = [
            ("a company that buys", "a company that buys", "a company that buys"),
            ("a company that buys", "a person that buys", "a [-company-]{+person+} that buys"),
            ("24 months", "36 months", "[-24-]{+36+} months"),
            ("whoever buys", "whoever buys twice", "whoever buys{+ twice+}"),
            ("", "new", "{+new+}"),
            ("old", "", "[-old-]"),
            ("", "", ""),
            ("Кто купил за год", "Кто купил за два года", "Кто купил за [-год-]{+два года+}"),
            ("a, b and c", "x, y and c", "[-a, b-]{+x, y+} and c"),
        ];
        for (first, second, expected) in rows {
            assert_eq!(marked(first, second), expected);
        }
    }

    #[test]
    fn chinese_has_no_spaces_and_is_compared_character_by_character() {
        let rows = [
            (
                "近24个月下过订单的公司",
                "近12个月下过订单的公司",
                "近[-24-]{+12+}个月下过订单的公司",
            ),
            ("下过订单的公司", "签过合同的公司", "[-下过订单-]{+签过合同+}的公司"),
            ("客户是公司", "客户是个人", "客户是[-公司-]{+个人+}"),
            ("客户，公司", "客户、公司", "客户[-，-]{+、+}公司"),
        ];
        for (first, second, expected) in rows {
            assert_eq!(marked(first, second), expected);
        }
    }

    #[test]
    fn a_few_common_words_do_not_tear_a_change_up() {
        let (first, second) =
            ("everybody we may sell to", "a company with an account we sell pumps to");
        assert_eq!(
            marked(first, second),
            "[-everybody we may -]{+a company with an account we +}sell{+ pumps+} to"
        );
    }

    #[test]
    fn texts_too_long_to_compare_are_told_as_a_whole() {
        let many = |word: &str| format!("{word} ").repeat(2500);
        let (first, second) = (format!("a {}b", many("x")), format!("a {}b", many("y")));
        let found = difference(&first, &second);
        assert_eq!(found.first(), Some(&Piece::Same("a ".to_owned())));
        assert_eq!(found.last(), Some(&Piece::Same(" b".to_owned())));
        assert_eq!(found.len(), 4);
    }

    proptest! {
        #[test]
        fn the_pieces_give_both_texts_back(
            first in "[a-c 客户，\u{301}]{0,24}", second in "[a-c 客户，\u{301}]{0,24}"
        ) {
            let found = difference(&first, &second);
            let (mut before, mut after) = (String::new(), String::new());
            for piece in &found {
                match piece {
                    Piece::Same(text) => { before.push_str(text); after.push_str(text); }
                    Piece::Removed(text) => before.push_str(text),
                    Piece::Added(text) => after.push_str(text),
                }
            }
            prop_assert_eq!(before, first);
            prop_assert_eq!(after, second);
            let kind = |piece: &Piece| std::mem::discriminant(piece);
            for pair in found.windows(2) {
                prop_assert_ne!(kind(&pair[0]), kind(&pair[1]));
                let torn = matches!(pair, [Piece::Added(_), Piece::Removed(_)]);
                prop_assert!(!torn, "what goes stands before what comes");
            }
        }
    }
}
