//! Pictures of the pages, for people to look at.

use std::collections::HashSet;
use std::fs;
use std::path::Path;

use crate::browser::{Browser, DESKTOP, PHONE};
use crate::server::Way;
use crate::site;

/// A page with text and drawings has more; an empty one has a few.
const COLOURS: usize = 64;

#[tokio::test(flavor = "multi_thread")]
async fn pages_of_every_kind_are_drawn() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("screenshots");
    fs::create_dir_all(&folder).expect("the folder for pictures can be made");
    let site = site::own();
    let base = Way::File.open(&site.folder).await;
    let browser = Browser::start().await;
    for (screen, name) in [(PHONE, "phone"), (DESKTOP, "desktop")] {
        browser.screen(screen).await;
        for page in site.samples() {
            browser.open(&base.join(&page.path).expect("well-formed")).await;
            browser.eval::<()>("return document.fonts.ready.then(() => null)").await;
            let png = browser.screenshot_as_png().await;
            let png = png.unwrap_or_else(|error| panic!("{} cannot be drawn: {error}", page.path));
            let file = page.path.replace('/', "-").replace(".html", "");
            fs::write(folder.join(format!("{file}-{name}.png")), &png).expect("the picture can be written");
            let picture = image::load_from_memory(&png).expect("the browser draws PNG").to_rgb8();
            let size = (screen.width * screen.density, screen.height * screen.density);
            assert_eq!(picture.dimensions(), size, "{} on a {name}", page.path);
            let colours: HashSet<[u8; 3]> = picture.pixels().map(|pixel| pixel.0).collect();
            assert!(colours.len() > COLOURS, "{} on a {name} has {} colours", page.path, colours.len());
        }
    }
}
