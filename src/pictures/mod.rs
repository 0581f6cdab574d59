//! Pictures: their size for the HTML, and smaller copies of large ones.
//!
//! In: assets that pages show. Out: a [`Picture`] each, and the bytes of its copies. Never: the HTML around them.

use std::collections::{BTreeMap, HashMap};
use std::io::Cursor;
use std::sync::Mutex;

use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::PngEncoder;
use image::imageops::FilterType;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits};
use rayon::prelude::*;

use crate::diag::{Code, Diagnostics, Place};
use crate::resolve::Asset;
use crate::source::{self, File};

/// Widths of copies, in pixels: the column of text on a common screen, and the same on one with twice the density.
const WIDTHS: [u32; 2] = [720, 1440];
/// Quality of JPEG copies, of 100.
const QUALITY: u8 = 82;
/// Most memory that decoding one picture may take, in bytes.
const MAX_DECODED: u64 = 512 << 20;

/// What is known of a picture.
#[derive(Debug, Clone, PartialEq, Hash)]
pub struct Picture {
    /// Size at which it is shown at most, in CSS pixels.
    pub width: u32,
    pub height: u32,
    /// Copies to make, narrowest first. Empty: the file itself is shown.
    pub copies: Vec<Copy>,
}

/// A smaller copy of a picture.
#[derive(Debug, Clone, PartialEq, Hash)]
pub struct Copy {
    pub width: u32,
    pub address: String,
    /// Whether this "copy" is the file itself, which is narrow enough.
    pub original: bool,
}

/// What was found of pictures before, by the hash of their bytes and address.
pub type Memo = Mutex<HashMap<u128, Result<Picture, Problem>>>;

/// Why a picture cannot be shown, and the line and column of an SVG where that is known.
#[derive(Debug, Clone, PartialEq)]
pub struct Problem {
    message: String,
    at: Option<(usize, usize)>,
}

impl From<&str> for Problem {
    fn from(message: &str) -> Problem {
        Problem { message: message.into(), at: None }
    }
}

const DAMAGED: &str = "the file is damaged, or not of the format that its name says";

/// Measures every picture that a page shows, in the order of the assets, and checks that every file can be copied.
pub fn measure(assets: &[Asset], memo: &Memo, out: &mut Diagnostics) -> Vec<Option<Picture>> {
    let measured: Vec<(Option<Picture>, Diagnostics)> = assets
        .par_iter()
        .map(|asset| {
            let mut own = Diagnostics::new();
            let picture = if asset.shown {
                measure_one(asset, memo, &mut own)
            } else {
                source::check_other(&file(asset), &mut own);
                None
            };
            (picture, own)
        })
        .collect();
    let taken: BTreeMap<&str, &Asset> = assets.iter().map(|asset| (asset.address.as_str(), asset)).collect();
    let mut pictures = Vec::with_capacity(assets.len());
    for ((picture, own), asset) in measured.into_iter().zip(assets) {
        out.extend(own);
        for copy in picture.iter().flat_map(|p| &p.copies).filter(|copy| !copy.original) {
            if let Some(other) = taken.get(copy.address.as_str()) {
                let message = format!("a smaller copy of this image would take the place of `{}`", other.path);
                out.add(Code::AddressDuplicate, Place::file(&asset.path), message, "Rename one of the two files.");
            }
        }
        pictures.push(picture);
    }
    pictures
}

fn measure_one(asset: &Asset, memo: &Memo, out: &mut Diagnostics) -> Option<Picture> {
    let bytes = source::read_bytes(&file(asset), out)?;
    let hash = crate::hash::of(&(&asset.address, &bytes));
    let known = memo.lock().ok().and_then(|memo| memo.get(&hash).cloned());
    let measured = known.unwrap_or_else(|| {
        let measured = look_at(&asset.address, &bytes);
        // Without the memo it is only slower.
        let _ = memo.lock().map(|mut memo| memo.insert(hash, measured.clone()));
        measured
    });
    match measured {
        Ok(picture) => Some(picture),
        Err(problem) => {
            let place = match problem.at {
                Some((line, column)) => Place::point(&asset.path, line, column, 1),
                None => Place::file(&asset.path),
            };
            let help = "Save it again as .svg (with a viewBox), .png, .jpg, .webp or .gif.";
            out.add(Code::ImageBroken, place, format!("the image cannot be shown: {}", problem.message), help);
            None
        }
    }
}

fn look_at(address: &str, bytes: &[u8]) -> Result<Picture, Problem> {
    if address.to_ascii_lowercase().ends_with(".svg") {
        return svg_size(bytes).map(|(width, height)| Picture { width, height, copies: Vec::new() });
    }
    let picture = raster(address, bytes)?;
    // A picture that is cut off has a size all the same; only its last line tells.
    decode(bytes)?;
    Ok(picture)
}

fn file(asset: &Asset) -> File {
    File { path: asset.path.clone(), disk: asset.disk.clone() }
}

/// Width and height of an SVG in CSS pixels, of its own attributes or its `viewBox`.
fn svg_size(bytes: &[u8]) -> Result<(u32, u32), Problem> {
    let text = std::str::from_utf8(bytes).map_err(|_| Problem::from("it is not in UTF-8"))?;
    let document = roxmltree::Document::parse(text).map_err(|error| {
        let at = error.pos();
        Problem { message: "its XML is at fault here".into(), at: Some((at.row as usize, at.col as usize)) }
    })?;
    let root = document.root_element();
    if root.tag_name().name() != "svg" {
        return Err("it is not an SVG".into());
    }
    let number = |name: &str| root.attribute(name)?.trim().trim_end_matches("px").parse::<f64>().ok();
    let of_box: Vec<f64> = root
        .attribute("viewBox")
        .map(|value| value.split([' ', ',']).filter_map(|part| part.parse().ok()).collect())
        .unwrap_or_default();
    let size = match (number("width"), number("height"), of_box.as_slice()) {
        (Some(width), Some(height), _) => Some((width, height)),
        (Some(width), None, [_, _, w, h]) if *w > 0.0 => Some((width, width * h / w)),
        (_, _, [_, _, w, h]) => Some((*w, *h)),
        _ => None,
    };
    match size {
        Some((width, height)) if width >= 1.0 && height >= 1.0 => Ok((width.round() as u32, height.round() as u32)),
        _ => Err("it has neither a viewBox nor a width and a height".into()),
    }
}

fn limits() -> Limits {
    let mut limits = Limits::default();
    limits.max_alloc = Some(MAX_DECODED);
    limits
}

/// The decoder of a raster picture, and its format.
fn decoder(bytes: &[u8]) -> Result<(ImageFormat, impl ImageDecoder), Problem> {
    let mut reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().map_err(|_| DAMAGED)?;
    reader.limits(limits());
    let format = reader.format().ok_or(if bytes.is_empty() { "the file is empty" } else { DAMAGED })?;
    Ok((format, reader.into_decoder().map_err(|_| DAMAGED)?))
}

/// A raster picture as a camera's orientation mark turns it.
fn decode(bytes: &[u8]) -> Result<DynamicImage, Problem> {
    let (_, mut decoder) = decoder(bytes)?;
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let mut image = DynamicImage::from_decoder(decoder).map_err(|_| DAMAGED)?;
    image.apply_orientation(orientation);
    Ok(image)
}

/// The size of a raster picture as a camera's orientation mark turns it, and the copies that it needs.
fn raster(address: &str, bytes: &[u8]) -> Result<Picture, Problem> {
    let (format, mut decoder) = decoder(bytes)?;
    let (mut width, mut height) = decoder.dimensions();
    let turned = matches!(
        decoder.orientation().unwrap_or(Orientation::NoTransforms),
        Orientation::Rotate90 | Orientation::Rotate270 | Orientation::Rotate90FlipH | Orientation::Rotate270FlipH
    );
    if turned {
        std::mem::swap(&mut width, &mut height);
    }
    if width == 0 || height == 0 {
        return Err("it has no size".into());
    }
    let extension = match format {
        ImageFormat::Jpeg => "jpg",
        ImageFormat::Png => "png",
        // Only lossless WebP could be written, which is often larger than the file that was given.
        ImageFormat::WebP if decoder.color_type().has_alpha() => "png",
        ImageFormat::WebP => "jpg",
        _ => "",
    };
    if extension.is_empty() || width <= WIDTHS[0] {
        return Ok(Picture { width, height, copies: Vec::new() });
    }
    let stem = address.rsplit_once('.').map_or(address, |(stem, _)| stem);
    let mut copies: Vec<Copy> = WIDTHS
        .iter()
        .filter(|copy| **copy < width)
        .map(|copy| Copy { width: *copy, address: format!("{stem}.{copy}.{extension}"), original: false })
        .collect();
    if width <= WIDTHS[WIDTHS.len() - 1] {
        copies.push(Copy { width, address: address.to_string(), original: true });
    }
    let widest = copies.iter().map(|copy| copy.width).max().unwrap_or(width);
    let height = (u64::from(height) * u64::from(widest)).div_ceil(u64::from(width)) as u32;
    Ok(Picture { width: widest, height, copies })
}

/// The bytes of one smaller copy; `None` if the picture cannot be decoded, which [`measure`] has reported.
pub fn copy(bytes: &[u8], copy: &Copy) -> Option<Vec<u8>> {
    let small = decode(bytes).ok()?.resize(copy.width, u32::MAX, FilterType::CatmullRom);
    let mut encoded = Vec::new();
    let written = if copy.address.ends_with(".png") {
        small.write_with_encoder(PngEncoder::new(&mut encoded))
    } else {
        small.to_rgb8().write_with_encoder(JpegEncoder::new_with_quality(&mut encoded, QUALITY))
    };
    written.ok().map(|()| encoded)
}

impl Picture {
    /// The file that is shown when a browser makes no choice: the narrowest copy, or the picture itself.
    pub fn first<'a>(&'a self, asset: &'a Asset) -> &'a str {
        self.copies.first().map_or(&asset.address, |copy| &copy.address)
    }

    /// Whether the file itself is needed beside its copies.
    pub fn needs_original(&self) -> bool {
        self.copies.is_empty() || self.copies.iter().any(|copy| copy.original)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn png(width: u32, height: u32) -> Vec<u8> {
        let mut bytes = Vec::new();
        DynamicImage::new_rgb8(width, height).write_with_encoder(PngEncoder::new(&mut bytes)).unwrap();
        bytes
    }

    #[test]
    fn a_wide_picture_gets_copies_and_a_narrow_one_none() {
        let wide = raster("files/a.png", &png(3000, 1500)).unwrap();
        assert_eq!((wide.width, wide.height), (1440, 720));
        assert_eq!(
            wide.copies.iter().map(|c| c.address.as_str()).collect::<Vec<_>>(),
            ["files/a.720.png", "files/a.1440.png"]
        );
        assert!(!wide.needs_original());
        let middle = raster("files/a.png", &png(1000, 10)).unwrap();
        assert_eq!((middle.width, middle.copies.len()), (1000, 2));
        assert!(middle.needs_original());
        assert!(raster("files/a.png", &png(300, 10)).unwrap().copies.is_empty());
    }

    #[test]
    fn a_copy_has_the_width_it_says() {
        let bytes = png(2000, 1000);
        let copied = copy(&bytes, &Copy { width: 720, address: "a.720.png".into(), original: false }).unwrap();
        assert_eq!(image::load_from_memory(&copied).unwrap().width(), 720);
    }

    #[test]
    fn an_svg_is_measured_by_its_attributes_or_its_box() {
        assert_eq!(svg_size(b"<svg xmlns='http://www.w3.org/2000/svg' width='30' height='20px'/>"), Ok((30, 20)));
        assert_eq!(svg_size(b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 64 32'/>"), Ok((64, 32)));
        assert_eq!(svg_size(b"<svg xmlns='http://www.w3.org/2000/svg' width='10' viewBox='0 0 64 32'/>"), Ok((10, 5)));
        assert!(svg_size(b"<svg/>").is_err());
    }

    proptest::proptest! {
        #[test]
        fn any_bytes_are_measured_or_refused(bytes: Vec<u8>) {
            let _ = svg_size(&bytes);
            let _ = raster("a.png", &bytes);
        }
    }
}
