//! A file of an archive, unpacked while it is read. How much comes out is
//! counted here, because what the archive says about that may be a lie.

use super::zip::Entry;
use miniz_oxide::inflate::stream::{InflateState, inflate};
use miniz_oxide::{DataFormat, MZError, MZFlush, MZStatus};
use std::io::{Error, ErrorKind, Read, Result};
use std::sync::Arc;

/// The most that one tag or one text may be, in bytes: the longest cell there
/// is, every letter of it escaped.
const MAX_PIECE_BYTES: usize = 1024 * 1024;

/// The bytes of one file, as they were before packing.
pub(super) struct Unpacked {
    bytes: Arc<[u8]>,
    at: usize,
    end: usize,
    state: Option<Box<InflateState>>,
    left: u64,
    piece: usize,
}

impl Unpacked {
    /// Gives up beyond so many bytes.
    pub(super) fn new(bytes: &Arc<[u8]>, entry: &Entry, most: u64) -> Self {
        Self {
            bytes: Arc::clone(bytes),
            at: entry.start,
            end: entry.end,
            state: entry.packed.then(|| InflateState::new_boxed(DataFormat::Raw)),
            left: most,
            piece: MAX_PIECE_BYTES,
        }
    }

    /// A piece was understood: the next one may be as large again.
    pub(super) fn understood(&mut self) {
        self.piece = MAX_PIECE_BYTES;
    }

    /// Whether it ended because there was too much of it.
    pub(super) fn is_too_large(&self) -> bool {
        self.left == 0 || self.piece == 0
    }

    fn step(&mut self, out: &mut [u8]) -> Result<usize> {
        let input = self.bytes.get(self.at..self.end).unwrap_or_default();
        let Some(state) = &mut self.state else {
            let count = input.len().min(out.len());
            for (to, from) in out.iter_mut().zip(input) {
                *to = *from;
            }
            self.at += count;
            return Ok(count);
        };
        let found = inflate(state, input, out, MZFlush::None);
        self.at += found.bytes_consumed;
        match found.status {
            // The last is the end, or the file was cut off: the XML will say which.
            Ok(MZStatus::Ok | MZStatus::StreamEnd) | Err(MZError::Buf) => Ok(found.bytes_written),
            Ok(MZStatus::NeedDict) | Err(_) => Err(Error::from(ErrorKind::InvalidData)),
        }
    }
}

impl Read for Unpacked {
    fn read(&mut self, out: &mut [u8]) -> Result<usize> {
        if self.is_too_large() {
            return Err(Error::from(ErrorKind::FileTooLarge));
        }
        let count = self.step(out)?;
        self.left = self.left.saturating_sub(u64::try_from(count).unwrap_or(u64::MAX));
        self.piece = self.piece.saturating_sub(count);
        Ok(count)
    }
}
