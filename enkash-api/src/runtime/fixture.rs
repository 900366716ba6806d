//! A small API that the tests of the run time call, written as the generator would write it.

#![allow(unreachable_pub, dead_code)] // the macro writes a public client, and not every test build calls all of it

use super::{
    Api, Call, Class, Credential, Meta, Operation, Scheme, SchemeKind, Secret, Status, Undeclared, client,
    object,
};

pub(crate) struct Zoo;

impl Api for Zoo {
    const NAME: &'static str = "Zoo";
    const DIGEST: &'static str = "0";
    const SCHEMES: &'static [Scheme] = &[
        Scheme { name: "keeper", kind: SchemeKind::Basic },
        Scheme { name: "gate_key", kind: SchemeKind::ApiKeyHeader("x-gate-key") },
        Scheme { name: "session", kind: SchemeKind::Bearer },
    ];
}

client!(Client, ClientBuilder, Zoo);

impl ClientBuilder {
    pub(crate) fn keeper(self, id: &str, secret: &str) -> Self {
        Self(self.0.credential(0, Credential::basic(id, secret)))
    }

    pub(crate) fn session(self, token: &str) -> Self {
        Self(self.0.credential(2, Credential::bearer(token)))
    }

    pub(crate) fn gate_key(self, key: &str) -> Self {
        Self(self.0.credential(1, Credential::api_key(key)))
    }
}

impl Client {
    pub(crate) fn get_animal(&self, id: &str) -> Call<'_, Animal, Refused> {
        Call::of::<GetAnimal>(&self.core).path(&id.to_owned())
    }

    pub(crate) fn find_animals(&self, params: &FindAnimalsParams) -> Call<'_, Vec<Animal>, Undeclared> {
        Call::of::<FindAnimals>(&self.core).params(params)
    }

    pub(crate) fn add_animal(&self, body: &Animal) -> Call<'_, (), Undeclared> {
        Call::of::<AddAnimal>(&self.core).json(body)
    }

    pub(crate) fn enter(&self, body: &Ticket) -> Call<'_, Animal, Refused> {
        Call::of::<Enter>(&self.core).form(body)
    }

    pub(crate) fn feed(&self) -> Call<'_, (), Undeclared> {
        Call::of::<Feed>(&self.core)
    }

    pub(crate) fn close(&self) -> Call<'_, (), Undeclared> {
        Call::of::<Close>(&self.core)
    }
}

pub(crate) struct Animal {
    pub(crate) name: String,
    pub(crate) weight: Option<f64>,
}
object!(Animal {
    0 name: required,
    1 weight: optional,
});

/// A failure whose text a careless server fills with secrets.
pub(crate) struct Refused {
    pub(crate) reason: String,
}
object!(Refused {
    0 reason: required,
});

pub(crate) struct Ticket {
    pub(crate) visitor: String,
    pub(crate) pin: Secret,
}
object!(Ticket {
    0 visitor: required,
    1 pin: required,
    const: fixed("kind", "day"),
});

pub(crate) struct FindAnimalsParams {
    pub(crate) house: String,
    pub(crate) tags: Option<Vec<String>>,
    pub(crate) trace: Option<String>,
}
object!(FindAnimalsParams {
    0 house: required.path(),
    1 tags as "tag": optional.query(),
    2 trace as "X-Trace": optional.header(),
    const: fixed("view", "short").query(),
});

macro_rules! operations {
    ($($type:ident { $output:ty, $failure:ty, $method:literal $path:literal, $success:expr, $refusal:expr, $security:expr })*) => {$(
        pub(crate) struct $type;
        impl Operation for $type {
            type Api = Zoo;
            type Output = $output;
            type Failure = $failure;
            const META: Meta = Meta {
                id: stringify!($type),
                method: $method,
                path: $path,
                accept: "application/json",
                success: $success,
                failure: $refusal,
                security: $security,
                class: Class::of($method),
                business: None,
            };
        }
    )*};
}

operations! {
    GetAnimal { Animal, Refused, "GET" "/animals/{id}", &[Status::Code(200)], &[Status::Code(404), Status::Default], &[] }
    FindAnimals { Vec<Animal>, Undeclared, "GET" "/houses/{house}/animals", &[Status::Range(2)], &[], &[&[1], &[]] }
    AddAnimal { (), Undeclared, "POST" "/animals", &[Status::Code(201)], &[], &[&[0, 1]] }
    Enter { Animal, Refused, "POST" "/enter", &[Status::Code(200)], &[Status::Default], &[&[0]] }
    Feed { (), Undeclared, "PUT" "/feed", &[Status::Code(204)], &[], &[&[0, 2], &[2]] }
    Close { (), Undeclared, "POST" "/close", &[Status::Code(204)], &[], &[] }
}
