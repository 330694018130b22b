//! The SVG as others see it: its size, its elements, its words.

use super::super::*;
use super::samples::*;
use proptest::prelude::*;
use std::collections::BTreeMap;

/// Values of one attribute, in order.
fn attributes<'a>(svg: &'a str, start: &'a str) -> impl Iterator<Item = &'a str> {
    svg.split(start).skip(1).filter_map(|rest| rest.split('"').next())
}

/// Ends of all steps of one path's data (circles give their outermost ends).
pub fn path_places(data: &str) -> Vec<(f64, f64)> {
    let (mut places, mut pen, mut start) = (Vec::new(), (0.0, 0.0), (0.0, 0.0));
    let mut rest = data;
    while let Some(command) = rest.chars().next() {
        let tail = &rest[1..];
        let end = tail.find(|c: char| c.is_ascii_alphabetic()).unwrap_or(tail.len());
        let (numbers, next) = (numbers(&tail[..end]), &tail[end..]);
        match (command, numbers.as_slice()) {
            ('M', [x, y]) => (pen, start) = ((*x, *y), (*x, *y)),
            ('m', [x, y]) => {
                pen = (pen.0 + x, pen.1 + y);
                start = pen;
            }
            ('h', [x]) => pen.0 += x,
            ('v', [y]) => pen.1 += y,
            ('l', [x, y]) | ('a', [_, _, _, _, _, x, y]) => pen = (pen.0 + x, pen.1 + y),
            ('z', []) => pen = start,
            other => panic!("no path step: {other:?}"),
        }
        places.push(pen);
        rest = next;
    }
    places
}

fn numbers(text: &str) -> Vec<f64> {
    let mut parts: Vec<String> = Vec::new();
    for letter in text.chars() {
        let fresh = parts.last().is_none_or(|part| {
            part.is_empty() || letter == '-' || (letter == '.' && part.contains('.'))
        });
        match letter {
            ' ' => parts.push(String::new()),
            _ if fresh && parts.last().is_none_or(|part| !part.is_empty()) => {
                parts.push(letter.to_string());
            }
            _ => parts.last_mut().expect("not empty").push(letter),
        }
    }
    let numbers = parts.iter().filter(|part| !part.is_empty());
    numbers.map(|part| part.parse().expect("a number")).collect()
}

/// Boxes of all texts: left, right, mid height, words.
fn texts(svg: &str) -> Vec<(f64, f64, f64, String)> {
    let parse = |part: &str, name: &str| -> f64 {
        let value = attributes(part, name).next().expect("has a place");
        value.parse().expect("a number")
    };
    svg.split("<text ")
        .skip(1)
        .map(|rest| {
            let (head, tail) = rest.split_once('>').expect("a tag");
            let words = tail.split('<').next().unwrap_or_default().to_owned();
            let width = text_width(&words.replace("&lt;", "<").replace("&gt;", ">"));
            let x = parse(head, " x=\"");
            let left = match attributes(head, "text-anchor=\"").next() {
                Some("middle") => x - width / 2.0,
                Some("end") => x - width,
                _ => x,
            };
            (left, left + width, parse(head, " y=\"") - 4.2, words)
        })
        .collect()
}

/// Every place a path or text touches.
pub fn places(svg: &str) -> Vec<(f64, f64)> {
    let mut places: Vec<_> = attributes(svg, " d=\"").flat_map(path_places).collect();
    for (left, right, y, _) in texts(svg) {
        places.extend([(left, y), (right, y)]);
    }
    places
}

fn elements(svg: &str) -> usize {
    let tags = svg.matches('<').count() - svg.matches("</").count();
    tags - svg.matches("<text").count()
}

/// Everything at once, `count` long: the heaviest chart there is.
fn heaviest(count: usize, words: &Words) -> Plot<'_> {
    let mut plot = long(count, words);
    plot.width = 2000;
    for (index, point) in plot.points.iter_mut().enumerate() {
        let value = point.value.unwrap_or_default();
        point.interval = Some((value - 9.0 * wander(index), value + 9.0 * wander(index + 1)));
        if index % 3 == 0 {
            point.value = None;
        }
    }
    let path = |shift: f64| -> Vec<_> {
        (0..count / 10)
            .map(|index| {
                let point = plot.points[index * 10];
                (point.date, shift + 50.0 * wander(index))
            })
            .collect()
    };
    let edges: Vec<_> = path(0.0).into_iter().map(|(date, low)| (date, low, low + 40.0)).collect();
    plot.tolerance = Some(Band { edges: edges.clone(), label: "Tolerance".into() });
    plot.within = Some(Band { edges, label: "Within".into() });
    plot.limits = [100.0, 200.0, 300.0]
        .map(|shift| NamedLine { path: path(shift), label: "Limit".into() })
        .to_vec();
    plot.expected = Some(NamedLine { path: path(250.0), label: "Expected".into() });
    let date = |index: u64| plot.from + chrono::Days::new(index);
    plot.marks =
        (0..9000).map(|index| ChangeMark { date: date(index), label: "Change".into() }).collect();
    plot
}

#[test]
fn a_picture_stays_small_at_any_length() {
    for count in [10, 120, 121, 1_000, 20_000, 200_000] {
        for plot in [long(count, &Words::English), heaviest(count, &Words::English)] {
            let svg = draw(&plot).expect("draws");
            assert!(svg.len() <= 120_000, "{count}: {} bytes", svg.len());
            assert!(elements(&svg) <= 60, "{count}: {} elements", elements(&svg));
        }
    }
}

#[test]
fn the_picture_holds_no_colour_and_no_style() {
    let svg = draw(&full(&ENGLISH_TEXTS, &Words::English)).expect("draws");
    for word in ["#", "rgb", "style", "fill=", "stroke=", "opacity"] {
        assert!(!svg.contains(word), "{word}");
    }
}

#[test]
fn every_class_drawn_has_a_rule_in_the_style_sheet() {
    let svg = draw(&full(&ENGLISH_TEXTS, &Words::English)).expect("draws");
    for class in attributes(&svg, "class=\"").flat_map(str::split_whitespace) {
        let known = CHART_CSS.contains(&format!(".{class}")) || class == "c-plot";
        assert!(known, "{class}");
    }
}

#[test]
fn a_screen_reader_gets_a_name_and_two_charts_share_no_id() {
    let mut plot = full(&ENGLISH_TEXTS, &Words::English);
    plot.id_prefix = "one".to_owned();
    let first = draw(&plot).expect("draws");
    plot.id_prefix = "two \"><script>".to_owned();
    let second = draw(&plot).expect("draws");
    assert!(first.contains("role=\"img\"") && first.contains("aria-labelledby=\"one-title\""));
    assert!(first.contains("<title id=\"one-title\">First response is within tolerance</title>"));
    assert!(first.contains("<desc id=\"one-desc\">"));
    let ids = |svg: &str| attributes(svg, " id=\"").map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(ids(&first).len(), 2);
    assert!(ids(&first).iter().all(|id| !ids(&second).contains(id)));
    assert!(!second.contains("<script>"));
}

#[test]
fn what_people_wrote_stays_text() {
    let hostile = "</text><script>alert(1)</script>\u{0}\u{202e}&\"";
    let mut plot = full(&ENGLISH_TEXTS, &Words::English);
    plot.width = 2000;
    plot.title = hostile.to_owned();
    plot.description = hostile.to_owned();
    plot.unit = hostile.to_owned();
    plot.actual_label = hostile.into();
    plot.marks.iter_mut().for_each(|mark| mark.label = hostile.to_owned());
    let svg = draw(&plot).expect("draws");
    assert!(!svg.contains("<script") && !svg.contains('\u{0}'));
    assert_eq!(svg.matches("<text").count(), svg.matches("</text>").count());
    assert!(svg.contains("&lt;script&gt;"));
}

#[test]
fn no_text_is_clipped_and_none_lies_on_another() {
    for words in [Words::English, Words::Chinese, Words::Russian] {
        let texts_of = match words {
            Words::English => ENGLISH_TEXTS,
            Words::Chinese => CHINESE_TEXTS,
            Words::Russian => RUSSIAN_TEXTS,
        };
        for width in (240..1400).step_by(20) {
            let mut plot = full(&texts_of, &words);
            plot.width = width;
            let svg = draw(&plot).expect("draws");
            let boxes = texts(&svg);
            for (left, right, _, text) in &boxes {
                let inside = *left >= 0.0 && *right <= f64::from(width);
                assert!(inside, "{width}: {text} from {left} to {right}");
            }
            for (index, a) in boxes.iter().enumerate() {
                for b in &boxes[index + 1..] {
                    let apart = a.1 <= b.0 || b.1 <= a.0 || (a.2 - b.2).abs() >= 12.0;
                    assert!(apart, "{width}: {a:?} and {b:?}");
                }
            }
        }
    }
}

#[test]
fn the_running_period_is_a_ring_of_its_own_and_points_are_one_path() {
    let svg = draw(&full(&ENGLISH_TEXTS, &Words::English)).expect("draws");
    assert_eq!(svg.matches("class=\"c-point\"").count(), 1);
    assert_eq!(svg.matches("class=\"c-running\"").count(), 1);
    let discs = attributes(&svg, "class=\"c-point\" d=\"").next().expect("discs");
    assert_eq!(discs.matches('z').count(), 23);
}

#[test]
fn a_gap_breaks_the_line_and_a_lone_value_keeps_a_disc() {
    let mut plot = Plot::new(day("2026-01-01"), day("2026-12-31"), &Words::English);
    plot.points =
        months("2026-01-01", 7).into_iter().map(|date| PlotPoint::new(date, 1.0)).collect();
    plot.points[2] = PlotPoint::gap(plot.points[2].date);
    plot.points[4] = PlotPoint::gap(plot.points[4].date);
    let svg = draw(&plot).expect("draws");
    let line = attributes(&svg, "class=\"c-actual\" d=\"").next().expect("a line");
    assert_eq!(line.to_lowercase().matches('m').count(), 2, "{line}");
    let discs = attributes(&svg, "class=\"c-point\" d=\"").next().expect("discs");
    assert_eq!(discs.matches('z').count(), 5);
}

#[test]
fn dates_and_places_turn_into_each_other() {
    let picture = draw_picture(&full(&ENGLISH_TEXTS, &Words::English)).expect("draws");
    let frame = picture.frame;
    for date in months("2024-07-01", 24) {
        assert_eq!(frame.date_at(frame.x(date)), Some(date));
    }
    assert_eq!(frame.date_at(-100.0), Some(day("2024-06-01")));
    assert!(frame.y(62.0) < frame.y(30.0));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// The raster of the raw values against the raster of what was drawn.
    #[test]
    fn the_drawn_line_reaches_the_extremes_of_every_pixel_column(
        values in prop::collection::vec(-1e4f64..1e4, 200..3000),
    ) {
        let mut plot = Plot::new(day("2000-01-01"), day("2008-12-31"), &Words::English);
        plot.points = values.iter().enumerate()
            .map(|(index, value)| PlotPoint::new(plot.from + chrono::Days::new(index as u64), *value))
            .collect();
        let picture = draw_picture(&plot).expect("draws");
        let line = attributes(&picture.svg, "class=\"c-actual\" d=\"").next().expect("a line");
        let drawn = path_places(line);
        let mut columns: BTreeMap<i64, (f64, f64)> = BTreeMap::new();
        for point in &plot.points {
            let (x, y) = (picture.frame.x(point.date), picture.frame.y(point.value.unwrap_or(0.0)));
            let column = columns.entry(x.floor() as i64).or_insert((y, y));
            *column = (column.0.min(y), column.1.max(y));
        }
        for (column, (low, high)) in columns {
            // Places are rounded to tenths, so a point may cross a border by one.
            let near: Vec<f64> = drawn.iter()
                .filter(|(x, _)| *x > column as f64 - 0.11 && *x < column as f64 + 1.11)
                .map(|(_, y)| *y).collect();
            for extreme in [low, high] {
                prop_assert!(near.iter().any(|y| (y - extreme).abs() < 0.11), "column {column}");
            }
        }
    }
}
