//! The durable store and the simple storage in a real browser.
//!
//! Faults are made by putting a function of the page in the browser's place
//! and taking it away again; each test has a database and a namespace of its
//! own.
#![cfg(target_arch = "wasm32")]

use crm_readiness::base::{Id, IdKind};
use crm_readiness::storage::{
    Batch, BootText, Change, Committed, Journal, Loaded, RecordKey, RecordStore, Revision,
    StoreError,
};
use crm_readiness::web::browser::{
    IndexedDb, Local, LocalError, NAMESPACE, Setting, clock, download, file, random, timer,
};
use std::cell::Cell;
use std::collections::BTreeMap;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// Runs the body of an asynchronous function of the page.
async fn page(body: &str) -> JsValue {
    let promise = js_sys::eval(&format!("(async () => {{ {body} }})()")).expect("a script");
    JsFuture::from(promise.unchecked_into::<js_sys::Promise>()).await.expect("no exception")
}

/// Puts `fault` in the place of a property while `work` runs.
async fn instead<T>(object: &str, property: &str, fault: &str, work: impl Future<Output = T>) -> T {
    page(&format!(
        "window.kept = Object.getOwnPropertyDescriptor({object}, '{property}');
         const kept = window.kept;
         Object.defineProperty({object}, '{property}', {{ configurable: true, {fault} }});"
    ))
    .await;
    let result = work.await;
    page(&format!("Object.defineProperty({object}, '{property}', window.kept);")).await;
    result
}

fn key(number: u64) -> RecordKey {
    RecordKey::new(Id::new(IdKind::Project, 1), Id::new(IdKind::Indicator, number))
        .expect("a project's id")
}

fn batch(base: u64, puts: &[(u64, &str)]) -> Batch {
    let put = |&(number, body): &(u64, &str)| (key(number), Change::Put(body.to_string()));
    Batch { changes: puts.iter().map(put).collect(), base: Revision(base), whole: false }
}

fn fresh(test: &str) -> (String, IndexedDb) {
    let name = format!("test-{test}-{}", random::entropy().expect("chance"));
    let store = IndexedDb::new(&name);
    (name, store)
}

async fn commit(store: &IndexedDb, batch: Batch) -> Committed {
    store.commit(batch).await.expect("commits")
}

async fn load(store: &IndexedDb) -> Loaded {
    store.load().await.expect("loads")
}

fn bodies(loaded: &Loaded) -> Vec<&str> {
    loaded.records.iter().map(|record| record.body.as_str()).collect()
}

#[wasm_bindgen_test]
async fn what_was_committed_is_there_after_reopening() {
    let (name, store) = fresh("reopen");
    assert!(load(&store).await.is_untouched());
    let texts = ["{\"format\":1}", "客户 🙂 \u{0}\u{feff}", ""];
    let first = commit(&store, batch(0, &[(1, texts[0]), (2, texts[1]), (3, texts[2])])).await;
    assert_eq!(first.revision, Revision(1));
    let mut second = batch(1, &[(1, "new")]);
    second.changes.insert(key(3), Change::Delete);
    assert_eq!(commit(&store, second).await.revision, Revision(2));
    drop(store);

    let loaded = load(&IndexedDb::new(&name)).await;
    assert_eq!(loaded.revision, Revision(2));
    assert_eq!(bodies(&loaded), ["new", texts[1]]);
    let revisions: Vec<u64> = loaded.records.iter().map(|record| record.revision.0).collect();
    assert_eq!(revisions, [2, 1]);
}

#[wasm_bindgen_test]
async fn commits_are_strict_and_done_only_when_complete() {
    let (_, store) = fresh("strict");
    let spy = "value(...all) {
        const made = kept.value.apply(this, all);
        window.seen = made.durability;
        made.addEventListener('complete', () => { window.seen += ' complete'; });
        return made;
    }";
    let work = commit(&store, batch(0, &[(1, "a")]));
    instead("IDBDatabase.prototype", "transaction", spy, work).await;
    assert_eq!(page("return window.seen;").await.as_string().as_deref(), Some("strict complete"));
}

#[wasm_bindgen_test]
async fn a_commit_that_fails_in_any_way_leaves_the_store_as_it_was() {
    let (name, store) = fresh("abort");
    commit(&store, batch(0, &[(1, "a"), (2, "b")])).await;
    let before = load(&store).await;
    let third = |fault: &str| {
        format!(
            "value(...all) {{ window.puts += 1; if (window.puts === 3) {{ {fault} }} return kept.value.apply(this, all); }}"
        )
    };
    let faults = [
        ("throw new DOMException('no room', 'QuotaExceededError');", StoreError::QuotaExceeded),
        ("this.transaction.abort();", StoreError::Aborted(String::new())),
        ("throw new TypeError('odd');", StoreError::Aborted(String::new())),
    ];
    for (fault, expected) in faults {
        page("window.puts = 0;").await;
        let work = store.commit(batch(1, &[(1, "new"), (2, "new"), (3, "new")]));
        let failed = instead("IDBObjectStore.prototype", "put", &third(fault), work).await;
        let error = failed.expect_err("fails");
        assert_eq!(
            std::mem::discriminant(&error),
            std::mem::discriminant(&expected),
            "{fault}: {error}"
        );
        assert_eq!(load(&store).await, before, "{fault}");
        assert_eq!(load(&IndexedDb::new(&name)).await, before, "{fault}");
    }
    let again = commit(&store, batch(1, &[(1, "new")])).await;
    assert_eq!(again.revision, Revision(2), "and the next commit works");
}

#[wasm_bindgen_test]
async fn two_tabs_lose_nothing_and_a_replaced_edit_comes_back() {
    let (name, one) = fresh("tabs");
    let two = IndexedDb::new(&name);
    commit(&one, batch(0, &[(1, "a"), (2, "b")])).await;
    commit(&one, batch(1, &[(1, "one")])).await;
    let other = commit(&two, batch(1, &[(2, "two")])).await;
    assert_eq!((other.revision, other.overwritten.len()), (Revision(3), 0));
    let same = commit(&two, batch(1, &[(1, "two")])).await;
    let replaced: Vec<&str> = same.overwritten.iter().map(|row| row.body.as_str()).collect();
    assert_eq!(replaced, ["one"]);
    assert_eq!(bodies(&load(&one).await), ["two", "two"]);
}

#[wasm_bindgen_test]
async fn records_written_into_a_project_another_tab_deleted_are_named() {
    let (name, one) = fresh("headless");
    let head = key(1).head();
    let mut whole = batch(0, &[(1, "a")]);
    whole.changes.insert(head, Change::Put("head".to_string()));
    assert_eq!(commit(&one, whole).await.headless, []);
    assert_eq!(commit(&one, batch(1, &[(2, "b")])).await.headless, []);
    let two = IndexedDb::new(&name);
    let gone = [head, key(1), key(2)].map(|key| (key, Change::Delete));
    commit(&two, Batch { changes: gone.into(), base: Revision(2), whole: false }).await;
    let late = commit(&one, batch(2, &[(2, "late")])).await;
    assert_eq!(late.headless, [head.project()]);
}

#[wasm_bindgen_test]
async fn a_database_deleted_behind_our_back_is_noticed_and_filled_again() {
    let (name, store) = fresh("deleted");
    commit(&store, batch(0, &[(1, "a")])).await;
    page(&format!(
        "await new Promise((done, failed) => {{
            const request = indexedDB.deleteDatabase('{name}');
            request.onsuccess = done; request.onerror = failed; }});"
    ))
    .await;
    let part = batch(1, &[(2, "b")]);
    let lost = StoreError::LostGround { found: Revision(0), expected: Revision(1) };
    assert_eq!(store.commit(part.clone()).await, Err(lost));
    assert!(load(&store).await.is_untouched());
    let whole = commit(&store, Batch { whole: true, ..part }).await;
    assert_eq!(whole.revision, Revision(2));
}

#[wasm_bindgen_test]
async fn a_newer_version_takes_over_and_is_not_fought() {
    let (name, store) = fresh("newer");
    commit(&store, batch(0, &[(1, "a")])).await;
    page(&format!(
        "window.newer = await new Promise((done, failed) => {{
            const request = indexedDB.open('{name}', 2);
            request.onsuccess = () => done(request.result); request.onerror = failed; }});"
    ))
    .await;
    let refused = store.commit(batch(1, &[(1, "old app")])).await;
    assert_eq!(refused, Err(StoreError::VersionChanged));
    assert_eq!(IndexedDb::new(&name).load().await, Err(StoreError::NewerVersion));
    page("window.newer.close();").await;
}

#[wasm_bindgen_test]
async fn an_opening_that_another_tab_holds_up_ends_and_leaves_no_trace() {
    let (name, store) = fresh("blocked");
    // Another tab keeps an older layout open while a third deletes it.
    page(&format!(
        "window.older = await new Promise((done, failed) => {{
            const request = indexedDB.open('{name}', 1);
            request.onsuccess = () => done(request.result); request.onerror = failed; }});
         window.deletion = indexedDB.deleteDatabase('{name}');"
    ))
    .await;
    assert_eq!(store.load().await, Err(StoreError::Blocked));
    page(
        "const gone = new Promise(done => { window.deletion.onsuccess = done; });
         window.older.close(); await gone;",
    )
    .await;
    assert!(load(&store).await.is_untouched(), "opens once the way is free");
    assert_eq!(commit(&store, batch(0, &[(1, "a")])).await.revision, Revision(1));
}

#[wasm_bindgen_test]
async fn an_opening_given_up_that_succeeds_late_stands_in_nobodys_way() {
    let (name, store) = fresh("late");
    commit(&store, batch(0, &[(1, "a")])).await;
    drop(store);
    // One tab does not let go, a newer one waits for it and then gives up.
    page(&format!(
        "window.older = await new Promise((done, failed) => {{
            const request = indexedDB.open('{name}', 1);
            request.onsuccess = () => done(request.result); request.onerror = failed; }});
         const newer = indexedDB.open('{name}', 2);
         newer.onerror = event => event.preventDefault();
         newer.onupgradeneeded = () => newer.transaction.abort();"
    ))
    .await;
    assert_eq!(IndexedDb::new(&name).load().await, Err(StoreError::Blocked));
    let deleted = page(&format!(
        "window.older.close();
         await new Promise(done => setTimeout(done, 200));
         const deletion = indexedDB.deleteDatabase('{name}');
         return await new Promise(done => {{
            deletion.onsuccess = () => done('deleted'); deletion.onblocked = () => done('blocked'); }});"
    ))
    .await;
    assert_eq!(deleted.as_string().as_deref(), Some("deleted"));
}

#[wasm_bindgen_test]
async fn a_denied_or_missing_database_is_said_so() {
    let (_, store) = fresh("denied");
    let denied = "get() { throw new DOMException('denied', 'SecurityError'); }";
    let error = instead("window", "indexedDB", denied, store.load()).await;
    assert_eq!(error, Err(StoreError::Denied));
    let missing = instead("window", "indexedDB", "value: undefined", store.load()).await;
    assert!(matches!(missing, Err(StoreError::Unavailable(_))), "{missing:?}");
    assert!(store.load().await.is_ok(), "and works once it is allowed");
}

#[wasm_bindgen_test]
async fn rows_of_another_shape_are_listed_byte_for_byte_and_stay() {
    let (name, store) = fresh("strays");
    commit(&store, batch(0, &[(1, "a")])).await;
    page(&format!(
        "const database = await new Promise((done, failed) => {{
            const request = indexedDB.open('{name}');
            request.onsuccess = () => done(request.result); request.onerror = failed; }});
         const records = database.transaction('records', 'readwrite').objectStore('records');
         records.put({{ key: 'q1/x', body: 'text', revision: 1 }});
         records.put({{ key: '{}', body: 7, revision: 1 }});
         await new Promise(done => {{ records.transaction.oncomplete = done; }});
         database.close();",
        key(2)
    ))
    .await;
    commit(&store, batch(1, &[(3, "c")])).await;
    let loaded = load(&store).await;
    assert_eq!(bodies(&loaded), ["a", "c"]);
    let strays: Vec<(String, String)> =
        loaded.strays.into_iter().map(|stray| (stray.key, stray.body)).collect();
    let odd = format!("{{\"key\":\"{}\",\"body\":7,\"revision\":1}}", key(2));
    assert_eq!(strays, [(key(2).to_string(), odd), ("q1/x".to_string(), "text".to_string())]);
}

fn journal(body: &str) -> Journal {
    Journal::new(Revision(1), 0, BTreeMap::from([(key(1), Change::Put(body.to_string()))]))
}

#[wasm_bindgen_test]
async fn settings_boot_copy_and_journals_leave_foreign_keys_alone() {
    page(
        "localStorage.clear(); localStorage.setItem('other-app', 'not JSON {');
         localStorage.setItem('crm-readiness-other:journal:x', 'theirs');",
    )
    .await;
    let local = Local::probe(NAMESPACE).expect("allowed");
    assert!(!local.marker() && local.boot().is_none() && local.journals().is_empty());
    local.set_setting(Setting::Theme, Some("dark")).expect("room");
    local.set_setting(Setting::You, Some("h00000000")).expect("room");
    local.set_setting(Setting::You, None).expect("room");
    local.write_boot(&BootText::Copy("copy".to_string())).expect("room");
    local.write_journal("b", &journal("b")).expect("room");
    local.write_journal("a", &journal("a")).expect("room");
    assert_eq!(local.setting(Setting::Theme).as_deref(), Some("dark"));
    assert_eq!((local.setting(Setting::You), local.setting(Setting::Language)), (None, None));
    assert_eq!((local.marker(), local.boot().as_deref()), (true, Some("copy")));
    let names: Vec<String> = local.journals().into_iter().map(|found| found.key).collect();
    assert_eq!(names, ["a", "b"]);
    assert_eq!(
        local.journals().first().map(|found| Journal::parse(&found.body)),
        Some(Ok(journal("a")))
    );

    local.write_boot(&BootText::TooLarge).expect("room");
    assert_eq!((local.marker(), local.boot()), (true, None), "the marker stays");
    local.remove_journal("a").expect("allowed");
    local.remove_journal("b").expect("allowed");
    let keys = page("return Object.keys(localStorage).sort().join(' ');").await;
    let expected =
        "crm-readiness-other:journal:x crm-readiness:marker crm-readiness:theme other-app";
    assert_eq!(keys.as_string().as_deref(), Some(expected));
    let theirs = page("return localStorage.getItem('other-app');").await;
    assert_eq!(theirs.as_string().as_deref(), Some("not JSON {"));
}

#[wasm_bindgen_test]
async fn a_denied_simple_storage_is_said_so_and_never_a_panic() {
    let local = Local::probe(NAMESPACE).expect("allowed");
    let denied = "get() { throw new DOMException('denied', 'SecurityError'); }";
    let missing = "value: null";
    for fault in [denied, missing] {
        let work = async {
            assert_eq!(Local::probe(NAMESPACE).err(), Some(LocalError::Denied));
            // Access may also be taken away in the middle of a session.
            assert_eq!(local.setting(Setting::Theme), None);
            assert_eq!(local.set_setting(Setting::Theme, Some("dark")), Err(LocalError::Denied));
            assert_eq!(local.set_setting(Setting::Theme, None), Err(LocalError::Denied));
            assert_eq!(local.write_boot(&BootText::TooLarge), Err(LocalError::Denied));
            assert_eq!(local.write_journal("t", &journal("a")), Err(LocalError::Denied));
            assert_eq!(local.remove_journal("t"), Err(LocalError::Denied));
            assert!(!local.marker() && local.boot().is_none() && local.journals().is_empty());
        };
        instead("window", "localStorage", fault, work).await;
    }
}

#[wasm_bindgen_test]
async fn in_a_full_simple_storage_the_journal_takes_the_room_of_the_boot_copy() {
    page("localStorage.clear();").await;
    let local = Local::probe(NAMESPACE).expect("allowed");
    let copy = BootText::Copy("x".repeat(100_000));
    local.write_boot(&copy).expect("room");
    // Chromium grants 5,242,880 UTF-16 units; fill to the last one.
    page(
        "for (let size = 1 << 22; size >= 1; size = size === 1 ? 0 : size >> 1) {
            for (let n = 0; ; n += 1) {
                try { localStorage.setItem(`filler-${size}-${n}`, 'x'.repeat(size)); }
                catch { break; } } }",
    )
    .await;
    let setting = local.set_setting(Setting::Language, Some("a language that is too long"));
    assert_eq!(setting, Err(LocalError::Full));
    assert!(Local::probe(NAMESPACE).is_ok(), "what is full can still be read");
    local.write_journal("t", &journal(&"y".repeat(5_000))).expect("the copy makes room");
    assert_eq!((local.boot(), local.marker(), local.journals().len()), (None, true, 1));
    assert_eq!(local.write_boot(&copy), Err(LocalError::Full));
    page("localStorage.clear();").await;
}

#[wasm_bindgen_test]
async fn a_file_over_the_limit_is_not_read_at_all() {
    let chosen = page("return new File(['12345'], 'plan.yaml');").await;
    let chosen: web_sys::File = chosen.unchecked_into();
    assert_eq!(file::read(&chosen, 5).await.as_deref(), Ok(b"12345".as_slice()));
    let reading = "value() { throw new Error('read'); }";
    let refused = instead("Blob.prototype", "arrayBuffer", reading, file::read(&chosen, 4)).await;
    assert_eq!(refused, Err(file::FileError::TooLarge { size: 5, limit: 4 }));
}

#[wasm_bindgen_test]
async fn a_saved_file_has_its_name_type_and_text() {
    let click = "value() { window.clicked = [this.download, this.href, this.isConnected]; }";
    let work = async { download::save_text("план.yaml", "text/yaml", "имя: 客户\n") };
    instead("HTMLElement.prototype", "click", click, work).await.expect("offered");
    let offered = page(
        "const [name, address, attached] = window.clicked;
         const answer = await fetch(address);
         return [name, attached, answer.headers.get('content-type'), await answer.text(),
            document.querySelectorAll('a[download]').length].join('|');",
    )
    .await;
    assert_eq!(offered.as_string().as_deref(), Some("план.yaml|true|text/yaml|имя: 客户\n|0"));
}

#[wasm_bindgen_test]
async fn the_clock_is_the_devices_own() {
    let today = page(
        "const now = new Date(), two = n => String(n).padStart(2, '0');
         return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;",
    )
    .await;
    assert_eq!(clock::today().map(|date| date.to_string()), today.as_string());
    assert!(clock::now_ms() > 1_700_000_000_000);
}

#[wasm_bindgen_test]
fn chance_does_not_repeat() {
    let mut drawn: Vec<u64> = (0..100).map(|_| random::entropy().expect("chance")).collect();
    drawn.sort_unstable();
    drawn.dedup();
    assert_eq!(drawn.len(), 100);
}

#[wasm_bindgen_test]
async fn a_timer_calls_once_and_not_after_it_was_dropped() {
    let calls = Rc::new(Cell::new(0));
    let count = || {
        let calls = Rc::clone(&calls);
        move || calls.set(calls.get() + 1)
    };
    let kept = timer::after(5, count());
    drop(timer::after(5, count()));
    timer::later(5, count());
    page("await new Promise(done => setTimeout(done, 60));").await;
    assert!(kept.is_some());
    assert_eq!(calls.get(), 2);
}
