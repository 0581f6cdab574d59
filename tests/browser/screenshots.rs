//! Pictures of the pages, for people to look at.

use std::collections::HashSet;
use std::fs;
use std::path::Path;

use image::RgbImage;

use crate::browser::chromium::{Browser, DESKTOP, PHONE};
use crate::browser::server::Way;
use crate::site;

/// A page with text and drawings has more; an empty one has a few.
const COLOURS: usize = 64;

/// Draws what the browser shows into a file for people, and gives it.
pub async fn draw(browser: &Browser, name: &str) -> RgbImage {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("screenshots");
    fs::create_dir_all(&folder).expect("the folder for pictures can be made");
    browser.eval::<()>("return document.fonts.ready.then(() => null)").await;
    let png = browser.screenshot_as_png().await.unwrap_or_else(|error| panic!("{name} cannot be drawn: {error}"));
    fs::write(folder.join(format!("{name}.png")), &png).expect("the picture can be written");
    image::load_from_memory(&png).expect("the browser draws PNG").to_rgb8()
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_of_every_kind_are_drawn() {
    let site = site::own();
    let base = Way::File.open(&site.folder).await;
    let browser = Browser::start().await;
    for (screen, name) in [(PHONE, "phone"), (DESKTOP, "desktop")] {
        browser.screen(screen).await;
        for page in site.checked() {
            browser.open(&base.join(&page.path).expect("well-formed")).await;
            let file = page.path.replace('/', "-").replace(".html", "");
            let picture = draw(&browser, &format!("{file}-{name}")).await;
            let size = (screen.width * screen.density, screen.height * screen.density);
            assert_eq!(picture.dimensions(), size, "{} on a {name}", page.path);
            let colours: HashSet<[u8; 3]> = picture.pixels().map(|pixel| pixel.0).collect();
            assert!(colours.len() > COLOURS, "{} on a {name} has {} colours", page.path, colours.len());
        }
    }
}
