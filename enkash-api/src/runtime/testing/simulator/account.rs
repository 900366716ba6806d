//! The users, their passwords, and when the next attempt is the last.

use super::catalogue::Case;
use crate::runtime::Secret;

/// Whether somebody may log in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum AccountState {
    /// With the right password.
    #[default]
    Active,
    /// No more: too often with a wrong one.
    Locked,
    /// Not until somebody allows it again.
    Disabled,
    /// No more: the account was for a time that is over.
    Expired,
    /// Not with this password, which is too old.
    PasswordExpired,
}

#[derive(Clone)]
struct User {
    name: String,
    password: Secret,
    state: AccountState,
    /// Wrong passwords since the last right one.
    failures: u32,
}

/// Every user.
#[derive(Clone, Default)]
pub(super) struct Accounts {
    users: Vec<User>,
    /// After how many wrong passwords in a row an account is locked.
    pub(super) lock_after: Option<u32>,
    pub(super) attempts: usize,
    pub(super) failures: usize,
}

impl Accounts {
    pub(super) fn add(&mut self, name: String, password: Secret) {
        self.users.push(User { name, password, state: AccountState::Active, failures: 0 });
    }

    pub(super) fn len(&self) -> usize {
        self.users.len()
    }

    pub(super) fn state(&self, name: &str) -> Option<AccountState> {
        self.users.iter().find(|user| user.name == name).map(|user| user.state)
    }

    /// Sets the state of an account and forgets what was tried before; `false` if there is none of this name.
    pub(super) fn set_state(&mut self, name: &str, state: AccountState) -> bool {
        self.change(name, |user| {
            user.state = state;
            user.failures = 0;
        })
    }

    /// Sets a password and nothing else; `false` if there is nobody of this name.
    pub(super) fn set_password(&mut self, name: &str, password: Secret) -> bool {
        self.change(name, |user| user.password = password)
    }

    fn change(&mut self, name: &str, change: impl FnOnce(&mut User)) -> bool {
        self.users.iter_mut().find(|user| user.name == name).map(change).is_some()
    }

    /// One attempt. A missing name or password is one, too.
    pub(super) fn log_in(&mut self, name: Option<&str>, password: Option<&str>) -> Result<(), Case> {
        self.attempts += 1;
        let outcome = self.check(name, password);
        self.failures += usize::from(outcome.is_err());
        outcome
    }

    /// In the order of the real server: only what is said of the password waits for the password.
    fn check(&mut self, name: Option<&str>, password: Option<&str>) -> Result<(), Case> {
        let name = name.ok_or(Case::WrongPassword)?;
        let user = self.users.iter_mut().find(|user| user.name == name).ok_or(Case::UnknownUser)?;
        match user.state {
            AccountState::Locked => return Err(Case::Locked),
            AccountState::Disabled => return Err(Case::Disabled),
            AccountState::Expired => return Err(Case::Expired),
            AccountState::Active | AccountState::PasswordExpired => {}
        }
        if password != Some(user.password.expose()) {
            user.failures += 1;
            if self.lock_after.is_some_and(|most| user.failures >= most) {
                user.state = AccountState::Locked;
            }
            return Err(Case::WrongPassword);
        }
        user.failures = 0;
        if user.state == AccountState::PasswordExpired { Err(Case::PasswordExpired) } else { Ok(()) }
    }
}
