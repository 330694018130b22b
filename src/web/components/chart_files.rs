//! What a chart hands out: its picture as SVG and as PNG, its values as CSV.

use crate::chart::indicator::{dark_tokens, light_tokens};
use crate::chart::{size, standalone};
use crate::key;
use crate::web::browser::{download, picture};
use crate::web::session::Session;
use crate::web::settings::Theme;
use crate::web::texts::{Texts, t};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The colours of the page, for pictures that leave it.
const TOKENS: &str = include_str!("../../../style/tokens.css");

/// Dots a pixel of a PNG becomes, each way: sharp on paper and fine screens.
const DOTS: u32 = 2;

/// The picture and the values as files.
#[component]
pub fn Files(
    /// Name of the files, without ending.
    file_name: Signal<String>,
    /// The picture.
    #[prop(into)]
    svg: Callback<(), Option<String>>,
    /// The values as CSV.
    #[prop(optional)]
    csv: Option<Callback<(), String>>,
) -> impl IntoView {
    let session = Session::here();
    let texts = Texts::here();
    let save = move |ending: &str, media_type: &str, text: &str| {
        let name = format!("{}.{ending}", file_name.get_untracked());
        if download::save_text(&name, media_type, text).is_err() {
            session.fail(texts.text(key!("report.download_failed")));
        }
    };
    let save_picture = move |_| {
        if let Some(svg) = svg.run(()) {
            save("svg", "image/svg+xml", &standalone(&svg, &light_tokens(TOKENS)));
        }
    };
    let save_dots = move |_| {
        let Some(svg) = svg.run(()) else { return };
        let name = format!("{}.png", file_name.get_untracked());
        let why = untrack(|| texts.text(key!("chart.png_failed")));
        spawn_local(async move {
            let drawn = dots(session, &svg).await;
            if drawn.is_none_or(|blob| download::save_blob(&name, &blob).is_err()) {
                session.fail(why);
            }
        });
    };
    let values = csv.map(|csv| {
        let save_values = move |_| save("csv", "text/csv", &csv.run(()));
        view! {
            <button class="button button-quiet" type="button" on:click=save_values>{t(key!("chart.download_csv"))}</button>
        }
    });
    view! {
        <div class="cluster no-print">
            <button class="button button-quiet" type="button" on:click=save_picture>{t(key!("chart.download_svg"))}</button>
            <button class="button button-quiet" type="button" on:click=save_dots>{t(key!("chart.download_png"))}</button>
            {values}
        </div>
    }
}

/// A picture as PNG, in the colours the page has now.
async fn dots(session: Session, svg: &str) -> Option<web_sys::Blob> {
    let dark = match session.settings().with_untracked(|settings| settings.theme) {
        Theme::Dark => true,
        Theme::Light => false,
        Theme::System => picture::prefers_dark(),
    };
    let tokens = if dark { dark_tokens(TOKENS) } else { light_tokens(TOKENS) };
    picture::png(&standalone(svg, &tokens), size(svg)?, DOTS).await.ok()
}
