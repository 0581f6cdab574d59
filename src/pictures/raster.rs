//! Pictures made of dots: their size, and smaller copies of wide ones in the colours that every screen has.

use std::io::Cursor;

use image::codecs::gif::GifDecoder;
use image::codecs::jpeg::{JpegDecoder, JpegEncoder};
use image::codecs::png::{PngDecoder, PngEncoder};
use image::codecs::webp::WebPDecoder;
use image::imageops::FilterType;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageResult, Limits};

use super::colours;
use super::strip::{Raster, strip};
use super::{Copy, Picture, Problem};

/// Widths of copies, in pixels: the column of text on a common screen, and the same on one with twice the density.
const WIDTHS: [u32; 2] = [720, 1440];
/// Quality of JPEG copies, of 100.
const QUALITY: u8 = 82;
/// Most pixels of a picture. With 8 bytes each it takes half a gigabyte of memory.
const MAX_PIXELS: u64 = 64_000_000;

/// A picture whose first bytes have been read.
struct Opened<'b> {
    bytes: &'b [u8],
    decoder: Box<dyn ImageDecoder + 'b>,
    raster: Raster,
    /// Size as the camera's mark turns it.
    width: u32,
    height: u32,
    turn: Orientation,
    moves: bool,
    /// The colours that its numbers mean, where the file says it.
    profile: Option<Vec<u8>>,
    /// Whether it is made of inks, as print shops have it.
    inks: bool,
}

impl<'b> Opened<'b> {
    fn new(bytes: &'b [u8], raster: Raster) -> Result<Opened<'b>, Problem> {
        let (mut decoder, moves) = decoder(bytes, raster).map_err(|_| Problem::damaged())?;
        let turn = decoder.orientation().unwrap_or(Orientation::NoTransforms);
        let (mut width, mut height) = decoder.dimensions();
        let lies =
            [Orientation::Rotate90, Orientation::Rotate270, Orientation::Rotate90FlipH, Orientation::Rotate270FlipH];
        if lies.contains(&turn) {
            std::mem::swap(&mut width, &mut height);
        }
        if width == 0 || height == 0 {
            return Err("it has no size".into());
        }
        let pixels = u64::from(width) * u64::from(height);
        if pixels > MAX_PIXELS {
            let message =
                format!("it has {} megapixels; at most {} are allowed", pixels / 1_000_000, MAX_PIXELS / 1_000_000);
            return Err(Problem { help: Some(TOO_LARGE), ..Problem::from(message.as_str()) });
        }
        let inks = raster == Raster::Jpeg && colours::has_inks(bytes);
        let profile = decoder.icc_profile().ok().flatten();
        Ok(Opened { bytes, decoder, raster, width, height, turn, moves, profile, inks })
    }

    /// Whether every browser shows the file itself upright and in its colours. Browsers turn JPEG alone by its mark.
    fn shows_itself(&self) -> bool {
        !self.inks && (self.raster == Raster::Jpeg || self.turn == Orientation::NoTransforms)
    }

    /// The format of its copies. `None` for what a copy would rob of its movement.
    fn extension(&self) -> Option<&'static str> {
        match self.raster {
            _ if self.moves => None,
            Raster::Gif => None,
            Raster::Jpeg => Some("jpg"),
            Raster::Png => Some("png"),
            // Only lossless WebP could be written, which is often larger than the file that was given.
            Raster::WebP if self.decoder.color_type().has_alpha() => Some("png"),
            Raster::WebP => Some("jpg"),
        }
    }

    /// The picture upright, with 8 bits a colour.
    fn decode(self) -> Result<Decoded, Problem> {
        let rgb = self.profile.as_deref().filter(|_| self.inks).and_then(|profile| colours::inks(self.bytes, profile));
        let profile = self.profile.filter(|_| !self.inks);
        let mut image = match rgb {
            Some(rgb) => rgb,
            None => DynamicImage::from_decoder(self.decoder).map_err(|_| Problem::damaged())?,
        };
        image.apply_orientation(self.turn);
        let image = match image.color() {
            color if color.has_alpha() => DynamicImage::ImageRgba8(image.into_rgba8()),
            color if !color.has_color() => DynamicImage::ImageLuma8(image.into_luma8()),
            _ => DynamicImage::ImageRgb8(image.into_rgb8()),
        };
        Ok(Decoded { image, profile })
    }
}

const TOO_LARGE: &str = "Save a smaller copy of it and use that: 2000 pixels in width are enough for every screen.";

/// The decoder of a file, and whether the picture moves.
fn decoder<'b>(bytes: &'b [u8], raster: Raster) -> ImageResult<(Box<dyn ImageDecoder + 'b>, bool)> {
    let mut limits = Limits::default();
    // The limit that is told to people comes first.
    limits.max_alloc = Some(MAX_PIXELS * 12);
    let cursor = Cursor::new(bytes);
    let (mut decoder, moves): (Box<dyn ImageDecoder + 'b>, bool) = match raster {
        Raster::Jpeg => (Box::new(JpegDecoder::new(cursor)?), false),
        Raster::Png => {
            let decoder = PngDecoder::with_limits(cursor, limits.clone())?;
            let moves = decoder.is_apng()?;
            (Box::new(decoder), moves)
        }
        Raster::WebP => {
            let decoder = WebPDecoder::new(cursor)?;
            let moves = decoder.has_animation();
            (Box::new(decoder), moves)
        }
        Raster::Gif => (Box::new(GifDecoder::new(cursor)?), false),
    };
    decoder.set_limits(limits)?;
    Ok((decoder, moves))
}

/// The size of a picture at `address`, and the copies that it needs.
pub fn measure(address: &str, bytes: &[u8], raster: Raster) -> Result<Picture, Problem> {
    let stripped = strip(bytes, raster)?;
    let opened = Opened::new(bytes, raster)?;
    let (width, height, extension, faithful) = (opened.width, opened.height, opened.extension(), opened.shows_itself());
    // A picture that is damaged has a size all the same; only its last line tells.
    let decoded = opened.decode()?;
    let widest = width.min(WIDTHS[WIDTHS.len() - 1]);
    let height = (u64::from(height) * u64::from(widest)).div_ceil(u64::from(width)) as u32;
    let mut picture = Picture { width: widest, height, copies: Vec::new() };
    let Some(extension) = extension else { return Ok(picture) };
    let mut original = width == widest;
    for wanted in WIDTHS.into_iter().filter(|wanted| *wanted < width) {
        let copy = Copy { width: wanted, address: copy_address(address, wanted, extension), original: false };
        if faithful && decoded.copy(&copy).is_none_or(|made| made.len() >= stripped.len()) {
            // The wider ones are larger still.
            original = true;
            break;
        }
        picture.copies.push(copy);
    }
    if original && !faithful {
        let address = copy_address(address, width, extension);
        picture.copies.push(Copy { width, address, original: false });
    } else if original && !picture.copies.is_empty() {
        picture.copies.push(Copy { width, address: address.to_string(), original: true });
    }
    Ok(picture)
}

/// `a.jpg` → `a.720.jpg`. What is copied into another format keeps its ending too, for `a.jpg` may lie beside `a.webp`.
fn copy_address(address: &str, width: u32, extension: &str) -> String {
    match address.rsplit_once('.') {
        Some((stem, own)) if own.eq_ignore_ascii_case(extension) => format!("{stem}.{width}.{extension}"),
        _ => format!("{address}.{width}.{extension}"),
    }
}

/// A picture in memory.
pub struct Decoded {
    image: DynamicImage,
    profile: Option<Vec<u8>>,
}

impl Decoded {
    /// The picture of a file that [`measure`] has let through; `None` for any other.
    pub fn new(bytes: &[u8]) -> Option<Decoded> {
        Opened::new(bytes, super::strip::format(bytes)?).ok()?.decode().ok()
    }

    /// The bytes of a copy.
    pub fn copy(&self, copy: &Copy) -> Option<Vec<u8>> {
        let small = match copy.width < self.image.width() {
            true => self.image.resize(copy.width, u32::MAX, FilterType::CatmullRom),
            false => self.image.clone(),
        };
        let small = match &self.profile {
            Some(profile) => colours::to_srgb(small, profile),
            None => small,
        };
        let mut encoded = Vec::new();
        let written = if copy.address.ends_with(".png") {
            small.write_with_encoder(PngEncoder::new(&mut encoded))
        } else {
            small.write_with_encoder(JpegEncoder::new_with_quality(&mut encoded, QUALITY))
        };
        written.ok().map(|()| encoded)
    }
}

#[cfg(test)]
mod tests {
    use image::metadata::Orientation;

    use super::super::samples;
    use super::*;

    fn measured(address: &str, bytes: &[u8]) -> Picture {
        measure(address, bytes, super::super::strip::format(bytes).unwrap()).unwrap()
    }

    fn plain(image: &DynamicImage) -> Vec<u8> {
        let mut bytes = Vec::new();
        image.write_with_encoder(PngEncoder::new(&mut bytes)).unwrap();
        bytes
    }

    fn addresses(picture: &Picture) -> Vec<&str> {
        picture.copies.iter().map(|copy| copy.address.as_str()).collect()
    }

    fn made(bytes: &[u8], copy: &Copy) -> DynamicImage {
        image::load_from_memory(&Decoded::new(bytes).unwrap().copy(copy).unwrap()).unwrap()
    }

    /// How far apart two colours are.
    fn distance(a: image::Rgba<u8>, b: [u8; 3]) -> u32 {
        (0..3).map(|at| u32::from(a.0[at].abs_diff(b[at]))).sum()
    }

    use image::GenericImageView;

    #[test]
    fn a_wide_picture_gets_copies_and_a_narrow_one_none() {
        let wide = measured("files/a.png", &plain(&samples::photo(1500, 600)));
        assert_eq!((wide.width, wide.height), (1440, 576));
        assert_eq!(addresses(&wide), ["files/a.720.png", "files/a.1440.png"]);
        let middle = measured("files/a.png", &plain(&samples::photo(1000, 10)));
        assert_eq!((middle.width, addresses(&middle)), (1000, vec!["files/a.720.png", "files/a.png"]));
        assert!(measured("files/a.png", &plain(&samples::photo(300, 10))).copies.is_empty());
    }

    #[test]
    fn files_with_one_stem_have_copies_of_their_own() {
        let photo = samples::photo(800, 8);
        let jpeg = samples::jpeg(&photo, Orientation::NoTransforms, None);
        assert_eq!(addresses(&measured("a.jpg", &jpeg))[0], "a.720.jpg");
        assert_eq!(addresses(&measured("a.JPG", &jpeg))[0], "a.720.jpg");
        assert_eq!(addresses(&measured("a.jpeg", &jpeg))[0], "a.jpeg.720.jpg");
        assert_eq!(
            addresses(&measured("a.webp", &samples::webp(&photo, Orientation::NoTransforms)))[0],
            "a.webp.720.jpg"
        );
    }

    #[test]
    fn no_copy_is_larger_than_its_original() {
        // Stripes of two colours: a copy has many colours between them.
        let stripe = |x: u32, _| image::Luma([(x % 3 / 2 * 255) as u8]);
        let stripes = plain(&DynamicImage::ImageLuma8(image::GrayImage::from_fn(1600, 400, stripe)));
        let photo = plain(&samples::photo(1500, 60));
        for (bytes, expected) in
            [(&stripes, ["files/a.720.png", "files/a.png"]), (&photo, ["files/a.720.png", "files/a.1440.png"])]
        {
            let picture = measured("files/a.png", bytes);
            assert_eq!((picture.width, addresses(&picture)), (1440, expected.to_vec()));
            for copy in picture.copies.iter().filter(|copy| !copy.original) {
                assert!(Decoded::new(bytes).unwrap().copy(copy).unwrap().len() < bytes.len());
            }
        }
        let decoded = Decoded::new(&stripes).unwrap();
        let wide = Copy { width: 1440, address: "a.png".into(), original: false };
        assert!(decoded.copy(&wide).unwrap().len() >= stripes.len(), "which is why it is not made");
    }

    #[test]
    fn a_photo_that_was_held_upright_stands_upright() {
        let bytes = samples::jpeg(&samples::photo(1600, 800), Orientation::Rotate90, None);
        let picture = measured("files/a.jpg", &bytes);
        assert_eq!((picture.width, picture.height), (800, 1600));
        let copy = made(&bytes, &picture.copies[0]);
        assert_eq!(copy.dimensions(), (720, 1440));
        assert!(distance(copy.get_pixel(700, 20), [230, 20, 20]) < 40, "what was left is right now");
        assert!(picture.copies[1].original, "browsers turn a JPEG by its mark");
        let bytes = samples::png(&samples::photo(60, 30), Orientation::Rotate90, None);
        let picture = measured("files/a.png", &bytes);
        assert_eq!((picture.width, addresses(&picture)), (30, vec!["files/a.30.png"]), "and a PNG they do not");
        assert_eq!(made(&bytes, &picture.copies[0]).dimensions(), (30, 60));
    }

    #[test]
    fn copies_have_the_colours_of_the_file() {
        for bytes in [
            samples::jpeg(&samples::photo(900, 90), Orientation::NoTransforms, Some(samples::wide_colours())),
            samples::png(&samples::photo(900, 90), Orientation::NoTransforms, Some(samples::wide_colours())),
        ] {
            let picture = measured("files/a.jpg", &bytes);
            let copy = made(&bytes, &picture.copies[0]);
            // A red of a phone's screen is beyond what others have: (250, 0, 0) comes nearest.
            assert!(distance(copy.get_pixel(20, 5), [250, 0, 8]) < 24, "{:?}", copy.get_pixel(20, 5));
        }
    }

    #[test]
    fn inks_are_copied_as_light() {
        let bytes = samples::inks([255, 38, 38, 200], 0);
        let picture = measured("files/a.jpg", &bytes);
        assert_eq!((picture.width, addresses(&picture)), (16, vec!["files/a.16.jpg"]));
        assert!(distance(made(&bytes, &picture.copies[0]).get_pixel(5, 5), [200, 30, 30]) < 24);
    }

    #[test]
    fn what_moves_is_not_copied() {
        let gif = measured("files/a.gif", &samples::gif());
        assert_eq!((gif.width, gif.copies), (900, Vec::new()));
        let still = plain(&samples::photo(900, 20));
        let mut moving = still.clone();
        moving.splice(33..33, [samples::chunk(b"acTL", &[0, 0, 0, 1, 0, 0, 0, 0])].concat());
        let frame: Vec<u8> =
            [0_u32, 900, 20, 0, 0].iter().flat_map(|n| n.to_be_bytes()).chain([0, 1, 0, 10, 0, 0]).collect();
        moving.splice(33 + 20..33 + 20, samples::chunk(b"fcTL", &frame));
        assert_eq!(measured("files/a.png", &moving).copies, []);
        assert_eq!(measured("files/a.png", &still).copies.len(), 2);
    }

    #[test]
    fn a_picture_of_too_many_pixels_is_refused_before_it_is_decoded() {
        let mut bytes = plain(&DynamicImage::new_luma8(1, 1));
        let head = samples::chunk(b"IHDR", &[0, 0, 0x40, 0, 0, 0, 0x40, 0, 8, 0, 0, 0, 0]);
        bytes.splice(8..33, head);
        let problem = measure("a.png", &bytes, Raster::Png).unwrap_err();
        assert_eq!(problem.message, "it has 268 megapixels; at most 64 are allowed");
    }

    proptest::proptest! {
        #[test]
        fn any_bytes_are_measured_or_refused(bytes: Vec<u8>, at in 0..300_usize, other: u8) {
            let _ = measure("a.png", &bytes, Raster::Png);
            let photo = samples::photo(20, 10);
            for (raster, mut bytes) in [
                (Raster::Jpeg, samples::jpeg(&photo, Orientation::Rotate90, Some(samples::wide_colours()))),
                (Raster::Png, samples::png(&photo, Orientation::NoTransforms, None)),
                (Raster::WebP, samples::webp(&photo, Orientation::NoTransforms)),
            ] {
                bytes[at] = other;
                let _ = measure("a.png", &bytes, raster);
            }
        }
    }
}
