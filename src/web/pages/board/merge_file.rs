//! "Merge a department's file" on the board.

use super::desk::Desk;
use super::merging::{MergeBody, Merging};
use crate::i18n::Arg;
use crate::key;
use crate::web::components::dialog::Dialog;
use crate::web::pages::projects::import::ChooseFile;
use crate::web::pages::projects::import::outcome::{Refusal, Refused, read_chosen};
use crate::web::session::Session;
use crate::workspace::{MergeRefusal, compare_part};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The file chooser, then what the file would change.
#[component]
pub fn MergeFile(
    /// The board.
    desk: Desk,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let chosen = RwSignal::new(None::<(String, Result<Merging, Refusal>)>);
    let read = move |file: web_sys::File| {
        spawn_local(async move {
            let name = file.name();
            let found = merging(desk.session, desk.project, &file).await;
            chosen.set(Some((name, found)));
            open.set(true);
        });
    };
    let heading = Signal::derive(move || {
        let name = chosen.with(|chosen| chosen.as_ref().map(|(name, _)| name.clone()));
        let name = name.unwrap_or_default();
        desk.texts.format(key!("board.merge_heading"), &[("file", Arg::Text(&name))])
    });
    view! {
        <ChooseFile id="merge-file" label=key!("board.merge_file") on_file=read />
        <Dialog open=open heading=heading>
            {move || chosen.get().map(|(_, found)| match found {
                Ok(merging) => view! { <MergeBody merging=merging open=open on_done=|()| () /> }.into_any(),
                Err(refusal) => view! { <Refused refusal=refusal open=open /> }.into_any(),
            })}
        </Dialog>
    }
}

async fn merging(
    session: Session,
    project: crate::base::Id,
    file: &web_sys::File,
) -> Result<Merging, Refusal> {
    let (part, summary) = read_chosen(file).await?;
    let merge = session.peek_project(project, |project| compare_part(project, &part));
    let merge = merge.unwrap_or(Err(MergeRefusal::OtherProject)).map_err(Refusal::Merge)?;
    Ok(Merging { project, merge, part, summary })
}
