//! Deprecation, sunset, and what a removal means after them.

use jiff::civil::Date;

use super::{
    Rule,
    node::Node,
    operations::{Operation, text_of},
    rules::{lifecycle as rules, parameters, paths},
    tell::{Here, Said, Tell},
};

/// The key that announces the day on which something ends.
pub(super) const SUNSET: &str = "x-sunset";

/// What is known of the day of the comparison.
#[derive(Clone, Copy, Debug)]
pub(super) struct Removal {
    /// None: whether a day has passed is not asked.
    pub(super) today: Option<Date>,
}

impl Removal {
    /// The rule of an operation's removal, and its sentence; `whole`: nothing is left of its path.
    pub(super) fn of_operation(self, operation: &Operation<'_>, whole: bool) -> (&'static Rule, String) {
        let key = &operation.key;
        let rules = |path: &'static Rule, method: &'static Rule| if whole { path } else { method };
        if !operation.node.flag("deprecated") {
            return (rules(&paths::PATH_REMOVED, &paths::REMOVED), format!("`{key}` was removed."));
        }
        let Some(text) = text_of(&operation.node, SUNSET) else {
            let message = format!("`{key}`, which was deprecated, was removed.");
            return (rules(&paths::PATH_REMOVED_DEPRECATED, &paths::REMOVED_DEPRECATED), message);
        };
        let message = format!("`{key}`, which was to end on {text}, was removed.");
        let rule = match (day(&text), self.today) {
            (None, _) => &paths::PATH_SUNSET_UNREADABLE,
            (Some(_), None) => rules(&paths::PATH_REMOVED_DEPRECATED, &paths::REMOVED_DEPRECATED),
            (Some(end), Some(today)) if today < end => rules(&paths::PATH_REMOVED_EARLY, &paths::REMOVED_EARLY),
            (Some(_), Some(_)) => rules(&paths::PATH_REMOVED_LATE, &paths::REMOVED_LATE),
        };
        (rule, message)
    }

    /// The rule of a parameter's removal.
    pub(super) fn of_parameter(self, parameter: &Node<'_>) -> &'static Rule {
        if !parameter.flag("deprecated") {
            return &parameters::REMOVED;
        }
        match (text_of(parameter, SUNSET).and_then(|text| day(&text)), self.today) {
            (Some(end), Some(today)) if today < end => &parameters::REMOVED_EARLY,
            _ => &parameters::REMOVED_DEPRECATED,
        }
    }
}

/// The rules of one kind of thing.
pub(super) struct Rules {
    deprecated: &'static Rule,
    deprecated_sunset: &'static Rule,
    reactivated: &'static Rule,
    deleted: &'static Rule,
    added: &'static Rule,
    earlier: &'static Rule,
    later: &'static Rule,
    unreadable: &'static Rule,
}

/// Of operations.
pub(super) static OPERATION: Rules = Rules {
    deprecated: &rules::DEPRECATED,
    deprecated_sunset: &rules::DEPRECATED_SUNSET,
    reactivated: &rules::REACTIVATED,
    deleted: &rules::SUNSET_DELETED,
    added: &rules::SUNSET_ADDED,
    earlier: &rules::SUNSET_EARLIER,
    later: &rules::SUNSET_LATER,
    unreadable: &rules::SUNSET_UNREADABLE,
};

/// Of parameters.
pub(super) static PARAMETER: Rules = Rules {
    deprecated: &rules::PARAMETER_DEPRECATED,
    deprecated_sunset: &rules::PARAMETER_DEPRECATED,
    reactivated: &rules::PARAMETER_REACTIVATED,
    deleted: &rules::PARAMETER_SUNSET_DELETED,
    added: &rules::PARAMETER_SUNSET_ADDED,
    earlier: &rules::PARAMETER_SUNSET_EARLIER,
    later: &rules::PARAMETER_SUNSET_LATER,
    unreadable: &rules::PARAMETER_SUNSET_UNREADABLE,
};

/// Compares what two nodes say of their end.
pub(super) fn compare(tell: &mut Tell<'_, '_>, here: &Here, old: &Node<'_>, new: &Node<'_>, rules: &Rules) {
    let (was, is) = (old.flag("deprecated"), new.flag("deprecated"));
    let (before, after) = (text_of(old, SUNSET), text_of(new, SUNSET));
    let name = capital(&here.name);
    let unreadable = after.as_deref().filter(|text| day(text).is_none() && before != after);
    let (rule, message) = match (&before, &after) {
        _ if unreadable.is_some() => (rules.unreadable, format!("The day on which {} ends cannot be read.", here.name)),
        (_, Some(day)) if !was && is => (rules.deprecated_sunset, format!("{name} is deprecated and ends on {day}.")),
        _ if !was && is => (rules.deprecated, format!("{name} is deprecated.")),
        _ if was && !is => (rules.reactivated, format!("{name} is no longer deprecated.")),
        _ if before == after => return,
        (Some(day), None) => (rules.deleted, format!("{name} no longer says that it ends on {day}.")),
        (None, Some(day)) => (rules.added, format!("{name} ends on {day}.")),
        (Some(before), Some(after)) => {
            let rule = if day(after) < day(before) { rules.earlier } else { rules.later };
            (rule, format!("{name} ends on {after} instead of {before}."))
        }
        (None, None) => return,
    };
    let mut said = Said::of(rule, message).was(old).is(new);
    if let Some(before) = before {
        said = said.before(before);
    }
    if let Some(after) = after {
        said = said.after(after);
    }
    tell.say(&here.part("deprecated", &here.name), said);
}

/// A date of RFC 3339, or the date of a date-time.
fn day(text: &str) -> Option<Date> {
    let text = text.trim();
    text.split(['T', 't']).next().unwrap_or(text).parse().ok()
}

/// A sentence's beginning.
pub(super) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
