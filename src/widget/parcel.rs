//! An answer as bytes, on its way from where it was found to where it is shown.
//!
//! Both ends are of one build, so the form has no version. What no reader sees of a report stays behind: the
//! contributions of the features.

use crate::engine::Report;

/// The report as bytes.
pub(crate) fn pack(report: &Report) -> Vec<u8> {
    // Cannot fail: nothing of it is of unknown length or kind.
    postcard::to_allocvec(report).unwrap_or_default()
}

/// The report of bytes that `pack` made.
pub(crate) fn unpack(bytes: &[u8]) -> Option<Report> {
    postcard::from_bytes(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::Engine;

    #[test]
    fn what_arrives_is_what_was_sent_but_for_the_contributions() {
        let engine = Engine::embedded().unwrap();
        for claim in [
            "Samsung, not Huawei, got the order of 200,000 chips, and Doubao came out in July 2021",
            "ByteDance ha ordinato 200.000 chip",
            "ByteDance denied that it plans a new model, perhaps",
            "xyzzy",
            "",
        ] {
            let mut report = engine.check(claim);
            let arrived = unpack(&pack(&report)).unwrap();
            report
                .parts
                .iter_mut()
                .flat_map(|part| &mut part.matches)
                .for_each(|found| found.contributions.clear());
            assert_eq!(arrived, report, "{claim}");
        }
    }

    #[test]
    fn other_bytes_are_no_answer() {
        assert_eq!(unpack(&[255; 9]), None);
    }
}
