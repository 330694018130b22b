use super::*;

fn messages(
    english: &[(&str, &str)],
    chinese: &[(&str, &str)],
    russian: &[(&str, &str)],
) -> Messages {
    let texts = |pairs: &[(&str, &str)]| {
        pairs.iter().map(|(key, text)| ((*key).to_owned(), (*text).to_owned())).collect()
    };
    Messages::from([
        (Language::English, texts(english)),
        (Language::Chinese, texts(chinese)),
        (Language::Russian, texts(russian)),
    ])
}

fn said(
    english: &[(&str, &str)],
    chinese: &[(&str, &str)],
    russian: &[(&str, &str)],
) -> Vec<String> {
    problems(&messages(english, chinese, russian)).iter().map(ToString::to_string).collect()
}

#[test]
fn languages_that_say_the_same_pass() {
    let found = said(
        &[
            ("a.next", "Next"),
            ("a.left.one", "One day left for {who}"),
            ("a.left.other", "{count} days left for {who}"),
            ("a.months.1", "January"),
            ("a.why.other", "Other"),
            ("a.why.price", "Price"),
        ],
        &[
            ("a.next", "下一步"),
            ("a.left.other", "{who}还剩 {count} 天"),
            ("a.months.1", "1月"),
            ("a.why.other", "其他"),
            ("a.why.price", "价格"),
        ],
        &[
            ("a.next", "Далее"),
            ("a.left.one", "{who}: остался {count} день"),
            ("a.left.few", "{who}: осталось {count} дня"),
            ("a.left.many", "{who}: осталось {count} дней"),
            ("a.left.other", "{who}: осталось {count} дня"),
            ("a.months.1", "январь"),
            ("a.why.other", "Другое"),
            ("a.why.price", "Цена"),
        ],
    );
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn a_message_missing_in_any_language_is_told() {
    let found = said(&[("a.b", "B")], &[("a.b", "乙"), ("a.c", "丙")], &[]);
    let expected =
        ["Russian: `a.b` is missing", "English: `a.c` is missing", "Russian: `a.c` is missing"];
    assert_eq!(found, expected);
}

#[test]
fn slots_that_differ_are_told() {
    let found = said(&[("a", "{who} left")], &[("a", "{whom}离开了")], &[("a", "Ушли")]);
    let expected = [
        r#"Chinese: `a` has the slots ["whom"], expected ["who"]"#,
        r#"Russian: `a` has the slots [], expected ["who"]"#,
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_plural_lacks_no_form_its_language_counts_with() {
    let found = said(
        &[("q.one", "{n} day"), ("q.few", "{n} days")],
        &[("q.other", "{n} 天")],
        &[("q.one", "{n} день"), ("q.few", "{n} дня"), ("q.other", "{n} дня")],
    );
    let expected =
        ["English: `q` lacks the plural form `other`", "Russian: `q` lacks the plural form `many`"];
    assert_eq!(found, expected);
}

#[test]
fn the_russian_one_stands_for_21_too_and_must_show_the_number() {
    let found = said(
        &[("q.one", "one day"), ("q.other", "{n} days")],
        &[("q.other", "{n} 天")],
        &[
            ("q.one", "один день"),
            ("q.few", "{n} дня"),
            ("q.many", "{n} дней"),
            ("q.other", "{n} дня"),
        ],
    );
    assert_eq!(found, [r#"Russian: `q.one` has the slots [], expected ["n"]"#]);
}

#[test]
fn a_text_is_no_plural_and_lists_have_one_length() {
    let found = said(
        &[("a.l.1", "x"), ("a.l.2", "y"), ("a.t", "z")],
        &[("a.l.1", "甲"), ("a.t.other", "丙")],
        &[("a.l.1", "а"), ("a.l.2", "б"), ("a.t", "в")],
    );
    let expected = [
        "Chinese: `a.l` is a list of 1, in English a list of 2",
        "Chinese: `a.t` is a plural, in English a text",
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_sentence_left_in_english_is_told_and_a_name_is_not() {
    let english =
        [("a", "Import the plan file again"), ("b", "Excel, Jira, YAML"), ("c", "{d} {e}")];
    let found = said(&english, &english, &english);
    let expected = ["Chinese: `a` is the English text", "Russian: `a` is the English text"];
    assert_eq!(found, expected);
}
