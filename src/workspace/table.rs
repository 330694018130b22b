//! Records in an order people gave them, found by id.

use crate::base::Id;

/// Something with an id.
pub trait Keyed {
    /// Its id.
    fn id(&self) -> Id;
}

/// Records sorted by a position that outlives removals, so that undo puts a
/// record back where it was.
#[derive(Debug, Clone, PartialEq)]
pub struct Table<T> {
    rows: Vec<(u32, T)>,
}

impl<T> Default for Table<T> {
    fn default() -> Self {
        Self { rows: Vec::new() }
    }
}

impl<T: Keyed> Table<T> {
    /// The records in order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &T> {
        self.rows.iter().map(|(_, row)| row)
    }

    /// The records with their positions.
    pub fn placed(&self) -> impl Iterator<Item = (u32, &T)> {
        self.rows.iter().map(|(position, row)| (*position, row))
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// A record by its id.
    pub fn get(&self, id: Id) -> Option<&T> {
        self.iter().find(|row| row.id() == id)
    }

    /// A record by its id, to change.
    pub fn get_mut(&mut self, id: Id) -> Option<&mut T> {
        self.rows.iter_mut().map(|(_, row)| row).find(|row| row.id() == id)
    }

    /// The position of a record.
    pub fn position(&self, id: Id) -> Option<u32> {
        self.placed().find(|(_, row)| row.id() == id).map(|(position, _)| position)
    }

    /// The position a new record takes: after all others.
    pub fn next_position(&self) -> u32 {
        self.rows.last().map_or(0, |(position, _)| position.saturating_add(1))
    }

    /// Puts a record at a position, in place of the one with its id. Records
    /// at the same position stand in the order of their ids.
    pub fn put(&mut self, position: u32, row: T) {
        self.remove(row.id());
        let key = (position, row.id());
        let at = self.rows.partition_point(|(other, row)| (*other, row.id()) < key);
        self.rows.insert(at, (position, row));
    }

    /// Takes a record out.
    pub fn remove(&mut self, id: Id) -> Option<T> {
        let at = self.rows.iter().position(|(_, row)| row.id() == id)?;
        Some(self.rows.remove(at).1)
    }
}
