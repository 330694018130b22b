//! The faults of imported files, one test each.

use super::super::{
    Encoding, FileType, Layout, Limits, SyntaxProblem, YamlErrorKind as Kind, read, write,
};
use super::{SAMPLE, accepted, expect, refused, syntax};

#[test]
fn an_empty_file_is_called_empty() {
    expect("", &Kind::Empty, None);
    expect("\u{FEFF}", &Kind::Empty, None);
}

#[test]
fn a_file_of_comments_and_white_space_has_no_content() {
    for text in ["\n", "  \r\n\n", "# only\n  # comments", "---\n", "# a\n---\n# b\n...\n"] {
        expect(text, &Kind::NoContent, None);
    }
}

#[test]
fn a_file_over_the_size_limit_is_refused_before_anything_else() {
    let limits = Limits { max_bytes: 4, ..Limits::PLAN };
    let error = read(b"\x89PNG\r", &limits).map(|_| ()).expect_err("refused");
    assert_eq!(error.kind, Kind::TooLarge { bytes: 5, limit: 4 });
    assert!(read(b"a: b", &limits).is_ok());
}

#[test]
fn a_renamed_binary_file_is_named() {
    for (bytes, file) in [
        (&b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"[..], FileType::Png),
        (b"PK\x03\x04\x14\0", FileType::Zip),
        (b"%PDF-1.7\n", FileType::Pdf),
        (b"\xFF\xD8\xFF\xE0", FileType::Jpeg),
        (b"\x1F\x8B\x08", FileType::Gzip),
    ] {
        expect(bytes, &Kind::Binary { looks_like: Some(file) }, None);
    }
    expect(b"a: b\0c: d and more", &Kind::Binary { looks_like: None }, None);
}

#[test]
fn control_characters_are_refused_with_their_line() {
    expect("a: 1\nb: \u{7}", &Kind::ControlCharacter { code: 7 }, 2);
    expect("a: \u{9F}", &Kind::ControlCharacter { code: 0x9F }, 1);
    expect("a: \u{FFFE}", &Kind::ControlCharacter { code: 0xFFFE }, 1);
}

#[test]
fn other_encodings_are_guessed_by_name() {
    let utf16 = |text: &str, le: bool| -> Vec<u8> {
        let bytes = |unit: u16| if le { unit.to_le_bytes() } else { unit.to_be_bytes() };
        text.encode_utf16().flat_map(bytes).collect()
    };
    let text = "project: 客户关系\ntitle: plan";
    let marked = format!("\u{FEFF}{text}");
    // "цель: рост продаж" in windows-1251; "title: ПЛАН" as well.
    let russian = b"\xF6\xE5\xEB\xFC: \xF0\xEE\xF1\xF2 \xEF\xF0\xEE\xE4\xE0\xE6";
    let capitals = b"title: \xCF\xCB\xC0\xCD";
    // "项目: 客户关系管理，目标" and "名称: 计划" in GBK.
    let chinese = b"\xCF\xEE\xC4\xBF: \xBF\xCD\xBB\xA7\xB9\xD8\xCF\xB5\xB9\xDC\xC0\xED\xA3\xAC\xC4\xBF\xB1\xEA";
    let short = b"a: 1\n\xC3\xFB\xB3\xC6: \xBC\xC6\xBB\xAE";
    for (bytes, guess, line) in [
        (&utf16(text, true)[..], Encoding::Utf16Le, None),
        (&utf16(text, false), Encoding::Utf16Be, None),
        (&utf16(&marked, true), Encoding::Utf16Le, None),
        (&utf16(&marked, false), Encoding::Utf16Be, None),
        (russian, Encoding::Windows1251, Some(1)),
        (capitals, Encoding::Windows1251, Some(1)),
        (chinese, Encoding::Gbk, Some(1)),
        (short, Encoding::Gbk, Some(2)),
    ] {
        expect(bytes, &Kind::NotUtf8 { guess: Some(guess) }, line);
    }
}

#[test]
fn damaged_utf8_is_not_taken_for_another_encoding() {
    let mut bytes = "a: Вершина\nb: 项目".as_bytes().to_vec();
    bytes.pop();
    expect(bytes, &Kind::NotUtf8 { guess: None }, 2);
}

#[test]
fn a_byte_order_mark_changes_nothing() {
    let marked = format!("\u{FEFF}{SAMPLE}");
    assert_eq!(accepted(&marked).value(), accepted(SAMPLE).value());
}

#[test]
fn crlf_and_lone_cr_read_as_lf_and_count_as_lines() {
    for line_end in ["\r\n", "\r"] {
        let text = SAMPLE.replace('\n', line_end);
        assert_eq!(accepted(&text).value(), accepted(SAMPLE).value());
        let text = "a: 1\nb:\n  c: 2\n  c: 3\n".replace('\n', line_end);
        expect(text, &Kind::DuplicateKey { key: "c".into() }, 4);
    }
}

#[test]
fn a_file_cut_at_any_byte_is_refused_or_read_in_full() {
    for end in 0..SAMPLE.len() {
        let cut = &SAMPLE.as_bytes()[..end];
        if let Ok(document) = read(cut, &Limits::PLAN) {
            // In full: what was understood can be written, read and written again.
            let text = write(document.value(), &Layout::block());
            assert_eq!(write(accepted(&text).value(), &Layout::block()), text);
        }
    }
    // Cut inside a bracket or quote is always refused.
    let bracket = SAMPLE.find("[true").map_or(0, |at| at + 3);
    expect(&SAMPLE[..bracket], &syntax(SyntaxProblem::UnclosedBracket), 18);
    let quote = SAMPLE.find("u4E2D").map_or(0, |at| at + 5);
    expect(&SAMPLE[..quote], &syntax(SyntaxProblem::UnclosedQuote), 16);
}

#[test]
fn tabs_as_indentation_are_refused_with_their_line() {
    for (text, line) in [
        ("a:\n\tb: 1", 2),
        ("a: 1\n\tb: 1", 2),
        ("a:\n  b: 1\n \tc: 2", 3),
        ("a:\n-\tb: 1", 2),
        ("a: |\n\ttext", 2),
        ("a: some\n\ttext", 2),
    ] {
        expect(text, &Kind::TabIndentation, line);
    }
}

#[test]
fn duplicate_keys_are_refused_with_the_line_of_the_second() {
    let error = refused("a: 1\nb:\n- c: 1\n  d: 2\n\n  \"c\": 3\n");
    assert_eq!(error.kind, Kind::DuplicateKey { key: "c".into() });
    assert_eq!((error.line, error.path.as_deref()), (Some(6), Some("b[0].c")));
    expect("a: 1\n'a': 2", &Kind::DuplicateKey { key: "a".into() }, 2);
    expect("{a: 1,\n a: 2}", &Kind::DuplicateKey { key: "a".into() }, 2);
}

#[test]
fn anchors_aliases_tags_and_merge_keys_are_refused_with_their_line() {
    for (text, kind, line) in [
        ("a: 1\nb: &x 1", Kind::Anchor, 2),
        ("&x a: 1", Kind::Anchor, 1),
        ("- 1\n- *x", Kind::Alias, 2),
        ("a: [1, *x]", Kind::Alias, 1),
        ("? *x\n: 1", Kind::Alias, 1),
        ("a: !!str 1", Kind::Tag, 1),
        ("a: !secret x", Kind::Tag, 1),
        ("- [\n!x y]", Kind::Tag, 2),
        ("%TAG ! tag:example.org,2000:\n---\na: 1", Kind::Tag, 1),
        ("a: 1\n<<: {b: 1}", Kind::MergeKey, 2),
        ("a:\n  << : {b: 1}", Kind::MergeKey, 2),
        ("{<<: {b: 1}}", Kind::MergeKey, 1),
        ("? <<\n: {b: 1}", Kind::MergeKey, 1),
    ] {
        expect(text, &kind, line);
    }
}

#[test]
fn an_alias_bomb_never_reaches_the_parser() {
    let bomb = "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n";
    expect(bomb, &Kind::Anchor, 1);
}

#[test]
fn a_second_document_is_refused_with_its_line() {
    expect("a: 1\n---\nb: 1", &Kind::SecondDocument, 2);
    expect("---\na: 1\n...\nb: 1", &Kind::SecondDocument, 4);
    expect("---\n---\n", &Kind::SecondDocument, 2);
    accepted("%YAML 1.2\n---\na: 1\n...\n# end\n");
    accepted("--- # comment\na: 1");
}

#[test]
fn keys_must_be_texts() {
    for text in [
        "x: 1\n5: a",
        "x: 1\ntrue: a",
        "x: 1\n~: a",
        "x: 1\n1.5: a",
        "x: 1\n[a]: b",
        "x: 1\n{a: b}: c",
        "x: 1\n-5: a",
        "x: 1\n0xFFFFFFFFFFFFFFFFF: a",
    ] {
        expect(text, &Kind::KeyNotText, 2);
    }
    accepted("no: 1\n'5': 1\n\"true\": 1\n2026-10: 1\n\"<<\": 1");
}

#[test]
fn numbers_that_cannot_be_kept_are_refused_with_their_line() {
    for number in [".nan", ".NaN", ".inf", "-.inf", "+.INF"] {
        expect(format!("a: 1\nb: {number}"), &Kind::NotFinite, 2);
    }
    let digits = "1".repeat(60);
    for number in [
        "1e400",
        "-1e400",
        "+1.5e999",
        "9223372036854775808",
        "-9223372036854775809",
        "0xFFFFFFFFFFFFFFFF",
        "0xFFFFFFFFFFFFFFFFFF",
        "-0xFFFFFFFFFFFFFFFFFF",
        digits.as_str(),
    ] {
        let error = refused(format!("a: 1\nb: {number}"));
        assert!(matches!(error.kind, Kind::NumberOutOfRange { .. }), "{number}: {error}");
        assert_eq!(error.line, Some(2));
    }
    let text = "[9223372036854775807, -9223372036854775808, 1e308, -0, -0.0, '1e400', 007]";
    let read = accepted(text).into_value();
    let written = write(&read[4], &Layout::block());
    assert_eq!(written, "0\n");
    assert_eq!(read[0], i64::MAX);
    assert_eq!(read[1], i64::MIN);
    assert_eq!((&read[3], &read[5], &read[6]), (&0.into(), &"1e400".into(), &"007".into()));
}

#[test]
fn what_is_no_yaml_is_told_by_kind_and_line() {
    use SyntaxProblem as P;
    for (text, problem, line) in [
        ("a: 1\nb: \"open\n\n", P::UnclosedQuote, 2),
        ("a: 1\nb: 'open", P::UnclosedQuote, 2),
        ("a: 1\nb: [1,\n 2\n", P::UnclosedBracket, 2),
        ("a: [1, 2}", P::UnmatchedBracket, 1),
        ("a: 1\nb: ]", P::UnmatchedBracket, 2),
        ("a: 1\nword\nb: 2", P::MissingColon, 2),
        ("a: 1\nb: c: d", P::UnexpectedColon, 2),
        ("a: 1\nb: - c", P::UnexpectedItem, 2),
        ("a: 1\nb: @home", P::NeedsQuotes, 2),
        ("a: 1\nb: `code`", P::NeedsQuotes, 2),
        ("a: 1\nb: , c", P::NeedsQuotes, 2),
        ("a: 1\nb: 5%\nc: %5", P::NeedsQuotes, 3),
        ("a: 1\nb: \"C:\\Users\"", P::BadEscape, 2),
        ("a: \"\\uD800\"", P::BadEscape, 1),
        ("a: 1\nb: | text", P::BadBlockHeader, 2),
        ("a: |0\n  x", P::BadBlockHeader, 1),
        ("a: 1\n b: 2", P::UnexpectedColon, 2),
        ("a:\n  b: 1\n c: 2", P::BadStructure, 3),
        ("[a]\nb", P::TrailingContent, 2),
        ("a: [1 2: 3, \"x\" \"y\"]", P::BadStructure, 1),
    ] {
        expect(text, &syntax(problem), line);
    }
}
