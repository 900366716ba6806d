//! The clients against OAuth servers that others wrote, and through a validator that reads our descriptions in its own
//! way: what the two sides agree on is then no private opinion of ours.
//!
//! | what | made of | what is in `counterparties/` |
//! |---|---|---|
//! | `Dot` | django-oauth-toolkit | `dot.py` |
//! | `Authlib` | Authlib on Flask | `authlib_server.py` |
//! | `Node` | `@node-oauth/oauth2-server` on express | `node.mjs` |
//! | `Server::prism` | Prism between a client and one of those | `prism` |
//!
//! `tests/counterparties/install` installs them below `target`. They are started, on loopback only, where
//! `CI_COUNTERPARTIES=1` is set; elsewhere nothing is tested here, and that is said. By hand:
//!
//! ```sh
//! target/counterparties/python/bin/python tests/counterparties/dot.py --clients '{"id": "secret"}' --users '{"name": "password"}'
//! node tests/counterparties/node.mjs --clients '{"id": "secret"}' --users '{"name": "password"}' --lifetime 2
//! tests/counterparties/prism target/tmp/rewards.json http://127.0.0.1:PORT # as the tests have written it
//! ```

#[path = "counterparties/described.rs"]
mod described;
#[path = "counterparties/facts.rs"]
mod facts;
#[path = "counterparties/forms.rs"]
mod forms;
#[path = "counterparties/login.rs"]
mod login;
#[path = "counterparties/logins.rs"]
mod logins;
#[path = "counterparties/raw.rs"]
mod raw;
#[path = "counterparties/server.rs"]
mod server;
#[path = "counterparties/tokens.rs"]
mod tokens;
