//! The slots of a message: `{name}` with a name of `a-z`, `0-9`, `_`.

/// A run of a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Piece<'a> {
    /// Text shown as it is.
    Text(&'a str),
    /// The name of a slot.
    Slot(&'a str),
}

fn is_slot_name(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_lowercase())
        && name.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'_'))
}

/// Cuts a message into text and slots. A brace that opens no slot is text.
pub(super) fn pieces(template: &str) -> Vec<Piece<'_>> {
    let mut found = Vec::new();
    let mut rest = template;
    while let Some(open) = rest.find('{') {
        let (before, from_brace) = rest.split_at(open);
        let slot = from_brace[1..].split_once('}').filter(|(name, _)| is_slot_name(name));
        if let Some((name, after)) = slot {
            if !before.is_empty() {
                found.push(Piece::Text(before));
            }
            found.push(Piece::Slot(name));
            rest = after;
        } else {
            let (text, after) = rest.split_at(open + 1);
            found.push(Piece::Text(text));
            rest = after;
        }
    }
    if !rest.is_empty() {
        found.push(Piece::Text(rest));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_message_falls_into_text_and_slots() {
        let expected =
            [Piece::Slot("a"), Piece::Text(" of "), Piece::Slot("b_2"), Piece::Text("!")];
        assert_eq!(pieces("{a} of {b_2}!"), expected);
        assert_eq!(pieces(""), []);
    }

    #[test]
    fn a_brace_that_opens_no_slot_is_text() {
        for text in ["{", "}", "{}", "{ a}", "{A}", "{1}", "a { b", "{a"] {
            assert!(pieces(text).iter().all(|piece| matches!(piece, Piece::Text(_))), "{text}");
        }
        assert_eq!(pieces("{{a}}"), [Piece::Text("{"), Piece::Slot("a"), Piece::Text("}")]);
    }

    proptest! {
        #[test]
        fn the_pieces_put_together_are_the_message(template in "[{}a-c я_1]{0,24}") {
            let mut again = String::new();
            for piece in pieces(&template) {
                match piece {
                    Piece::Text(text) => again.push_str(text),
                    Piece::Slot(name) => again.extend(["{", name, "}"]),
                }
            }
            prop_assert_eq!(again, template);
        }
    }
}
