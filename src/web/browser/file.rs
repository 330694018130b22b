//! Files into the page.

use super::fault;
use js_sys::Uint8Array;
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

/// Why a chosen file was not read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FileError {
    /// It is larger than allowed; not a byte of it was read.
    #[error("the file has {size} bytes, more than {limit}")]
    TooLarge {
        /// Its size in bytes.
        size: u64,
        /// The most that is allowed, in bytes.
        limit: u64,
    },
    /// It cannot be read; the text is the browser's reason.
    #[error("the file cannot be read: {0}")]
    Unreadable(String),
}

/// Reads a file of at most `limit` bytes.
pub async fn read(file: &File, limit: u64) -> Result<Vec<u8>, FileError> {
    let size = size_of(file);
    if size > limit {
        return Err(FileError::TooLarge { size, limit });
    }
    let buffer = JsFuture::from(file.array_buffer())
        .await
        .map_err(|thrown| FileError::Unreadable(fault::text(&thrown)))?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

/// Reads the first bytes of a file.
pub async fn first(file: &File, count: usize) -> Result<Vec<u8>, FileError> {
    let unreadable = |thrown: &wasm_bindgen::JsValue| FileError::Unreadable(fault::text(thrown));
    let count = i32::try_from(count).unwrap_or(i32::MAX);
    let part = file.slice_with_i32_and_i32(0, count).map_err(|thrown| unreadable(&thrown))?;
    let buffer = JsFuture::from(part.array_buffer()).await.map_err(|thrown| unreadable(&thrown))?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "`as` saturates")]
fn size_of(file: &File) -> u64 {
    file.size() as u64
}
