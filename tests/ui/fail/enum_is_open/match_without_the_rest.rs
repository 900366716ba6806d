use enkash_tests::golden::library::LoanState;

fn is_late(state: &LoanState) -> bool {
    match state { //~ wrong
        LoanState::Overdue => true,
        LoanState::Active | LoanState::Returned | LoanState::Lost | LoanState::Unknown(_) => false,
    }
}

fn main() {
    let _ = is_late;
}
