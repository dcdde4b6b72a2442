//! One kind of change in every area.

use crate::diff::{
    finding::{Level, Wire},
    wire::{Area, Rule},
};

/// What a change means for one direction.
#[derive(Clone, Copy, Debug)]
pub struct Verdict {
    /// oasdiff's level.
    pub level: Level,
    /// What it does to old clients.
    pub wire: Wire,
    /// Whether new clients fail with the old server.
    pub rollout: bool,
    /// Why, or what to do.
    pub help: &'static str,
}

impl Verdict {
    /// What has no bearing: the property does not travel this way.
    pub const UNSENT: Self = Self::new(Level::Info, Wire::None, "A read-only property is no part of a request.");
    /// See [`Self::UNSENT`].
    pub const ABSENT: Self = Self::new(Level::Info, Wire::None, "A write-only property is no part of an answer.");

    /// One that new clients get along with.
    #[must_use]
    pub const fn new(level: Level, wire: Wire, help: &'static str) -> Self {
        Self { level, wire, rollout: false, help }
    }

    /// The same, where new clients fail with the old server.
    #[must_use]
    pub const fn rollout(self) -> Self {
        Self { rollout: true, ..self }
    }

    /// The rule of this id.
    #[must_use]
    pub const fn rule(self, id: &'static str) -> Rule {
        Rule { id, level: self.level, wire: self.wire, rollout: self.rollout, help: self.help }
    }
}

/// What a change means in both directions.
#[derive(Clone, Copy, Debug)]
pub struct Effect {
    /// Of what is sent.
    pub request: Verdict,
    /// Of what is received.
    pub response: Verdict,
}

/// The rules of one kind of change.
#[derive(Debug)]
pub struct Family {
    /// For [`Area::RequestBody`].
    pub request_body: Rule,
    /// For [`Area::RequestProperty`].
    pub request_property: Rule,
    /// For [`Area::RequestReadOnly`].
    pub request_read_only: Rule,
    /// For [`Area::RequestParameter`].
    pub request_parameter: Rule,
    /// For [`Area::RequestParameterProperty`].
    pub request_parameter_property: Rule,
    /// For [`Area::ResponseBody`].
    pub response_body: Rule,
    /// For [`Area::ResponseProperty`].
    pub response_property: Rule,
    /// For [`Area::ResponseWriteOnly`].
    pub response_write_only: Rule,
    /// For [`Area::ResponseHeader`].
    pub response_header: Rule,
}

impl Family {
    /// The rule for an area.
    #[must_use]
    pub const fn rule(&self, area: Area) -> &Rule {
        match area {
            Area::RequestBody => &self.request_body,
            Area::RequestProperty => &self.request_property,
            Area::RequestReadOnly => &self.request_read_only,
            Area::RequestParameter => &self.request_parameter,
            Area::RequestParameterProperty => &self.request_parameter_property,
            Area::ResponseBody => &self.response_body,
            Area::ResponseProperty => &self.response_property,
            Area::ResponseWriteOnly => &self.response_write_only,
            Area::ResponseHeader => &self.response_header,
        }
    }

    /// All of them.
    #[must_use]
    pub const fn rules(&self) -> [&Rule; 9] {
        [
            &self.request_body,
            &self.request_property,
            &self.request_read_only,
            &self.request_parameter,
            &self.request_parameter_property,
            &self.response_body,
            &self.response_property,
            &self.response_write_only,
            &self.response_header,
        ]
    }
}

/// A family whose ids end in the given text.
macro_rules! family {
    ($effect:expr, $($end:literal),+) => {
        $crate::diff::wire::schema::rules::Family {
            request_body: $effect.request.rule(concat!("request-body-", $($end),+)),
            request_property: $effect.request.rule(concat!("request-property-", $($end),+)),
            request_read_only: $crate::diff::wire::schema::rules::Verdict::UNSENT
                .rule(concat!("request-read-only-property-", $($end),+)),
            request_parameter: $effect.request.rule(concat!("request-parameter-", $($end),+)),
            request_parameter_property: $effect.request.rule(concat!("request-parameter-property-", $($end),+)),
            response_body: $effect.response.rule(concat!("response-body-", $($end),+)),
            response_property: $effect.response.rule(concat!("response-property-", $($end),+)),
            response_write_only: $crate::diff::wire::schema::rules::Verdict::ABSENT
                .rule(concat!("response-write-only-property-", $($end),+)),
            response_header: $effect.response.rule(concat!("response-header-", $($end),+)),
        }
    };
}
pub(super) use family;
