//! The page: mounts the app in `index.html` and does nothing else.

use crm_readiness::web::app;

fn main() {
    console_error_panic_hook::set_once();
    app::start();
}
