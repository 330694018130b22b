//! Path data in tenths of a pixel, written relative and short.

/// Tenths of a pixel as decimal text: `-5` → `-.5`, `120` → `12`.
pub(super) fn push_tenths(out: &mut String, tenths: i32) {
    if tenths < 0 {
        out.push('-');
    }
    let size = tenths.unsigned_abs();
    let (whole, part) = (size / 10, size % 10);
    if whole > 0 || part == 0 {
        out.push_str(&whole.to_string());
    }
    if part > 0 {
        out.push('.');
        out.push(char::from(b"0123456789"[part as usize]));
    }
}

/// Collects path data. Steps are relative integers, so they are short and add
/// up without drift.
#[derive(Debug, Default)]
pub(super) struct PathData {
    text: String,
    /// Where the pen is; `None` before the first move.
    pen: Option<(i32, i32)>,
}

impl PathData {
    fn pair(&mut self, command: char, x: i32, y: i32) {
        self.text.push(command);
        push_tenths(&mut self.text, x);
        if y >= 0 {
            self.text.push(' ');
        }
        push_tenths(&mut self.text, y);
    }

    /// Lifts the pen and sets it down at `to`.
    pub(super) fn move_to(&mut self, to: (i32, i32)) {
        match self.pen {
            None => self.pair('M', to.0, to.1),
            Some(pen) => self.pair('m', to.0 - pen.0, to.1 - pen.1),
        }
        self.pen = Some(to);
    }

    /// Draws a straight line to `to`; the first point of a path is a move.
    pub(super) fn line_to(&mut self, to: (i32, i32)) {
        let Some(pen) = self.pen else {
            self.move_to(to);
            return;
        };
        match (to.0 - pen.0, to.1 - pen.1) {
            (0, 0) => return,
            (dx, 0) => self.single('h', dx),
            (0, dy) => self.single('v', dy),
            (dx, dy) => self.pair('l', dx, dy),
        }
        self.pen = Some(to);
    }

    fn single(&mut self, command: char, by: i32) {
        self.text.push(command);
        push_tenths(&mut self.text, by);
    }

    /// A line through `points`.
    pub(super) fn polyline(&mut self, points: impl IntoIterator<Item = (i32, i32)>) {
        for (index, point) in points.into_iter().enumerate() {
            if index == 0 {
                self.move_to(point);
            } else {
                self.line_to(point);
            }
        }
    }

    /// A closed outline through `points`.
    pub(super) fn polygon(&mut self, points: impl IntoIterator<Item = (i32, i32)>) {
        let mut start = None;
        for point in points {
            if start.is_none() {
                start = Some(point);
                self.move_to(point);
            } else {
                self.line_to(point);
            }
        }
        if start.is_some() {
            self.text.push('z');
            self.pen = start;
        }
    }

    /// A full circle of two arcs.
    pub(super) fn circle(&mut self, centre: (i32, i32), radius: i32) {
        self.move_to((centre.0 - radius, centre.1));
        for (end, command) in [(2 * radius, 'a'), (-2 * radius, 'a')] {
            self.pair(command, radius, radius);
            self.text.push_str(" 0 1 0");
            if end >= 0 {
                self.text.push(' ');
            }
            push_tenths(&mut self.text, end);
            self.text.push_str(" 0");
        }
        self.text.push('z');
    }

    /// The path data written so far.
    pub(super) fn into_text(self) -> String {
        self.text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tenths_are_written_without_needless_signs() {
        let written: Vec<String> = [0, 5, -5, 10, 123, -120, -123]
            .into_iter()
            .map(|tenths| {
                let mut text = String::new();
                push_tenths(&mut text, tenths);
                text
            })
            .collect();
        assert_eq!(written, ["0", ".5", "-.5", "1", "12.3", "-12", "-12.3"]);
    }

    #[test]
    fn steps_are_relative_and_standing_still_writes_nothing() {
        let mut path = PathData::default();
        path.polyline([(10, 20), (10, 20), (15, 20), (15, 10), (20, 5)]);
        path.polyline([(0, 0), (10, 10)]);
        assert_eq!(path.into_text(), "M1 2h.5v-1l.5-.5m-2-.5l1 1");
    }

    #[test]
    fn a_subpath_after_a_closed_shape_starts_from_its_first_point() {
        let mut path = PathData::default();
        path.polygon([(0, 0), (10, 0), (10, 10)]);
        path.circle((50, 50), 30);
        assert_eq!(path.into_text(), "M0 0h1v1zm2 5a3 3 0 1 0 6 0a3 3 0 1 0-6 0z");
    }
}
