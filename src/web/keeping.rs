//! Keeps what changes: from the session's changes through the save queue into
//! the durable store, with a boot copy beside it and a journal for a page that
//! closes. Says "saved" only after the store did.

use super::browser::timer::{self, Timer};
use super::browser::{IndexedDb, Local, NAMESPACE, clock, random};
use super::parts::{PartMissing, part};
use super::session::Session;
use crate::base::Id;
use crate::i18n::Arg;
use crate::key;
use crate::plan::v1;
use crate::storage::{
    self, Batch, Found, Loaded, Opened, OpenedRecord, Origin, Quarantined, Reason, RecordKey,
    RecordStore, Revision, SaveQueue, SaveState, Start, StoreError, StoredRecord, join_fields,
};
use crate::workspace::{Change, Slot, Workspace};
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::Value;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

/// Milliseconds of quiet after a commit before the boot copy is renewed.
const BOOT_COPY_AFTER_MS: u32 = 1_500;

/// What the page was opened with, beside the document.
#[derive(Debug, Clone)]
pub struct Opening {
    /// The document.
    pub workspace: Workspace,
    /// Where it came from.
    pub origin: Origin,
    /// Why the durable store could not be read, if so.
    pub fault: Option<StoreError>,
    /// Texts that could not be used, byte for byte, by name.
    pub set_aside: Vec<(String, String)>,
    /// Whether the second copy, with the settings, was gone; it is being
    /// written again.
    pub copy_lost: bool,
}

/// The keeping of one page.
pub struct Keeping {
    store: IndexedDb,
    local: Option<Local>,
    queue: RefCell<SaveQueue>,
    timer: RefCell<Option<Timer>>,
    boot_timer: RefCell<Option<Timer>>,
    /// Journals of earlier pages, to remove once everything is saved.
    journals: RefCell<Vec<String>>,
    tab: String,
    state: RwSignal<SaveState>,
    overwritten: RwSignal<Vec<(Id, Slot)>>,
    /// Records as they were before the edits that wait, and before those in
    /// flight: what tells this window's changes from another one's.
    bases: RefCell<BTreeMap<RecordKey, Value>>,
    bases_in_flight: RefCell<BTreeMap<RecordKey, Value>>,
    /// The door to the document, for records joined from two windows' edits.
    session: RefCell<Option<Session>>,
}

/// A change as it is stored.
#[derive(Debug)]
pub struct Edit {
    key: RecordKey,
    /// The record's data before; null where it was not there.
    before: Value,
    /// Its stored form now; none where it is gone.
    after: Option<String>,
}

/// Changes of the document as edits of the store.
pub fn edits(changes: &[Change]) -> Vec<Edit> {
    let edit = |change: &Change| {
        let key = RecordKey::new(change.project, change.record)?;
        let before = change.before.as_ref().map(|slot| v1::record_data(&slot.record));
        let after = change.after.as_ref().map(body);
        Some(Edit { key, before: before.unwrap_or_default(), after })
    };
    changes.iter().filter_map(edit).collect()
}

impl Keeping {
    /// Opens what this browser holds.
    ///
    /// # Errors
    /// The part of the app that reads records did not arrive; nothing was
    /// opened and nothing changed.
    pub async fn open(local: Option<Local>) -> Result<(Rc<Self>, Opening), PartMissing> {
        let store = IndexedDb::new(NAMESPACE);
        let found = Found {
            indexed: store.load().await,
            boot: local.as_ref().and_then(Local::boot),
            journals: local.as_ref().map(Local::journals).unwrap_or_default(),
            marker: local.as_ref().is_some_and(Local::marker),
        };
        let start = storage::reconcile(found);
        let Start { origin, state, replay, journals, set_aside, store_fault, .. } = start;
        let copy_lost = start.settings_lost && local.is_some();
        let bodies: BTreeMap<RecordKey, String> =
            state.records.iter().map(|record| (record.key, record.body.clone())).collect();
        let Opened { records, mut quarantine, revision } = storage::open_all(state);
        let (workspace, lost) = document(records).await?;
        for (key, why) in lost {
            let body = bodies.get(&key).cloned().unwrap_or_default();
            quarantine.add(Quarantined { key: key.to_string(), body, reason: Reason::Data(why) });
        }
        let mut aside: Vec<(String, String)> =
            quarantine.rows().iter().map(|row| (row.key.clone(), row.body.clone())).collect();
        aside.extend(set_aside.into_iter().map(|raw| (raw.key, raw.body)));
        let mut queue = SaveQueue::new(revision, quarantine);
        queue.resume(replay, clock::now_ms());
        let store_fault = store_fault.map(|fault| blamed(fault, local.as_ref()));
        let state = match &store_fault {
            Some(fault) => SaveState::NotSaved(fault.clone()),
            None => queue.state(),
        };
        let keeping = Rc::new(Self {
            store,
            local,
            queue: RefCell::new(queue),
            timer: RefCell::default(),
            boot_timer: RefCell::default(),
            journals: RefCell::new(journals),
            tab: random::entropy().unwrap_or_else(|_| clock::now_ms()).to_string(),
            state: RwSignal::new(state),
            overwritten: RwSignal::new(Vec::new()),
            bases: RefCell::default(),
            bases_in_flight: RefCell::default(),
            session: RefCell::default(),
        });
        keeping.schedule();
        if copy_lost {
            keeping.renew_boot_copy_later();
        }
        let opening =
            Opening { workspace, origin, fault: store_fault, set_aside: aside, copy_lost };
        Ok((keeping, opening))
    }

    /// Whether everything is saved, as a signal.
    pub fn state(&self) -> ReadSignal<SaveState> {
        self.state.read_only()
    }

    /// What other windows had saved and a commit of this one replaced, with
    /// its project: the later edit stands, the earlier one stays within reach.
    pub fn overwritten(&self) -> RwSignal<Vec<(Id, Slot)>> {
        self.overwritten
    }

    /// The simple storage, if this browser allows it.
    pub fn local(&self) -> Option<&Local> {
        self.local.as_ref()
    }

    /// Takes edits the session has made.
    pub fn keep(self: &Rc<Self>, edits: Vec<Edit>) {
        let now = clock::now_ms();
        for Edit { key, before, after } in edits {
            self.bases.borrow_mut().entry(key).or_insert(before);
            let stored = after.map_or(storage::store::Change::Delete, storage::store::Change::Put);
            // Refused only for a record set aside, which has another id than
            // any record of the document.
            let _ = self.queue.borrow_mut().change(key, stored, now);
        }
        self.show();
        self.schedule();
    }

    /// Tries again at once; into a store that was emptied, with everything.
    pub fn retry(self: &Rc<Self>) {
        let emptied = self.state.with_untracked(|state| {
            matches!(state, SaveState::NotSaved(StoreError::LostGround { .. }))
        });
        if emptied {
            let keeping = Rc::clone(self);
            return spawn_local(async move { keeping.write_anew(None).await });
        }
        self.queue.borrow_mut().retry_now(clock::now_ms());
        self.schedule();
    }

    /// Writes all projects once more, or one of them as far as this window
    /// has it.
    async fn write_anew(self: Rc<Self>, project: Option<Id>) {
        let Some(session) = *self.session.borrow() else { return };
        // Without the part that writes records the next try is the user's.
        let Ok(records) = all_records(session, project).await else { return };
        if records.is_empty() {
            return;
        }
        let changes = records
            .into_iter()
            .map(|(key, body)| (key, storage::store::Change::Put(body)))
            .collect();
        let batch = Batch { changes, base: Revision(0), whole: project.is_none() };
        self.queue.borrow_mut().resume(batch, clock::now_ms());
        self.show();
        self.schedule();
    }

    /// For a page that closes: writes what no commit has confirmed.
    pub fn write_journal(&self) {
        let journal = self.queue.borrow().journal(clock::now_ms());
        if let (Some(local), Some(journal)) = (&self.local, journal) {
            let _ = local.write_journal(&self.tab, &journal);
        }
    }

    fn show(&self) {
        let state = self.queue.borrow().state();
        if self.state.with_untracked(|shown| *shown != state) {
            self.state.set(state);
        }
    }

    fn schedule(self: &Rc<Self>) {
        let due = self.queue.borrow().due_in(clock::now_ms());
        let Some(due) = due else { return };
        let keeping = Rc::clone(self);
        let call = move || spawn_local(async move { keeping.commit().await });
        *self.timer.borrow_mut() = timer::after(u32::try_from(due).unwrap_or(u32::MAX), call);
    }

    async fn commit(self: Rc<Self>) {
        let batch = self.queue.borrow_mut().begin(clock::now_ms());
        let Some(batch) = batch else { return self.schedule() };
        self.bases_in_flight.replace(self.bases.take());
        match self.store.commit(batch).await {
            Ok(committed) => {
                let bases = self.bases_in_flight.take();
                let headless = committed.headless.clone();
                let foreign = self.queue.borrow_mut().committed(committed);
                self.hand_back(foreign, &bases).await;
                self.bring_back(headless).await;
                self.after_commit();
            }
            Err(error) => {
                let mut bases = self.bases.borrow_mut();
                bases.extend(self.bases_in_flight.take());
                let error = blamed(error, self.local.as_ref());
                self.queue.borrow_mut().failed(error, clock::now_ms());
            }
        }
        self.show();
        self.schedule();
    }

    /// What this window has replaced of another one's edits: fields only the
    /// other one changed go into the document, and a record with fields both
    /// changed is kept beside it, the newest of each.
    async fn hand_back(&self, foreign: Vec<StoredRecord>, bases: &BTreeMap<RecordKey, Value>) {
        if foreign.is_empty() {
            return;
        }
        let opened = storage::open_all(Loaded { records: foreign, ..Loaded::default() });
        let Some(session) = *self.session.borrow() else { return };
        for found in opened.records {
            let key = found.key;
            let base = bases.get(&key).cloned().unwrap_or_default();
            // Without the part that reads records nothing is joined: the later
            // edit stands, as the store has it.
            if let Ok(Some(theirs)) = join(session, found, base).await {
                self.overwritten.update(|kept| {
                    kept.retain(|(_, old)| old.record.id() != key.record());
                    kept.push((key.project(), theirs));
                });
            }
        }
    }

    /// Another window has deleted these projects while this one went on with
    /// them: the later edit stands, and needs what it belongs to.
    async fn bring_back(self: &Rc<Self>, headless: Vec<Id>) {
        for project in headless {
            Rc::clone(self).write_anew(Some(project)).await;
            let session = *self.session.borrow();
            if let Some(session) = session {
                let _ = say_brought_back(session, project).await;
            }
        }
    }

    /// Lets records joined from this window's edits and another one's into
    /// the document.
    pub fn joins_into(&self, session: Session) {
        self.session.replace(Some(session));
    }

    fn after_commit(self: &Rc<Self>) {
        if self.queue.borrow().state() != SaveState::Saved {
            return;
        }
        if let Some(local) = &self.local {
            // At once: a page that is gone before its first boot copy must not
            // look like one whose second copy was lost.
            let _ = local.mark();
            let _ = local.remove_journal(&self.tab);
            for name in self.journals.borrow_mut().drain(..) {
                let _ = local.remove_journal(&name);
            }
        }
        self.renew_boot_copy_later();
    }

    fn renew_boot_copy_later(self: &Rc<Self>) {
        let keeping = Rc::clone(self);
        let call = move || spawn_local(async move { keeping.renew_boot_copy().await });
        *self.boot_timer.borrow_mut() = timer::after(BOOT_COPY_AFTER_MS, call);
    }

    async fn renew_boot_copy(self: Rc<Self>) {
        if let (Some(local), Ok(loaded)) = (&self.local, self.store.load().await) {
            // Of a store that was emptied meanwhile the copy is all there is.
            if self.queue.borrow().is_at_least(loaded.revision) {
                let _ = local.write_boot(&storage::boot_text(&loaded));
            }
        }
    }

    /// The document as another tab has saved it since; `None` if nothing is
    /// new or own edits still wait.
    pub async fn newer(self: Rc<Self>) -> Option<Workspace> {
        if *self.state.read_untracked() != SaveState::Saved {
            return None;
        }
        let loaded = self.store.load().await.ok()?;
        let revision = loaded.revision;
        if !self.queue.borrow().is_at_least(revision) {
            return None;
        }
        let opened = storage::open_all(loaded);
        let (workspace, _) = document(opened.records).await.ok()?;
        let mut queue = self.queue.borrow_mut();
        if queue.state() != SaveState::Saved {
            return None;
        }
        queue.refreshed(revision);
        Some(workspace)
    }

    /// Everything the durable store holds, for a raw download.
    pub async fn raw(&self) -> Result<Loaded, StoreError> {
        self.store.load().await
    }
}

/// Chromium calls a database that its settings forbid merely unavailable; a
/// browser that forbids the simple storage as well forbids both.
fn blamed(error: StoreError, local: Option<&Local>) -> StoreError {
    match error {
        StoreError::Unavailable(_) if local.is_none() => StoreError::Denied,
        other => other,
    }
}

/// The stored form of a record.
fn body(slot: &Slot) -> String {
    storage::seal(storage::CURRENT_FORMAT, slot.position, v1::record_data(&slot.record))
}

/// The document that stored records make, and those that fit nowhere, with
/// why.
async fn document(
    records: Vec<OpenedRecord>,
) -> Result<(Workspace, Vec<(RecordKey, String)>), PartMissing> {
    // On a first visit nothing has to be read, and so nothing fetched.
    if records.is_empty() { Ok(Default::default()) } else { document_of(records).await }
}

part! {
work:
fn document_of(records: Vec<OpenedRecord>) -> (Workspace, Vec<(RecordKey, String)>) {
    let mut slots: Vec<(Id, Slot)> = Vec::new();
    let mut lost = Vec::new();
    for opened in records {
        match v1::record_from(opened.key.record(), &opened.data) {
            Ok(record) => {
                slots.push((opened.key.project(), Slot { position: opened.position, record }));
            }
            Err(fault) => lost.push((opened.key, fault.to_string())),
        }
    }
    let (workspace, orphans) = Workspace::from_slots(slots);
    for (project, slot) in orphans {
        if let Some(key) = RecordKey::new(project, slot.record.id()) {
            lost.push((key, "its project is not there".to_owned()));
        }
    }
    (workspace, lost)
}

work:
/// The stored form of every record this window shows, or of one project's.
fn all_records(session: Session, project: Option<Id>) -> Vec<(RecordKey, String)> {
    session.workspace().with_untracked(|workspace| {
        let slots = workspace.slots().filter(|(own, _)| project.is_none_or(|one| one == *own));
        let stored = |(own, slot): (Id, Slot)| {
            Some((RecordKey::new(own, slot.record.id())?, body(&slot)))
        };
        slots.filter_map(stored).collect()
    })
}

work:
/// Says that a project another window has deleted is there again.
fn say_brought_back(session: Session, project: Id) -> () {
    let name = session.peek_project(project, |project| project.head.name.clone());
    let name = name.unwrap_or_default();
    let args = [("name", Arg::Text(&name))];
    session.fail(untrack(|| session.texts().format(key!("windows.brought_back"), &args)));
}

work:
/// Joins another window's edit of a record with this one's: fields only the
/// other one changed go into the document. Gives the other one's record when
/// fields both changed are left over, or when this window no longer has it.
fn join(session: Session, found: OpenedRecord, base: Value) -> Option<Slot> {
    let (project, id) = (found.key.project(), found.key.record());
    let theirs = v1::record_from(id, &found.data).ok()?;
    let mine = session.peek_project(project, |shown| Some(v1::record_data(&shown.slot(id)?.record)));
    let joined = mine.flatten().map(|mine| join_fields(&base, &found.data, &mine));
    let disputed = joined.as_ref().is_none_or(|joined| !joined.disputed.is_empty());
    if let Some(both) = joined.and_then(|joined| v1::record_from(id, &joined.data).ok()) {
        session.save(project, both);
    }
    disputed.then_some(Slot { position: found.position, record: theirs })
}
}
