//! A Chromium without a window, driven through WebDriver.

use std::io::{BufRead, BufReader};
use std::ops::Deref;
use std::process::{Child, Command, Stdio};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use tempfile::TempDir;
use thirtyfour::error::WebDriverErrorInner;
use thirtyfour::prelude::*;
use thirtyfour::{ChromeCapabilities, ChromiumLikeCapabilities, LoggingPrefsLogLevel};
use url::Url;

use crate::RUN_FIRST;

/// How long something that comes by itself may take.
const PATIENCE: Duration = Duration::from_secs(30);

/// What every browser of the tests is started with.
const FLAGS: &[&str] = &[
    "--headless=new",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    // Ends the browser together with its driver, however that ends.
    "--remote-debugging-pipe",
];

/// Size of the screen in CSS pixels, and how many real pixels one of them has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Screen {
    pub width: u32,
    pub height: u32,
    pub density: u32,
}

pub const PHONE: Screen = Screen { width: 360, height: 740, density: 2 };
pub const DESKTOP: Screen = Screen { width: 1440, height: 900, density: 1 };

/// The colours that the system asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scheme {
    Light,
    Dark,
}

/// A browser that a test has for itself: as fresh as one that was just started.
///
/// Starting one takes longer than most tests. So they are kept: a test gives back the one it had, and the next finds a new
/// tab in it, without what earlier tests left on the device. One that a test failed with, or that was started with flags
/// of its own, is ended.
pub struct Browser {
    /// There until the browser is dropped.
    running: Option<Running>,
    kept: bool,
}

/// A driver with its browser.
struct Running {
    // Dropped in this order: the session closes the browser, then the driver ends, then the profile goes.
    session: WebDriver,
    _driver: Driver,
    _profile: TempDir,
}

/// Browsers that no test has at the moment.
static IDLE: Mutex<Vec<Running>> = Mutex::new(Vec::new());

impl Deref for Browser {
    type Target = WebDriver;

    fn deref(&self) -> &WebDriver {
        &self.running.as_ref().expect("it is there until the browser is dropped").session
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        let Some(running) = self.running.take() else { return };
        if self.kept && !std::thread::panicking() {
            IDLE.lock().unwrap_or_else(PoisonError::into_inner).push(running);
        }
    }
}

impl Browser {
    /// A browser with a desktop's screen and light colours.
    ///
    /// The test needs a runtime with several threads: the session is closed while one of them waits for it.
    pub async fn start() -> Browser {
        loop {
            let idle = IDLE.lock().unwrap_or_else(PoisonError::into_inner).pop();
            let Some(running) = idle else { break };
            let mut browser = Browser { running: Some(running), kept: false };
            // One that an earlier test has left busy with many tabs or an endless script may not answer any more.
            if browser.forget().await.is_ok() {
                browser.kept = true;
                browser.prepare().await;
                return browser;
            }
        }
        let browser = Browser { running: Some(Running::start(&[]).await), kept: true };
        browser.prepare().await;
        browser
    }

    /// A browser of its own with further flags.
    pub async fn start_with(flags: &[&str]) -> Browser {
        let browser = Browser { running: Some(Running::start(flags).await), kept: false };
        browser.prepare().await;
        browser
    }

    async fn prepare(&self) {
        self.screen(DESKTOP).await;
        self.scheme(Scheme::Light).await;
        // What the browser's own first page asked for is no concern of ours.
        self.open(&Url::parse("about:blank").expect("well-formed")).await;
        self.complaints().await;
        self.network().await;
    }

    /// Leaves nothing of an earlier test: what it set for its tab goes with the tab, what pages stored is removed.
    async fn forget(&self) -> WebDriverResult<()> {
        let old = self.windows().await?;
        let tab = self.new_tab().await?;
        for window in old {
            self.switch_to_window(window).await?;
            self.close_window().await?;
        }
        self.switch_to_window(tab).await?;
        self.devtools("Network.clearBrowserCache", json!({})).await;
        self.devtools("Network.clearBrowserCookies", json!({})).await;
        // The files of a disk are one origin, and that of a host is a port that no later test has.
        let everything = json!({ "origin": "file://", "storageTypes": "all" });
        self.devtools("Storage.clearDataForOrigin", everything).await;
        Ok(())
    }

    /// Opens a page and waits until it is loaded.
    pub async fn open(&self, url: &Url) {
        self.goto(url.as_str()).await.unwrap_or_else(|error| panic!("{url} does not open: {error}"));
    }

    /// The address of the page that is shown.
    pub async fn url(&self) -> Url {
        self.current_url().await.expect("the browser has a page")
    }

    /// Runs the body of a function in the page; a promise is waited for.
    pub async fn eval<T: DeserializeOwned>(&self, script: &str) -> T {
        self.try_eval(script).await.unwrap_or_else(|error| panic!("a script of the test failed: {error}\n{script}"))
    }

    async fn try_eval<T: DeserializeOwned>(&self, script: &str) -> WebDriverResult<T> {
        self.execute(script, Vec::new()).await?.convert()
    }

    /// Waits until the body of a function gives true, which it may do in a page that comes by itself.
    pub async fn wait_for(&self, what: &str, script: &str) {
        let begun = Instant::now();
        while !self.try_eval(script).await.unwrap_or(false) {
            if begun.elapsed() > PATIENCE {
                let text: String = self.eval("return document.body.innerText").await;
                panic!("{what}: still not so at {}, which says:\n{text}", self.url().await);
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// Sends a command of the DevTools protocol.
    pub async fn devtools(&self, method: &str, parameters: Value) -> Value {
        let sent = self.cdp().send_raw(method, parameters).await;
        sent.unwrap_or_else(|error| panic!("the browser refuses {method}: {error}"))
    }

    /// Gives the browser another screen.
    pub async fn screen(&self, screen: Screen) {
        let Screen { width, height, density } = screen;
        let mobile = width < 600;
        let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": density, "mobile": mobile });
        self.devtools("Emulation.setDeviceMetricsOverride", metrics).await;
    }

    /// Makes the system ask for light or dark colours, on the screen.
    pub async fn scheme(&self, scheme: Scheme) {
        self.media("screen", scheme).await;
    }

    /// Shows the page as on this medium (`screen` or `print`), on a system that asks for light or dark colours.
    pub async fn media(&self, media: &str, scheme: Scheme) {
        let value = if scheme == Scheme::Dark { "dark" } else { "light" };
        let features = json!([{ "name": "prefers-color-scheme", "value": value }]);
        self.devtools("Emulation.setEmulatedMedia", json!({ "media": media, "features": features })).await;
    }

    /// Presses a key, as on a keyboard.
    pub async fn press(&self, key: impl Into<char> + Clone) {
        let pressed = self.action_chain().key_down(key.clone()).key_up(key).perform().await;
        pressed.expect("the browser takes keys");
    }

    /// Presses a key while another one is held.
    pub async fn chord(&self, held: Key, key: char) {
        let pressed = self.action_chain().key_down(held.clone()).key_down(key).key_up(key).key_up(held).perform().await;
        pressed.expect("the browser takes keys");
    }

    /// Types into the element that a selector finds.
    pub async fn type_into(&self, selector: &str, text: &str) {
        let element = self.find(By::Css(selector)).await;
        let element = element.unwrap_or_else(|error| panic!("there is no {selector}: {error}"));
        element.send_keys(text).await.unwrap_or_else(|error| panic!("{selector} takes no text: {error}"));
    }

    /// Touches the first element that a selector finds, with a finger, in its middle.
    pub async fn tap(&self, selector: &str) {
        let script = "const box = document.querySelector(SELECTOR).getBoundingClientRect();
            return [box.left + box.width / 2, box.top + box.height / 2]";
        let (x, y): (f64, f64) = self.eval(&script.replace("SELECTOR", &json!(selector).to_string())).await;
        let touch = |kind: &str, points: Value| json!({ "type": kind, "touchPoints": points });
        self.devtools("Input.dispatchTouchEvent", touch("touchStart", json!([{ "x": x, "y": y }]))).await;
        self.devtools("Input.dispatchTouchEvent", touch("touchEnd", json!([]))).await;
    }

    /// Clicks on the one element that a selector finds; one that is drawn anew at that moment is found again.
    pub async fn click(&self, selector: &str) {
        let begun = Instant::now();
        loop {
            let element = self.find(By::Css(selector)).await;
            let element = element.unwrap_or_else(|error| panic!("there is no {selector}: {error}"));
            match element.click().await {
                Ok(()) => return,
                Err(error)
                    if matches!(error.as_inner(), WebDriverErrorInner::StaleElementReference(_))
                        && begun.elapsed() < PATIENCE => {}
                Err(error) => panic!("{selector} cannot be clicked: {error}"),
            }
        }
    }

    /// Errors and warnings in the console since the last call.
    pub async fn complaints(&self) -> Vec<String> {
        let entries = self.get_log("browser").await.expect("the browser keeps a log");
        let bad = entries.into_iter().filter(|entry| ["WARNING", "SEVERE"].contains(&entry.level.as_str()));
        bad.map(|entry| format!("{}: {}", entry.level, entry.message)).collect()
    }

    /// The network's events since the last call: name and parameters.
    pub async fn network(&self) -> Vec<(String, Value)> {
        let entries = self.get_log("performance").await.expect("the browser keeps a log of the network");
        let events = entries.into_iter().map(|entry| {
            let mut event: Value = serde_json::from_str(&entry.message).expect("an event is JSON");
            let mut event = event["message"].take();
            (event["method"].as_str().unwrap_or_default().to_string(), event["params"].take())
        });
        events.filter(|(name, _)| name.starts_with("Network.")).collect()
    }
}

fn capabilities(profile: &TempDir, flags: &[&str]) -> WebDriverResult<ChromeCapabilities> {
    let mut capabilities = ChromeCapabilities::new();
    for flag in FLAGS.iter().chain(flags) {
        capabilities.add_arg(flag)?;
    }
    capabilities.add_arg(&format!("--user-data-dir={}", profile.path().display()))?;
    if is_root() {
        // Chromium does not run as root with its sandbox.
        capabilities.add_arg("--no-sandbox")?;
    }
    capabilities.set_logging_prefs("browser", LoggingPrefsLogLevel::All)?;
    capabilities.set_logging_prefs("performance", LoggingPrefsLogLevel::All)?;
    Ok(capabilities)
}

#[cfg(unix)]
fn is_root() -> bool {
    use std::os::unix::fs::MetadataExt;
    std::fs::metadata("/proc/self").is_ok_and(|process| process.uid() == 0)
}

#[cfg(not(unix))]
fn is_root() -> bool {
    false
}

impl Running {
    async fn start(flags: &[&str]) -> Running {
        let flavor = tokio::runtime::Handle::current().runtime_flavor();
        assert_eq!(flavor, tokio::runtime::RuntimeFlavor::MultiThread, "the browser could not be closed again");
        let driver = Driver::start();
        let profile = tempfile::tempdir().expect("a folder for the browser's profile can be made");
        let capabilities = capabilities(&profile, flags).expect("the capabilities are well-formed");
        let server = format!("http://127.0.0.1:{}", driver.port);
        // No connection is kept: it would belong to the runtime of the test that made it, and end with that in the midst of a
        // request of the next.
        let client = reqwest::Client::builder().pool_max_idle_per_host(0).timeout(PATIENCE * 4).build();
        let client = client.expect("a client without settings of its own");
        let session = WebDriver::builder(server, capabilities).keep_alive(false).client(client).connect().await;
        let session = session.unwrap_or_else(|error| panic!("Chromium does not start. {RUN_FIRST}\n{error}"));
        Running { session, _driver: driver, _profile: profile }
    }
}

/// The program that speaks WebDriver. It ends when this is dropped, and with the tests, which drop no browser that is idle
/// then: a shell waits for the end of its input and ends it.
struct Driver {
    process: Child,
    port: u16,
}

const UNTIL_INPUT_ENDS: &str = "chromedriver --port=0 & driver=$!; cat > /dev/null; kill $driver";

impl Driver {
    fn start() -> Driver {
        let mut command = Command::new("sh");
        command.args(["-c", UNTIL_INPUT_ENDS]).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let started = command.spawn();
        let mut process = started.unwrap_or_else(|error| panic!("chromedriver does not start ({error}). {RUN_FIRST}"));
        let output = process.stdout.take().expect("its output is piped");
        // It says "ChromeDriver was started successfully on port 12345." and nothing after that.
        let port = BufReader::new(output).lines().map_while(Result::ok).find_map(|line| {
            let (_, port) = line.split_once("successfully on port ")?;
            port.trim_end_matches('.').parse().ok()
        });
        let port = port.unwrap_or_else(|| panic!("chromedriver does not say its port. {RUN_FIRST}"));
        Driver { process, port }
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        drop(self.process.stdin.take());
        // It may have ended by itself; there is nothing else to do about it here.
        let _ = self.process.wait();
    }
}
