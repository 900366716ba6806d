//! The curl sample of each documentation page and our request with the same values: the same bytes.
//!
//! A sample is read twice, by a strict reader of its own and as an import reads it, which masks what may be somebody's.

use crate::curl::Sample;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use enkash_api::testing::{Recorded, TokenServer, TokenServerBuilder};
use enkash_api::{BaseUrl, expense, rewards};
use enkash_gen::page::{self, Request, SampleBody};
use enkash_gen::project::Project;
use enkash_gen::report::{Report, Sources};
use std::path::{Path, PathBuf};

/// The pages that have a sample; it is compared below.
const PAGES: [&str; 2] = ["expense-token.txt", "rewards-token.txt"];

/// What a client sends of its own accord, and the samples do not name.
const ADDED: [&str; 4] = ["accept", "content-length", "host", "user-agent"];

fn spec() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../spec")
}

/// The sample of a page as an import reads it.
fn imported(page: &Path) -> Option<Request> {
    let opened = page::open(page, &mut Sources::new(), &mut Report::new()).expect("it is a page");
    opened.page.sample.map(|sample| sample.value)
}

/// The sample of a page: as it stands there, and as an import reads it.
fn samples(page: &str) -> [Sample; 2] {
    let page = spec().join("pages").join(page);
    let text = std::fs::read_to_string(&page).expect("a page");
    let lines =
        text.lines().skip_while(|line| !line.starts_with("curl ")).take_while(|line| *line != "Responses");
    let strict = Sample::parse(&lines.collect::<Vec<_>>().join("\n")).expect("a plain command");
    let read = imported(&page).expect("the page has a sample");
    let SampleBody::Form(form) = read.body else { panic!("no form: {:?}", read.body) };
    let read = Sample {
        method: read.method,
        address: read.url,
        headers: read.headers.into_iter().filter_map(|(name, value)| Some((name, value?))).collect(),
        form: form.into_iter().map(|(name, value)| (name.expect("no name is hidden"), value)).collect(),
    };
    // Values may be masked, and nothing else.
    assert_eq!((&read.method, &read.address), (&strict.method, &strict.address));
    let names = |pairs: &[(String, String)]| pairs.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>();
    assert_eq!((names(&read.headers), names(&read.form)), (names(&strict.headers), names(&strict.form)));
    [strict, read]
}

fn base(server: &TokenServer) -> BaseUrl {
    BaseUrl::parse(server.url()).expect("loopback may be plain")
}

/// Compares everything that a sample says with the one request that arrived.
fn compare(sample: &Sample, server: &TokenServer) {
    let recorded = server.recorded();
    assert_eq!(recorded.len(), 1, "one request");
    let request: &Recorded = &recorded[0];
    assert_eq!((request.method(), request.target()), (sample.method.as_str(), sample.path()));
    assert_eq!(request.body().escape_ascii().to_string(), sample.body());
    let raw = request.raw().escape_ascii().to_string();
    assert!(raw.ends_with(&format!(r"\r\n\r\n{}", sample.body())), "the body is not framed: {raw}");
    let mut named = Vec::new();
    for (name, value) in &sample.headers {
        // An empty client id with an empty secret is no credential.
        let expected = (value != "Basic Og==").then_some(value.as_str());
        assert_eq!(request.header(name), expected, "{name}");
        named.push(name.to_ascii_lowercase());
    }
    let mut added: Vec<String> =
        request.headers().iter().map(|(name, _)| name.to_ascii_lowercase()).collect();
    added.retain(|name| !named.contains(name));
    added.sort();
    assert_eq!(added, ADDED);
}

/// Client id and client secret of the sample's Basic.
fn basic(sample: &Sample) -> (String, String) {
    let encoded = sample.header("authorization").and_then(|value| value.strip_prefix("Basic "));
    let pair = STANDARD.decode(encoded.expect("the sample has Basic")).expect("the sample's Basic is base64");
    let pair = String::from_utf8(pair).expect("the sample's Basic is text");
    let (id, secret) = pair.split_once(':').expect("the sample's Basic is a pair");
    (id.to_owned(), secret.to_owned())
}

/// A server that knows the user of a sample.
fn server(sample: &Sample) -> TokenServerBuilder {
    TokenServer::builder().user(sample.field("username"), sample.field("password"))
}

#[test]
fn every_page_with_a_sample_is_compared() {
    let project = Project::open(&spec(), &mut Sources::new(), &mut Report::new()).expect("it opens");
    let pages = project.products().iter().flat_map(|product| &product.pages);
    let with: Vec<_> =
        pages.filter(|page| imported(page).is_some()).filter_map(|page| page.file_name()).collect();
    assert_eq!(with, PAGES);
}

#[tokio::test]
async fn expense_sends_what_its_page_shows() {
    let samples = samples(PAGES[0]);
    assert_eq!(basic(&samples[0]), (String::new(), String::new()));
    for sample in samples {
        let (id, secret) = basic(&sample);
        let server = server(&sample).anonymous().client(&id, secret.as_str());
        let server = server.start().await.expect("a free port");
        let mut builder = expense::Client::builder(base(&server));
        // What stands for the empty pair where it is masked is a pair as any other.
        if !id.is_empty() {
            builder = builder.basic(id, secret);
        }
        let client = builder.build().expect("good settings");
        let request = expense::TokenRequest::new(expense::TokenRequired {
            username: sample.field("username"),
            password: sample.field("password").into(),
        });
        let cookie = sample.header("cookie").expect("the sample has a cookie");
        let token = client.create_token(&request).header("cookie", cookie).await.expect("a known user");
        assert_eq!((token.token_type.as_str(), token.expires_in), ("bearer", 86_399));
        compare(&sample, &server);
    }
}

#[tokio::test]
async fn rewards_sends_what_its_page_shows() {
    for sample in samples(PAGES[1]) {
        let (id, secret) = basic(&sample);
        let server = server(&sample)
            .client(&id, secret.as_str())
            .require("clientId", sample.field("clientId"))
            .start()
            .await
            .expect("a free port");
        let client =
            rewards::Client::builder(base(&server)).basic(id, secret).build().expect("good settings");
        let request = rewards::TokenRequest::new(rewards::TokenRequired {
            username: sample.field("username"),
            password: sample.field("password").into(),
            client_id: sample.field("clientId"),
        });
        let token = client.create_token(&request).await.expect("a known user");
        assert_eq!((token.token_type.as_str(), token.expires_in), ("bearer", 86_399));
        compare(&sample, &server);
    }
}
