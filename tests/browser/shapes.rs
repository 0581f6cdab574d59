//! Raw HTML that would do harm does none: nothing runs, nothing is loaded from elsewhere, nothing lies over the page, and the
//! page's own scripts work.
//!
//! Each shape is also shown as it was written, in place of what became of it: it must do harm then, or what finds the harm
//! finds nothing. The security policy of the pages is switched off for both, for it would stop most of it by itself.

use std::fs;
use std::path::Path;

use serde_json::json;
use url::Url;

use crate::browser::chromium::Browser;
use crate::browser::clean::strays;
use crate::browser::server::Way;
use crate::expect_none;

const SHAPES: &[&str] = &[
    // Handlers, however they are written.
    "<p onclick=\"self.hacked++\">x</p>",
    "<b onmouseover=self.hacked++>x</b>",
    "<p ONCLICK='self.hacked++'>x</p>",
    "<p/onclick=self.hacked++>x</p>",
    "<p title=\"x\"onclick=\"self.hacked++\">x</p>",
    "<p\nonclick\n=\nself.hacked++>x</p>",
    "<p onclick=&#115;elf.hacked++>x</p>",
    "<p title='\">' onclick='self.hacked++'>x</p>",
    "<p title=`x` onclick=`self.hacked++`>x</p>",
    "<details open ontoggle=self.hacked++><summary>x</summary>x</details>",
    "<div tabindex=0 autofocus onfocus=self.hacked++>x</div>",
    "<body onload=self.hacked++>",
    "<html onmouseover=self.hacked++>",
    "<marquee onstart=self.hacked++>x</marquee>",
    // Scripts.
    "<script>self.hacked++</script>",
    "<SCRIPT SRC=https://other.example/x.js></script>",
    "<script/x>self.hacked++</script>",
    "<div><script>self.hacked++",
    "<template><script>self.hacked++</script></template>",
    "<noscript><img src=https://other.example/a.png></noscript>",
    // Pictures, films, frames.
    "<img src=x onerror=self.hacked++>",
    "<img src=https://other.example/a.png>",
    "<IMG SRC=//other.example/a.png>",
    "<image src=https://other.example/a.png>",
    "<img src=\"https&colon;//other.example/a.png\">",
    "<img srcset=\"https://other.example/a.png 1x\">",
    "<picture><source srcset=https://other.example/a.png><img alt=x></picture>",
    "<video poster=https://other.example/a.png></video>",
    "<video src=https://other.example/a.mp4 autoplay></video>",
    "<video><source onerror=self.hacked++></video>",
    "<audio src=https://other.example/a.mp3 autoplay></audio>",
    "<iframe src=https://other.example/></iframe>",
    "<iframe srcdoc=\"<script>parent.hacked++</script>\"></iframe>",
    "<iframe src=javascript:parent.hacked++></iframe>",
    "<object data=https://other.example/a.svg></object>",
    "<embed src=https://other.example/a.svg>",
    "<applet code=x></applet>",
    "<table background=https://other.example/a.png><tr><td>x</table>",
    // Styles, and what lies over the page.
    "<link rel=stylesheet href=https://other.example/a.css>",
    "<link rel=prefetch href=https://other.example/a>",
    "<style>@import \"https://other.example/a.css\";</style>",
    "<style>.head{background:url(https://other.example/a.png)}</style>",
    "<div><style>body{display:none}",
    "<p style=\"background:url(https://other.example/a.png)\">x</p>",
    "<p style=\"position:fixed;inset:0;background:red;z-index:999\">x</p>",
    "<div style=\"position:absolute;top:0;left:0;width:100vw;height:100vh;z-index:99\">x</div>",
    "<div style=\"margin:-2000px;padding:3000px\">x</div>",
    "<p style=\"animation:x\" onanimationstart=self.hacked++>x</p>",
    "<dialog open>x</dialog>",
    "<p popover id=x>x</p>",
    "<div class=\"marks\">x</div>",
    "<div class=\"term-pop\">x</div>",
    "<div class=\"find-sheet find-head find-panel\">x</div>",
    "<div class=\"skip head toc\">x</div>",
    "<ul class='cards'><li>x</ul>",
    "<hr size=5000 width=5000>",
    // Where a page leads, and what it sends.
    "<base href=https://other.example/>",
    "<meta http-equiv=refresh content=\"99;url=https://other.example/\">",
    "<meta http-equiv=content-security-policy content=\"default-src *\">",
    "<form action=https://other.example/><input name=a><button>x</button></form>",
    "<input autofocus onfocus=self.hacked++>",
    "<select autofocus onfocus=self.hacked++></select>",
    "<button formaction=javascript:self.hacked++>x</button>",
    "<isindex action=javascript:self.hacked++>",
    "<a href=javascript:self.hacked++>x</a>",
    "<a href=\"java&#10;script:self.hacked++\">x</a>",
    "<a href=\" &#14; javascript:self.hacked++\">x</a>",
    "<a href=\"data:text/html,<script>alert(1)</script>\">x</a>",
    "<a href=https://other.example/ ping=https://other.example/ target=_blank>x</a>",
    "<map name=m><area href=javascript:self.hacked++></map>",
    "<q cite=\"javascript:self.hacked++\">x</q>",
    // Drawings and formulas, and the ways between them and HTML.
    "<svg onload=self.hacked++></svg>",
    "<svg><script>self.hacked++</script></svg>",
    "<svg><animate onbegin=self.hacked++ attributeName=x dur=1s></animate></svg>",
    "<svg><use href=https://other.example/a.svg#x></use></svg>",
    "<svg><image href=https://other.example/a.png></image></svg>",
    "<svg><foreignObject><p onclick=self.hacked++>x</p></foreignObject></svg>",
    "<svg><a xlink:href=javascript:self.hacked++><text>x</text></a></svg>",
    "<svg><style><img src=x onerror=self.hacked++></style></svg>",
    "<svg></p><style><a id=\"</style><img src=x onerror=self.hacked++>\">",
    "<math><maction actiontype=statusline xlink:href=javascript:self.hacked++>x</maction></math>",
    "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=x onerror=self.hacked++&gt;\">",
    "<form><math><mtext></form><form><mglyph><style></math><img src=x onerror=self.hacked++>",
    // Texts that are none, remarks, and what is not closed.
    "<noscript><p title=\"</noscript><img src=x onerror=self.hacked++>\"></noscript>",
    "<textarea></textarea><img src=x onerror=self.hacked++>",
    "<title></title><img src=x onerror=self.hacked++>",
    "<xmp></xmp><script>self.hacked++</script>",
    "<plaintext>",
    "<!--><img src=x onerror=self.hacked++>-->",
    "<!-- --!><img src=x onerror=self.hacked++> -->",
    "<div><![CDATA[><img src=x onerror=self.hacked++>]]></div>",
    "<div><?x ><img src=x onerror=self.hacked++>?></div>",
    "<div><!x><img src=x onerror=self.hacked++></div>",
    "<p title=\"x",
    "<div><img src=x onerror=self.hacked++//",
    "<p>a<p>b<table><p>c<tr><td>d<img src=x onerror=self.hacked++>",
    // Names that scripts look for.
    "<b id=site-q>x</b>",
    "<b id=site-main>x</b>",
    "<b id=site-hits>x</b>",
    "<b id=bagytSearch>x</b>",
    "<b id=bagytParts>x</b>",
    "<img name=currentScript>",
    "<img name=body>",
    "<form name=querySelector></form>",
    "<form id=getElementById><input name=parentNode></form>",
    "<object name=documentElement></object>",
    // Attributes that no text needs.
    "<p tabindex=9>x</p>",
    "<p contenteditable>x</p>",
    "<p hidden>x</p>",
    "<p is=x-y slot=z part=w>x</p>",
    "<p data-save=cook data-hole=0>x</p>",
    "<p accesskey=s>x</p>",
];

/// What closes more than it opened; nothing is said of it, for nothing is lost.
const CLOSING: &[&str] = &[
    "</div></div></article></main><p>x",
    "</p></div></div></body></html><div>x",
    "</table></ul></figure></aside></div><div>x",
    "<table><tr><td></table></table></div><div>x",
];

fn shapes() -> impl Iterator<Item = (usize, &'static str)> {
    SHAPES.iter().chain(CLOSING).copied().enumerate()
}

/// The words before and after each shape.
const BEFORE: &str = "Мындан башталат";
const AFTER: &str = "Ушуну менен бүтөт";

/// What an author's text may be built of: these tags, and these attributes.
const HARM: &str = r#"
    const TAGS = `abbr article aside b bdi bdo blockquote br caption center cite code col colgroup data dd del details dfn div dl
        dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hgroup hr i ins kbd li mark nav ol p pre q rp rt rtc ruby s samp
        section small span strike strong sub summary sup table tbody td th thead tfoot time tr tt u ul var wbr`.split(/\s+/);
    const ATTRIBUTES = `title class id lang dir role tabindex aria-label cite datetime start colspan rowspan headers scope span
        align open`.split(/\s+/);
    const harm = [];
    const say = what => harm.push(what);
    const all = Array.from(document.querySelectorAll("*"));
    const find = words => all.filter(e => e.tagName === "P" && e.textContent.trim() === words)[0];
    const [from, to] = [find("BEFORE"), find("AFTER")];
    if (window.hacked !== undefined) { say("a script ran"); }
    if (!from || !to || !from.closest("main .prose") || !to.closest("main .prose")) { say("the page is built otherwise"); }
    for (const e of all) {
        for (const { name, value } of e.attributes) {
            if (/^on/i.test(name)) { say(`${e.tagName} has ${name}`); }
            if (/^[\s\x00-\x1f]*(java\s*script|data|vbscript):/i.test(value)) { say(`${e.tagName} leads to ${value}`); }
        }
    }
    const after = (a, b) => a && (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
    const own = all.filter(e => after(from, e) && (!to || after(e, to)) && !e.contains(to));
    for (const e of own) {
        if (!TAGS.includes(e.localName)) { say(`there is <${e.localName}>`); }
        for (const { name, value } of e.attributes) {
            if (!ATTRIBUTES.includes(name)) { say(`<${e.localName}> has ${name}`); }
            if (name === "id" && /^(site-|bagyt)/.test(value)) { say(`the id ${value}`); }
            if (name === "class" && !value.split(/\s+/).every(c => /^(own-|alert)/.test(c))) { say(`the class ${value}`); }
            if (name === "tabindex" && value !== "0" && value !== "-1") { say("the order of the keyboard"); }
            if (name === "cite" && !/^https?:/.test(value)) { say(`a source ${value}`); }
        }
    }
    const prose = document.querySelector("main .prose");
    const box = prose ? prose.getBoundingClientRect() : { left: 0, right: 0, top: 0, bottom: 0 };
    for (let x = 8; x < innerWidth; x += 40) {
        for (let y = 8; y < innerHeight; y += 30) {
            const e = document.elementFromPoint(x, y);
            const inside = x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
            if (e && own.some(mine => mine.contains(e)) && !inside) { say(`${e.localName} lies over the page at ${x}, ${y}`); }
        }
    }
    return Array.from(new Set(harm));
"#;

fn name(number: usize) -> String {
    format!("shape-{number:03}")
}

/// A site with a page for each shape, and one with all of them.
fn write(site: &Path) {
    let folder = site.join("content/shapes");
    fs::create_dir_all(&folder).expect("a folder can be made");
    let config =
        "title: {ru: Формы}\nlanguages: [ru]\nraw_html: true\npublications: [{id: shapes, title: {ru: Формы}}]\n";
    fs::write(site.join("content/site.yaml"), config).expect("a file can be written");
    let page = |name: &str, text: &str| {
        let page = format!("---\ntitle: {name}\n---\n\n{BEFORE}\n\n{text}\n\n{AFTER}\n");
        fs::write(folder.join(format!("{name}.ru.md")), page).expect("a file can be written");
    };
    for (number, shape) in shapes() {
        page(&name(number), shape);
    }
    page("all", &shapes().map(|(_, shape)| shape).collect::<Vec<_>>().join("\n\nx\n\n"));
}

/// Writes a page with a shape as it is, beside the one with what became of it.
fn unclean(public: &Path, number: usize, shape: &str) -> String {
    let folder = public.join("ru/shapes");
    let page = fs::read_to_string(folder.join(name(number) + ".html")).expect("the page was built");
    let (before, rest) = page.split_once(BEFORE).expect("the words before are there");
    let (_, after) = rest.split_once(AFTER).expect("the words after are there");
    let path = format!("raw-{}.html", name(number));
    let text = format!("{before}{BEFORE}</p>{}<p>{AFTER}{after}", shape);
    fs::write(folder.join(&path), text).expect("a file can be written");
    path
}

async fn harm(browser: &Browser, base: &Url) -> Vec<String> {
    let script = HARM.replace("BEFORE", BEFORE).replace("AFTER", AFTER);
    let answer = browser.execute(script, Vec::new()).await.and_then(|found| found.convert());
    // The page may have lost the very functions that look at it.
    let mut harm: Vec<String> = answer.unwrap_or_else(|error| vec![format!("scripts fail: {error}")]);
    harm.extend(strays(browser, base).await);
    harm
}

#[tokio::test(flavor = "multi_thread")]
async fn raw_html_does_no_harm() {
    let site = tempfile::tempdir().expect("a folder for the site can be made");
    write(site.path());
    let output =
        crate::common::bagyt().arg("build").arg(site.path()).args(["--format", "short"]).output().expect("bagyt runs");
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{told}");
    let public = site.path().join("public");
    let base = Way::Root.open(&public).await;
    let browser = Browser::start().await;
    browser.devtools("Page.setBypassCSP", json!({ "enabled": true })).await;

    let mut found = Vec::new();
    for (number, shape) in shapes() {
        let page = name(number);
        browser.open(&base.join(&format!("ru/shapes/{page}.html")).expect("well-formed")).await;
        found.extend(harm(&browser, &base).await.into_iter().map(|harm| format!("{shape}: {harm}")));
        // What is no HTML for Markdown is text, and the page shows it. What else goes is told, with its line and column; remarks,
        // and what closes nothing, are no loss.
        let shown = "return document.querySelector('main').textContent.includes(SHAPE)";
        let start: String = shape.chars().take(6).collect();
        let shown = browser.execute(shown.replace("SHAPE", &json!(start).to_string()), Vec::new()).await;
        let shown = shown.is_ok_and(|answer| answer.convert().unwrap_or(false));
        let silent = shown
            || CLOSING.contains(&shape)
            || ["<!--", "<div><![", "<div><?", "<div><!x"].iter().any(|remark| shape.starts_with(remark));
        if !silent && !told.contains(&format!("{page}.ru.md:")) {
            found.push(format!("{shape}: nothing is said of it"));
        }
        browser.open(&base.join(&format!("ru/shapes/{}", unclean(&public, number, shape))).expect("well-formed")).await;
        if harm(&browser, &base).await.is_empty() {
            found.push(format!("{shape}: does no harm as it is, so this test says nothing of it"));
        }
    }
    expect_none("shapes that do harm", &found);

    // All of them on one page, and on it the search, which looks for its box, its list and its scripts.
    browser.open(&base.join("ru/shapes/all.html").expect("well-formed")).await;
    let mut found = harm(&browser, &base).await;
    browser.type_into("#site-q", "бүтөт").await;
    let answered = "return document.querySelector('#site-hits [role=option], .find-note') !== null";
    browser.wait_for("the search answers", answered).await;
    found.extend(strays(&browser, &base).await);
    browser.devtools("Page.setBypassCSP", json!({ "enabled": false })).await;
    expect_none("what all shapes on one page do", &found);
    assert!(SHAPES.len() >= 60);
}
