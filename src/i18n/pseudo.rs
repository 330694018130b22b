//! The pseudo-language: English with accents, about 35 % longer (as
//! translations into Russian are), in brackets. Text without brackets was not
//! translated; brackets cut off show a place that is too tight.

use super::template::{Piece, pieces};

const PLAIN: &str = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
const ACCENTED: &str = "áƀçďéƒğĥíĵķľɱñöþʠŕšţüṽŵẋýžÁƁÇĎÉƑĞĤÍĴĶĽṀÑÖÞɊŔŠŢÜṼŴẊÝŽ";

/// How much longer the text gets, in percent of its characters.
const LONGER_PERCENT: usize = 35;

fn accented(plain: char) -> char {
    PLAIN.find(plain).and_then(|place| ACCENTED.chars().nth(place)).unwrap_or(plain)
}

/// The pseudo form of an English message; slots stay as they are.
pub(super) fn of(english: &str) -> String {
    let pieces = pieces(english);
    let length: usize = pieces
        .iter()
        .map(|piece| match piece {
            Piece::Text(text) => text.chars().count(),
            Piece::Slot(_) => 0,
        })
        .sum();
    let mut owed = (length * LONGER_PERCENT).div_ceil(100);
    let mut pseudo = String::from("[");
    for piece in pieces {
        match piece {
            Piece::Slot(name) => pseudo.extend(["{", name, "}"]),
            Piece::Text(text) => {
                for plain in text.chars() {
                    pseudo.push(accented(plain));
                    // Doubled vowels make the words longer, not just the line.
                    if owed > 0 && "aeiouAEIOU".contains(plain) {
                        pseudo.push(accented(plain.to_ascii_lowercase()));
                        owed -= 1;
                    }
                }
            }
        }
    }
    pseudo.extend(std::iter::repeat_n('~', owed));
    pseudo.push(']');
    pseudo
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn text_gets_accents_length_and_brackets() {
        assert_eq!(of("Add goal"), "[Ááďď ğööááľ]");
        assert_eq!(of("Try"), "[Ţŕý~~]");
    }

    #[test]
    fn slots_stay_as_they_are() {
        assert_eq!(of("{count} days"), "[{count} ďááýš~]");
    }

    #[test]
    fn every_letter_has_one_accent() {
        assert_eq!(PLAIN.chars().count(), ACCENTED.chars().count());
        assert!(PLAIN.chars().all(|plain| accented(plain) != plain));
    }

    proptest! {
        #[test]
        fn the_text_is_at_least_a_third_longer(english in "[a-zA-Z .,]{1,80}") {
            let grown = of(&english).chars().count() - 2;
            let length = english.chars().count();
            prop_assert!(grown * 100 >= length * 135 && grown * 100 < length * 135 + 100);
        }
    }
}
