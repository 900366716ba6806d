use enkash_api::{Secret, enkash_endpoint, expense, rewards};

#[enkash_endpoint(expense, "createToken")]
struct Login {
    username: String,
    password: Secret,
}

async fn log_in(client: rewards::Client, login: Login) {
    let _ = client.send(&login).await; //~ wrong
}

fn main() {
    let _ = (log_in, std::marker::PhantomData::<expense::Client>);
}
