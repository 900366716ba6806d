//! The manifest of a stand-alone crate.

use std::fmt::Write as _;

use super::{Kind, name};
use crate::{emit::HEADER, pipeline::Generated};

/// What the run time depends on: the lines of a manifest.
pub(super) const DEPENDENCIES: &str = include_str!("dependencies.toml");

/// What types alone do not need of it.
const OF_A_CLIENT: [&str; 17] = [
    "arc-swap",
    "cookie_store",
    "http",
    "http-body",
    "http-body-util",
    "httpdate",
    "hyper",
    "hyper-util",
    "reqwest",
    "rustix",
    "rustls",
    "rustls-platform-verifier",
    "sha2",
    "socket2",
    "tokio",
    "tracing",
    "url",
];

/// What a client does without that gets no tokens by itself.
const OF_A_LOGIN: [&str; 6] = ["http-body-util", "hyper", "hyper-util", "rustix", "sha2", "socket2"];

/// A feature of the run time.
pub(super) struct Feature {
    pub(super) name: &'static str,
    /// What it adds, for the README and a comment.
    pub(super) adds: &'static str,
    /// What it turns on.
    on: &'static [&'static str],
    pub(super) default: bool,
    of: Of,
}

/// What a feature means something to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Of {
    /// Every crate, one of types alone as well.
    Types,
    /// A client.
    Client,
    /// A client that gets its tokens by itself.
    Login,
    /// Any other client.
    NoLogin,
}

const FEATURES: [Feature; 10] = [
    Feature {
        name: "reqwest",
        adds: "the default transport: reqwest over rustls",
        on: &["dep:http-body", "dep:reqwest", "dep:rustls", "dep:rustls-platform-verifier"],
        default: true,
        of: Of::Client,
    },
    Feature {
        name: "serde",
        adds: "`Serialize` and `Deserialize` for the types; a client does without, and builds faster",
        on: &[],
        default: false,
        of: Of::Types,
    },
    Feature {
        name: "store",
        adds: "a place for tokens that clients share: in memory, or your own",
        on: &["dep:sha2", "tokio/sync"],
        default: false,
        of: Of::Login,
    },
    Feature {
        name: "file-store",
        adds: "the same in files, for all processes of a user; Unix only",
        on: &["store", "dep:rustix"],
        default: false,
        of: Of::Login,
    },
    Feature {
        name: "blocking",
        adds: "`.wait()` beside `.await`, for threads outside of a tokio runtime",
        on: &["tokio/rt-multi-thread"],
        default: false,
        of: Of::Client,
    },
    Feature {
        name: "cookies",
        adds: "a jar for cookies, which are ignored otherwise",
        on: &["dep:cookie_store", "dep:url"],
        default: false,
        of: Of::Client,
    },
    Feature {
        name: "tracing",
        adds: "spans and events for `tracing`, with the names of OpenTelemetry",
        on: &["dep:tracing"],
        default: false,
        of: Of::Client,
    },
    Feature {
        name: "testing",
        adds: "a typed mock, a token endpoint on loopback, builders of received types",
        on: &["dep:hyper", "dep:hyper-util", "dep:http-body-util", "dep:socket2", "tokio/net"],
        default: false,
        of: Of::Login,
    },
    Feature {
        name: "testing",
        adds: "a typed mock, a transport that records, builders of received types",
        on: &[],
        default: false,
        of: Of::NoLogin,
    },
    Feature {
        name: "jiff",
        adds: "dates and moments to and from those of jiff",
        on: &["dep:jiff"],
        default: false,
        of: Of::Types,
    },
];

/// The features of a crate. Types alone are written and read by `serde`, since nothing else is there to do it.
pub(super) fn features(kind: Kind) -> impl Iterator<Item = Feature> {
    let Kind { types_only, login } = kind;
    let is_wanted = move |feature: &Feature| match feature.of {
        Of::Types => true,
        Of::Client => !types_only,
        Of::Login => !types_only && login,
        Of::NoLogin => !types_only && !login,
    };
    FEATURES.into_iter().filter(is_wanted).map(move |feature| Feature {
        default: if types_only { feature.name == "serde" } else { feature.default },
        ..feature
    })
}

pub(super) fn manifest(name: &str, generated: &Generated, kind: Kind) -> String {
    let header = HEADER.replacen("//", "#", 1);
    let description = name::toml_string(&format!("Rust client for {}", name::line(&generated.title)));
    let mut out = format!(
        "{header}\n\
         # To keep changes of your own, delete these two lines: then this file is yours.\n\
         [package]\n\
         name = {name:?}\n\
         version = \"0.1.0\"\n\
         edition = \"2024\"\n\
         rust-version = \"1.88\"\n\
         description = {description}\n\
         publish = false\n\n\
         [features]\n"
    );
    let tags = &generated.features;
    let all = (!tags.is_empty()).then_some("all");
    let default: Vec<_> =
        features(kind).filter(|feature| feature.default).map(|feature| feature.name).chain(all).collect();
    _ = writeln!(out, "default = {default:?}");
    if all.is_some() {
        _ = writeln!(out, "# Adds every operation; each of the others those of a tag.\nall = {tags:?}");
        for tag in tags {
            _ = writeln!(out, "{tag} = []");
        }
    }
    for Feature { name, adds, on, .. } in features(kind) {
        _ = writeln!(out, "# Adds {adds}.\n{name} = {on:?}");
    }
    out.push_str("\n[dependencies]\n");
    let is_wanted = |line: &&str| {
        let name = line.split(' ').next().unwrap_or_default();
        !(kind.types_only && OF_A_CLIENT.contains(&name)) && (kind.login || !OF_A_LOGIN.contains(&name))
    };
    for line in DEPENDENCIES.lines().filter(is_wanted) {
        _ = writeln!(out, "{line}");
    }
    out
}
