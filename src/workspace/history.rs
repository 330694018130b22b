//! Undo and redo, in memory.

use super::Workspace;
use super::record::Change;

/// Steps that can be taken back. One command is one step.
#[derive(Debug, Clone, Default)]
pub struct History {
    done: Vec<Vec<Change>>,
    undone: Vec<Vec<Change>>,
    /// The field the last step was typed into, while that may go on.
    typing: Option<String>,
}

impl History {
    /// Steps kept; the oldest is forgotten first.
    const KEPT: usize = 500;

    /// Notes what a command changed. A step that changed nothing is no step.
    pub fn note(&mut self, changes: Vec<Change>) {
        if changes.is_empty() {
            return;
        }
        self.undone.clear();
        self.typing = None;
        self.done.push(changes);
        if self.done.len() > Self::KEPT {
            self.done.remove(0);
        }
    }

    /// Notes a change made while typing in a field: in a row they are one
    /// step, from the text before to the text after.
    pub fn note_typing(&mut self, field: &str, changes: Vec<Change>) {
        let goes_on = self.typing.as_deref() == Some(field);
        if goes_on
            && let (Some(last), [change]) = (self.done.last_mut(), changes.as_slice())
            && let [before] = last.as_mut_slice()
            && before.record == change.record
        {
            before.after.clone_from(&change.after);
            self.undone.clear();
        } else {
            self.note(changes);
        }
        self.typing = Some(field.to_owned());
    }

    /// Whether there is a step to take back.
    pub fn can_undo(&self) -> bool {
        !self.done.is_empty()
    }

    /// Whether there is a step to do again.
    pub fn can_redo(&self) -> bool {
        !self.undone.is_empty()
    }

    /// Takes the last step back; returns what that changed, for storage.
    pub fn undo(&mut self, workspace: &mut Workspace) -> Vec<Change> {
        self.typing = None;
        let Some(step) = self.done.pop() else { return Vec::new() };
        let back: Vec<Change> = step.iter().rev().map(Change::reversed).collect();
        workspace.replay(&back);
        self.undone.push(step);
        back
    }

    /// Does the last undone step again; returns what that changed.
    pub fn redo(&mut self, workspace: &mut Workspace) -> Vec<Change> {
        self.typing = None;
        let Some(step) = self.undone.pop() else { return Vec::new() };
        workspace.replay(&step);
        self.done.push(step.clone());
        step
    }
}
