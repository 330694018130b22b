//! The messages of one language, by key.

use super::template::{Piece, pieces};
use super::{Arg, Language, Plural, pseudo};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// Every message of one language.
///
/// A key that is not there shows as `⟦key⟧`, a slot nobody filled as `⟦slot⟧`:
/// a fault one sees and can name, never an empty place or a stop.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Catalogue {
    language: Language,
    messages: BTreeMap<String, String>,
}

impl Catalogue {
    /// Takes the merged messages of a language; for [`Language::Pseudo`] the
    /// English ones, which it makes strange.
    pub fn from_map(language: Language, mut messages: BTreeMap<String, String>) -> Self {
        if language == Language::Pseudo {
            for text in messages.values_mut() {
                *text = pseudo::of(text);
            }
        }
        Self { language, messages }
    }

    /// The language of the messages.
    pub fn language(&self) -> Language {
        self.language
    }

    /// A message without slots.
    pub fn text(&self, key: &str) -> Cow<'_, str> {
        match self.messages.get(key) {
            Some(text) => Cow::Borrowed(text),
            None => Cow::Owned(visible(key)),
        }
    }

    /// A message that not every language file or pack has to hold, such as
    /// the trap of a question.
    pub fn find(&self, key: &str) -> Option<&str> {
        self.messages.get(key).map(String::as_str)
    }

    /// A message with its slots filled. When `key` names a plural message, the
    /// first [`Arg::Count`] chooses the form. Arguments the message has no slot
    /// for are ignored.
    pub fn format(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        let count = args.iter().find_map(|(_, arg)| match arg {
            Arg::Count(count) => Some(*count),
            _ => None,
        });
        let form = count.map_or(Plural::Other, |count| Plural::of(self.language, count));
        self.format_as(key, form, args)
    }

    /// As [`format`](Self::format), with the plural form given by the caller,
    /// for amounts that are no counts.
    pub fn format_as(&self, key: &str, form: Plural, args: &[(&str, Arg<'_>)]) -> String {
        match self.template(key, form) {
            Some(template) => self.fill(template, args),
            None => visible(key),
        }
    }

    /// The `number`-th entry of a list message, counted from 1.
    pub fn nth(&self, key: &str, number: u32) -> Cow<'_, str> {
        self.text(&format!("{key}.{number}"))
    }

    /// As [`nth`](Self::nth), with the entry's slots filled.
    pub fn format_nth(&self, key: &str, number: u32, args: &[(&str, Arg<'_>)]) -> String {
        self.format(&format!("{key}.{number}"), args)
    }

    fn template(&self, key: &str, form: Plural) -> Option<&String> {
        let of_form = |form: Plural| self.messages.get(&format!("{key}.{}", form.suffix()));
        self.messages.get(key).or_else(|| of_form(form)).or_else(|| of_form(Plural::Other))
    }

    fn fill(&self, template: &str, args: &[(&str, Arg<'_>)]) -> String {
        let mut filled = String::with_capacity(template.len() + 16);
        // What the message itself says before a slot.
        let mut said = "";
        for piece in pieces(template) {
            match piece {
                Piece::Text(text) => {
                    let text = after_abbreviation(&filled, text);
                    filled.push_str(after_han(&filled, text));
                    said = text;
                }
                Piece::Slot(name) => match args.iter().find(|(slot, _)| *slot == name) {
                    Some((_, arg)) => {
                        let value = arg.write(self);
                        if value.starts_with(is_han) && ends_in_han_and_space(said) {
                            filled.pop();
                        }
                        filled.push_str(&value);
                        said = "";
                    }
                    None => filled.push_str(&visible(name)),
                },
            }
        }
        filled
    }
}

/// Chinese messages set a space beside a slot, as beside a figure; between two
/// Han characters there is none, and only the value shows which it is. A space
/// between two values, or within one, is nobody's to take.
fn after_han<'a>(before: &str, text: &'a str) -> &'a str {
    let tight = text.strip_prefix(' ').filter(|rest| rest.starts_with(is_han));
    tight.filter(|_| before.ends_with(is_han)).unwrap_or(text)
}

fn ends_in_han_and_space(text: &str) -> bool {
    text.strip_suffix(' ').is_some_and(|rest| rest.ends_with(is_han))
}

fn is_han(character: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&character)
}

/// A value that ends in an abbreviation ("2026 г.") has the full stop of the
/// sentence already.
fn after_abbreviation<'a>(before: &str, text: &'a str) -> &'a str {
    if before.ends_with('.') { text.strip_prefix('.').unwrap_or(text) } else { text }
}

/// How a message or slot that is missing shows.
fn visible(name: &str) -> String {
    format!("⟦{name}⟧")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn catalogue(language: Language, messages: &[(&str, &str)]) -> Catalogue {
        let owned = messages.iter().map(|(key, text)| ((*key).to_owned(), (*text).to_owned()));
        Catalogue::from_map(language, owned.collect())
    }

    #[test]
    fn a_missing_key_or_slot_stays_visible() {
        let english = catalogue(Language::English, &[("a.b", "{who} left {when}")]);
        assert_eq!(english.text("a.c"), "⟦a.c⟧");
        assert_eq!(english.find("a.c"), None);
        assert_eq!(english.format("a.c", &[("count", Arg::Count(2))]), "⟦a.c⟧");
        assert_eq!(english.format("a.b", &[("who", Arg::Text("Ann"))]), "Ann left ⟦when⟧");
        assert_eq!(english.nth("months", 13), "⟦months.13⟧");
    }

    #[test]
    fn two_han_characters_at_the_edge_of_a_slot_have_no_space_between() {
        let chinese = catalogue(Language::Chinese, &[("a", "从 {from} 到目标 {to} 的路程")]);
        let say =
            |from, to| chinese.format("a", &[("from", Arg::Text(from)), ("to", Arg::Text(to))]);
        assert_eq!(say("31 人", "90 人"), "从 31 人到目标 90 人的路程");
        assert_eq!(say("62%", "八成"), "从 62% 到目标八成的路程");
        let english = catalogue(Language::English, &[("a", "{from} {to}")]);
        let args = [("from", Arg::Text("张三")), ("to", Arg::Text("李四"))];
        assert_eq!(english.format("a", &args), "张三 李四", "a space between two values stays");
    }

    #[test]
    fn user_text_with_braces_is_not_read_as_a_slot() {
        let english = catalogue(Language::English, &[("a", "{who}, {what}")]);
        let args = [("who", Arg::Text("{what}")), ("what", Arg::Text("x"))];
        assert_eq!(english.format("a", &args), "{what}, x");
    }

    #[test]
    fn an_abbreviation_at_the_end_of_a_sentence_has_one_full_stop() {
        let russian = catalogue(Language::Russian, &[("a", "К {date}. Далее {what}.")]);
        let args = [("date", Arg::Text("2027 г.")), ("what", Arg::Text("отчёт"))];
        assert_eq!(russian.format("a", &args), "К 2027 г. Далее отчёт.");
    }

    #[test]
    fn a_count_chooses_the_plural_form_of_the_language() {
        let russian = catalogue(
            Language::Russian,
            &[
                ("q.one", "остался {count} вопрос"),
                ("q.few", "осталось {count} вопроса"),
                ("q.many", "осталось {count} вопросов"),
                ("q.other", "осталось {count} вопроса"),
            ],
        );
        let say = |count| russian.format("q", &[("count", Arg::Count(count))]);
        assert_eq!(say(21), "остался 21 вопрос");
        assert_eq!(say(3), "осталось 3 вопроса");
        assert_eq!(say(11), "осталось 11 вопросов");
        assert_eq!(say(1000), "осталось 1\u{a0}000 вопросов");

        let chinese = catalogue(Language::Chinese, &[("q.other", "还剩 {count} 个问题")]);
        assert_eq!(chinese.format("q", &[("count", Arg::Count(1))]), "还剩 1 个问题");
    }

    #[test]
    fn the_first_count_decides_when_there_are_two() {
        let english = catalogue(
            Language::English,
            &[("q.one", "{part} of {whole} call"), ("q.other", "{part} of {whole} calls")],
        );
        let args = [("whole", Arg::Count(1)), ("part", Arg::Count(0))];
        assert_eq!(english.format("q", &args), "0 of 1 call");
    }

    #[test]
    fn the_pseudo_language_is_made_from_english_and_keeps_slots_and_plurals() {
        let pseudo = catalogue(
            Language::Pseudo,
            &[("q.one", "{count} call"), ("q.other", "{count} calls"), ("next", "Next")],
        );
        assert_eq!(pseudo.text("next"), "[Ñééẋţ~]");
        assert_eq!(pseudo.format("q", &[("count", Arg::Count(1))]), "[1 çááľľ~]");
        assert_eq!(pseudo.format("q", &[("count", Arg::Count(1200))]), "[1,200 çááľľš~~]");
    }
}
