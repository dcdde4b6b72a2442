use proptest::prelude::*;

use crate::runtime::budget::Budget;

#[test]
fn a_full_budget_pays_for_twenty_retries_or_ten_after_timeouts() {
    let budget = Budget::new();
    assert_eq!((0..100).filter(|_| budget.take(Budget::RETRY)).count(), 20);
    let budget = Budget::new();
    assert_eq!((0..100).filter(|_| budget.take(Budget::TIMEOUT_RETRY)).count(), 10);
}

#[test]
fn what_is_refused_takes_nothing() {
    let budget = Budget::new();
    assert!(budget.take(97));
    assert!(!budget.take(Budget::RETRY));
    assert_eq!(budget.left(), 3);
}

proptest! {
    #[test]
    fn it_never_leaves_its_bounds(steps in prop::collection::vec((any::<bool>(), any::<u32>()), 0..100)) {
        let budget = Budget::new();
        for (take, tokens) in steps {
            if take { budget.take(tokens); } else { budget.give(tokens); }
            prop_assert!(budget.left() <= Budget::FULL);
        }
    }
}
