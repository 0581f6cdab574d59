//! Colours as files mean them → sRGB, which a picture without a profile is taken for.

use image::{DynamicImage, RgbImage};
use moxcms::{ColorProfile, DataColorSpace, Layout, TransformOptions};
use zune_jpeg::JpegDecoder;
use zune_jpeg::zune_core::bytestream::ZCursor;
use zune_jpeg::zune_core::colorspace::ColorSpace;
use zune_jpeg::zune_core::options::DecoderOptions;

/// A picture with 8 bits a colour in sRGB; as it is, if the profile cannot be applied to it.
pub fn to_srgb(image: DynamicImage, profile: &[u8]) -> DynamicImage {
    let Ok(profile) = ColorProfile::new_from_slice(profile) else { return image };
    let (width, height) = (image.width(), image.height());
    let converted = match (&image, profile.color_space) {
        (DynamicImage::ImageRgb8(_), DataColorSpace::Rgb) => {
            convert(&profile, image.as_bytes(), Layout::Rgb, Layout::Rgb)
        }
        (DynamicImage::ImageRgba8(_), DataColorSpace::Rgb) => {
            let bytes = convert(&profile, image.as_bytes(), Layout::Rgba, Layout::Rgba);
            let rgba = bytes.and_then(|bytes| image::RgbaImage::from_raw(width, height, bytes));
            return rgba.map_or(image, DynamicImage::ImageRgba8);
        }
        (DynamicImage::ImageLuma8(_), DataColorSpace::Gray) => {
            convert(&profile, image.as_bytes(), Layout::Gray, Layout::Rgb)
        }
        _ => None,
    };
    let rgb = converted.and_then(|bytes| RgbImage::from_raw(width, height, bytes));
    rgb.map_or(image, DynamicImage::ImageRgb8)
}

fn convert(profile: &ColorProfile, from: &[u8], layout: Layout, to: Layout) -> Option<Vec<u8>> {
    let srgb = ColorProfile::new_srgb();
    let transform = profile.create_transform_8bit(layout, &srgb, to, TransformOptions::default()).ok()?;
    let mut converted = vec![0; from.len() / layout.channels() * to.channels()];
    transform.transform(from, &mut converted).ok()?;
    Some(converted)
}

/// Decodes the inks of a JPEG as its file has them.
fn inked(bytes: &[u8]) -> Option<(JpegDecoder<ZCursor<&[u8]>>, ColorSpace)> {
    let mut decoder = JpegDecoder::new_with_options(ZCursor::new(bytes), DecoderOptions::default());
    decoder.decode_headers().ok()?;
    let space = decoder.input_colorspace().filter(|space| matches!(space, ColorSpace::CMYK | ColorSpace::YCCK))?;
    Some((decoder, space))
}

/// Whether a JPEG is made of cyan, magenta, yellow and black.
pub fn has_inks(bytes: &[u8]) -> bool {
    inked(bytes).is_some()
}

/// A JPEG made of inks in the colours that its profile says they give.
pub fn inks(bytes: &[u8], profile: &[u8]) -> Option<DynamicImage> {
    let profile = ColorProfile::new_from_slice(profile).ok().filter(|p| p.color_space == DataColorSpace::Cmyk)?;
    let (mut decoder, space) = inked(bytes)?;
    decoder.set_options(DecoderOptions::default().jpeg_set_out_colorspace(space));
    let (width, height) = decoder.dimensions()?;
    let mut inks = decoder.decode().ok()?;
    for pixel in inks.chunks_exact_mut(4) {
        // Such files hold how much paper is left, not how much ink is on it; Adobe's mark says so, and all are taken so.
        let [c, m, y] = match space {
            ColorSpace::YCCK => rgb([pixel[0], pixel[1], pixel[2]]),
            _ => [255 - pixel[0], 255 - pixel[1], 255 - pixel[2]],
        };
        pixel.copy_from_slice(&[c, m, y, 255 - pixel[3]]);
    }
    let rgb = convert(&profile, &inks, Layout::Rgba, Layout::Rgb)?;
    RgbImage::from_raw(width as u32, height as u32, rgb).map(DynamicImage::ImageRgb8)
}

/// Red, green and blue of brightness and two differences of colour, as JPEG has them.
fn rgb([y, cb, cr]: [u8; 3]) -> [u8; 3] {
    let (y, cb, cr) = (f32::from(y), f32::from(cb) - 128.0, f32::from(cr) - 128.0);
    // The cast of a float to a byte ends at 0 and at 255.
    [y + 1.402 * cr, y - 0.344_136 * cb - 0.714_136 * cr, y + 1.772 * cb].map(|value| value.round() as u8)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pictures::samples;

    #[test]
    fn a_profile_that_does_not_fit_changes_nothing() {
        let grey = DynamicImage::new_luma8(4, 4);
        assert!(to_srgb(grey.clone(), &samples::wide_colours()) == grey);
        assert!(to_srgb(grey.clone(), b"no profile") == grey);
        assert!(!has_inks(&samples::jpeg(&grey, image::metadata::Orientation::NoTransforms, None)));
    }

    #[test]
    fn inks_become_light() {
        // A red: no cyan, much magenta and yellow, some black. Such files hold the paper that is left.
        let bytes = samples::inks([255, 38, 38, 200], 0);
        assert!(has_inks(&bytes));
        let picture = image::load_from_memory(&bytes).unwrap().to_rgb8();
        let [red, green, blue] = picture.get_pixel(5, 5).0;
        assert!(red.abs_diff(200) < 8 && green.abs_diff(30) < 8 && blue.abs_diff(30) < 8, "{red} {green} {blue}");
        assert!(inks(&bytes, &samples::wide_colours()).is_none(), "that is a profile of screens");
    }

    #[test]
    fn inks_have_the_colours_of_their_press() {
        // No ink at all, and magenta and yellow alone, in both ways to write them.
        for (white, red, mark) in
            [([255, 255, 255, 255], [255, 0, 0, 255], 0), ([0, 128, 128, 255], [179, 171, 0, 255], 2)]
        {
            let pixel = |samples| {
                let picture = inks(&samples::inks(samples, mark), &samples::grey_press()).unwrap();
                picture.to_rgb8().get_pixel(5, 5).0
            };
            assert!(pixel(white).iter().all(|light| *light > 245), "{:?}", pixel(white));
            let [red, green, blue] = pixel(red);
            assert!(red.abs_diff(green) < 12 && red.abs_diff(blue) < 12, "{red} {green} {blue}");
            assert!((70..190).contains(&red), "{red} {green} {blue}");
        }
    }

    #[test]
    fn brightness_and_differences_become_colours() {
        assert_eq!(rgb([255, 128, 128]), [255, 255, 255]);
        assert_eq!(rgb([76, 85, 255]), [254, 0, 0]);
    }
}
