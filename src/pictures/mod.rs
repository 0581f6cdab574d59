//! Pictures: their size for the HTML, smaller copies of large ones, and the picture alone in whatever is published.
//!
//! In: assets that pages use. Out: a [`Picture`] each, and the bytes of every file that is published of an asset, without
//! what cameras and programs wrote into it. Never: the HTML around them.

use crate::messages::{Message, say};

mod active;
mod budget;
mod colours;
mod css;
mod embedded;
mod other;
mod raster;
#[cfg(test)]
mod samples;
mod size;
mod strip;
mod svg;

use std::collections::{BTreeSet, HashMap};
use std::sync::{Arc, Mutex};

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use crate::cells;
use crate::diag::{Code, Diagnostics, Place};

use crate::resolve::{self, Asset};
use crate::source::{self, File};
use active::Named;
use strip::Fault;

/// What is known of a picture.
#[derive(Debug, Clone, PartialEq, Hash, Serialize, Deserialize)]
pub struct Picture {
    /// Size at which it is shown at most, in CSS pixels.
    pub width: u32,
    pub height: u32,
    /// Copies to make, narrowest first. Empty: the file itself is shown.
    pub copies: Vec<Copy>,
}

/// A smaller copy of a picture.
#[derive(Debug, Clone, PartialEq, Hash, Serialize, Deserialize)]
pub struct Copy {
    pub width: u32,
    pub address: String,
    /// Whether this "copy" is the file itself, which is narrow enough or smaller than a copy would be.
    pub original: bool,
}

/// What a look at a file gave: the picture, if a page shows it, and what is taken out of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Seen {
    picture: Option<Picture>,
    removed: BTreeSet<Message>,
}

/// What was found of pictures before, by the hash of their bytes and address.
pub type Memo = Mutex<HashMap<u128, Result<Seen, Problem>>>;

/// Why a picture cannot be shown, what to do, and the line and column of an SVG where that is known.
#[derive(Debug, Clone, PartialEq)]
pub struct Problem {
    message: Message,
    help: Option<Message>,
    at: Option<(usize, usize)>,
    code: Code,
}

impl From<Message> for Problem {
    fn from(message: Message) -> Problem {
        Problem { message, help: None, at: None, code: Code::ImageBroken }
    }
}

impl From<Fault> for Problem {
    fn from(fault: Fault) -> Problem {
        match fault {
            Fault::Cut => Problem { help: Some(COPY_AGAIN), ..Problem::from(say::file_ends_before_picture_does()) },
            Fault::Damaged => Problem::damaged(),
        }
    }
}

impl Problem {
    fn damaged() -> Problem {
        Problem::from(say::file_is_damaged_or_no_picture())
    }

    fn empty() -> Problem {
        Problem { help: Some(COPY_AGAIN), ..Problem::from(say::file_is_empty()) }
    }
}

const COPY_AGAIN: Message = say::copy_file_here_again_from_where();
const SAVE_AGAIN: Message = say::open_it_in_program_that_made();
const OR_PUBLISH: Message = say::save_it_as_jpeg_and_link();

/// Measures every picture that a page shows, in the order of the assets, and checks that every file can be published.
pub fn measure(assets: &[Asset], memo: &Memo, out: &mut Diagnostics) -> Vec<Option<Picture>> {
    let measured: Vec<(Option<Picture>, Diagnostics)> = assets
        .par_iter()
        .map(|asset| {
            let mut own = Diagnostics::new();
            let picture = match asset {
                asset if !asset.is_published() => None,
                asset if asset.shown || may_tell(&asset.path) => measure_one(asset, memo, &mut own),
                asset => {
                    check_other(asset, &mut own);
                    None
                }
            };
            (picture, own)
        })
        .collect();
    let mut pictures = Vec::with_capacity(assets.len());
    for (picture, own) in measured {
        out.extend(own);
        pictures.push(picture);
    }
    pictures
}

/// Checks that a file can be published that is no picture: nothing in it runs, unless the site trusts it.
fn check_other(asset: &Asset, out: &mut Diagnostics) {
    let named = active::named(&asset.path);
    if asset.trusted || named == Named::Harmless {
        return source::check_other(&file(asset), out);
    }
    let _room = room(asset);
    let Some(bytes) = source::read_bytes(&file(asset), out) else { return };
    let path = resolve::content_path(&asset.path);
    if active::runs(named, &bytes) {
        let message = say::file_cannot_be_published_browser_would_run(used_on(&asset.used_on));
        let help = say::make_it_page_of_site_or_save(path);
        out.add(Code::FileActive, Place::file(&asset.path), message, help);
    }
    if named == Named::Table {
        let table = cells::table(&bytes);
        if table.formulas > 0 {
            let message = if table.formulas == 1 {
                say::spreadsheet_would_compute_cell_of_this_table()
            } else {
                say::spreadsheet_would_compute_cells_of_this_table(table.formulas)
            };
            let help = say::write_apostrophe_there_yourself_or_value(or_trust(asset));
            let place = Place::on_disk(&asset.path, table.first.0, table.first.1, 1);
            out.add(Code::FileFormula, place, message, help);
        }
    }
}

/// Whether a file's name says that it is a picture, which may say where and when it was taken.
fn may_tell(path: &str) -> bool {
    let extension = path.rsplit_once('.').map_or("", |(_, extension)| extension).to_ascii_lowercase();
    let pictures =
        ["jpg", "jpeg", "jpe", "jfif", "png", "apng", "gif", "webp", "svg", "heic", "heif", "avif", "tif", "tiff"];
    pictures.contains(&extension.as_str())
}

fn measure_one(asset: &Asset, memo: &Memo, out: &mut Diagnostics) -> Option<Picture> {
    let _room = room(asset);
    let bytes = source::read_bytes(&file(asset), out)?;
    let hash = crate::hash::of(&(&asset.address, asset.shown, asset.wanted, asset.trusted, &bytes));
    let known = memo.lock().ok().and_then(|memo| memo.get(&hash).cloned());
    let seen = known.unwrap_or_else(|| {
        let seen = look_at(asset, &bytes);
        // Without the memo it is only slower.
        let _ = memo.lock().map(|mut memo| memo.insert(hash, seen.clone()));
        seen
    });
    match seen {
        Ok(seen) => {
            if !seen.removed.is_empty() {
                let removed: Vec<Message> = seen.removed.iter().cloned().collect();
                let message = say::drawing_is_published_without(removed);
                let help = if asset.shown { CLEANED } else { say::both(CLEANED, or_trust(asset)) };
                out.add(Code::ImageCleaned, Place::file(&asset.path), message, help);
            }
            seen.picture
        }
        Err(problem) => {
            let place = match problem.at {
                Some((line, column)) => Place::point(&asset.path, line, column, 1),
                None => Place::file(&asset.path),
            };
            let used = used_on(&asset.used_on);
            let message = if asset.shown {
                say::image_cannot_be_shown(used, problem.message)
            } else {
                say::image_cannot_be_published(used, problem.message)
            };
            out.add(problem.code, place, message, problem.help.unwrap_or(SAVE_AGAIN));
            None
        }
    }
}

const CLEANED: Message = say::if_it_looks_right_on_page_save();

/// What else can be done about a file that is published otherwise than it was given.
fn or_trust(asset: &Asset) -> Message {
    let path = resolve::content_path(&asset.path);
    say::to_publish_it_as_it_is_name(path)
}

/// "of `a.ru.md` and 2 other pages"
fn used_on(files: &BTreeSet<Arc<str>>) -> Message {
    match (files.first(), files.len()) {
        (Some(first), 1) => say::of_a_page(first),
        (Some(first), 2) => say::of_a_page_and_another(first),
        (Some(first), count) => say::of_a_page_and_others(first, count - 1),
        (None, _) => say::named_in_publish(),
    }
}

fn look_at(asset: &Asset, bytes: &[u8]) -> Result<Seen, Problem> {
    let seen = |picture| Ok(Seen { picture, removed: BTreeSet::new() });
    if bytes.is_empty() && asset.shown {
        return Err(Problem::empty());
    }
    if is_svg(&asset.address) {
        if asset.is_as_it_is() {
            return seen(None);
        }
        let drawing = svg::read(bytes)?;
        let picture = Picture { width: drawing.width, height: drawing.height, copies: Vec::new() };
        return Ok(Seen { picture: asset.shown.then_some(picture), removed: drawing.removed });
    }
    match (strip::format(bytes), other::kind(bytes)) {
        (Some(raster), _) if asset.shown => seen(Some(raster::measure(&asset.address, bytes, raster)?)),
        (Some(raster), _) => {
            // Linked to, it is shown by a browser, which has no more memory than others.
            size::check(bytes, raster)?;
            strip::strip(bytes, raster)?;
            seen(None)
        }
        (None, Some(kind)) if asset.shown => {
            let message = say::it_is_of_kind((kind.what)());
            Err(Problem { help: Some((kind.help)()), ..Problem::from(message) })
        }
        (None, _) if asset.shown => Err(Problem::damaged()),
        (None, Some(kind)) if kind.tells && !asset.wanted => {
            let message = say::it_may_say_where_when();
            Err(Problem { help: Some(OR_PUBLISH), code: Code::ImagePrivate, ..Problem::from(message) })
        }
        (None, _) => seen(None),
    }
}

fn is_svg(path: &str) -> bool {
    path.to_ascii_lowercase().ends_with(".svg")
}

fn file(asset: &Asset) -> File {
    File { path: asset.path.clone(), disk: asset.disk.clone() }
}

/// Waits until there is memory for reading a file and going through it; the memory is free again when this is dropped.
pub fn room(asset: &Asset) -> Room {
    // The tree of a drawing is larger than its text.
    let times = if is_svg(&asset.address) { 16 } else { 4 };
    Room { _held: budget::FILES.take(source::length(&file(asset)) * times) }
}

/// Memory that a file may take, as long as this is kept.
pub struct Room {
    _held: budget::Held<'static>,
}

/// Where the files go that are published of an asset: copies first, then the file itself if it is needed.
pub fn addresses<'a>(asset: &'a Asset, picture: Option<&'a Picture>) -> Vec<&'a str> {
    let copies = picture.iter().flat_map(|picture| &picture.copies).filter(|copy| !copy.original);
    let needed = asset.linked || asset.wanted || (asset.shown && picture.is_none_or(Picture::needs_original));
    copies.map(|copy| copy.address.as_str()).chain(needed.then_some(asset.address.as_str())).collect()
}

/// A picture that [`measure`] has let through, drawn anew at most `width` pixels wide, in sRGB and with nothing that a camera
/// noted; in the format that the ending of `name` says.
pub fn redrawn(bytes: &[u8], width: u32, name: &str) -> Option<Vec<u8>> {
    raster::Decoded::new(bytes)?.copy(&Copy { width, address: name.into(), original: false })
}

/// The bytes of those files of an asset whose addresses are `wanted`, made of its own bytes.
pub fn publish(asset: &Asset, picture: Option<&Picture>, bytes: Vec<u8>, wanted: &[&str]) -> Vec<(String, Vec<u8>)> {
    let copies = picture.iter().flat_map(|picture| &picture.copies);
    let copies: Vec<&Copy> = copies.filter(|copy| !copy.original && wanted.contains(&copy.address.as_str())).collect();
    // `measure` has reported what cannot be decoded.
    let decoded = if copies.is_empty() { None } else { raster::Decoded::new(&bytes) };
    let made = copies.into_iter().filter_map(|copy| Some((copy.address.clone(), decoded.as_ref()?.copy(copy)?)));
    let mut made: Vec<(String, Vec<u8>)> = made.collect();
    if wanted.contains(&asset.address.as_str()) {
        made.push((asset.address.clone(), alone(asset, bytes)));
    }
    made
}

/// A file without what a camera or a program wrote into it beside the picture.
fn alone(asset: &Asset, bytes: Vec<u8>) -> Vec<u8> {
    if is_svg(&asset.address) && !asset.is_as_it_is() {
        return svg::read(&bytes).map(|drawing| drawing.text.into_bytes()).unwrap_or(bytes);
    }
    if !asset.trusted && active::named(&asset.path) == Named::Table {
        return cells::table(&bytes).bytes;
    }
    let stripped = strip::format(&bytes).and_then(|raster| strip::strip(&bytes, raster).ok());
    stripped.unwrap_or(bytes)
}

impl Picture {
    /// The file that is shown when a browser makes no choice: the narrowest copy, or the picture itself.
    pub fn first<'a>(&'a self, asset: &'a Asset) -> &'a str {
        self.copies.first().map_or(&asset.address, |copy| &copy.address)
    }

    /// Whether the file itself is needed beside its copies.
    fn needs_original(&self) -> bool {
        self.copies.is_empty() || self.copies.iter().any(|copy| copy.original)
    }
}
