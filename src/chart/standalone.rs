//! A chart as a file of its own: for download, and for golden pictures.

/// The style sheet of every chart; colours come from tokens.
pub const CHART_CSS: &str = include_str!("../../style/components/chart.css");

/// `svg` as drawn here with its styles inside, so that it looks right without
/// the page.
///
/// `tokens` is a style sheet that defines the colour tokens, for instance
/// `:root { --paper: white; }`. The first definition of a token is written in
/// place of `var(--paper)`, since few programs besides browsers know custom
/// properties; a token that is not defined becomes `currentColor`.
pub fn standalone(svg: &str, tokens: &str) -> String {
    let Some(head_end) = svg.find('>') else { return svg.to_owned() };
    let (head, body) = svg.split_at(head_end + 1);
    let styles = resolve(without_layer(CHART_CSS), tokens).replace("]]>", "");
    format!(
        "{head}\n<style><![CDATA[\n{}\n]]></style>\n\
         <rect class=\"c-paper\" width=\"100%\" height=\"100%\"/>{body}",
        styles.trim()
    )
}

/// The width and height of a picture drawn here, in pixels; `None` of a text
/// that is none.
pub fn size(svg: &str) -> Option<(u32, u32)> {
    let head = svg.split('>').next()?;
    let attribute = |name: &str| {
        let (_, rest) = head.split_once(&format!(" {name}=\""))?;
        rest.split('"').next()?.parse().ok().filter(|size| *size > 0)
    };
    Some((attribute("width")?, attribute("height")?))
}

/// What stands inside `@layer … { }`: old renderers skip a layer as a whole.
fn without_layer(css: &str) -> &str {
    let Some(start) = css.find("@layer") else { return css };
    let inside = css.get(start..).and_then(|rest| rest.split_once('{'));
    inside.and_then(|(_, rest)| rest.rsplit_once('}')).map_or(css, |(inside, _)| inside)
}

/// `css` with the value of each token in the place of its `var()`.
fn resolve(css: &str, tokens: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some((before, after)) = rest.split_once("var(") {
        out.push_str(before);
        let Some((name, after)) = after.split_once(')') else { break };
        out.push_str(value_of(name.trim(), tokens).unwrap_or("currentColor"));
        rest = after;
    }
    out.push_str(rest);
    out
}

/// The first value a style sheet gives to a custom property.
fn value_of<'a>(name: &str, tokens: &'a str) -> Option<&'a str> {
    tokens.split([';', '{', '}']).find_map(|declaration| {
        let (property, value) = declaration.split_once(':')?;
        (property.trim() == name).then_some(value.trim())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_are_written_out_and_the_first_definition_counts() {
        let tokens = ":root { --ink: #123456; --inkwell: red } @media x { :root { --ink: blue; } }";
        assert_eq!(
            resolve("a { fill: var(--ink); stroke: var(--none) }", tokens),
            "a { fill: #123456; stroke: currentColor }"
        );
    }

    #[test]
    fn the_size_of_a_picture_is_the_one_it_is_drawn_in() {
        let svg = "<svg viewBox=\"0 0 9 9\" width=\"960\" height=\"384\"><rect width=\"5\"/></svg>";
        assert_eq!(size(svg), Some((960, 384)));
        for none in
            ["", "<svg>", "<svg width=\"0\" height=\"5\">", "<svg width=\"a\" height=\"5\">"]
        {
            assert_eq!(size(none), None, "{none}");
        }
    }

    #[test]
    fn a_file_of_its_own_needs_no_page() {
        let file =
            standalone("<svg class=\"c-chart\">\n<title>t</title>\n</svg>", ":root{--ink:black}");
        assert!(file.starts_with("<svg class=\"c-chart\">\n<style>"));
        assert!(file.ends_with("<title>t</title>\n</svg>"));
        assert!(!file.contains("var(") && !file.contains("@layer"));
        assert!(file.contains(".c-actual"));
    }
}
