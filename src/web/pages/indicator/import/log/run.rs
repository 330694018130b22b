//! Reading a log in slices: between two of them the page takes events, so no
//! task is long, and a press on Stop is heard at once.

use super::super::book::{FileFault, OpenBook};
use super::super::decode::Decoder;
use super::super::{Importing, RawSource};
use super::Log;
use crate::i18n::Arg;
use crate::key;
use crate::tabular::events::{
    Adder, LeftOut, LogReader, Outcome, Rules, SAMPLE_BYTES, Sample, SheetReader, StillOpen,
};
use crate::tabular::{Encoding, TableError};
use crate::web::browser::timer;
use crate::web::texts::t;
use js_sys::Uint8Array;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::BTreeMap;
use std::sync::Arc;
use wasm_bindgen_futures::JsFuture;
use web_sys::Blob;

/// Bytes of one slice: a few milliseconds of work.
const SLICE: u64 = 256 * 1024;

/// Bytes of a megabyte, as people count them.
const MB: f64 = 1_000_000.0;

/// How far the reading is.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Run {
    /// Not begun.
    #[default]
    Waiting,
    /// Under way; the number tells one run from another.
    Reading {
        /// The run.
        number: u32,
        /// How far it is.
        far: Far,
    },
    /// Read to the end.
    Done(Arc<Added>),
}

/// How far the reading is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Far {
    /// So many bytes of so many.
    Bytes(u64, u64),
    /// So many rows; nobody knows of how many.
    Rows(u64),
}

/// What the rows of a log come to.
#[derive(Debug, Clone, PartialEq)]
pub struct Added {
    /// Rows read.
    pub rows: u64,
    /// Rows that count.
    pub counted: u64,
    /// Rows left out, by reason.
    pub left_out: BTreeMap<LeftOut, u64>,
    /// The result by period.
    pub outcomes: Vec<Outcome>,
    /// The rules they were counted by.
    pub rules: Rules,
}

/// The beginning of the log; `None` without a log.
pub async fn sample(importing: Importing) -> Result<Option<Result<Sample, TableError>>, FileFault> {
    if let Some(RawSource::Sheet(book)) = importing.raw_source() {
        return Ok(Some(Sample::of_sheet(&book.first_rows().await?)));
    }
    let Some((bytes, whole)) = first_bytes(importing).await else { return Ok(None) };
    let Some(encoding) = other_encoding(importing) else {
        return Ok(Some(Sample::read(&bytes, whole)));
    };
    let text = Decoder::new(encoding).and_then(|decoder| decoder.push(&bytes, !whole));
    let text = text.ok_or(FileFault::Encoding(encoding))?;
    Ok(Some(Sample::read(text.as_bytes(), whole)))
}

/// The encoding of the file, unless it is the one that is read as it is.
fn other_encoding(importing: Importing) -> Option<Encoding> {
    let encoding = importing.taken.with_untracked(|taken| taken.encoding);
    encoding.filter(|encoding| *encoding != Encoding::Utf8)
}

/// The first bytes of the log, and whether they are all of it.
async fn first_bytes(importing: Importing) -> Option<(Vec<u8>, bool)> {
    let sample = u64::try_from(SAMPLE_BYTES).unwrap_or(u64::MAX);
    let size = size(importing)?;
    let bytes = slice(importing, 0, sample.min(size)).await?;
    Some((bytes, size <= sample))
}

fn size(importing: Importing) -> Option<u64> {
    importing.raw_source().and_then(|source| match source {
        RawSource::File(file) => Some(length(&file)),
        RawSource::Text(text) => u64::try_from(text.len()).ok().filter(|size| *size > 0),
        RawSource::Sheet(_) => None,
    })
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "`as` saturates")]
fn length(blob: &Blob) -> u64 {
    blob.size() as u64
}

async fn slice(importing: Importing, from: u64, to: u64) -> Option<Vec<u8>> {
    match importing.raw_source()? {
        RawSource::Text(text) => {
            let (from, to) = (usize::try_from(from).ok()?, usize::try_from(to).ok()?);
            text.as_bytes().get(from..to.min(text.len())).map(<[u8]>::to_vec)
        }
        RawSource::File(file) => {
            #[expect(clippy::cast_precision_loss, reason = "no file has 2^53 bytes")]
            let part = file.slice_with_f64_and_f64(from as f64, to as f64).ok()?;
            let buffer = JsFuture::from(part.array_buffer()).await.ok()?;
            Some(Uint8Array::new(&buffer).to_vec())
        }
        RawSource::Sheet(_) => None,
    }
}

/// Why a run ended early.
enum Stop {
    Stopped,
    Unreadable,
    Refused(u64),
    Book(FileFault),
}

impl Log {
    /// The rules chosen, or what is open still; tracks what they rest on.
    pub(super) fn rules(self, sample: &Sample) -> Result<Rules, StillOpen> {
        let clock = self.clock();
        let found = self.choices.with(|choices| {
            let choices = choices.as_ref()?;
            self.watched.with(|record| choices.rules(sample, record, &clock))
        });
        found.unwrap_or(Err(StillOpen::End))
    }

    fn start(self, sample: &Arc<Sample>, rules: Rules) {
        let all = size(self.importing);
        let far = all.map_or(Far::Rows(0), |all| Far::Bytes(0, all));
        let number = match self.run.get_untracked() {
            Run::Reading { number, .. } => number + 1,
            Run::Waiting | Run::Done(_) => 1,
        };
        self.failed.set(None);
        self.run.set(Run::Reading { number, far });
        let sample = Arc::clone(sample);
        spawn_local(async move {
            let found = match self.importing.raw_source() {
                Some(RawSource::Sheet(book)) => self.read_sheet(book, &sample, rules, number).await,
                _ => self.read(&sample, rules, number, all.unwrap_or(0)).await,
            };
            match found {
                Ok(added) => self.run.set(Run::Done(Arc::new(added))),
                Err(Stop::Stopped) => {}
                Err(stop) => {
                    let text = match stop {
                        Stop::Refused(line) => {
                            let line = line.to_string();
                            let args = [("line", Arg::Text(&line))];
                            self.texts.format(key!("log.row_too_long"), &args)
                        }
                        Stop::Book(fault) => fault.in_words(self.texts),
                        _ => self.texts.text(key!("log.read_again")),
                    };
                    self.failed.set(Some(text));
                    self.run.set(Run::Waiting);
                }
            }
        });
    }

    async fn read(
        self,
        sample: &Sample,
        rules: Rules,
        number: u32,
        all: u64,
    ) -> Result<Added, Stop> {
        let refused = |error| {
            let crate::tabular::events::LogError::RowTooLong { line } = error;
            Stop::Refused(line)
        };
        let mut reader = LogReader::new(sample, rules.clone());
        let encoding = other_encoding(self.importing);
        let misfit = || Stop::Book(encoding.map_or(FileFault::Part, FileFault::Encoding));
        let decoder = match encoding {
            Some(encoding) => Some(Decoder::new(encoding).ok_or_else(misfit)?),
            None => None,
        };
        let mut done = 0;
        while done < all {
            let to = (done + SLICE).min(all);
            let bytes = slice(self.importing, done, to).await.ok_or(Stop::Unreadable)?;
            self.still(number)?;
            match &decoder {
                None => reader.push(&bytes),
                Some(decoder) => {
                    let text = decoder.push(&bytes, to < all).ok_or_else(misfit)?;
                    reader.push(text.as_bytes())
                }
            }
            .map_err(refused)?;
            done = to;
            self.run.set(Run::Reading { number, far: Far::Bytes(done, all) });
        }
        Ok(self.added(&reader.finish().map_err(refused)?, rules))
    }

    /// As [`read`](Self::read), from a sheet.
    async fn read_sheet(
        self,
        book: OpenBook,
        sample: &Sample,
        rules: Rules,
        number: u32,
    ) -> Result<Added, Stop> {
        let mut rows = book.rows().await.map_err(Stop::Book)?;
        let mut reader = SheetReader::new(sample, rules.clone());
        while let Some(found) = rows.next().map_err(|error| Stop::Book(error.into()))? {
            reader.push(&found);
            timer::pause().await;
            self.still(number)?;
            self.run.set(Run::Reading { number, far: Far::Rows(reader.rows()) });
        }
        Ok(self.added(&reader.finish(), rules))
    }

    /// Whoever stopped it, or closed the dialog, changed the state.
    fn still(self, number: u32) -> Result<(), Stop> {
        let own = self.run.try_get_untracked();
        let same = matches!(own, Some(Run::Reading { number: now, .. }) if now == number);
        if same { Ok(()) } else { Err(Stop::Stopped) }
    }

    fn added(self, adder: &Adder, rules: Rules) -> Added {
        let found = self.session.peek_project(self.watched.project, |found| {
            let cadence = found.indicators.get(self.watched.indicator)?.cadence;
            Some(adder.outcomes(cadence, found.head.fiscal))
        });
        Added {
            rows: adder.sum.rows,
            counted: adder.sum.counted(),
            left_out: adder.sum.left_out.clone(),
            outcomes: found.flatten().unwrap_or_default(),
            rules,
        }
    }
}

/// The button that begins, how far it is, and the button that stops.
#[component]
pub fn Progress(
    /// The step.
    log: Log,
    /// The beginning of the log.
    sample: Arc<Sample>,
) -> impl IntoView {
    let again = Arc::clone(&sample);
    let open = Memo::new(move |_| log.rules(&sample).err());
    let begin = move |_| {
        if let Ok(rules) = untrack(|| log.rules(&again)) {
            log.start(&again, rules);
        }
    };
    let reading = Memo::new(move |_| match log.run.get() {
        Run::Reading { far, .. } => Some(far),
        Run::Waiting | Run::Done(_) => None,
    });
    let stop = move |_| {
        log.run.set(Run::Waiting);
        log.session.tell(log.texts.text(key!("log.stopped")));
    };
    #[expect(clippy::cast_precision_loss, reason = "no file has 2^53 bytes")]
    let megabytes = |bytes: u64| Arg::Rounded(bytes as f64 / MB, 1);
    let far = move || {
        reading.get().map(|far| match far {
            Far::Bytes(done, all) => {
                let args = [("done", megabytes(done)), ("all", megabytes(all))];
                log.texts.format(key!("log.reading"), &args)
            }
            Far::Rows(rows) => {
                log.texts.format(key!("log.reading_rows"), &[("count", Arg::Count(rows))])
            }
        })
    };
    let bytes = move || match reading.get() {
        Some(Far::Bytes(done, all)) => Some((done.to_string(), all.to_string())),
        Some(Far::Rows(_)) | None => None,
    };
    let why = move || open.get().map(|open| log.texts.text(open_key(open)));
    view! {
        <p class="hint" id="log-open" hidden=move || why().is_none()>{why}</p>
        <div class="cluster">
            <button class="button" type="button" on:click=begin aria-describedby="log-open"
                aria-disabled=move || if open.get().is_some() { "true" } else { "false" }
                hidden=move || reading.get().is_some()>{t(key!("log.add_up"))}</button>
            {move || reading.get().is_some().then(|| view! {
                <progress aria-label=t(key!("log.progress"))
                    max=move || bytes().map(|(_, all)| all)
                    value=move || bytes().map(|(done, _)| done)></progress>
                <span class="small">{far}</span>
                <button class="button" type="button" on:click=stop>{t(key!("log.stop"))}</button>
            })}
        </div>
    }
}

fn open_key(open: StillOpen) -> &'static str {
    match open {
        StillOpen::NoLimit => key!("log.open.no_limit"),
        StillOpen::Period => key!("log.open.period"),
        StillOpen::Year => key!("log.open.year"),
        StillOpen::Order => key!("log.open.order"),
        StillOpen::SumColumn => key!("log.open.sum_column"),
        StillOpen::Outcome => key!("log.open.outcome"),
        StillOpen::End => key!("log.open.end"),
        StillOpen::ClockNeedsMoments => key!("log.open.clock"),
    }
}
