//! Logs in to two products, once through a struct of our own, shows what a refused login looks like, and what fifty
//! callers do that need a token at once.
//!
//! Without further ado it talks to a token endpoint that it starts on this machine. To talk to a server, set
//! `ENKASH_BASE_URL`, `ENKASH_USERNAME`, `ENKASH_PASSWORD`, `ENKASH_CLIENT_ID`, `ENKASH_CLIENT_SECRET` and
//! `ENKASH_COMPANY_ID`. The wrong password is tried at the simulator only: three of them lock an account.

use enkash_api::testing::TokenServer;
use enkash_api::{BaseUrl, CallError, Carries, Error, Secret, bills, enkash_endpoint, expense, rewards};
use serde_json::json;
use std::env;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let Some(login) = Login::from_env()? else { return simulated().await };
    println!("logging in at {}", login.base);
    println!("expense: {:?}", login.expense().await?);
    println!("rewards: {:?}", login.rewards().await?);
    println!("rewards, with a struct of our own: {:?}", login.rewards_bound().await?);
    Ok(())
}

/// The same, at a token endpoint on this machine.
async fn simulated() -> Result<(), Box<dyn std::error::Error>> {
    let login = |server: &TokenServer, password: &str| -> Result<Login, Error> {
        Ok(Login {
            base: BaseUrl::parse(server.url())?,
            username: "1234567890".to_owned(),
            password: Secret::new(password),
            client_id: "made-up-client".to_owned(),
            client_secret: Secret::new("made-up-secret"),
            company: "CEK0000000".to_owned(),
        })
    };
    let server = TokenServer::builder()
        .client("made-up-client", "made-up-secret")
        .user("1234567890", "Made-Up@0000000")
        .start()
        .await?;
    println!("a token endpoint listens at {}", server.url());
    println!("expense: {:?}", login(&server, "Made-Up@0000000")?.expense().await?);
    let server = TokenServer::builder()
        .client("made-up-client", "made-up-secret")
        .user("1234567890", "Made-Up@0000000")
        .require("clientId", "CEK0000000")
        .start()
        .await?;
    println!("another one, which also asks for the company, listens at {}", server.url());
    println!("rewards: {:?}", login(&server, "Made-Up@0000000")?.rewards().await?);
    let token = login(&server, "Made-Up@0000000")?.rewards_bound().await?;
    println!("rewards, with a struct of our own: {token:?}");
    let before = server.requests();
    match login(&server, "wrong")?.rewards().await {
        Err(CallError::Api(refusal)) => println!(
            "rewards, wrong password: status {}, error `{}`, requests sent: {}",
            refusal.parts.status.as_u16(),
            refusal.value.error,
            server.requests() - before,
        ),
        other => return Err(format!("a wrong password was not refused: {other:?}").into()),
    }
    for password in ["wrong", "Made-Up@0000000"] {
        bills(password).await?;
    }
    Ok(())
}

/// Fifty callers at the same time, of a client that gets its tokens by itself.
async fn bills(password: &str) -> Result<(), Box<dyn std::error::Error>> {
    const CALLERS: usize = 50;
    let server = TokenServer::builder()
        .client("made-up-client", "made-up-secret")
        .user("user@example.com", "Made-Up@0000000")
        .lock_after(3)
        .resource("POST", "/api/v2/utilityPayment", json!({ "response_code": 0 }))
        .start()
        .await?;
    let login = bills::TokenRequest::new(bills::TokenRequired {
        username: "user@example.com".to_owned(),
        password: Secret::new(password),
        client_id: "CEK0000000".to_owned(),
    });
    let client = bills::Client::builder(BaseUrl::parse(server.url())?)
        .basic("made-up-client", "made-up-secret")
        .login(login)
        .build()?;
    let callers: Vec<_> = (0..CALLERS)
        .map(|number| {
            let client = client.clone();
            tokio::spawn(async move {
                let bill = bills::NewBill {
                    reference_id: Some(format!("made-up-{number}")),
                    ..bills::NewBill::new(bills::NewBillRequired {
                        company_biller_id: "CBI0000000".to_owned(),
                        bill_net_amount: "12.50".parse().map_err(|_| "no amount")?,
                        bill_amount: "12.50".parse().map_err(|_| "no amount")?,
                    })
                };
                client.create_bill(&bill).await.map_err(|error| error.to_string())
            })
        })
        .collect();
    let (mut answers, mut refusals) = (0, 0);
    for caller in callers {
        match caller.await? {
            Ok(_) => answers += 1,
            Err(_) => refusals += 1,
        }
    }
    println!(
        "bills, {CALLERS} callers at once with the {} password: {} token request, {answers} answers, {refusals} refusals",
        if password == "wrong" { "wrong" } else { "right" },
        server.attempts(),
    );
    Ok(())
}

/// A newtype of our own, which cannot be mistaken for the client id.
#[derive(Carries)]
struct CompanyId(String);

/// A request of our own: our names and types, compared with the description while this compiles.
#[enkash_endpoint(rewards, "createToken")]
struct CompanyLogin<'a> {
    #[enkash(rename = "username")]
    mobile: &'a str,
    password: &'a Secret,
    #[enkash(rename = "clientId")]
    company: CompanyId,
}

/// Who logs in where.
struct Login {
    base: BaseUrl,
    username: String,
    password: Secret,
    client_id: String,
    client_secret: Secret,
    company: String,
}

impl Login {
    /// What the environment says; `None` if it names no server.
    fn from_env() -> Result<Option<Self>, Box<dyn std::error::Error>> {
        let Ok(base) = env::var("ENKASH_BASE_URL") else { return Ok(None) };
        let get =
            |name: &str| env::var(name).map_err(|_| format!("`ENKASH_BASE_URL` is set, but not `{name}`"));
        Ok(Some(Self {
            base: BaseUrl::parse(base)?,
            username: get("ENKASH_USERNAME")?,
            password: Secret::new(get("ENKASH_PASSWORD")?),
            client_id: get("ENKASH_CLIENT_ID")?,
            client_secret: Secret::new(get("ENKASH_CLIENT_SECRET")?),
            company: get("ENKASH_COMPANY_ID")?,
        }))
    }

    async fn expense(&self) -> Result<expense::Token, CallError<expense::OAuthError>> {
        let client = expense::Client::builder(self.base.clone())
            .basic(&self.client_id, self.client_secret.clone())
            .build()?;
        let request = expense::TokenRequest::new(expense::TokenRequired {
            username: self.username.clone(),
            password: self.password.clone(),
        });
        client.create_token(&request).await
    }

    async fn rewards(&self) -> Result<rewards::Token, CallError<rewards::OAuthError>> {
        let request = rewards::TokenRequest::new(rewards::TokenRequired {
            username: self.username.clone(),
            password: self.password.clone(),
            client_id: self.company.clone(),
        });
        self.rewards_client()?.create_token(&request).await
    }

    async fn rewards_bound(&self) -> Result<rewards::Token, CallError<rewards::OAuthError>> {
        let request = CompanyLogin {
            mobile: &self.username,
            password: &self.password,
            company: CompanyId(self.company.clone()),
        };
        self.rewards_client()?.send(&request).await
    }

    fn rewards_client(&self) -> Result<rewards::Client, Error> {
        rewards::Client::builder(self.base.clone()).basic(&self.client_id, self.client_secret.clone()).build()
    }
}
