//! The durable store: one row for each record in `IndexedDB`, strict.
//!
//! The database has two object stores: `records`, and `meta` with the number
//! of the last commit. A commit is one transaction with strict durability and
//! counts as done at the transaction's `complete`, not before.

mod connection;
mod events;
mod rows;

use crate::base::Id;
use crate::storage::{Batch, Change, Committed, Loaded, RecordStore, StoreError, StoredRecord};
use crate::web::browser::fault;
use connection::{Connection, META, RECORDS};
use events::Events;
use js_sys::{Array, Function, Object, Reflect};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{IdbObjectStore, IdbRequest, IdbTransaction};

/// The key of the last commit's number in `meta`.
const REVISION: &str = "revision";

/// The database of this name; opened when first needed, and again if the
/// browser closes it.
pub struct IndexedDb {
    name: String,
    connection: RefCell<Option<Rc<Connection>>>,
}

impl IndexedDb {
    /// A store in the database of this name.
    pub fn new(name: &str) -> Self {
        Self { name: name.to_string(), connection: RefCell::default() }
    }

    async fn connection(&self) -> Result<Rc<Connection>, StoreError> {
        let open = self.connection.borrow().clone();
        if let Some(connection) = open {
            let closed = connection.closed.borrow().clone();
            match closed {
                None => return Ok(connection),
                // Coming back would stand in the newer version's way.
                Some(StoreError::VersionChanged) => return Err(StoreError::VersionChanged),
                Some(_) => {}
            }
        }
        let connection = Rc::new(Connection::open(&self.name).await?);
        *self.connection.borrow_mut() = Some(Rc::clone(&connection));
        Ok(connection)
    }

    async fn begin(&self, mode: &str) -> Result<(Rc<Connection>, IdbTransaction), StoreError> {
        let connection = self.connection().await?;
        match transaction(&connection, mode) {
            Ok(transaction) => Ok((connection, transaction)),
            Err(thrown) => {
                // The connection is of no more use; the next call opens anew.
                self.connection.borrow_mut().take();
                Err(fault::store_error(&thrown, StoreError::Unavailable))
            }
        }
    }
}

impl RecordStore for IndexedDb {
    async fn load(&self) -> Result<Loaded, StoreError> {
        let (_open, transaction) = self.begin("readonly").await?;
        read_all(&transaction).await.map_err(|thrown| unavailable(&thrown))
    }

    async fn commit(&self, batch: Batch) -> Result<Committed, StoreError> {
        let (_open, transaction) = self.begin("readwrite").await?;
        let end = Events::of(&transaction, &["complete", "abort"]);
        let written = write(&transaction, &batch).await;
        if written.is_err() {
            // It may have aborted by itself already; then this throws.
            drop(transaction.abort());
        }
        match (end.await, written) {
            ("complete", written) => written.map_err(WriteError::into_store),
            (_, Err(WriteError::Refused(error))) => Err(error),
            (_, written) => Err(abort_reason(&transaction, written.err())),
        }
    }
}

/// Why the changes of a batch could not be handed to the transaction.
enum WriteError {
    Refused(StoreError),
    Thrown(JsValue),
}

impl From<JsValue> for WriteError {
    fn from(thrown: JsValue) -> Self {
        Self::Thrown(thrown)
    }
}

impl WriteError {
    fn into_store(self) -> StoreError {
        match self {
            Self::Refused(error) => error,
            Self::Thrown(thrown) => fault::store_error(&thrown, StoreError::Aborted),
        }
    }
}

/// A transaction over both object stores. Durability is said in a call of our
/// own because the bindings count that argument as unstable.
fn transaction(connection: &Connection, mode: &str) -> Result<IdbTransaction, JsValue> {
    let database = &connection.database;
    let stores = Array::of2(&RECORDS.into(), &META.into());
    let options = Object::new();
    Reflect::set(&options, &"durability".into(), &"strict".into())?;
    let begin: Function = Reflect::get(database, &"transaction".into())?.dyn_into()?;
    begin.call3(database, &stores, &mode.into(), &options)?.dyn_into()
}

/// A request under way, whose events are heard from now on.
struct Asked {
    request: IdbRequest,
    events: Events,
}

fn asked(request: IdbRequest) -> Asked {
    let events = Events::of(&request, &["success", "error"]);
    Asked { request, events }
}

impl Asked {
    async fn answer(self) -> Result<JsValue, JsValue> {
        match self.events.await {
            "success" => self.request.result(),
            _ => Err(self.request.error()?.map_or(JsValue::UNDEFINED, JsValue::from)),
        }
    }
}

async fn read_all(transaction: &IdbTransaction) -> Result<Loaded, JsValue> {
    let revision = asked(transaction.object_store(META)?.get(&REVISION.into())?);
    let rows = asked(transaction.object_store(RECORDS)?.get_all()?);
    let revision = rows::revision(&revision.answer().await?).unwrap_or_default();
    let mut loaded = Loaded { revision, ..Loaded::default() };
    for row in Array::from(&rows.answer().await?).iter() {
        match rows::record(&row) {
            Ok(record) => loaded.records.push(record),
            Err(stray) => loaded.strays.push(stray),
        }
    }
    loaded.records.sort_by_key(|record| record.key);
    Ok(loaded)
}

async fn write(transaction: &IdbTransaction, batch: &Batch) -> Result<Committed, WriteError> {
    let meta = transaction.object_store(META)?;
    let records = transaction.object_store(RECORDS)?;
    let current = asked(meta.get(&REVISION.into())?).answer().await?;
    let current = rows::revision(&current).unwrap_or_default();
    let revision = batch.revision_after(current).map_err(WriteError::Refused)?;
    // Only when somebody else committed since can this take an edit from them.
    let overwritten =
        if current > batch.base { overwritten(&records, batch).await? } else { Vec::new() };
    for (key, change) in &batch.changes {
        match change {
            Change::Put(body) => drop(records.put(&rows::row(*key, body, revision)?)?),
            Change::Delete => drop(records.delete(&key.to_string().into())?),
        }
    }
    let headless = headless(&records, batch).await?;
    meta.put_with_key(&rows::number(revision), &REVISION.into())?;
    Ok(Committed { revision, overwritten, headless })
}

/// Projects whose own record is not there after the batch's changes.
async fn headless(records: &IdbObjectStore, batch: &Batch) -> Result<Vec<Id>, JsValue> {
    let mut heads = Vec::new();
    for head in batch.heads() {
        heads.push((head.project(), asked(records.count_with_key(&head.to_string().into())?)));
    }
    let mut headless = Vec::new();
    for (project, count) in heads {
        if count.answer().await?.as_f64() == Some(0.0) {
            headless.push(project);
        }
    }
    Ok(headless)
}

async fn overwritten(
    records: &IdbObjectStore,
    batch: &Batch,
) -> Result<Vec<StoredRecord>, JsValue> {
    let mut before = Vec::new();
    for key in batch.changes.keys() {
        before.push(asked(records.get(&key.to_string().into())?));
    }
    let mut overwritten = Vec::new();
    for row in before {
        let found = rows::record(&row.answer().await?).ok();
        overwritten.extend(found.filter(|record| batch.overwrites(record)));
    }
    Ok(overwritten)
}

fn abort_reason(transaction: &IdbTransaction, written: Option<WriteError>) -> StoreError {
    match (transaction.error(), written) {
        (Some(error), _) => fault::store_error(&error, StoreError::Aborted),
        (None, Some(error)) => error.into_store(),
        (None, None) => StoreError::Aborted(String::new()),
    }
}

fn unavailable(thrown: &JsValue) -> StoreError {
    fault::store_error(thrown, StoreError::Unavailable)
}
