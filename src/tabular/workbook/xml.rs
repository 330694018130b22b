//! The XML of a workbook, tag by tag.

use super::BookError;
use super::unpack::Unpacked;
use super::zip::Entry;
use quick_xml::XmlVersion;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesEnd, BytesStart, Event};
use quick_xml::reader::Reader;
use std::io::BufReader;
use std::sync::Arc;

/// Bytes unpacked at a time.
const CHUNK_BYTES: usize = 32 * 1024;
/// Tags within tags; a workbook has a dozen.
const MAX_DEPTH: usize = 100;

/// One piece of a file.
pub(super) enum Piece<'a> {
    /// A tag opens; one that closes at once is followed by its [`Piece::Close`].
    Open(Tag<'a>),
    /// A tag closes.
    Close(Closed<'a>),
    /// Text between tags; a reference to a character comes by itself.
    Text(String),
    /// Nothing that matters.
    Other,
    /// The end of the file.
    End,
}

/// A tag with its attributes.
pub(super) struct Tag<'a>(BytesStart<'a>);

impl Tag<'_> {
    /// The name without prefix.
    pub(super) fn name(&self) -> &str {
        self.0.local_name().into_inner()
    }

    /// An attribute by its name without prefix.
    pub(super) fn attribute(&self, name: &str) -> Option<String> {
        let mut attributes = self.0.attributes();
        let mut all = attributes.with_checks(false).flatten();
        let found = all.find(|found| found.key.local_name().into_inner() == name);
        let value = found?.normalized_value(XmlVersion::Implicit1_0).ok()?;
        Some(value.into_owned())
    }

    /// Whether an attribute says yes.
    pub(super) fn says(&self, name: &str) -> bool {
        self.attribute(name).is_some_and(|value| matches!(value.as_str(), "1" | "true" | "on"))
    }
}

/// The end of a tag.
pub(super) struct Closed<'a>(BytesEnd<'a>);

impl Closed<'_> {
    /// The name without prefix.
    pub(super) fn name(&self) -> &str {
        self.0.local_name().into_inner()
    }
}

/// Reads a file of a workbook.
pub(super) struct Xml {
    reader: Reader<BufReader<Unpacked>>,
    buffer: Vec<u8>,
    depth: usize,
}

impl Xml {
    /// A reader that gives up beyond so many bytes.
    pub(super) fn new(bytes: &Arc<[u8]>, entry: &Entry, most: u64) -> Result<Self, BookError> {
        if entry.locked {
            return Err(BookError::Locked);
        }
        let unpacked = Unpacked::new(bytes, entry, most);
        let mut reader = Reader::from_reader(BufReader::with_capacity(CHUNK_BYTES, unpacked));
        reader.config_mut().expand_empty_elements = true;
        Ok(Self { reader, buffer: Vec::new(), depth: 0 })
    }

    /// The next piece.
    pub(super) fn next(&mut self) -> Result<Piece<'_>, BookError> {
        self.buffer.clear();
        self.reader.get_mut().get_mut().understood();
        let event = match self.reader.read_event_into(&mut self.buffer) {
            Ok(event) => event,
            Err(_) if self.reader.get_ref().get_ref().is_too_large() => {
                return Err(BookError::TooLarge);
            }
            Err(_) => return Err(BookError::Damaged),
        };
        Ok(match event {
            Event::Start(_) if self.depth >= MAX_DEPTH => return Err(BookError::Damaged),
            Event::Start(tag) => {
                self.depth += 1;
                Piece::Open(Tag(tag))
            }
            Event::End(tag) => {
                self.depth = self.depth.saturating_sub(1);
                Piece::Close(Closed(tag))
            }
            Event::Text(text) => Piece::Text(text.xml10_content().into_owned()),
            Event::CData(text) => Piece::Text(text.xml10_content().into_owned()),
            Event::GeneralRef(reference) => {
                let one = reference.resolve_char_ref().ok().flatten();
                let known = || resolve_predefined_entity(&reference).map(str::to_owned);
                one.map(String::from).or_else(known).map_or(Piece::Other, Piece::Text)
            }
            Event::Eof => Piece::End,
            _ => Piece::Other,
        })
    }
}
