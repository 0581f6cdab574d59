//! Files that are no pictures for browsers: what they are in truth, and what to do about it.

/// What a file is, as a message says it.
pub struct Kind {
    /// "a photo in HEIC, …", the end of the sentence "it is …".
    pub what: &'static str,
    pub help: &'static str,
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
    what: "a photo in HEIC, as iPhones take them; browsers do not show it",
    help: "Open it in the program Photos of Windows, choose Save as and JPEG, and show that file instead. So that photos arrive as \
           JPEG: on the iPhone, Settings → Photos → Transfer to Mac or PC → Automatic, or Settings → Camera → Formats → Most \
           Compatible.",
    tells: true,
};
const AVIF: Kind = Kind {
    what: "a picture in AVIF, which browsers of older computers do not show",
    help: "Open it in Photos or Paint of Windows, choose Save as and JPEG (or PNG, for a drawing), and show that file instead.",
    tells: true,
};
const TIFF: Kind = Kind {
    what: "a picture in TIFF, as scanners and cameras make them; browsers do not show it",
    help: "Open it in Paint of Windows, choose File → Save as → JPEG (PNG, for a drawing), and show that file instead.",
    tells: true,
};
const BMP: Kind = Kind {
    what: "a picture in BMP, which is many times larger than it need be",
    help: "Open it in Paint of Windows, choose File → Save as → PNG (JPEG, for a photo), and show that file instead.",
    tells: false,
};
const JXL: Kind = Kind {
    what: "a picture in JPEG XL, which most browsers do not show",
    help: "Save it as JPEG in the program that made it, and show that file instead.",
    tells: true,
};
const FILM: Kind = Kind { what: "a film", help: "Link to it without the `!`, or show a picture from it.", tells: true };
const DRAWN: Kind = Kind {
    what: "a file of a drawing or printing program",
    help: "Export it as SVG or PNG in the program that made it, and show that file instead; or link to it without the `!`.",
    tells: false,
};
const DOCUMENT: Kind = Kind {
    what: "a document or an archive",
    help: "Link to it without the `!`, or save the picture out of it as JPEG or PNG and show that file instead.",
    tells: false,
};
const WEB: Kind = Kind {
    what: "a web page that was saved under the name of a picture",
    help: "Open the picture itself in the browser, save it with a right click, and show that file instead.",
    tells: false,
};

#[cfg(test)]
mod tests {
    use super::kind;

    #[test]
    fn files_are_known_by_their_first_bytes() {
        let what = |bytes: &[u8]| kind(bytes).map_or("", |kind| kind.what);
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
