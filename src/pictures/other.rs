//! Files that are no pictures for browsers: what they are in truth, and what to do about it.

use crate::messages::{Message, say};

/// What a file is, as a message says it.
pub struct Kind {
    /// "a photo in HEIC, …", the end of the sentence "it is …".
    pub what: fn() -> Message,
    pub help: fn() -> Message,
    /// Whether it may say where, when and with what it was taken.
    pub tells: bool,
}

/// What a file is by its first bytes, if it is of a kind that people take for a picture.
pub fn kind(bytes: &[u8]) -> Option<&'static Kind> {
    let starts = |with: &[u8]| bytes.starts_with(with);
    let text = String::from_utf8_lossy(&bytes[..bytes.len().min(256)]);
    let text = text.trim_start_matches('\u{feff}').trim_start().to_ascii_lowercase();
    Some(match bytes {
        [_, _, _, _, b'f', b't', b'y', b'p', brands @ ..] => {
            let brands = &brands[..brands.len().min(64)];
            let has = |names: &[&[u8; 4]]| brands.chunks_exact(4).any(|brand| names.iter().any(|name| brand == *name));
            match () {
                () if has(&[b"avif", b"avis"]) => &AVIF,
                () if has(&[b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1"]) => &HEIC,
                () => &FILM,
            }
        }
        [b'I', b'I', 42, 0, ..] | [b'M', b'M', 0, 42, ..] => &TIFF,
        [b'B', b'M', rest @ ..] if rest.len() > 24 => &BMP,
        [0xFF, 0x0A, ..] => &JXL,
        _ if starts(b"\0\0\0\x0CJXL ") => &JXL,
        _ if starts(b"8BPS") => &DRAWN,
        _ if starts(b"%PDF") || starts(b"%!PS") || starts(b"\xD7\xCD\xC6\x9A") => &DRAWN,
        _ if starts(b"\x01\0\0\0") && bytes.get(40..44) == Some(b" EMF") => &DRAWN,
        _ if starts(b"PK\x03\x04") || starts(b"\xD0\xCF\x11\xE0") => &DOCUMENT,
        _ if text.starts_with("<!doctype html") || text.starts_with("<html") => &WEB,
        _ => return None,
    })
}

const HEIC: Kind = Kind {
    what: say::photo_in_heic_as_iphones_take_them,
    help: say::open_it_in_program_photos_of_windows,
    tells: true,
};
const AVIF: Kind =
    Kind { what: say::picture_in_avif_which_browsers_of_older, help: say::open_it_in_photos_or_paint, tells: true };
const TIFF: Kind = Kind {
    what: say::picture_in_tiff_as_scanners_and_cameras,
    help: say::open_it_in_paint_of_windows_choose,
    tells: true,
};
const BMP: Kind = Kind {
    what: say::picture_in_bmp_which_is_many_times,
    help: say::open_it_in_paint_of_windows_choose_file,
    tells: false,
};
const JXL: Kind =
    Kind { what: say::picture_in_jpeg_xl_which_most_browsers, help: say::save_it_as_jpeg_in_program, tells: true };
const FILM: Kind = Kind { what: say::a_film, help: say::link_to_it_without_or_show_picture, tells: true };
const DRAWN: Kind =
    Kind { what: say::file_of_drawing_or_printing_program, help: say::export_it_as_svg_or_png, tells: false };
const DOCUMENT: Kind =
    Kind { what: say::document_or_archive, help: say::link_to_it_without_or_save_picture, tells: false };
const WEB: Kind = Kind {
    what: say::web_page_that_was_saved_under_name,
    help: say::open_picture_itself_in_browser_save,
    tells: false,
};

#[cfg(test)]
mod tests {
    use super::kind;

    #[test]
    fn files_are_known_by_their_first_bytes() {
        let what = |bytes: &[u8]| kind(bytes).map_or(String::new(), |kind| (kind.what)().english());
        assert!(what(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic").contains("HEIC"));
        assert!(what(b"\0\0\0\x18ftypmif1\0\0\0\0mif1avif").contains("AVIF"));
        assert!(what(b"\0\0\0\x18ftypmp42\0\0\0\0isom").contains("film"));
        assert!(what(b"II*\0........").contains("TIFF") && what(b"MM\0*........").contains("TIFF"));
        assert!(what(b"BM..........................").contains("BMP"));
        assert!(what(b"%PDF-1.4").contains("program"));
        assert!(what("\u{feff}  <!DOCTYPE html><html>".as_bytes()).contains("web page"));
        assert!(kind(b"").is_none() && kind("Бул сүрөт эмес.".as_bytes()).is_none() && kind(b"BM").is_none());
    }
}
