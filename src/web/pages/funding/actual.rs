//! Plan against actual per stage, and the cost to complete.

use super::{Receipt, said};
use crate::chart::costs::{CostModel, CostRow, HEADS, cost_chart, cost_csv};
use crate::key;
use crate::report::{completion_receipt, completion_says};
use crate::web::components::chart::{Drawn, PictureFigure};
use crate::web::session::{Here, Session};
use crate::web::texts::{Texts, t};
use leptos::prelude::*;

/// The chart of costs with its table, and what is still to be paid; nothing
/// while no cost line states an amount.
#[component]
pub fn Actual() -> impl IntoView {
    let session = Session::here();
    let texts = Texts::here();
    let project = Here::project();
    let model = move |width: u32| -> Option<CostModel> {
        texts.with(|catalogue| {
            session.with_project(project, |project| cost_chart(catalogue, project, width))
        })?
    };
    let rows = Memo::new(move |_| model(320).map(|model| model.rows).unwrap_or_default());
    let draw = move |width: u32| {
        let CostModel { finding, summary, picture, .. } = model(width)?;
        Some(Drawn { finding, summary, svg: picture.ok() })
    };
    let csv = Callback::new(move |()| {
        let csv = texts.with(|catalogue| {
            session.peek_project(project, |project| cost_csv(catalogue, project))
        });
        csv.unwrap_or_default()
    });
    let name = Signal::derive(move || texts.text(key!("funding.actual")));
    let says = said(completion_says);
    // The first is the cost to complete, the others what makes it doubtful.
    let sentence = |(at, text): (usize, String)| view! { <p class:lead=at == 0>{text}</p> };
    view! {
        <Show when=move || !rows.with(Vec::is_empty)>
            <section class="section" aria-labelledby="actual">
                <h2 id="actual">{t(key!("funding.actual"))}</h2>
                <PictureFigure file_name=name draw=draw csv=csv><Table rows=rows /></PictureFigure>
                {move || says.get().into_iter().enumerate().map(sentence).collect_view()}
                <Receipt lines=completion_receipt />
            </section>
        </Show>
    }
}

/// The numbers behind the picture.
#[component]
fn Table(
    /// One row a stage.
    rows: Memo<Vec<CostRow>>,
) -> impl IntoView {
    let heads = HEADS.map(|head| view! { <th scope="col" class="number">{t(head)}</th> });
    let row = |row: CostRow| {
        let cell = |cell: Option<String>| {
            view! { <td class="number">{cell.unwrap_or_else(|| "—".to_owned())}</td> }
        };
        view! { <tr><th scope="row" dir="auto">{row.label}</th>{row.cells.map(cell).into_iter().collect_view()}<td>{row.note}</td></tr> }
    };
    view! {
        <details>
            <summary>{t(key!("funding.table"))}</summary>
            <div class="table-scroll" tabindex="0" role="region" aria-label=t(key!("funding.table"))>
                <table>
                    <thead><tr>
                        <th scope="col">{t(key!("sheet.stage"))}</th>
                        {heads.into_iter().collect_view()}
                        <th scope="col">{t(key!("funding.against_plan"))}</th>
                    </tr></thead>
                    <tbody>{move || rows.get().into_iter().map(row).collect_view()}</tbody>
                </table>
            </div>
        </details>
    }
}
