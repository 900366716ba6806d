//! `codes`, `rules` and `explain`: the closed lists of what can be diagnosed, and of what can change.

use clap::ArgMatches;

use super::{
    Exit,
    session::{Session, Stop},
};
use crate::{
    diff::Rule,
    report::{Code, Severity, did_you_mean},
};

/// A line per code.
pub(super) fn list(session: &mut Session<'_>) -> Result<Exit, Stop> {
    let width = Code::ALL.iter().map(|code| code.as_str().len()).max().unwrap_or(0);
    for code in Code::ALL {
        writeln!(
            session.out,
            "{:<width$}  {:<11}  {}",
            code.as_str(),
            code.severity().as_str(),
            code.explanation()
        )?;
    }
    Ok(Exit::Fine)
}

/// A line per rule.
pub(super) fn rules(session: &mut Session<'_>) -> Result<Exit, Stop> {
    let width = Rule::ALL.iter().map(|rule| rule.as_str().len()).max().unwrap_or(0);
    for rule in Rule::ALL {
        writeln!(
            session.out,
            "{:<width$}  {:<17}  {}",
            rule.as_str(),
            rule.impact().as_str(),
            rule.meaning()
        )?;
    }
    Ok(Exit::Fine)
}

/// All about one code or rule.
pub(super) fn explain(matches: &ArgMatches, session: &mut Session<'_>) -> Result<Exit, Stop> {
    let wanted = matches.get_one::<String>("code").map(String::as_str).unwrap_or_default();
    if let Some(rule) = Rule::find(wanted) {
        let (noun, event) = (rule.noun().as_str(), rule.event().as_str());
        writeln!(
            session.out,
            "{rule} ({})\n\n{}\n\nchange: {noun} {event} ({})\nhelp: {}",
            rule.impact(),
            rule.meaning(),
            rule.direction().as_str(),
            rule.advice()
        )?;
        return Ok(Exit::Fine);
    }
    let Some(code) = Code::ALL.iter().find(|code| code.as_str() == wanted) else {
        let rules = Rule::ALL.iter().map(|rule| rule.as_str());
        let help = did_you_mean(wanted, Code::ALL.iter().map(|code| code.as_str()).chain(rules));
        let help = help.unwrap_or("`enkash-gen codes` and `enkash-gen rules` list them".to_owned());
        return Err(Stop::Usage(format!("there is no code `{wanted}`; {help}")));
    };
    let consequence = match code.severity() {
        Severity::Error if code.is_fatal() => "nothing is written",
        Severity::Error => "what needs the wrong part is left out; with --strict nothing is written",
        Severity::Unsupported => "what needs it is left out; with --strict nothing is written",
        Severity::Warning => "the output is complete",
    };
    writeln!(
        session.out,
        "{code} ({})\n\n{}\n\nconsequence: {consequence}\nhelp: {}",
        code.severity(),
        code.explanation(),
        code.advice()
    )?;
    Ok(Exit::Fine)
}
