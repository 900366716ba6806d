//! Addresses as reqwest wants them, without reading host and port anew for every request.

use ::reqwest::Url;
use arc_swap::ArcSwapOption;
use http::Uri;
use std::error::Error as StdError;
use std::sync::Arc;

/// The server of the last request, as an address without path and query. Nearly every client has only one.
#[derive(Default)]
pub(super) struct Origin(ArcSwapOption<Known>);

struct Known {
    uri: Uri,
    url: Url,
}

impl Origin {
    /// The same address, as reqwest has it.
    ///
    /// # Errors
    /// If it is none in the eyes of the other parser.
    pub(super) fn url(&self, uri: &Uri) -> Result<Url, Box<dyn StdError + Send + Sync>> {
        let is_same =
            |known: &Known| known.uri.scheme() == uri.scheme() && known.uri.authority() == uri.authority();
        let known = self.0.load();
        let mut url = match known.as_ref().filter(|known| is_same(known)) {
            Some(known) => known.url.clone(),
            None => {
                let mut url = Url::parse(&uri.to_string())?;
                url.set_path("");
                url.set_query(None);
                self.0.store(Some(Arc::new(Known { uri: uri.clone(), url: url.clone() })));
                url
            }
        };
        // The same parser as that of a whole address, at the place where the path begins.
        url.set_path(uri.path());
        if uri.query().is_some() {
            url.set_query(uri.query());
        }
        Ok(url)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn address_is_what_a_parser_makes_of_the_whole_of_it() {
        let origin = Origin::default();
        for address in [
            "http://127.0.0.1:8080/oauth/token",
            "http://127.0.0.1:8080/",
            "http://127.0.0.1:8080",
            "http://127.0.0.1:8080/a%2Fb/%C3%A4?x=%20&y",
            "http://127.0.0.1:8080/a;b=1,2/~!$&'()*+@:?",
            "http://127.0.0.1:8081/a",
            "https://api.example.com/v1/a?b=c",
            "https://api.example.com/v1//a/",
            "https://API.example.com:443/v1/[a]",
            "http://[::1]:80/x",
            "https://api.example.com/a?q='\"&[]={}|",
        ] {
            let Ok(uri) = address.parse::<Uri>() else { continue };
            let whole = Url::parse(&uri.to_string()).expect("an address");
            for _ in 0..2 {
                assert_eq!(origin.url(&uri).expect("an address"), whole, "{address}");
            }
        }
    }
}
