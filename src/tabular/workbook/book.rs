//! A workbook: its sheets by name, the texts they share, the looks of cells.

use super::format::Look;
use super::sheet::{Rows, SheetRows};
use super::xml::{Piece, Tag, Xml};
use super::zip::{self, Entry};
use super::{BookError, MAX_SHARED_TEXT_BYTES, MAX_UNPACKED_BYTES};
use crate::tabular::ForeignFile;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Sheets, looks, and names of files at most.
const MOST: usize = 100_000;
/// Texts shared at most.
const MOST_SHARED: usize = 4_000_000;
/// The most that everything but a sheet may unpack to, in bytes.
const MAX_OTHER_BYTES: u64 = MAX_UNPACKED_BYTES / 4;

/// A sheet with cells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetName {
    /// Its name.
    pub name: String,
    /// Whether it is hidden from whoever opens the workbook.
    pub hidden: bool,
}

/// An open workbook. Its cells are read when they are asked for.
pub struct Book {
    bytes: Arc<[u8]>,
    sheets: Vec<(SheetName, Entry)>,
    about: Arc<About>,
}

/// What the cells of all sheets rest on.
#[derive(Default)]
pub(super) struct About {
    pub(super) looks: Vec<Look>,
    pub(super) shared: Shared,
    pub(super) since_1904: bool,
    /// Whether formulas hold no results to rely on: the program that wrote the
    /// file says that they are to be worked out when it is opened.
    pub(super) unsettled: bool,
}

/// Texts that cells point to, one behind the other.
#[derive(Default)]
pub(super) struct Shared {
    text: String,
    ends: Vec<usize>,
}

impl Shared {
    /// The text of a number.
    pub(super) fn get(&self, number: usize) -> Option<&str> {
        let start = match number.checked_sub(1) {
            None => 0,
            Some(before) => *self.ends.get(before)?,
        };
        self.text.get(start..*self.ends.get(number)?)
    }
}

impl Book {
    /// Reads what a workbook says of itself, and none of its cells.
    pub fn open(bytes: &[u8]) -> Result<Self, BookError> {
        let bytes: Arc<[u8]> = bytes.into();
        let files = zip::entries(&bytes).ok_or(BookError::Damaged)?;
        let files = Files { bytes: &bytes, files };
        let main = files.main()?;
        let (base, _) = main.rsplit_once('/').unwrap_or_default();
        let links = files.links(&main)?;
        let (mut about, named) = files.workbook(&main)?;
        let at = |kind: &str| {
            let mut found = links.values().filter(|link| link.kind == kind);
            found.next().and_then(|link| files.find(&joined(base, &link.target)))
        };
        if let Some(entry) = at("styles") {
            about.looks = files.looks(entry)?;
        }
        if let Some(entry) = at("sharedStrings") {
            about.shared = files.shared(entry)?;
        }
        let sheet = |(name, id): (SheetName, String)| {
            let link = links.get(&id).filter(|link| link.kind == "worksheet")?;
            Some((name, files.find(&joined(base, &link.target))?.clone()))
        };
        let sheets: Vec<(SheetName, Entry)> = named.into_iter().filter_map(sheet).collect();
        if sheets.is_empty() {
            return Err(BookError::NoSheet);
        }
        Ok(Self { bytes: Arc::clone(&bytes), sheets, about: Arc::new(about) })
    }

    /// The sheets with cells, in the order in which they are shown.
    pub fn sheets(&self) -> impl Iterator<Item = &SheetName> {
        self.sheets.iter().map(|(name, _)| name)
    }

    /// A reader for the rows of a sheet, counted from zero.
    pub fn rows(&self, sheet: usize) -> Result<Box<dyn Rows>, BookError> {
        let (_, entry) = self.sheets.get(sheet).ok_or(BookError::NoSheet)?;
        let xml = Xml::new(&self.bytes, entry, MAX_UNPACKED_BYTES)?;
        Ok(Box::new(SheetRows::new(xml, Arc::clone(&self.about))))
    }
}

/// From a file of the workbook to another.
struct Link {
    /// The last word of the address that names its kind.
    kind: String,
    target: String,
}

/// The files of the archive.
struct Files<'a> {
    bytes: &'a Arc<[u8]>,
    files: Vec<Entry>,
}

impl Files<'_> {
    fn find(&self, name: &str) -> Option<&Entry> {
        self.files.iter().find(|entry| entry.name.eq_ignore_ascii_case(name))
    }

    fn read(&self, entry: &Entry) -> Result<Xml, BookError> {
        Xml::new(self.bytes, entry, MAX_OTHER_BYTES)
    }

    /// The file that names the sheets, or what the archive is instead.
    fn main(&self) -> Result<String, BookError> {
        let links =
            if self.find("_rels/.rels").is_some() { self.links("")? } else { BTreeMap::new() };
        let main = links.into_values().find(|link| link.kind == "officeDocument");
        let main =
            main.map_or_else(|| "xl/workbook.xml".to_owned(), |link| joined("", &link.target));
        let ends_in =
            |ending: &str| main.rsplit_once('.').is_some_and(|(_, found)| found == ending);
        let is_other = ["word/", "ppt/"].iter().any(|folder| main.starts_with(folder));
        if self.find(&main).is_some() && ends_in("xml") && !is_other {
            return Ok(main);
        }
        let kind = if self.find("content.xml").is_some() && self.find("mimetype").is_some() {
            ForeignFile::OpenDocument
        } else if ends_in("bin") {
            ForeignFile::BinaryWorkbook
        } else {
            ForeignFile::Archive
        };
        Err(BookError::Foreign(kind))
    }

    /// Where the parts of a file lie, by the id that it calls them by.
    fn links(&self, of: &str) -> Result<BTreeMap<String, Link>, BookError> {
        let (base, name) = of.rsplit_once('/').unwrap_or(("", of));
        let path = joined(base, &format!("_rels/{name}.rels"));
        let entry = self.find(&path).ok_or(BookError::Damaged)?;
        let mut links = BTreeMap::new();
        self.each(entry, |tag| {
            if let ("Relationship", Some(id), Some(kind), Some(target)) =
                (tag.name(), tag.attribute("Id"), tag.attribute("Type"), tag.attribute("Target"))
            {
                let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
                links.insert(id, Link { kind, target });
            }
            links.len()
        })?;
        Ok(links)
    }

    /// Sees every tag of a file, as long as not too many are kept of them.
    fn each(&self, entry: &Entry, mut see: impl FnMut(&Tag<'_>) -> usize) -> Result<(), BookError> {
        let mut xml = self.read(entry)?;
        loop {
            match xml.next()? {
                Piece::End => return Ok(()),
                Piece::Open(tag) if see(&tag) > MOST => return Err(BookError::TooLarge),
                _ => {}
            }
        }
    }

    fn workbook(&self, main: &str) -> Result<(About, Vec<(SheetName, String)>), BookError> {
        let entry = self.find(main).ok_or(BookError::Damaged)?;
        let (mut about, mut sheets) = (About::default(), Vec::new());
        self.each(entry, |tag| {
            match tag.name() {
                "workbookPr" => about.since_1904 = tag.says("date1904"),
                "calcPr" => about.unsettled = tag.says("fullCalcOnLoad"),
                "sheet" => {
                    let hidden = tag.attribute("state").is_some_and(|state| state != "visible");
                    let name = tag.attribute("name").unwrap_or_default();
                    sheets.push((
                        SheetName { name, hidden },
                        tag.attribute("id").unwrap_or_default(),
                    ));
                }
                _ => {}
            }
            sheets.len()
        })?;
        Ok((about, sheets))
    }

    /// The look of each style that cells point to.
    fn looks(&self, entry: &Entry) -> Result<Vec<Look>, BookError> {
        let (mut codes, mut looks, mut of_cells) = (BTreeMap::new(), Vec::new(), false);
        self.each(entry, |tag| {
            let number = |name| tag.attribute(name).and_then(|text| text.parse::<u32>().ok());
            match tag.name() {
                "numFmt" => {
                    if let (Some(id), Some(code)) =
                        (number("numFmtId"), tag.attribute("formatCode"))
                    {
                        codes.insert(id, Look::of_code(&code));
                    }
                }
                "cellXfs" => of_cells = true,
                "cellStyleXfs" | "cellStyles" | "dxfs" => of_cells = false,
                "xf" if of_cells => {
                    let id = number("numFmtId").unwrap_or(0);
                    looks.push(codes.get(&id).cloned().unwrap_or_else(|| Look::of_number(id)));
                }
                _ => {}
            }
            looks.len() + codes.len()
        })?;
        Ok(looks)
    }

    fn shared(&self, entry: &Entry) -> Result<Shared, BookError> {
        let mut xml = self.read(entry)?;
        let mut shared = Shared::default();
        let (mut in_text, mut in_reading, mut start) = (false, false, 0);
        loop {
            match xml.next()? {
                Piece::Open(tag) => match tag.name() {
                    "si" => start = shared.text.len(),
                    "rPh" => in_reading = true,
                    "t" => in_text = !in_reading,
                    _ => {}
                },
                Piece::Text(text) if in_text => shared.text.push_str(&text),
                Piece::Close(tag) => match tag.name() {
                    "t" => in_text = false,
                    "rPh" => in_reading = false,
                    "si" => {
                        unescape_from(&mut shared.text, start);
                        shared.ends.push(shared.text.len());
                    }
                    _ => {}
                },
                Piece::End => return Ok(shared),
                Piece::Text(_) | Piece::Other => {}
            }
            if shared.text.len() > MAX_SHARED_TEXT_BYTES || shared.ends.len() > MOST_SHARED {
                return Err(BookError::TooLarge);
            }
        }
    }
}

/// Characters that XML cannot hold stand as `_x000D_`; undone from a place on.
pub(super) fn unescape_from(text: &mut String, start: usize) {
    let Some(tail) = text.get(start..).filter(|tail| tail.contains("_x")) else { return };
    let (mut plain, mut rest) = (String::new(), tail);
    while let Some(at) = rest.find("_x") {
        let (before, after) = rest.split_at(at);
        plain.push_str(before);
        let code = after.get(2..6).filter(|_| after.get(6..7) == Some("_"));
        let glyph =
            code.and_then(|code| u32::from_str_radix(code, 16).ok()).and_then(char::from_u32);
        let (said, next) = match glyph {
            Some(glyph) => (glyph, after.get(7..)),
            None => ('_', after.get(1..)),
        };
        plain.push(said);
        rest = next.unwrap_or_default();
    }
    plain.push_str(rest);
    text.truncate(start);
    text.push_str(&plain);
}

/// A path seen from a folder.
fn joined(base: &str, target: &str) -> String {
    if let Some(whole) = target.strip_prefix('/') {
        return whole.to_owned();
    }
    let mut steps: Vec<&str> = base.split('/').filter(|step| !step.is_empty()).collect();
    for step in target.split('/') {
        match step {
            "" | "." => {}
            ".." => drop(steps.pop()),
            _ => steps.push(step),
        }
    }
    steps.join("/")
}
