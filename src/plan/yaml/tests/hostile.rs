//! Texts that YAML readers of some version take for something else, or that
//! cannot be seen.

/// Every text once, sorted.
pub(super) fn hostile_texts() -> Vec<String> {
    let mut texts: Vec<String> =
        WORDS.split_whitespace().chain(SPACED.iter().copied()).map(str::to_owned).collect();
    texts.sort();
    texts.dedup();
    texts
}

/// Texts without white space.
const WORDS: &str = "
        null Null NULL ~ true True TRUE false FALSE yes Yes YES no No NO on On ON off Off OFF y Y n N
        0 1 -1 +1 007 08 0o7 0x1F 0b101 1_000 1,000 685_230 1e3 1E3 1.5e-3 -1.5 +.5 .5 5. 1. . -.inf .inf .Inf .INF
        .nan .NaN NaN nan inf Infinity 12:30 12:30:45 190:20:30 -1:30 190:20:30.15 2026-10 2026-10-31
        2026-10-31T12:30:45Z 2001-12-14t21:59:43.10-05:00 = << <<: - -- --- ... ? ?x : :: :x x: a:b a: #
        #x x# & &a * *a ! !a !!str | |- > >- ' '' \" \\ \\n % %TAG @ ` , ,x x,y [ ] [] {} { } [x {x} x[0] x{ x}
        http://example.org/?a=b&c=d#e C:\\dir a\\ 1a a1 5x 3rd 85% -x +x /x (x) $x _x _1 é 项目 Вершина １２
        مرحبا שלום 👍🏽 👩‍💻 𝒳 x-y x_y x.y don't say\"so\" 'q' \"q\" null. nullx e3 E3 e-3 E+10 e3x _ x=y x<<y";

/// Texts with white space or characters that cannot be seen.
const SPACED: &[&str] = &[
    "",
    " ",
    "  ",
    " x",
    "x ",
    "x  y",
    "x: y",
    "x :y",
    "x : y",
    "x #y",
    "x# y",
    "- x",
    "? x",
    ": x",
    "x:",
    "x: ",
    "a, b",
    "[a, b]",
    "{a: b}",
    "key: [1, 2]",
    "2026-10-31 12:30:45",
    "1 000",
    "no, thanks",
    "yes!",
    "=x",
    "=cmd()",
    "\t",
    "\tx",
    "x\t",
    "x\ty",
    "\n",
    "x\n",
    "\nx",
    "x\ny",
    "x\n\ny\n",
    "x\n  y",
    "\r",
    "x\r\ny",
    "- a\n- b",
    "--- x",
    "...\n---\n",
    "# c\nx: y",
    "\0",
    "\u{7}",
    "\u{8}x",
    "\u{1B}[31m",
    "\u{7F}",
    "\u{80}",
    "x\u{85}y",
    "\u{A0}",
    "x\u{A0}y",
    "\u{A0}x",
    "x\u{AD}y",
    "\u{61C}x",
    "\u{180E}",
    "x\u{200B}y",
    "\u{200D}",
    "\u{200E}x",
    "x\u{200F}",
    "x\u{2028}y",
    "x\u{2029}y",
    "\u{202A}x\u{202C}",
    "x\u{202E}gpj.exe",
    "\u{2066}x\u{2069}",
    "x\u{2060}y",
    "\u{3000}x",
    "x\u{3000}y",
    "\u{FEFF}",
    "\u{FEFF}x",
    "x\u{FEFF}",
    "\u{FFFD}",
    "\u{FFFE}",
    "\u{FFFF}",
    "\u{E000}",
    "x\u{E0041}y",
    "\u{10FFFF}",
    "\u{2003}x",
    "x\u{2003}y",
    "e\u{301}",
    "\u{301}",
    "\\u0041",
    "\"\\\"",
    "'\"'",
    "<script>alert(1)</script>",
    "${x} $(x) `x`",
];
