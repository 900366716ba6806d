//! The call as somebody writes it by hand who knows reqwest well: everything is prepared once that can be, with the
//! time-outs, the cap and the owned values of a generated client, of which the secret ones are wiped.

use reqwest::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, HeaderMap, HeaderValue, USER_AGENT};
use reqwest::{Client, Method, Request, Url, redirect, retry};
use serde::Deserialize;
use std::hint::black_box;
use std::sync::Arc;
use std::time::Duration;
use zeroize::Zeroizing;

const CAP: usize = 16 * 1024 * 1024;

/// What comes back.
#[derive(Deserialize)]
#[allow(dead_code)] // it is made, and not looked at
struct Token {
    access_token: Zeroizing<String>,
    token_type: String,
    refresh_token: Zeroizing<String>,
    expires_in: i64,
    scope: String,
}

/// Everything that is the same for all calls.
pub(crate) struct Caller {
    client: Client,
    url: Url,
    headers: HeaderMap,
}

impl Caller {
    pub(crate) fn new(url: &str) -> Self {
        let tls =
            rustls::ClientConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
                .with_safe_default_protocol_versions()
                .expect("versions")
                .with_root_certificates(rustls::RootCertStore::empty())
                .with_no_client_auth();
        let client = Client::builder()
            .tls_backend_preconfigured(tls)
            .http1_only()
            .no_proxy()
            .redirect(redirect::Policy::none())
            .retry(retry::never())
            .referer(false)
            .connect_timeout(Duration::from_secs(5))
            .read_timeout(Duration::from_secs(15))
            .timeout(Duration::from_secs(60))
            .build()
            .expect("a client");
        let url = Url::parse(&format!("{url}/oauth/token")).expect("an address");
        let mut headers = HeaderMap::new();
        headers.insert(AUTHORIZATION, HeaderValue::from_static("Basic YXBwOnMzY3JldA=="));
        headers.insert(ACCEPT, HeaderValue::from_static("application/json"));
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/x-www-form-urlencoded"));
        headers.insert(USER_AGENT, HeaderValue::from_static("by-hand/0.1.0"));
        Self { client, url, headers }
    }

    pub(crate) async fn calls(&self, count: u32) {
        for _ in 0..count {
            black_box(self.call().await);
        }
    }

    async fn call(&self) -> Token {
        let form = form_urlencoded::Serializer::new(String::with_capacity(128))
            .append_pair("username", "1234567890")
            .append_pair("password", "Made-Up@0000000")
            .append_pair("grant_type", "password")
            .append_pair("clientId", "CEK0000000")
            .finish();
        let mut request = Request::new(Method::POST, self.url.clone());
        *request.headers_mut() = self.headers.clone();
        *request.body_mut() = Some(form.into());
        let mut response = self.client.execute(request).await.expect("an answer");
        assert!(response.status().is_success());
        let mut body = response.chunk().await.expect("a body").unwrap_or_default();
        assert!(body.len() <= CAP);
        if let Some(chunk) = response.chunk().await.expect("a body") {
            let mut all = Vec::from(&body[..]);
            all.extend_from_slice(&chunk);
            while let Some(chunk) = response.chunk().await.expect("a body") {
                assert!(all.len() + chunk.len() <= CAP);
                all.extend_from_slice(&chunk);
            }
            body = all.into();
        }
        serde_json::from_slice(&body).expect("a token")
    }
}
