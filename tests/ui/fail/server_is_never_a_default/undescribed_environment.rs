use enkash_api::rewards::Environment; //~ wrong

fn main() {
    let _ = Environment::Uat;
}
