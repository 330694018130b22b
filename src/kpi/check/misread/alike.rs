//! Words that two texts have in common.

use crate::kpi::reading::{Item, ItemKind, Reading, Tag, Tags};

/// The Chinese characters of some items.
pub(super) fn han<'i>(items: impl IntoIterator<Item = &'i Item>) -> Vec<char> {
    let chars = items.into_iter().flat_map(|item| item.text.chars());
    chars.filter(|c| u32::from(*c) > 0x3000).collect()
}

/// How many words two texts have in common: nouns and verbs by their stem,
/// in Chinese every two characters.
pub(super) fn shared_words(one: &Reading, other: &Reading) -> usize {
    let plain =
        |text: &str| text.chars().all(|c| (c.is_alphabetic() || c == '-') && u32::from(c) < 0x3000);
    let function = Tags::of(&[Tag::Prep, Tag::To, Tag::By, Tag::In, Tag::Who, Tag::Per, Tag::Of]);
    let words = |reading: &Reading| -> Vec<String> {
        let words = reading
            .items
            .iter()
            .filter(|item| item.kind == ItemKind::Word && !item.tags.any(function));
        // A phrase is the words it is made of.
        let words = words.flat_map(|item| item.text.split(' '));
        let words = words.filter(|word| plain(word) && word.chars().count() > 3);
        words.map(ToOwned::to_owned).collect()
    };
    let theirs = words(other);
    let same =
        words(one).iter().filter(|word| theirs.iter().any(|their| same_stem(word, their))).count();
    let (ours, theirs) = (han(&one.items), han(&other.items));
    let pairs = ours.windows(2).filter(|pair| theirs.windows(2).any(|their| their == *pair));
    same + pairs.count() / 2
}

/// Whether two texts have a word in common, any two Chinese characters in a
/// row among them.
pub(super) fn share_a_word(one: &Reading, other: &Reading) -> bool {
    let (ours, theirs) = (han(&one.items), han(&other.items));
    // The last character names the kind of thing: 未到诊的号, 门诊号.
    let kind = ours.last().is_some_and(|last| theirs.last() == Some(last));
    let short = |reading: &Reading| -> Vec<String> {
        let words = reading.items.iter().filter(|item| {
            item.kind == ItemKind::Word && item.tags == Tags::NONE && item.text.chars().count() == 3
        });
        words.map(|item| item.text.clone()).collect()
    };
    let days = short(one).iter().any(|word| short(other).contains(word));
    kind || days
        || shared_words(one, other) > 0
        || ours.windows(2).any(|pair| theirs.windows(2).any(|their| their == pair))
}

/// Whether two words differ in their ending alone.
pub(super) fn same_stem(one: &str, other: &str) -> bool {
    let stem = |text: &str| {
        let length = text.chars().count();
        text.chars().take(if length > 5 { length - 2 } else { length }).collect::<String>()
    };
    one == other
        || (one.chars().count() > 4
            && (other.starts_with(&stem(one)) || one.starts_with(&stem(other))))
}
