//! Pictures inside drawings.

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;

use super::size::check;
use super::strip::{format, strip};

/// A picture that stands in the drawing itself, without what its camera wrote into it. `None` for anything else.
pub fn embedded(url: &str) -> Option<String> {
    let (kind, data) = url.strip_prefix("data:")?.split_once(',')?;
    let kind = kind.to_ascii_lowercase();
    let kind: String = kind.chars().filter(|c| !c.is_whitespace()).collect();
    let kind = kind.strip_suffix(";base64")?;
    let kind = kind.split(';').next()?;
    if !["image/png", "image/jpeg", "image/jpg", "image/gif", "image/webp"].contains(&kind) {
        return None;
    }
    let data: String = data.chars().filter(|c| !c.is_whitespace()).collect();
    let bytes = BASE64.decode(data).ok()?;
    let raster = format(&bytes)?;
    check(&bytes, raster).ok()?;
    let stripped = strip(&bytes, raster).ok()?;
    Some(format!("data:{kind};base64,{}", BASE64.encode(stripped)))
}
