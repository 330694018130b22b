//! Chance, for ids.

/// The browser has no source of randomness.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the browser gives no random numbers")]
pub struct NoEntropy;

/// 64 random bits fit for ids that must not collide between browsers.
pub fn entropy() -> Result<u64, NoEntropy> {
    let crypto = web_sys::window().ok_or(NoEntropy)?.crypto().map_err(|_| NoEntropy)?;
    let mut bytes = [0; 8];
    crypto.get_random_values_with_u8_array(&mut bytes).map_err(|_| NoEntropy)?;
    Ok(u64::from_le_bytes(bytes))
}
