//! Helpers of this module's tests.

use crate::base::{Id, IdKind};
use crate::storage::record::RecordKey;
use crate::storage::store::{Batch, Change, Revision};
use std::future::Future;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

/// The key of an indicator of one project.
pub fn key(number: u64) -> RecordKey {
    RecordKey::new(Id::new(IdKind::Project, 1), Id::new(IdKind::Indicator, number))
        .expect("a project's id")
}

/// A batch of puts.
pub fn batch(base: u64, puts: &[(u64, &str)]) -> Batch {
    let put = |&(number, body): &(u64, &str)| (key(number), Change::Put(body.to_string()));
    Batch { changes: puts.iter().map(put).collect(), base: Revision(base), whole: false }
}

/// The result of a future that never waits, as those of stores in memory.
pub fn done<T>(future: impl Future<Output = T>) -> T {
    let mut future = pin!(future);
    match future.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(result) => result,
        Poll::Pending => panic!("a store in memory does not wait"),
    }
}
