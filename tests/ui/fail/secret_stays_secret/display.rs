use enkash_api::rewards::Token;

fn log(token: &Token) {
    println!("{}", token.access_token); //~ wrong
}

fn main() {
    let _ = log;
}
