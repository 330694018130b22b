//! The languages of the product.

/// A language the page can be shown in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Language {
    /// English with British spelling and day-month-year dates.
    #[default]
    English,
    /// Chinese in simplified characters.
    Chinese,
    /// Russian.
    Russian,
    /// English made strange, to show what is untranslated or too tight; for
    /// testers, never offered by default.
    Pseudo,
}

impl Language {
    /// The languages offered to people and held by the message files.
    pub const ALL: [Self; 3] = [Self::English, Self::Chinese, Self::Russian];

    /// The BCP 47 tag, as the `lang` attribute wants it.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Chinese => "zh-Hans",
            Self::Russian => "ru",
            Self::Pseudo => "en-XA",
        }
    }

    /// What speakers call the language.
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::Chinese => "简体中文",
            Self::Russian => "Русский",
            Self::Pseudo => "[Éñğľíšĥ]",
        }
    }

    /// The folder of the message files and the stem of the merged file;
    /// the pseudo-language is made from English.
    pub const fn folder(self) -> &'static str {
        match self {
            Self::English | Self::Pseudo => "en",
            Self::Chinese => "zh",
            Self::Russian => "ru",
        }
    }

    /// The language with exactly this [`tag`](Self::tag), in any case.
    pub fn from_tag(tag: &str) -> Option<Self> {
        [Self::English, Self::Chinese, Self::Russian, Self::Pseudo]
            .into_iter()
            .find(|language| language.tag().eq_ignore_ascii_case(tag))
    }

    /// The best language for a browser's list of preferred tags, most wanted
    /// first; English when none fits. Regions are ignored, and every kind of
    /// Chinese is served in simplified characters.
    pub fn from_preferences(tags: &[&str]) -> Self {
        tags.iter().find_map(|tag| Self::serving(tag)).unwrap_or_default()
    }

    fn serving(tag: &str) -> Option<Self> {
        if Self::from_tag(tag) == Some(Self::Pseudo) {
            return Some(Self::Pseudo);
        }
        let primary = tag.trim().split(['-', '_']).next()?.to_ascii_lowercase();
        match primary.as_str() {
            "en" => Some(Self::English),
            "zh" => Some(Self::Chinese),
            "ru" => Some(Self::Russian),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_preference_that_can_be_served_wins() {
        let cases: [(&[&str], Language); 11] = [
            (&["en-GB", "ru"], Language::English),
            (&["ru-RU", "en-US"], Language::Russian),
            (&["de-AT", "fr", "zh-CN", "en"], Language::Chinese),
            (&["zh-Hans-SG"], Language::Chinese),
            (&["zh-TW", "en"], Language::Chinese),
            (&["ZH_cn"], Language::Chinese),
            (&["de", "uk"], Language::English),
            (&[], Language::English),
            (&["", "-", "ru"], Language::Russian),
            (&["en-XA"], Language::Pseudo),
            (&["rue", "zhx", "enm", "ru"], Language::Russian),
        ];
        for (tags, language) in cases {
            assert_eq!(Language::from_preferences(tags), language, "{tags:?}");
        }
    }

    #[test]
    fn a_tag_names_its_language_and_no_other_text_does() {
        for language in Language::ALL.into_iter().chain([Language::Pseudo]) {
            assert_eq!(Language::from_tag(language.tag()), Some(language));
        }
        assert_eq!(Language::from_tag("ZH-HANS"), Some(Language::Chinese));
        assert_eq!(Language::from_tag("zh"), None);
        assert_eq!(Language::from_tag(""), None);
    }
}
