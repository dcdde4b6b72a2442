//! What must hold of the figures.

use super::{Measure, report::Row};

/// A figure and what it may be at most.
#[derive(Debug)]
pub struct Limit {
    /// What it is of.
    pub what: String,
    /// What was measured.
    pub value: Measure,
    /// How much it may be.
    pub most: f64,
}

impl Limit {
    /// Whether it was measured, and is not above.
    pub fn is_met(&self) -> bool {
        self.value.as_ref().is_ok_and(|value| *value <= self.most)
    }
}

/// Of the sums over all of them; one that does not compile on either side is a miss, not a gap.
pub fn of(rows: &[Row]) -> Vec<Limit> {
    let limit = |what: &str, beside: fn(&Row) -> &Measure, most| {
        let what = format!("check, all {}: s beside {what}", rows.len());
        Limit { what, value: ratio(rows, beside), most }
    };
    vec![limit("openapi-to-rust's", |row| &row.theirs, 1.0 / 3.0), limit("the twins'", |row| &row.twin, 0.4)]
}

fn ratio(rows: &[Row], beside: fn(&Row) -> &Measure) -> Measure {
    let (mut sum, mut other) = (0.0, 0.0);
    for row in rows {
        let failed = |_: &String| format!("not measured for {}", row.name);
        sum += row.check.as_ref().map_err(failed)?;
        other += beside(row).as_ref().map_err(failed)?;
    }
    if other > 0.0 { Ok(sum / other) } else { Err("nothing to compare".to_owned()) }
}

#[cfg(test)]
mod tests {
    use super::of;
    use crate::peers::report::tests::row;

    #[test]
    fn sums_are_compared() {
        let mut rows = [row("a", 1.0, 3.0, 5.0), row("b", 2.0, 5.0, 5.0)];
        let limits = of(&rows);
        assert_eq!(limits[0].value, Ok(0.3));
        assert_eq!(limits[1].value, Ok(0.375));
        assert!(limits.iter().all(super::Limit::is_met));
        rows[1].theirs = Err("E0308".to_owned());
        let limits = of(&rows);
        assert_eq!(limits[0].value, Err("not measured for b".to_owned()));
        assert!(!limits[0].is_met() && limits[1].is_met());
        rows[0].twin = Ok(0.5);
        assert!(!of(&rows)[1].is_met());
        assert!(!of(&[])[0].is_met());
    }
}
