//! An open database, and how it comes to be closed.

use super::events::{Events, LATE};
use super::rows;
use crate::storage::StoreError;
use crate::web::browser::fault;
use js_sys::Reflect;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, IdbDatabase, IdbFactory, IdbObjectStoreParameters, IdbOpenDbRequest};

/// The version of the database's layout: which object stores there are. It is
/// apart from the format of the records in them.
const LAYOUT: u32 = 1;

/// How long opening may take, in milliseconds. Another tab that does not let
/// go of an older layout can hold it up for ever, without any event.
const OPEN_LIMIT_MS: u32 = 5_000;

pub(super) const RECORDS: &str = "records";
pub(super) const META: &str = "meta";

/// Why a connection cannot be used any more.
pub(super) type Closed = Rc<RefCell<Option<StoreError>>>;

/// An open database that steps aside when a newer version of the app needs it.
pub(super) struct Connection {
    pub database: IdbDatabase,
    pub closed: Closed,
    _listeners: [Closure<dyn FnMut(Event)>; 2],
}

impl Connection {
    /// Opens the database, making it on a first visit.
    pub async fn open(name: &str) -> Result<Self, StoreError> {
        let request = factory()?
            .open_with_u32(name, LAYOUT)
            .map_err(|thrown| fault::store_error(&thrown, StoreError::Unavailable))?;
        let upgrade = {
            let request = request.clone();
            Closure::<dyn FnMut(Event)>::new(move |_: Event| {
                // A layout that cannot be made fails the opening as a whole.
                if database(&request).and_then(|database| lay_out(&database)).is_err() {
                    drop(request.transaction().map(|transaction| transaction.abort()));
                }
            })
        };
        request.set_onupgradeneeded(Some(upgrade.as_ref().unchecked_ref()));
        let answers = ["success", "error", "blocked"];
        let event = Events::within(OPEN_LIMIT_MS, &request, &answers).await;
        request.set_onupgradeneeded(None);
        match event {
            "success" => database(&request)
                .map(Self::new)
                .map_err(|thrown| fault::store_error(&thrown, StoreError::Unavailable)),
            "blocked" | LATE => {
                give_up(&request);
                Err(StoreError::Blocked)
            }
            _ => Err(request.error().ok().flatten().map_or_else(
                || StoreError::Unavailable(String::new()),
                |error| fault::store_error(&error, StoreError::Unavailable),
            )),
        }
    }

    fn new(database: IdbDatabase) -> Self {
        let closed = Closed::default();
        let version_change = {
            let (database, closed) = (database.clone(), Rc::clone(&closed));
            Closure::new(move |event: Event| {
                database.close();
                *closed.borrow_mut() = Some(why_closed(&event));
            })
        };
        let close = {
            let closed = Rc::clone(&closed);
            Closure::new(move |_: Event| {
                let lost = || StoreError::Unavailable("closed by the browser".to_string());
                closed.borrow_mut().get_or_insert_with(lost);
            })
        };
        database.set_onversionchange(Some(version_change.as_ref().unchecked_ref()));
        database.set_onclose(Some(close.as_ref().unchecked_ref()));
        Self { database, closed, _listeners: [version_change, close] }
    }
}

impl Drop for Connection {
    fn drop(&mut self) {
        self.database.set_onversionchange(None);
        self.database.set_onclose(None);
        // Transactions under way still end.
        self.database.close();
    }
}

fn factory() -> Result<IdbFactory, StoreError> {
    let window = web_sys::window().ok_or(StoreError::Denied)?;
    match window.indexed_db() {
        Ok(Some(factory)) => Ok(factory),
        Ok(None) => Err(StoreError::Unavailable("no indexedDB".to_string())),
        Err(thrown) => Err(fault::store_error(&thrown, StoreError::Unavailable)),
    }
}

fn database(request: &IdbOpenDbRequest) -> Result<IdbDatabase, JsValue> {
    request.result()?.dyn_into()
}

fn lay_out(database: &IdbDatabase) -> Result<(), JsValue> {
    let names = database.object_store_names();
    if !names.contains(RECORDS) {
        let by_key = IdbObjectStoreParameters::new();
        by_key.set_key_path(&rows::KEY.into());
        database.create_object_store_with_optional_parameters(RECORDS, &by_key)?;
    }
    if !names.contains(META) {
        database.create_object_store(META)?;
    }
    Ok(())
}

/// Another tab wants to change the layout, or to delete the whole database.
/// After a deletion it may be opened, and filled, again.
fn why_closed(event: &Event) -> StoreError {
    let version = Reflect::get(event, &"newVersion".into()).ok();
    match version.and_then(|version| version.as_f64()) {
        Some(_) => StoreError::VersionChanged,
        None => StoreError::Unavailable("the database was deleted".to_string()),
    }
}

/// Nobody waits for this request any more: it must neither leave a database
/// without a layout behind nor an open connection in the way of others.
fn give_up(request: &IdbOpenDbRequest) {
    let asked = request.clone();
    let abort = Closure::once_into_js(move |_: Event| {
        drop(asked.transaction().map(|transaction| transaction.abort()));
    });
    request.set_onupgradeneeded(Some(abort.unchecked_ref()));
    let asked = request.clone();
    let close = Closure::once_into_js(move |_: Event| {
        if let Ok(database) = database(&asked) {
            database.close();
        }
    });
    request.set_onsuccess(Some(close.unchecked_ref()));
}
