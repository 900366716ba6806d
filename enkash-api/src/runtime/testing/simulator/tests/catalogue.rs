//! Every row of the catalogue, provoked the way a client would, and on demand; and how it is worded.

use super::super::catalogue::{Challenge, Shape};
use super::super::{AccountState, Case, Fault};
use super::*;
use serde_json::json;

const TOKEN: &str = "POST /oauth/token";
const LOANS: &str = "GET /loans";

/// A server of which everything can be asked wrongly.
fn strict() -> TokenServerBuilder {
    server()
        .client("other", "0ther")
        .scopes(["write", "read"])
        .user("eve", "p")
        .account("eve", AccountState::Locked)
        .user("dan", "p")
        .account("dan", AccountState::Disabled)
        .user("eli", "p")
        .account("eli", AccountState::Expired)
        .user("pat", "p")
        .account("pat", AccountState::PasswordExpired)
        .resource("GET", "/loans", json!({}))
        .resource("GET", "/payouts", json!({}))
        .resource_scope("/payouts", "write")
        .resource("GET", "/secrets", json!({}))
        .resource_denied("/secrets")
}

fn bearer(token: &str) -> String {
    format!("Authorization: Bearer {token}\r\n")
}

/// A server, and requests that it refuses in this way.
async fn provoke(case: Case) -> (TokenServer, Vec<(&'static str, String, String)>) {
    let good = basic("app:s3cret");
    let builder = match case {
        Case::NoClientContainer => strict().container_refusals(),
        Case::WrongFormClient => strict().form_clients(),
        Case::GrantNotAllowed => strict().grants(["refresh_token"]),
        _ => strict(),
    };
    let server = builder.start().await.expect("a free port");
    let form = |from: &str, to: &str| GOOD.replace(from, to);
    let login =
        |name: &str| (TOKEN, good.clone(), form("ada&password=p%40ss", &format!("{name}&password=p")));
    let of_form = |form: String| vec![(TOKEN, good.clone(), form)];
    let token = |scope: &str| ask(&server, &format!("{GOOD}&scope={scope}")).1;
    let refresh = |token: &str| format!("grant_type=refresh_token&refresh_token={token}");
    let requests = match case {
        Case::OtherPath => vec![("POST /token", good.clone(), GOOD.to_owned())],
        Case::NoClient | Case::NoClientContainer => vec![(TOKEN, String::new(), GOOD.to_owned())],
        Case::WrongClient => {
            [basic("app:wrong"), basic("else:s3cret"), bearer("x"), "Authorization: Basic !\r\n".to_owned()]
                .map(|header| (TOKEN, header, GOOD.to_owned()))
                .to_vec()
        }
        Case::WrongFormClient => ["app&client_secret=wrong", "app", "else&client_secret=s3cret", ""]
            .map(|client| (TOKEN, String::new(), format!("{GOOD}&client_id={client}")))
            .to_vec(),
        Case::OtherClient => of_form(format!("{GOOD}&client_id=else")),
        Case::OtherMethod => vec![("GET /oauth/token", good.clone(), String::new())],
        Case::NoGrant => {
            let without = ["", "&grant_type="].map(|grant| form("&grant_type=password", grant));
            without.map(|form| (TOKEN, good.clone(), form)).to_vec()
        }
        Case::OtherGrant => of_form(form("=password", "=magic")),
        Case::GrantNotAllowed => of_form(GOOD.to_owned()),
        Case::WrongScope => of_form(format!("{GOOD}&scope=read+magic")),
        Case::WrongField => {
            let without = [form("&tenant=T1", ""), form("T1", "T2")];
            without.map(|form| (TOKEN, good.clone(), form)).to_vec()
        }
        Case::UnknownUser => vec![login("bob")],
        Case::WrongPassword => {
            let wrong = [form("p%40ss", "wrong"), form("&password=p%40ss", ""), form("username=ada&", "")];
            wrong.map(|form| (TOKEN, good.clone(), form)).to_vec()
        }
        Case::Locked => vec![login("eve")],
        Case::Disabled => vec![login("dan")],
        Case::Expired => vec![login("eli")],
        Case::PasswordExpired => vec![login("pat")],
        Case::NoRefreshToken => {
            let without = ["grant_type=refresh_token", "grant_type=refresh_token&refresh_token="];
            without.map(|form| (TOKEN, good.clone(), form.to_owned())).to_vec()
        }
        Case::WrongRefreshToken => of_form(refresh("made-up")),
        Case::OtherRefreshToken => {
            let token = token("read");
            vec![(TOKEN, basic("other:0ther"), refresh(text(&token, "refresh_token")))]
        }
        Case::ExpiredRefreshToken => {
            let token = token("read");
            server.expire_all();
            of_form(refresh(text(&token, "refresh_token")))
        }
        Case::NoToken => {
            let headers = [String::new(), good.clone(), "Authorization: Bearer\r\n".to_owned()];
            headers.map(|header| (LOANS, header, String::new())).to_vec()
        }
        Case::WrongToken => vec![(LOANS, bearer("made-up"), String::new())],
        Case::ExpiredToken => {
            let token = token("read");
            server.expire_access();
            vec![(LOANS, bearer(text(&token, "access_token")), String::new())]
        }
        Case::TokenLacksScope => {
            let token = token("read");
            vec![("GET /payouts", bearer(text(&token, "access_token")), String::new())]
        }
        Case::AccessDenied => {
            let token = token("write");
            vec![("GET /secrets", bearer(text(&token, "access_token")), String::new())]
        }
        Case::ServerError
        | Case::GatewayForbidden
        | Case::GatewayLimited
        | Case::GatewayUnavailable
        | Case::GatewayUnknown => {
            server.inject(Fault::case(case));
            vec![(TOKEN, good.clone(), GOOD.to_owned())]
        }
    };
    (server, requests)
}

/// Whether head and body are those of the row, with the scopes that are in question.
#[track_caller]
fn check(case: Case, scope: &str, head: &str, body: &str) {
    let row = case.refusal();
    assert_eq!(status(head), row.status, "{case:?}: {head}");
    let header = |name| head.lines().find_map(|line| line.strip_prefix(name)).map(str::to_owned);
    let text = row.description.replace("{}", "tenant");
    let detail = format!(r#"error="{}", error_description="{text}""#, row.error);
    let scoped = if row.shape == Shape::Scoped { format!(r#", scope="{scope}""#) } else { String::new() };
    let expected = match row.challenge {
        Challenge::None => None,
        Challenge::Basic => Some(r#"Basic realm="oauth2/client""#.to_owned()),
        Challenge::Form => Some(format!(r#"Form realm="oauth2/client", {detail}"#)),
        Challenge::Bearer => Some(format!("Bearer {detail}{scoped}")),
        Challenge::Resource => Some(format!(r#"Bearer realm="oauth2-resource", {detail}"#)),
    };
    assert_eq!(header("www-authenticate: "), expected.map(|text| text.to_ascii_lowercase()), "{case:?}");
    assert_eq!(header("cf-ray: ").is_some(), row.shape == Shape::Gateway, "{case:?}");
    if row.shape == Shape::Gateway {
        assert_eq!(header("content-type: ").as_deref(), Some("text/html; charset=utf-8"));
        return assert!(body.starts_with("<!DOCTYPE html>") && body.contains(row.description), "{body}");
    }
    let body: Value = serde_json::from_str(body).expect("a JSON body");
    let expected = match row.shape {
        Shape::OAuth => json!({ "error": row.error, "error_description": text }),
        Shape::Scoped => json!({ "error": row.error, "error_description": text, "scope": scope }),
        Shape::Container | Shape::Gateway => {
            assert!(body["timestamp"].is_u64(), "{body}");
            assert!(text == body["message"] && row.error == body["error"], "{body}");
            return assert_eq!(body["status"], row.status);
        }
    };
    assert_eq!(body, expected, "{case:?}");
}

#[tokio::test]
async fn every_refusal_of_the_catalogue_is_given() {
    for case in Case::all() {
        let (server, requests) = provoke(case).await;
        assert!(!requests.is_empty());
        let scope = if case == Case::TokenLacksScope { "write" } else { "read write" };
        for (line, headers, form) in requests {
            let (head, body) = exchange(&server, line, &headers, &form);
            check(case, scope, &head, &body);
        }
    }
}

#[tokio::test]
async fn every_refusal_can_be_had_on_demand() {
    let server = server().start().await.expect("a free port");
    for case in Case::all().filter(|case| *case != Case::WrongField) {
        server.inject(Fault::case(case).on("/oauth/token"));
        let (head, body) = exchange(&server, "POST /oauth/token", &basic("app:s3cret"), GOOD);
        check(case, "read write trust", &head, &body);
    }
    assert_eq!((server.pending(), server.attempts()), (0, 0));
}

#[tokio::test]
async fn old_releases_put_tokens_and_names_into_their_texts() {
    let server = strict().leaky_texts().start().await.expect("a free port");
    let token = ask(&server, &format!("{GOOD}&scope=read")).1;
    server.expire_all();
    let access = text(&token, "access_token");
    let (head, body) = send(&server, LOANS, &bearer(access), "");
    assert_eq!(body["error_description"], format!("Access token expired: {access}"));
    assert!(head.contains(&access.to_ascii_lowercase()), "{head}");
    let refresh = text(&token, "refresh_token");
    let (_, body) = ask(&server, &format!("grant_type=refresh_token&refresh_token={refresh}"));
    assert_eq!(body["error_description"], format!("Invalid refresh token (expired): {refresh}"));
    let (_, body) = ask(&server, &GOOD.replace("ada", "bob"));
    assert_eq!(body["error_description"], "Username bob not found");
    server.inject(Fault::case(Case::ServerError));
    let (_, body) = ask(&server, GOOD);
    assert!(text(&body, "error_description").starts_with("PreparedStatementCallback; SQL ["), "{body}");
}

#[tokio::test]
async fn text_that_no_header_can_hold_costs_the_challenge_and_not_the_answer() {
    let server = server().leaky_texts().start().await.expect("a free port");
    server.inject(Fault::case(Case::ExpiredRefreshToken));
    let form = "grant_type=refresh_token&refresh_token=%0d%0aset-cookie:x";
    let (head, body) = send(&server, "POST /oauth/token", &basic("app:s3cret"), form);
    assert_eq!(status(&head), 401);
    assert!(!head.contains("www-authenticate") && !head.contains("set-cookie"), "{head}");
    assert_eq!(body["error"], "invalid_token");
}

#[tokio::test]
async fn error_is_xml_where_json_is_not_accepted() {
    const JSON: &str = "Accept: application/json\r\n";
    const XML: &str = "Accept: application/xml\r\n";
    const ANY: &str = "Accept: */*\r\n";
    for (builder, accept, is_xml) in [
        (server(), "", false),
        (server(), ANY, false),
        (server(), XML, true),
        (server(), "Accept: application/xml, application/json\r\n", false),
        (server().xml_errors(), "", true),
        (server().xml_errors(), ANY, true),
        (server().xml_errors(), JSON, false),
    ] {
        let server = builder.start().await.expect("a free port");
        let headers = format!("{accept}{}", basic("app:s3cret"));
        let (head, body) = exchange(&server, TOKEN, &headers, "grant_type=%3Ca%26b%3E");
        let media_type = if is_xml { "application/xml" } else { "application/json" };
        assert!(head.contains(&format!("content-type: {media_type};charset=utf-8")), "{accept}: {head}");
        if is_xml {
            let oauth = "<oauth><error>unsupported_grant_type</error>\
                         <error_description>Unsupported grant type</error_description></oauth>";
            assert_eq!(body.split_once("?>").map(|(_, rest)| rest), Some(oauth));
        }
    }
}

#[tokio::test]
async fn recent_container_gives_a_text_as_timestamp_and_no_message() {
    let server = server().recent_container().start().await.expect("a free port");
    let (_, body) = send(&server, TOKEN, &basic("app:wrong"), GOOD);
    assert!(body["timestamp"].is_string(), "{body}");
    assert_eq!((&body["message"], &body["error"]), (&"".into(), &"Unauthorized".into()));
}
