//! What channels cost and reach: the picture, the table, how it is worked out.

use crate::chart::channels::{CHANNEL_HEADS, ChannelModel, ChannelRow, channel_chart, channel_csv};
use crate::chart::indicator::ReceiptLine;
use crate::key;
use crate::report::channel_receipt;
use crate::web::components::chart::{Drawn, PictureFigure};
use crate::web::session::{Here, Session};
use crate::web::texts::{Texts, t};
use leptos::prelude::*;

/// The rows of the table, whatever the width of the picture.
pub fn channel_rows() -> Memo<Vec<ChannelRow>> {
    let session = Session::here();
    let texts = Texts::here();
    let project = Here::project();
    Memo::new(move |_| {
        let model = texts.with(|catalogue| {
            session.with_project(project, |project| channel_chart(catalogue, project, 320))
        });
        model.flatten().map(|model| model.rows).unwrap_or_default()
    })
}

/// The comparison as a picture where two channels can be compared, and the
/// table of all.
#[component]
pub fn Economics() -> impl IntoView {
    let session = Session::here();
    let texts = Texts::here();
    let project = Here::project();
    let model = move |width: u32| -> Option<ChannelModel> {
        texts.with(|catalogue| {
            session.with_project(project, |project| channel_chart(catalogue, project, width))
        })?
    };
    let rows = channel_rows();
    let compared = Memo::new(move |_| model(320).is_some_and(|model| model.picture.is_some()));
    let draw = move |width: u32| {
        let ChannelModel { finding, summary, picture, .. } = model(width)?;
        Some(Drawn { finding: finding?, summary, svg: picture.and_then(Result::ok) })
    };
    let csv = Callback::new(move |()| {
        let csv = texts.with(|catalogue| {
            session.peek_project(project, |project| channel_csv(catalogue, project))
        });
        csv.unwrap_or_default()
    });
    let name = Signal::derive(move || texts.text(key!("channels.heading")));
    let shown = move || {
        if compared.get() {
            view! {
                <h3>{t(key!("channels.picture"))}</h3>
                <PictureFigure file_name=name draw=draw csv=csv><ChannelTable rows=rows /></PictureFigure>
            }
            .into_any()
        } else {
            view! { <p>{t(key!("channels.compare_none"))}</p> <ChannelTable rows=rows /> }
                .into_any()
        }
    };
    view! {
        <section class="section" aria-labelledby="channel-economics">
            <h2 id="channel-economics">{t(key!("channels.economics"))}</h2>
            {shown}
            <Receipt />
        </section>
    }
}

/// The figures of every channel.
#[component]
pub fn ChannelTable(
    /// One row a channel.
    rows: Memo<Vec<ChannelRow>>,
) -> impl IntoView {
    let texts = Texts::here();
    let heads = CHANNEL_HEADS
        .map(|head| view! { <th scope="col" role="columnheader" class="number">{t(head)}</th> });
    let cell = move |(cell, head): (Option<String>, &'static str)| {
        let label = move || texts.text(head);
        match cell {
            Some(text) => view! { <td role="cell" class="number" data-label=label>{text}</td> }.into_any(),
            None => view! { <td role="cell" class="number second" data-label=label>{t(key!("channels.no_figure"))}</td> }.into_any(),
        }
    };
    let row = move |row: ChannelRow| {
        view! {
            <tr role="row">
                <th scope="row" role="rowheader" dir="auto">{row.label}</th>
                {row.cells.into_iter().zip(CHANNEL_HEADS).map(cell).collect_view()}
            </tr>
        }
    };
    view! {
        <div class="table-scroll" tabindex="0" role="region" aria-label=t(key!("channels.table"))>
            <table class="stacks" role="table">
                <thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">{t(key!("channels.name"))}</th>{heads.into_iter().collect_view()}</tr></thead>
                <tbody role="rowgroup">{move || rows.get().into_iter().map(row).collect_view()}</tbody>
            </table>
        </div>
    }
}

/// How the figures are worked out, behind a summary.
#[component]
fn Receipt() -> impl IntoView {
    let session = Session::here();
    let texts = Texts::here();
    let project = Here::project();
    let lines = Memo::new(move |_| {
        texts.with(|catalogue| {
            let lines =
                session.with_project(project, |project| channel_receipt(catalogue, project));
            lines.unwrap_or_default()
        })
    });
    let line = |line: ReceiptLine| view! { <dt>{line.term}</dt><dd>{line.text}</dd> };
    view! {
        <details class="money-receipt receipt" hidden=move || lines.with(Vec::is_empty)>
            <summary>{t(key!("channels.receipt"))}</summary>
            <dl>{move || lines.get().into_iter().map(line).collect_view()}</dl>
        </details>
    }
}
