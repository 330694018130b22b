//! The page: mounts the app in `index.html` and does nothing else.

use crm_readiness::web::{app, browser};

fn main() {
    // The console gets the message and its place; the rescue bar, plain
    // script outside of this program, gets to know that it has to appear.
    std::panic::set_hook(Box::new(|info| {
        console_error_panic_hook::hook(info);
        browser::failure::announce(&info.to_string());
    }));
    app::start();
}
