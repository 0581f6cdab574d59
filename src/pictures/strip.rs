//! Raster files without what a camera or a program wrote into them: place, time, device, names, thumbnails, comments, and
//! whatever follows the end of the picture. The picture itself is copied byte for byte.
//!
//! Own walkers, for the libraries that edit such files keep what stands between scans and after the end, where phones put
//! videos and second pictures with the same data.

use image::metadata::Orientation;

/// Why a file could not be gone through.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// It ends before the picture does.
    Cut,
    /// It is not made as its first bytes say.
    Damaged,
}

/// A format that browsers show and that can be cleaned without touching the picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Raster {
    Jpeg,
    Png,
    WebP,
    Gif,
}

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";

/// The format of a file, by its first bytes.
pub fn format(bytes: &[u8]) -> Option<Raster> {
    match bytes {
        [0xFF, 0xD8, 0xFF, ..] => Some(Raster::Jpeg),
        _ if bytes.starts_with(PNG) => Some(Raster::Png),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some(Raster::WebP),
        [b'G', b'I', b'F', b'8', b'7' | b'9', b'a', ..] => Some(Raster::Gif),
        _ => None,
    }
}

/// The file with the picture alone; of its metadata remain the colour profile and how the picture is to be turned.
///
/// # Errors
/// What is wrong with a file that cannot be gone through to its end.
pub fn strip(bytes: &[u8], raster: Raster) -> Result<Vec<u8>, Fault> {
    match raster {
        Raster::Jpeg => jpeg(bytes),
        Raster::Png => png(bytes),
        Raster::WebP => webp(bytes),
        Raster::Gif => gif(bytes),
    }
}

/// Bytes that are read from the front.
struct Bytes<'b>(&'b [u8]);

impl<'b> Bytes<'b> {
    fn take(&mut self, count: usize) -> Result<&'b [u8], Fault> {
        let (taken, rest) = self.0.split_at_checked(count).ok_or(Fault::Cut)?;
        self.0 = rest;
        Ok(taken)
    }

    fn byte(&mut self) -> Result<u8, Fault> {
        Ok(self.take(1)?[0])
    }
}

/// A block of EXIF that says how the picture is to be turned, and nothing else. `None` if it need not be turned.
fn turned(exif: &[u8]) -> Option<[u8; 26]> {
    let orientation = Orientation::from_exif_chunk(exif).filter(|turn| *turn != Orientation::NoTransforms)?;
    let mut block = *b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\0\0\0\0\0\0\0\0";
    block[18] = orientation.to_exif();
    Some(block)
}

const EXIF: &[u8] = b"Exif\0\0";

fn jpeg(bytes: &[u8]) -> Result<Vec<u8>, Fault> {
    let mut from = Bytes(bytes);
    let mut to = from.take(2)?.to_vec();
    loop {
        // Bytes between segments mean nothing; a marker may be filled up with any number of 0xFF.
        while from.byte()? != 0xFF {}
        let marker = loop {
            match from.byte()? {
                0xFF => {}
                marker => break marker,
            }
        };
        match marker {
            0xD9 => {
                to.extend([0xFF, marker]);
                return Ok(to);
            }
            0x00 | 0x01 | 0xD0..=0xD8 => continue,
            _ => {}
        }
        let length = from.0.get(..2).map(|length| u16::from_be_bytes([length[0], length[1]])).ok_or(Fault::Cut)?;
        if length < 2 {
            return Err(Fault::Damaged);
        }
        let segment = from.take(length.into())?;
        jpeg_segment(marker, segment, &mut to);
        if marker == 0xDA {
            let length = scan(from.0)?;
            to.extend_from_slice(from.take(length)?);
        }
    }
}

/// Writes a segment, its length included, if it belongs to the picture.
fn jpeg_segment(marker: u8, segment: &[u8], to: &mut Vec<u8>) {
    let (length, data) = segment.split_at(2);
    match marker {
        // The end of this one is a small picture of what the photo was before it was cut.
        0xE0 if data.starts_with(b"JFIF\0") && data.len() >= 14 => {
            to.extend([0xFF, marker, 0, 16]);
            to.extend_from_slice(&data[..12]);
            to.extend([0, 0]);
        }
        0xE1 => {
            if let Some(block) = data.strip_prefix(EXIF).and_then(turned) {
                to.extend([0xFF, marker, 0, (2 + EXIF.len() + block.len()) as u8]);
                to.extend_from_slice(EXIF);
                to.extend_from_slice(&block);
            }
        }
        0xE2 if !data.starts_with(b"ICC_PROFILE\0") => {}
        0xEE if !data.starts_with(b"Adobe") => {}
        0xE0 | 0xE3..=0xED | 0xEF | 0xFE => {}
        _ => {
            to.extend([0xFF, marker]);
            to.extend_from_slice(length);
            to.extend_from_slice(data);
        }
    }
}

/// How many bytes of a scan stand before the next marker.
fn scan(bytes: &[u8]) -> Result<usize, Fault> {
    let mut at = 0;
    loop {
        at += memchr::memchr(0xFF, &bytes[at..]).ok_or(Fault::Cut)?;
        match bytes.get(at + 1).ok_or(Fault::Cut)? {
            0x00 | 0xD0..=0xD7 => at += 2,
            0xFF => at += 1,
            _ => return Ok(at),
        }
    }
}

/// Chunks that say what the picture looks like; a chunk whose name begins with a capital letter is of that kind always.
const PNG_KEPT: [&[u8; 4]; 13] = [
    b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"cICP", b"mDCV", b"cLLI", b"sBIT", b"bKGD", b"pHYs", b"acTL", b"fcTL",
];

fn png(bytes: &[u8]) -> Result<Vec<u8>, Fault> {
    let mut from = Bytes(bytes);
    let mut to = from.take(PNG.len())?.to_vec();
    loop {
        let head = from.0.get(..8).ok_or(Fault::Cut)?;
        let (length, name) = head.split_at(4);
        let length = length.iter().fold(0_usize, |length, byte| (length << 8) | usize::from(*byte));
        if !name.iter().all(u8::is_ascii_alphabetic) {
            return Err(Fault::Damaged);
        }
        let chunk = from.take(length.saturating_add(12))?;
        if name[0].is_ascii_uppercase() || name == b"fdAT" || PNG_KEPT.iter().any(|kept| name == *kept) {
            to.extend_from_slice(chunk);
        }
        if name == b"IEND" {
            return Ok(to);
        }
    }
}

/// In the flags of an extended file: that there is XMP, and that there is EXIF.
const WEBP_XMP: u8 = 4;
const WEBP_EXIF: u8 = 8;

fn webp(bytes: &[u8]) -> Result<Vec<u8>, Fault> {
    let little = |bytes: &[u8]| bytes.iter().rev().fold(0_usize, |number, byte| (number << 8) | usize::from(*byte));
    let mut from = Bytes(bytes);
    let head = from.take(12)?;
    let mut to = head.to_vec();
    from = Bytes(from.take(little(&head[4..8]).checked_sub(4).ok_or(Fault::Damaged)?)?);
    let mut flags = None;
    while from.0.len() >= 8 {
        let head = from.take(8)?;
        let data = from.take(little(&head[4..]))?;
        // A chunk of odd length is filled up; some programs forget it at the end.
        let _ = from.take(data.len() % 2);
        match &head[..4] {
            b"VP8X" if !data.is_empty() => {
                flags = Some(to.len() + head.len());
                let mut data = data.to_vec();
                data[0] &= !(WEBP_XMP | WEBP_EXIF);
                riff_chunk(b"VP8X", &data, &mut to);
            }
            b"EXIF" => {
                let block = turned(data.strip_prefix(EXIF).unwrap_or(data));
                if let (Some(block), Some(flags)) = (block, flags) {
                    to[flags] |= WEBP_EXIF;
                    riff_chunk(b"EXIF", &block, &mut to);
                }
            }
            name if [b"VP8 ", b"VP8L", b"ALPH", b"ANIM", b"ANMF", b"ICCP"].iter().any(|kept| name == *kept) => {
                riff_chunk(name, data, &mut to);
            }
            _ => {}
        }
    }
    let length = (to.len() - 8) as u32;
    to[4..8].copy_from_slice(&length.to_le_bytes());
    Ok(to)
}

fn riff_chunk(name: &[u8], data: &[u8], to: &mut Vec<u8>) {
    to.extend_from_slice(name);
    to.extend((data.len() as u32).to_le_bytes());
    to.extend_from_slice(data);
    to.extend(std::iter::repeat_n(0, data.len() % 2));
}

/// Blocks of programs that say how often an animation is repeated, and in which colours it is.
const GIF_KEPT: [&[u8; 11]; 3] = [b"NETSCAPE2.0", b"ANIMEXTS1.0", b"ICCRGBG1012"];

fn gif(bytes: &[u8]) -> Result<Vec<u8>, Fault> {
    let table = |flags: u8| if flags & 0x80 == 0 { 0 } else { 3 << ((flags & 7) + 1) };
    let mut from = Bytes(bytes);
    let head = from.take(13)?;
    let mut to = head.to_vec();
    to.extend_from_slice(from.take(table(head[10]))?);
    loop {
        let start = from.0;
        let kept = match from.byte()? {
            0x3B => {
                to.push(0x3B);
                return Ok(to);
            }
            0x2C => {
                let head = from.take(9)?;
                from.take(table(head[8]) + 1)?;
                true
            }
            0x21 => match from.byte()? {
                0xF9 | 0x01 => true,
                0xFF => GIF_KEPT.iter().any(|name| from.0.get(1..12) == Some(name.as_slice())),
                _ => false,
            },
            _ => return Err(Fault::Damaged),
        };
        loop {
            let length = from.byte()?;
            from.take(length.into())?;
            if length == 0 {
                break;
            }
        }
        if kept {
            to.extend_from_slice(&start[..start.len() - from.0.len()]);
        }
    }
}

#[cfg(test)]
mod tests {
    use image::ImageDecoder;
    use image::codecs::jpeg::JpegDecoder;

    use super::super::samples;
    use super::*;

    fn all(turn: Orientation) -> Vec<(Raster, Vec<u8>)> {
        let photo = samples::photo(64, 48);
        vec![
            (Raster::Jpeg, samples::jpeg(&photo, turn, Some(samples::wide_colours()))),
            (Raster::Png, samples::png(&photo, turn, Some(samples::wide_colours()))),
            (Raster::WebP, samples::webp(&photo, turn)),
            (Raster::Gif, samples::gif()),
        ]
    }

    #[test]
    fn nothing_is_left_but_the_picture() {
        for (raster, bytes) in all(Orientation::NoTransforms) {
            assert!(samples::says_secret(&bytes), "{raster:?}");
            assert_eq!(format(&bytes), Some(raster));
            let stripped = strip(&bytes, raster).unwrap();
            assert!(!samples::says_secret(&stripped), "{raster:?}");
            let (before, after) =
                (image::load_from_memory(&bytes).unwrap(), image::load_from_memory(&stripped).unwrap());
            assert!(before.as_bytes() == after.as_bytes(), "{raster:?}");
            assert_eq!(strip(&stripped, raster).as_ref(), Ok(&stripped), "{raster:?}");
        }
    }

    #[test]
    fn a_photo_keeps_its_colours_and_how_it_is_turned() {
        let bytes = samples::jpeg(&samples::photo(64, 48), Orientation::Rotate90, Some(samples::wide_colours()));
        let stripped = strip(&bytes, Raster::Jpeg).unwrap();
        assert!(!samples::says_secret(&stripped));
        let mut decoder = JpegDecoder::new(std::io::Cursor::new(&stripped)).unwrap();
        assert_eq!(decoder.orientation().unwrap(), Orientation::Rotate90);
        assert_eq!(decoder.icc_profile().unwrap(), Some(samples::wide_colours()));
        let bytes = samples::webp(&samples::photo(64, 48), Orientation::Rotate180);
        let stripped = strip(&bytes, Raster::WebP).unwrap();
        assert!(!samples::says_secret(&stripped));
        let mut decoder = image::codecs::webp::WebPDecoder::new(std::io::Cursor::new(&stripped)).unwrap();
        assert_eq!(decoder.orientation().unwrap(), Orientation::Rotate180);
    }

    #[test]
    fn an_animation_stays_one() {
        use image::AnimationDecoder;
        let stripped = strip(&samples::gif(), Raster::Gif).unwrap();
        let decoder = image::codecs::gif::GifDecoder::new(std::io::Cursor::new(&stripped)).unwrap();
        assert_eq!(decoder.into_frames().count(), 2);
        assert!(stripped.windows(11).any(|window| window == b"NETSCAPE2.0"));
    }

    #[test]
    fn a_file_that_ends_too_soon_is_told_from_a_whole_one() {
        for (raster, bytes) in all(Orientation::NoTransforms) {
            let whole = strip(&bytes, raster).unwrap();
            for cut in [whole.len() / 3, whole.len() / 2, whole.len() - 3] {
                assert_eq!(strip(&whole[..cut], raster), Err(Fault::Cut), "{raster:?} at {cut}");
            }
        }
    }

    proptest::proptest! {
        #[test]
        fn any_bytes_are_gone_through(bytes: Vec<u8>, raster in 0..4_usize, at in 0..200_usize, other: u8) {
            let raster = [Raster::Jpeg, Raster::Png, Raster::WebP, Raster::Gif][raster];
            let _ = strip(&bytes, raster);
            let (_, mut near) = all(Orientation::Rotate90).into_iter().find(|(of, _)| *of == raster).unwrap();
            near[at] = other;
            if let Ok(stripped) = strip(&near, raster) {
                proptest::prop_assert_eq!(strip(&stripped, raster), Ok(stripped.clone()));
            }
        }
    }
}
