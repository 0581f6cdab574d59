//! How large a picture says it is, read before anything is decoded: a file of some bytes can say that it has any number of
//! pixels, and whatever decodes it makes room for all of them.

use super::Problem;
use super::strip::Raster;
use crate::messages::{Message, say};

/// Most pixels of a picture, and of one frame of an animation.
pub const MAX_PIXELS: u64 = 64_000_000;
/// Most pixels of all frames of an animation, which a browser decodes again and again.
const MAX_MOVING: u64 = 1_000_000_000;
/// Longest side of a picture; JPEG has no longer one.
const MAX_SIDE: u64 = 65_535;

const TOO_LARGE: Message = say::save_smaller_copy_of_it_and_use();
const TOO_LONG: Message = say::make_it_shorter_or_smaller_or_save();

/// Checks the sizes that a file names anywhere: of the picture, and of every frame.
///
/// # Errors
/// What is too large, and what size it may have.
pub fn check(bytes: &[u8], raster: Raster) -> Result<(), Problem> {
    let mut sizes = Sizes::default();
    // A file that ends too soon, or is not what it begins like, is told of when it is gone through.
    let _ = match raster {
        Raster::Jpeg => jpeg(bytes, &mut sizes),
        Raster::Png => png(bytes, &mut sizes),
        Raster::WebP => webp(bytes, &mut sizes),
        Raster::Gif => gif(bytes, &mut sizes),
    };
    if sizes.longest > MAX_SIDE {
        let message = say::side_of_it_has_pixels_at_most(sizes.longest, MAX_SIDE);
        return Err(too_large(message, TOO_LARGE));
    }
    if sizes.largest > MAX_PIXELS {
        return Err(too_many(sizes.largest, MAX_PIXELS));
    }
    if sizes.moving > MAX_MOVING {
        let message = say::its_frames_have_megapixels_together_at_most(
            sizes.frames,
            sizes.moving / 1_000_000,
            MAX_MOVING / 1_000_000,
        );
        return Err(too_large(message, TOO_LONG));
    }
    Ok(())
}

/// That a picture has more pixels than there is memory for.
pub fn too_many(pixels: u64, most: u64) -> Problem {
    let message = say::it_has_megapixels_at_most_are_allowed(pixels / 1_000_000, most / 1_000_000);
    too_large(message, TOO_LARGE)
}

fn too_large(message: Message, help: Message) -> Problem {
    Problem { help: Some(help), ..Problem::from(message) }
}

/// What a file says of its sizes.
#[derive(Default)]
struct Sizes {
    longest: u64,
    /// Pixels of the picture or the largest frame.
    largest: u64,
    frames: u64,
    /// Pixels of all frames.
    moving: u64,
}

impl Sizes {
    fn add(&mut self, width: u64, height: u64) {
        self.longest = self.longest.max(width).max(height);
        self.largest = self.largest.max(width * height);
    }

    fn frame(&mut self, width: u64, height: u64) {
        self.add(width, height);
        self.frames += 1;
        self.moving += width * height;
    }
}

fn big(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0, |number, byte| (number << 8) | u64::from(*byte))
}

fn little(bytes: &[u8]) -> u64 {
    bytes.iter().rev().fold(0, |number, byte| (number << 8) | u64::from(*byte))
}

/// Every segment that begins a picture, whatever its coding.
fn jpeg(bytes: &[u8], sizes: &mut Sizes) -> Option<()> {
    let mut at = 2;
    loop {
        at += memchr::memchr(0xFF, bytes.get(at..)?)?;
        let marker = *bytes.get(at + 1)?;
        match marker {
            // Filling, a byte of a scan, what has no length.
            0xFF => at += 1,
            0x00 | 0x01 | 0xD0..=0xD9 => at += 2,
            _ => {
                if matches!(marker, 0xC0..=0xCF) && ![0xC4, 0xC8, 0xCC].contains(&marker) {
                    sizes.add(big(bytes.get(at + 7..at + 9)?), big(bytes.get(at + 5..at + 7)?));
                }
                at += 2 + (big(bytes.get(at + 2..at + 4)?) as usize).max(2);
            }
        }
    }
}

fn png(bytes: &[u8], sizes: &mut Sizes) -> Option<()> {
    let mut rest = bytes.get(8..)?;
    loop {
        let length = big(rest.get(..4)?) as usize;
        match rest.get(4..8)? {
            b"IHDR" => sizes.add(big(rest.get(8..12)?), big(rest.get(12..16)?)),
            b"fcTL" => sizes.frame(big(rest.get(12..16)?), big(rest.get(16..20)?)),
            _ => {}
        }
        rest = rest.get(length.checked_add(12)?..)?;
    }
}

fn webp(bytes: &[u8], sizes: &mut Sizes) -> Option<()> {
    riff(bytes.get(12..)?, sizes)
}

fn riff(mut rest: &[u8], sizes: &mut Sizes) -> Option<()> {
    loop {
        let (name, length) = (rest.get(..4)?, little(rest.get(4..8)?) as usize);
        let data = &rest[8..];
        let side = |at: usize| Some(little(data.get(at..at + 3)?) + 1);
        match name {
            b"VP8X" => sizes.add(side(4)?, side(7)?),
            b"ANMF" => {
                sizes.frame(side(6)?, side(9)?);
                // The picture of the frame says its size once more.
                let _ = riff(data.get(16..length.min(data.len()))?, sizes);
            }
            b"VP8 " => sizes.add(little(data.get(6..8)?) & 0x3FFF, little(data.get(8..10)?) & 0x3FFF),
            b"VP8L" => {
                let packed = little(data.get(1..5)?);
                sizes.add((packed & 0x3FFF) + 1, ((packed >> 14) & 0x3FFF) + 1);
            }
            _ => {}
        }
        rest = data.get(length.checked_add(length % 2)?..)?;
    }
}

fn gif(bytes: &[u8], sizes: &mut Sizes) -> Option<()> {
    let table = |flags: u8| if flags & 0x80 == 0 { 0 } else { 3 << ((flags & 7) + 1) };
    sizes.add(little(bytes.get(6..8)?), little(bytes.get(8..10)?));
    let mut at = 13 + table(*bytes.get(10)?);
    loop {
        match *bytes.get(at)? {
            0x2C => {
                sizes.frame(little(bytes.get(at + 5..at + 7)?), little(bytes.get(at + 7..at + 9)?));
                at += 11 + table(*bytes.get(at + 9)?);
            }
            0x21 => at += 2,
            _ => return None,
        }
        loop {
            let length = usize::from(*bytes.get(at)?);
            at += 1 + length;
            if length == 0 {
                break;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::samples;
    use super::super::strip::format;
    use super::*;

    fn told(bytes: &[u8]) -> String {
        check(bytes, format(bytes).unwrap()).err().map_or_else(String::new, |problem| problem.message.english())
    }

    #[test]
    fn whatever_a_small_file_says_is_known_before_it_is_decoded() {
        let files = samples::huge();
        for (name, bytes) in &files {
            assert!(bytes.len() < 200, "{name} has {} bytes", bytes.len());
            let message = told(bytes);
            assert!(message.contains("are allowed"), "{name}: {message}");
        }
        assert_eq!(files.len(), 11);
    }

    #[test]
    fn many_frames_count_together() {
        let mut gif = b"GIF89a\xE8\x03\xE8\x03\0\0\0".to_vec();
        for _ in 0..1_001 {
            gif.extend(b"\x2C\0\0\0\0\xE8\x03\xE8\x03\0\x02\0");
        }
        gif.push(0x3B);
        assert_eq!(told(&gif), "its 1001 frames have 1001 megapixels together; at most 1000 are allowed");
    }

    #[test]
    fn ordinary_pictures_pass() {
        let (photo, straight) = (samples::photo(64, 48), image::metadata::Orientation::NoTransforms);
        let all = [
            samples::jpeg(&photo, straight, None),
            samples::png(&photo, straight, None),
            samples::webp(&photo, straight),
            samples::gif(),
        ];
        for bytes in all {
            assert_eq!(told(&bytes), "");
            let mut sizes = Sizes::default();
            let _ = match format(&bytes).unwrap() {
                Raster::Jpeg => jpeg(&bytes, &mut sizes),
                Raster::Png => png(&bytes, &mut sizes),
                Raster::WebP => webp(&bytes, &mut sizes),
                Raster::Gif => gif(&bytes, &mut sizes),
            };
            assert!(sizes.largest == 64 * 48 || (sizes.largest, sizes.frames) == (900 * 20, 2), "{}", sizes.largest);
        }
    }

    proptest::proptest! {
        #[test]
        fn any_bytes_are_gone_through(bytes: Vec<u8>) {
            for raster in [Raster::Jpeg, Raster::Png, Raster::WebP, Raster::Gif] {
                let _ = check(&bytes, raster);
            }
        }
    }
}
