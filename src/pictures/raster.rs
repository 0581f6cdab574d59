//! Pictures made of dots: their size, and smaller copies of wide ones in the colours that every screen has.

use std::io::Cursor;

use image::codecs::gif::GifDecoder;
use image::codecs::jpeg::{JpegDecoder, JpegEncoder};
use image::codecs::png::{PngDecoder, PngEncoder};
use image::codecs::webp::WebPDecoder;
use image::imageops::FilterType;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageResult, Limits};

use super::budget::{Held, PIXELS};
use super::strip::{Raster, strip};
use super::{Copy, Picture, Problem};
use super::{colours, size};
use crate::messages::say;

/// Widths of copies, in pixels: the column of text on a common screen, and the same on one with twice the density.
const WIDTHS: [u32; 2] = [720, 1440];
/// Quality of JPEG copies, of 100.
const QUALITY: u8 = 82;
/// Most bytes that a decoder may take for what is no pixel: a line of a picture, its profile.
const ASIDE: u64 = 32 << 20;

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
        size::check(bytes, raster)?;
        let (mut decoder, moves) = decoder(bytes, raster).map_err(|_| Problem::damaged())?;
        let turn = decoder.orientation().unwrap_or(Orientation::NoTransforms);
        let (mut width, mut height) = decoder.dimensions();
        let lies =
            [Orientation::Rotate90, Orientation::Rotate270, Orientation::Rotate90FlipH, Orientation::Rotate270FlipH];
        if lies.contains(&turn) {
            std::mem::swap(&mut width, &mut height);
        }
        if width == 0 || height == 0 {
            return Err(say::it_has_no_size().into());
        }
        let inks = raster == Raster::Jpeg && colours::has_inks(bytes);
        let profile = decoder.icc_profile().ok().flatten();
        let opened = Opened { bytes, decoder, raster, width, height, turn, moves, profile, inks };
        let (pixels, needs) = (u64::from(width) * u64::from(height), opened.needs());
        if needs > PIXELS.total() {
            // As many pixels of this kind as there is memory for.
            return Err(size::too_many(
                pixels,
                (u128::from(pixels) * u128::from(PIXELS.total()) / u128::from(needs)) as u64,
            ));
        }
        Ok(opened)
    }

    /// Bytes of memory that it takes at most, from the first pixel that is decoded to the last copy of it.
    fn needs(&self) -> u64 {
        let (width, height) = (u64::from(self.width), u64::from(self.height));
        let pixels = width * height;
        let decoded = self.decoder.total_bytes();
        // What the decoder keeps beside the picture: numbers that are no colours yet, or the whole screen of an animation.
        let beside = match self.raster {
            Raster::Jpeg => 2 * decoded,
            Raster::WebP => 8 * pixels,
            Raster::Png | Raster::Gif => 0,
        };
        // Colours out of inks.
        let inks = if self.inks { 7 * pixels } else { 0 };
        let turned = if self.turn == Orientation::NoTransforms { 0 } else { decoded };
        let eight_bits = 4 * pixels;
        // Making it smaller goes through lines of full width and the height of the copy, in numbers of four bytes.
        let copy = WIDTHS.into_iter().filter(|copy| u64::from(*copy) < width).max();
        let smaller = copy.map_or(eight_bits, |copy| {
            let lines = (height * u64::from(copy)).div_ceil(width);
            lines * (width * 16 + u64::from(copy) * 12)
        });
        decoded + (beside + inks).max(turned).max(eight_bits).max(smaller)
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
        let held = PIXELS.take(self.needs());
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
        Ok(Decoded { image, profile, _held: held })
    }
}

/// The decoder of a file, and whether the picture moves.
fn decoder<'b>(bytes: &'b [u8], raster: Raster) -> ImageResult<(Box<dyn ImageDecoder + 'b>, bool)> {
    let mut limits = Limits::default();
    limits.max_alloc = Some(ASIDE);
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
    // The limits that are told to people come first.
    limits.max_alloc = Some(PIXELS.total());
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
    /// The memory that it takes.
    _held: Held<'static>,
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
        assert_eq!(problem.message.english(), "it has 268 megapixels; at most 64 are allowed");
        for (name, bytes) in samples::huge() {
            let raster = super::super::strip::format(&bytes).unwrap();
            assert!(measure("a", &bytes, raster).is_err() && Decoded::new(&bytes).is_none(), "{name}");
        }
    }

    #[test]
    fn what_would_take_too_much_memory_is_told_its_size() {
        // A line more than a copy is wide, and very long: making it narrower takes more than the picture itself.
        for (width, height, colours, most) in [(1_441, 40_000, 2, 19), (7_000, 9_000, 6, 55)] {
            let mut head: Vec<u8> = [width, height].iter().flat_map(|n: &u32| n.to_be_bytes()).collect();
            head.extend([16, colours, 0, 0, 0]);
            let bytes = [
                b"\x89PNG\r\n\x1a\n".to_vec(),
                samples::chunk(b"IHDR", &head),
                samples::chunk(b"IDAT", &[]),
                samples::chunk(b"IEND", &[]),
            ];
            let problem = measure("a.png", &bytes.concat(), Raster::Png).unwrap_err();
            let pixels = u64::from(width) * u64::from(height) / 1_000_000;
            assert_eq!(problem.message.english(), format!("it has {pixels} megapixels; at most {most} are allowed"));
        }
    }

    #[test]
    fn pictures_wait_for_memory_whatever_the_number_of_threads() {
        let bytes = plain(&samples::photo(3_000, 2_000));
        std::thread::scope(|scope| {
            for _ in 0..24 {
                scope.spawn(|| assert!(Decoded::new(&bytes).is_some()));
            }
        });
        // All at once would take more than there is.
        let one = Opened::new(&bytes, Raster::Png).unwrap().needs();
        assert!(one * 24 > PIXELS.total() && (one..=PIXELS.total()).contains(&PIXELS.most()));
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
