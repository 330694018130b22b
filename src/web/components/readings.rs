//! The numbers behind an indicator chart, as a table.

use crate::chart::indicator::ChartModel;
use crate::key;
use crate::web::texts::t;
use leptos::prelude::*;

/// The numbers behind the picture, made when it is opened.
#[component]
pub fn DataTable(
    /// The chart.
    model: Memo<Option<ChartModel>>,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let toggle = move |event: leptos::ev::Event| {
        let details: web_sys::Element = event_target(&event);
        open.set(details.has_attribute("open"));
    };
    view! {
        <details on:toggle=toggle>
            <summary>{t(key!("chart.data_table"))}</summary>
            {move || open.get().then(|| view! { <Readings model=model /> })}
        </details>
    }
}

#[component]
fn Readings(
    /// The chart.
    model: Memo<Option<ChartModel>>,
) -> impl IntoView {
    let counted = move || {
        model.with(|model| {
            let readings =
                model.as_ref().map(|model| model.readings.as_slice()).unwrap_or_default();
            readings.iter().any(|reading| reading.counts.is_some())
        })
    };
    let layered =
        move || model.with(|model| model.as_ref().is_some_and(|model| model.process.is_some()));
    let dash = |text: Option<String>| text.unwrap_or_else(|| "—".to_owned());
    let rows = move || {
        let readings = model.with(|model| model.as_ref().map(|model| model.readings.clone()));
        let (counted, layered) = (counted(), layered());
        readings
            .unwrap_or_default()
            .into_iter()
            .rev()
            .map(|reading| {
                view! {
                    <tr>
                        <th scope="row">{reading.label}</th>
                        <td class="number">{dash(reading.value)}</td>
                        {counted.then(|| view! {
                            <td class="number">{dash(reading.counts)}</td>
                            <td class="number">{dash(reading.interval)}</td>
                        })}
                        <td class="number">{dash(reading.expected)}</td>
                        {layered.then(|| view! {
                            <td class="number">{dash(reading.limits)}</td>
                            <td>{dash(reading.signal)}</td>
                        })}
                    </tr>
                }
            })
            .collect_view()
    };
    view! {
        <div class="table-scroll" tabindex="0" role="region" aria-label=t(key!("chart.data_table"))>
            <table>
                <thead><tr>
                    <th scope="col">{t(key!("chart.column_period"))}</th>
                    <th scope="col" class="number">{t(key!("chart.column_value"))}</th>
                    {move || counted().then(|| view! {
                        <th scope="col" class="number">{t(key!("chart.column_counts"))}</th>
                        <th scope="col" class="number">{t(key!("chart.column_interval"))}</th>
                    })}
                    <th scope="col" class="number">{t(key!("chart.column_expected"))}</th>
                    {move || layered().then(|| view! {
                        <th scope="col" class="number">{t(key!("process.column_limits"))}</th>
                        <th scope="col">{t(key!("process.column_signal"))}</th>
                    })}
                </tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}
