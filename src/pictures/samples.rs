//! Pictures for tests, with what cameras write into them. `SECRET` stands wherever a place or a name would.

use image::codecs::gif::GifEncoder;
use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::PngEncoder;
use image::codecs::webp::WebPEncoder;
use image::metadata::Orientation;
use image::{DynamicImage, Frame, ImageEncoder, RgbImage, RgbaImage};
use moxcms::{ColorProfile, DataColorSpace, LutDataType, LutStore, LutType, LutWarehouse, Matrix3d, ProfileClass};

/// A picture with a red corner at its top left, on something that no format makes small.
pub fn photo(width: u32, height: u32) -> DynamicImage {
    DynamicImage::ImageRgb8(RgbImage::from_fn(width, height, |x, y| {
        let noise = (x.wrapping_mul(2_654_435_761) ^ y.wrapping_mul(40_503).wrapping_add(x * y)) >> 9;
        match x < width / 4 && y < height / 4 {
            true => image::Rgb([230, 20, 20]),
            false => image::Rgb([40 + (noise % 64) as u8, 90 + (noise % 32) as u8, 160]),
        }
    }))
}

/// How a picture is to be turned, and where it was taken.
pub fn exif(turn: Orientation) -> Vec<u8> {
    let mut block = b"II*\0\x08\0\0\0\x02\0".to_vec();
    block.extend(*b"\x12\x01\x03\0\x01\0\0\0");
    block.extend([turn.to_exif(), 0, 0, 0]);
    // The description, which stands behind the table.
    block.extend(*b"\x0e\x01\x02\0\x07\0\0\0\x26\0\0\0\0\0\0\0");
    block.extend(*b"SECRET\0");
    block
}

/// The profile of the screens of phones, in which a red is redder.
pub fn wide_colours() -> Vec<u8> {
    ColorProfile::new_display_p3().encode().unwrap()
}

pub fn jpeg(image: &DynamicImage, turn: Orientation, profile: Option<Vec<u8>>) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = JpegEncoder::new_with_quality(&mut bytes, 92);
    encoder.set_exif_metadata(exif(turn)).unwrap();
    if let Some(profile) = profile {
        encoder.set_icc_profile(profile).unwrap();
    }
    image.write_with_encoder(encoder).unwrap();
    let mut more = Vec::new();
    for (marker, data) in [
        (0xE1, &b"http://ns.adobe.com/xap/1.0/\0<x>SECRET</x>"[..]),
        (0xE2, b"MPF\0SECRET"),
        (0xED, b"Photoshop 3.0\0SECRET"),
        (0xFE, b"SECRET"),
    ] {
        more.extend([0xFF, marker, 0, data.len() as u8 + 2]);
        more.extend_from_slice(data);
    }
    bytes.splice(2..2, more);
    bytes.extend(*b"\0\0\0\x18ftypmp42SECRET");
    bytes
}

pub fn png(image: &DynamicImage, turn: Orientation, profile: Option<Vec<u8>>) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = PngEncoder::new(&mut bytes);
    encoder.set_exif_metadata(exif(turn)).unwrap();
    if let Some(profile) = profile {
        encoder.set_icc_profile(profile).unwrap();
    }
    image.write_with_encoder(encoder).unwrap();
    let chunks = [chunk(b"tEXt", b"Author\0SECRET"), chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0SECRET")].concat();
    // Behind the head, which is the first chunk.
    bytes.splice(33..33, chunks);
    bytes.extend(*b"SECRET");
    bytes
}

pub fn chunk(name: &[u8], data: &[u8]) -> Vec<u8> {
    let mut chunk = (data.len() as u32).to_be_bytes().to_vec();
    chunk.extend_from_slice(name);
    chunk.extend_from_slice(data);
    let crc = chunk[4..].iter().fold(!0_u32, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| if crc & 1 == 1 { (crc >> 1) ^ 0xEDB8_8320 } else { crc >> 1 })
    });
    chunk.extend((!crc).to_be_bytes());
    chunk
}

pub fn webp(image: &DynamicImage, turn: Orientation) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = WebPEncoder::new_lossless(&mut bytes);
    encoder.set_exif_metadata(exif(turn)).unwrap();
    image.write_with_encoder(encoder).unwrap();
    bytes.extend(*b"XMP \x06\0\0\0SECRET");
    let length = bytes.len() as u32 - 8;
    bytes[4..8].copy_from_slice(&length.to_le_bytes());
    bytes.extend(*b"SECRET");
    bytes
}

/// Two pictures that follow each other.
pub fn gif() -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = GifEncoder::new(&mut bytes);
    encoder.set_repeat(image::codecs::gif::Repeat::Infinite).unwrap();
    for colour in [[230, 20, 20, 255], [20, 20, 230, 255]] {
        encoder.encode_frame(Frame::new(RgbaImage::from_pixel(900, 20, image::Rgba(colour)))).unwrap();
    }
    drop(encoder);
    let end = bytes.len() - 1;
    bytes.splice(end..end, *b"\x21\xFE\x06SECRET\0\x21\xFF\x0BXMP DataXMP\x06SECRET\0");
    bytes.extend(*b"SECRET");
    bytes
}

/// The profile of a press whose inks are all grey, so that its use can be seen.
pub fn grey_press() -> Vec<u8> {
    let mut profile = ColorProfile::new_srgb();
    profile.color_space = DataColorSpace::Cmyk;
    profile.pcs = DataColorSpace::Lab;
    profile.profile_class = ProfileClass::OutputDevice;
    (profile.red_trc, profile.green_trc, profile.blue_trc, profile.cicp) = (None, None, None, None);
    // Brightness and two differences of colour, of which the middle is none.
    let paper = |at: u32| [0xFF00 - 0xFF00 / 4 * at.count_ones() as u16, 0x8000, 0x8000];
    let identity = |channels: usize| LutStore::Store16([0, 0xFFFF].repeat(channels));
    let lut = LutDataType {
        num_input_channels: 4,
        num_output_channels: 3,
        num_clut_grid_points: 2,
        matrix: Matrix3d::IDENTITY,
        num_input_table_entries: 2,
        num_output_table_entries: 2,
        input_table: identity(4),
        clut_table: LutStore::Store16((0..16).flat_map(paper).collect()),
        output_table: identity(3),
        lut_type: LutType::Lut16,
    };
    profile.lut_a_to_b_perceptual = Some(LutWarehouse::Lut(lut));
    profile.encode().unwrap()
}

/// A JPEG of one colour in four samples, cyan, magenta, yellow and black, or, with 2 for Adobe's mark, brightness, two
/// differences and black: four grey pictures, each of which becomes a scan.
pub fn inks(samples: [u8; 4], mark: u8) -> Vec<u8> {
    let grey = |value: u8| {
        let mut bytes = Vec::new();
        let image = image::GrayImage::from_pixel(16, 16, image::Luma([value]));
        image.write_with_encoder(JpegEncoder::new_with_quality(&mut bytes, 92)).unwrap();
        bytes
    };
    let mut bytes = b"\xFF\xD8\xFF\xEE\0\x0EAdobe\0\x64\0\0\0\0".to_vec();
    bytes.push(mark);
    for (at, value) in samples.into_iter().enumerate() {
        let (grey, mut from) = (grey(value), 2);
        while grey[from + 1] != 0xDA {
            let end = from + 2 + usize::from(u16::from_be_bytes([grey[from + 2], grey[from + 3]]));
            match grey[from + 1] {
                0xC0 if at == 0 => {
                    bytes.extend(*b"\xFF\xC0\0\x14\x08\0\x10\0\x10\x04");
                    bytes.extend((1..=4).flat_map(|id| [id, 0x11, 0]));
                }
                0xC4 | 0xDB if at == 0 => bytes.extend_from_slice(&grey[from..end]),
                _ => {}
            }
            from = end;
        }
        let mut scan = grey[from..grey.len() - 2].to_vec();
        // Which of the four the scan holds.
        scan[5] = at as u8 + 1;
        bytes.extend(scan);
    }
    bytes.extend([0xFF, 0xD9]);
    bytes
}

pub fn says_secret(bytes: &[u8]) -> bool {
    bytes.windows(6).any(|window| window == b"SECRET")
}

/// Files of some bytes that say they are huge, each in its way.
pub fn huge() -> Vec<(&'static str, Vec<u8>)> {
    let png = |size: [u32; 2], more: Vec<u8>| {
        let head: Vec<u8> = size.iter().flat_map(|n| n.to_be_bytes()).chain([8, 6, 0, 0, 0]).collect();
        [b"\x89PNG\r\n\x1a\n".to_vec(), chunk(b"IHDR", &head), more, chunk(b"IDAT", &[]), chunk(b"IEND", &[])].concat()
    };
    let frame: Vec<u8> = [0_u32, 60_000, 60_000, 0, 0].iter().flat_map(|n| n.to_be_bytes()).chain([0; 6]).collect();
    let gif = |screen: [u8; 4], frame: [u8; 4]| {
        [&b"GIF89a"[..], &screen, b"\x80\0\0\0\0\0\xFF\xFF\xFF\x2C\0\0\0\0", &frame, b"\0\x02\x02\x44\x01\0\x3B"]
            .concat()
    };
    let riff = |chunks: Vec<u8>| {
        let length = (chunks.len() as u32 + 4).to_le_bytes();
        [b"RIFF".to_vec(), length.to_vec(), b"WEBP".to_vec(), chunks].concat()
    };
    let part = |name: &[u8; 4], data: &[u8]| [&name[..], &(data.len() as u32).to_le_bytes(), data].concat();
    let extended = |flags: u8, side: u8| part(b"VP8X", &[flags, 0, 0, 0, side, side, 0, side, side, 0]);
    let lossless = part(b"VP8L", &[0x2F, 0xFF, 0xFF, 0xFF, 0x0F, 0, 0, 0]);
    let lossy = part(b"VP8 ", &[0x10, 0, 0, 0x9D, 1, 0x2A, 0xFF, 0x3F, 0xFF, 0x3F]);
    let moving =
        part(b"ANMF", &[vec![0, 0, 0, 0, 0, 0, 0, 0xFF, 0, 0, 0xFF, 0, 10, 0, 0, 0], lossless.clone()].concat());
    let jpeg = |marker: u8| {
        let head = [0xFF, 0xD8, 0xFF, marker, 0, 11, 8, 0xFF, 0xDC, 0xFF, 0xDC, 1, 1, 0x11, 0];
        [&head[..], b"\xFF\xDA\0\x08\x01\x01\0\0\x3F\0\0\xFF\xD9"].concat()
    };
    vec![
        ("png", png([60_000, 60_000], Vec::new())),
        ("a png of one line", png([2_000_000_000, 1], Vec::new())),
        ("a frame of a png", png([1, 1], [chunk(b"acTL", &[0, 0, 0, 1, 0, 0, 0, 0]), chunk(b"fcTL", &frame)].concat())),
        ("jpeg", jpeg(0xC0)),
        ("progressive jpeg", jpeg(0xC2)),
        ("gif", gif([0xFF; 4], [0xFF; 4])),
        ("a frame of a gif", gif([1, 0, 1, 0], [0xFF; 4])),
        ("lossless webp", riff(lossless.clone())),
        ("lossy webp", riff(lossy)),
        ("extended webp", riff([extended(0, 0xFF), lossless].concat())),
        ("a frame of a webp", riff([extended(2, 0), part(b"ANIM", &[0; 6]), moving].concat())),
    ]
}
