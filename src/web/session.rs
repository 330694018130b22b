//! The one door to the document: components hand in commands, read derived
//! signals, and never change a record themselves.

use super::browser::timer::{self, Timer};
use super::keeping::{Edit, edits};
use super::parts::part;
use super::settings::Settings;
use super::texts::Texts;
use crate::base::{Id, IdKind};
use crate::i18n::InWords;
use crate::key;
use crate::kpi::{Finding, Judgement, judge};
use crate::pack::{self, Pack};
use crate::report::{Task, agenda};
use crate::workspace::{
    Change, Command, CommandError, History, Project, Readiness, Record, Workspace, findings,
    readiness,
};
use chrono::NaiveDate;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::rc::Rc;

/// How long nobody has typed when what follows from the document is derived
/// anew, in milliseconds: longer than from one letter to the next, shorter
/// than a look up from the keys.
const PAUSE_MS: u32 = 150;

/// Something said to the user at the foot of the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// The words.
    pub text: String,
    /// Whether something failed.
    pub is_error: bool,
}

/// Takes edits to wherever they are kept.
pub type Keeper = Rc<dyn Fn(Vec<Edit>)>;

/// What a session holds that is no state of the page.
struct Held {
    keeper: Keeper,
    // Ends when nobody has typed for a moment.
    pause: Option<Timer>,
}

/// State and door of one page.
#[derive(Clone, Copy)]
pub struct Session {
    workspace: RwSignal<Workspace>,
    // Told of every change, of typing only when it pauses.
    settled: Trigger,
    history: RwSignal<History>,
    notice: RwSignal<Option<Notice>>,
    today: RwSignal<NaiveDate>,
    settings: RwSignal<Settings>,
    texts: Texts,
    held: StoredValue<Held, LocalStorage>,
}

impl Session {
    /// A session over a document.
    pub fn new(
        workspace: Workspace,
        today: NaiveDate,
        settings: Settings,
        texts: Texts,
        keeper: Keeper,
    ) -> Self {
        Self {
            workspace: RwSignal::new(workspace),
            settled: Trigger::new(),
            history: RwSignal::new(History::default()),
            notice: RwSignal::new(None),
            today: RwSignal::new(today),
            settings: RwSignal::new(settings),
            texts,
            held: StoredValue::new_local(Held { keeper, pause: None }),
        }
    }

    /// The session of this page.
    ///
    /// # Panics
    /// Outside of [`App`](super::app::App), which is a mistake in the code.
    pub fn here() -> Self {
        expect_context()
    }

    /// Carries out a command. What fails is said to the user, changes nothing
    /// and is `false`.
    pub fn dispatch(self, command: Command) -> bool {
        match self.try_dispatch(command, None) {
            Ok(()) => true,
            Err(error) => {
                self.fail(self.texts.say(&error));
                false
            }
        }
    }

    /// As [`dispatch`](Self::dispatch), for a field being typed in: commands
    /// with one `field` in a row are one step of undo.
    pub fn dispatch_typing(self, field: &str, command: Command) -> bool {
        match self.try_dispatch(command, Some(field)) {
            Ok(()) => true,
            Err(error) => {
                self.fail(self.texts.say(&error));
                false
            }
        }
    }

    /// Carries out a command, or says why not.
    pub fn try_dispatch(self, command: Command, field: Option<&str>) -> Result<(), CommandError> {
        let mut outcome = Ok(Vec::new());
        self.workspace.maybe_update(|workspace| {
            outcome = workspace.apply(command);
            outcome.as_ref().is_ok_and(|changes| !changes.is_empty())
        });
        let changes = outcome?;
        if !changes.is_empty() {
            self.keep(&changes);
            self.history.update(|history| match field {
                Some(field) => history.note_typing(field, changes),
                None => history.note(changes),
            });
            if field.is_some() {
                self.settle_in_pause();
            } else {
                self.settle();
            }
        }
        Ok(())
    }

    /// Has everything that follows from the document derived anew.
    fn settle(self) {
        self.wait_for_pause(None);
        self.settled.notify();
    }

    /// As [`settle`](Self::settle), once nobody has typed for a moment: in a
    /// large plan it takes longer than from one letter to the next.
    fn settle_in_pause(self) {
        match timer::after(PAUSE_MS, move || self.settle()) {
            Some(pause) => self.wait_for_pause(Some(pause)),
            None => self.settle(),
        }
    }

    fn wait_for_pause(self, pause: Option<Timer>) {
        self.held.update_value(|held| held.pause = pause);
    }

    fn keep(self, changes: &[Change]) {
        self.held.with_value(|held| (held.keeper)(edits(changes)));
    }

    /// Adds or changes a record.
    pub fn save(self, project: Id, record: Record) -> bool {
        self.dispatch(Command::Save { project, record: Box::new(record) })
    }

    /// Adds or changes a record while one of its fields is typed in.
    pub fn save_typing(self, project: Id, field: &str, record: Record) -> bool {
        let field = format!("{}.{field}", record.id());
        self.dispatch_typing(&field, Command::Save { project, record: Box::new(record) })
    }

    /// Takes the last step back.
    pub fn undo(self) {
        self.step(History::undo, key!("frame.undone"));
    }

    /// Does the last undone step again.
    pub fn redo(self) {
        self.step(History::redo, key!("frame.redone"));
    }

    fn step(self, step: fn(&mut History, &mut Workspace) -> Vec<Change>, said: &'static str) {
        let mut changes = Vec::new();
        self.history.update(|history| {
            self.workspace.update(|workspace| changes = step(history, workspace));
        });
        self.settle();
        if !changes.is_empty() {
            self.keep(&changes);
            self.tell(untrack(|| self.texts.text(said)));
        }
    }

    /// Whether there is a step to take back; tracks it.
    pub fn can_undo(self) -> bool {
        self.history.with(History::can_undo)
    }

    /// Whether there is a step to do again; tracks it.
    pub fn can_redo(self) -> bool {
        self.history.with(History::can_redo)
    }

    /// The words, for what speaks without being asked.
    pub fn texts(self) -> Texts {
        self.texts
    }

    /// Says something at the foot of the page.
    pub fn tell(self, text: String) {
        self.notice.set(Some(Notice { text, is_error: false }));
    }

    /// Says that something failed.
    pub fn fail(self, text: String) {
        self.notice.set(Some(Notice { text, is_error: true }));
    }

    /// What is said at the foot of the page.
    pub fn notice(self) -> RwSignal<Option<Notice>> {
        self.notice
    }

    /// Puts a document in place of the one shown: what another tab saved.
    pub fn refresh(self, workspace: Workspace) {
        self.workspace.set(workspace);
        self.settle();
    }

    /// The document, to derive from; tracks it.
    pub fn workspace(self) -> ReadSignal<Workspace> {
        self.workspace.read_only()
    }

    /// Reads a project; tracks the document.
    pub fn with_project<T>(self, id: Id, read: impl FnOnce(&Project) -> T) -> Option<T> {
        self.workspace.with(|workspace| workspace.project(id).map(read))
    }

    /// As [`with_project`](Self::with_project), for what is derived: tracks
    /// every change, but typing only when it pauses.
    pub fn with_settled_project<T>(self, id: Id, read: impl FnOnce(&Project) -> T) -> Option<T> {
        self.settled.track();
        self.peek_project(id, read)
    }

    /// Reads a project without tracking, for event handlers.
    pub fn peek_project<T>(self, id: Id, read: impl FnOnce(&Project) -> T) -> Option<T> {
        self.workspace.with_untracked(|workspace| workspace.project(id).map(read))
    }

    /// The readiness of a project; tracks the settled document.
    pub fn readiness(self, id: Id) -> Option<Readiness> {
        let pack = readiness_pack()?;
        self.with_settled_project(id, |project| readiness(project, pack))
    }

    /// The status of an indicator today; tracks settled document and day.
    pub fn judgement(self, project: Id, indicator: Id) -> Option<Judgement> {
        let today = self.today();
        self.with_settled_project(project, |project| {
            let found = project.indicators.get(indicator)?;
            let head = &project.head;
            Some(judge(found, project.series(indicator), today, head.fiscal, head.grace_days))
        })?
    }

    /// What the goal check finds in a project; tracks settled document and day.
    pub fn findings(self, project: Id) -> Memo<Vec<Finding>> {
        Memo::new(move |_| {
            let today = self.today();
            let found =
                self.with_settled_project(project, |project| findings(project, Some(today)));
            found.unwrap_or_default()
        })
    }

    /// What is to be done in a project, what is overdue first; tracks
    /// settled document, readiness and day.
    pub fn agenda(
        self,
        project: Id,
        readiness: Memo<Option<Readiness>>,
    ) -> Memo<Option<Vec<Task>>> {
        Memo::new(move |_| {
            let today = self.today();
            readiness.with(|found| {
                let found = found.as_ref()?;
                self.with_settled_project(project, |project| agenda(project, found, today))
            })
        })
    }

    /// Today's date in the user's own time zone; tracks the turn of the day.
    pub fn today(self) -> NaiveDate {
        self.today.get()
    }

    /// The signal of the day, for whoever watches the clock.
    pub fn today_signal(self) -> RwSignal<NaiveDate> {
        self.today
    }

    /// The settings, to read and change.
    pub fn settings(self) -> RwSignal<Settings> {
        self.settings
    }

    /// Who uses this browser, as far as the project's register knows them;
    /// tracks the choice and the register.
    pub fn you(self, project: Id) -> Option<Id> {
        let person = self.settings.with(|settings| settings.you.of(project))?;
        self.with_project(project, |project| project.people.get(person).map(|found| found.id))?
    }

    /// As [`you`](Self::you), without tracking: what a name begins with where
    /// one is asked.
    pub fn you_now(self, project: Id) -> Option<Id> {
        untrack(|| self.you(project))
    }

    /// A new id of a kind.
    pub fn new_id(self, kind: IdKind) -> Id {
        let entropy =
            super::browser::random::entropy().unwrap_or_else(|_| super::browser::clock::now_ms());
        Id::new(kind, entropy)
    }
}

/// Takes the last step back, or the last undone one forth. There is a step only
/// where the part that makes steps is here.
pub fn step(session: Session, forth: bool) {
    spawn_local(async move {
        let _ = stepped(session, forth).await;
    });
}

part! { work:
fn stepped(session: Session, forth: bool) -> () {
    if forth {
        session.redo();
    } else {
        session.undo();
    }
}
}

/// The readiness pack. `None` only in a build whose tests failed.
pub fn readiness_pack() -> Option<&'static Pack> {
    pack::readiness().ok()
}

/// The project shown, for everything below a project's frame.
#[derive(Clone, Copy)]
pub struct Here(pub Id);

impl Here {
    /// The project shown.
    ///
    /// # Panics
    /// Outside of a project's page, which is a mistake in the code.
    pub fn project() -> Id {
        expect_context::<Self>().0
    }
}

impl InWords for CommandError {
    fn in_words(&self, catalogue: &crate::i18n::Catalogue) -> String {
        super::errors::command_error(self, catalogue)
    }
}
