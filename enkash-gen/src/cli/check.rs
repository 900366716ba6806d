//! `check`: what is wrong with the documents.

use clap::ArgMatches;

use super::{
    Exit,
    session::{Session, Stop},
};
use crate::pipeline::Options;

pub(super) fn run(matches: &ArgMatches, session: &mut Session<'_>) -> Result<Exit, Stop> {
    for product in session.products(matches, &[])? {
        // The whole generator runs: what cannot be generated shows only there.
        if let Some(generated) = session.generate(&product, &Options::default()) {
            session.summarize(&product, generated)?;
        }
    }
    // A mistake that costs one operation does not keep the others from being generated, but it is one.
    Ok(if session.report.has_errors() { Exit::Document } else { session.exit(matches.get_flag("strict")) })
}
