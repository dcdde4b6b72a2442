//! Properties that come, go, are needed, or travel one way only.

use super::Verdict;
use crate::diff::{
    finding::{Level, Wire},
    wire::{Area, Rule},
};

/// The rules of one kind of change of a property, for the areas that properties are in.
#[derive(Debug)]
pub struct Member {
    /// For [`Area::RequestProperty`].
    pub request: Rule,
    /// For [`Area::RequestReadOnly`].
    pub read_only: Rule,
    /// For [`Area::RequestParameterProperty`].
    pub parameter: Rule,
    /// For [`Area::ResponseProperty`].
    pub response: Rule,
    /// For [`Area::ResponseWriteOnly`].
    pub write_only: Rule,
    /// For [`Area::ResponseHeader`].
    pub header: Rule,
}

impl Member {
    /// The rule for the area of the property.
    #[must_use]
    pub const fn rule(&self, area: Area) -> &Rule {
        match area {
            Area::RequestBody | Area::RequestProperty => &self.request,
            Area::RequestReadOnly => &self.read_only,
            Area::RequestParameter | Area::RequestParameterProperty => &self.parameter,
            Area::ResponseBody | Area::ResponseProperty => &self.response,
            Area::ResponseWriteOnly => &self.write_only,
            Area::ResponseHeader => &self.header,
        }
    }

    /// All of them.
    #[must_use]
    pub const fn rules(&self) -> [&Rule; 6] {
        [&self.request, &self.read_only, &self.parameter, &self.response, &self.write_only, &self.header]
    }
}

const fn err(help: &'static str) -> Verdict {
    Verdict::new(Level::Err, Wire::Breaking, help)
}

const fn info(wire: Wire, help: &'static str) -> Verdict {
    Verdict::new(Level::Info, wire, help)
}

const MUST: Verdict = err("Old clients do not send it.");
const MAY: Verdict = info(Wire::Compatible, "What was valid is valid still.");
const IGNORED: Verdict = Verdict::new(Level::Warn, Wire::Risky, "Old clients send it; the server may refuse it.");
const ARRIVES: Verdict = info(Wire::Compatible, "Old clients ignore it.");
const MISSED: Verdict = info(Wire::Risky, "Clients that use it find nothing.");
const LOST: Verdict = err("Old clients count on it.");
const SILENT: Verdict = info(Wire::None, "Nothing that travels this way differs.");
const FILLED: Verdict = err("A default does not make a request without it valid.");
const SERVED: Verdict = info(Wire::Risky, "What old clients send is not read.");

macro_rules! members {
    ($($(#[$doc:meta])* $name:ident $sent:ident $got:ident
        [$request:literal $parameter:literal $response:literal $header:literal] $read_only:literal $write_only:literal;)+) => {
        $($(#[$doc])* pub static $name: Member = Member {
            request: $sent.rule($request),
            read_only: Verdict::UNSENT.rule($read_only),
            parameter: $sent.rule($parameter),
            response: $got.rule($response),
            write_only: Verdict::ABSENT.rule($write_only),
            header: $got.rule($header),
        };)+
        /// All of them.
        pub static MEMBERS: &[&Member] = &[$(&$name),+];
    };
}

const GIVEN: Verdict = ARRIVES.rollout();
const KEPT: Verdict = info(Wire::Compatible, "What arrives is understood still.").rollout();
const UNSERVED: Verdict = IGNORED.rollout();
const DEMANDED: Verdict = info(Wire::Breaking, "Old clients do not send it.");
const WITHHELD: Verdict = info(Wire::Breaking, "Old clients count on it.");
const SHOWN: Verdict = Verdict::new(Level::Warn, Wire::Compatible, "Old clients ignore it.").rollout();

members! {
    /// One that must be there.
    NEW_REQUIRED MUST GIVEN
        ["new-required-request-property" "new-required-request-parameter-property"
         "response-required-property-added" "response-header-required-property-added"]
        "new-request-read-only-property" "response-required-write-only-property-added";
    /// One that must be there and has a default.
    NEW_REQUIRED_WITH_DEFAULT FILLED GIVEN
        ["new-required-request-property-with-default" "new-required-request-parameter-property-with-default"
         "response-required-property-added" "response-header-required-property-added"]
        "new-request-read-only-property" "response-required-write-only-property-added";
    /// One that may be there.
    NEW_OPTIONAL MAY ARRIVES
        ["new-optional-request-property" "new-optional-request-parameter-property"
         "response-optional-property-added" "response-header-optional-property-added"]
        "new-request-read-only-property" "response-optional-write-only-property-added";
    /// One less that had to be there.
    REMOVED_REQUIRED UNSERVED LOST
        ["request-property-removed" "request-parameter-property-removed"
         "response-required-property-removed" "response-header-required-property-removed"]
        "request-read-only-property-removed" "response-required-write-only-property-removed";
    /// One less that might be there.
    REMOVED_OPTIONAL IGNORED MISSED
        ["request-property-removed" "request-parameter-property-removed"
         "response-optional-property-removed" "response-header-optional-property-removed"]
        "request-read-only-property-removed" "response-optional-write-only-property-removed";
    /// It must be there.
    BECAME_REQUIRED MUST KEPT
        ["request-property-became-required" "request-parameter-property-became-required"
         "response-property-became-required" "response-header-property-became-required"]
        "request-read-only-property-became-required" "response-write-only-property-became-required";
    /// It must be there and has a default.
    BECAME_REQUIRED_WITH_DEFAULT FILLED KEPT
        ["request-property-became-required-with-default" "request-parameter-property-became-required-with-default"
         "response-property-became-required" "response-header-property-became-required"]
        "request-read-only-property-became-required" "response-write-only-property-became-required";
    /// It may be missing.
    BECAME_OPTIONAL MAY LOST
        ["request-property-became-optional" "request-parameter-property-became-optional"
         "response-property-became-optional" "response-header-property-became-optional"]
        "request-read-only-property-became-optional" "response-write-only-property-became-optional";
    /// An optional one is received only.
    OPTIONAL_READ_ONLY SERVED SILENT
        ["request-optional-property-became-read-only" "request-parameter-optional-property-became-read-only"
         "response-optional-property-became-read-only" "response-header-optional-property-became-read-only"]
        "request-read-only-property-became-read-only" "response-write-only-property-became-read-only";
    /// An optional one is not only received.
    OPTIONAL_NOT_READ_ONLY MAY SILENT
        ["request-optional-property-became-not-read-only" "request-parameter-optional-property-became-not-read-only"
         "response-optional-property-became-not-read-only" "response-header-optional-property-became-not-read-only"]
        "request-read-only-property-became-not-read-only" "response-write-only-property-became-not-read-only";
    /// An optional one is sent only.
    OPTIONAL_WRITE_ONLY SILENT MISSED
        ["request-optional-property-became-write-only" "request-parameter-optional-property-became-write-only"
         "response-optional-property-became-write-only" "response-header-optional-property-became-write-only"]
        "request-read-only-property-became-write-only" "response-write-only-property-became-write-only";
    /// An optional one is not only sent.
    OPTIONAL_NOT_WRITE_ONLY SILENT ARRIVES
        ["request-optional-property-became-not-write-only" "request-parameter-optional-property-became-not-write-only"
         "response-optional-property-became-not-write-only" "response-header-optional-property-became-not-write-only"]
        "request-read-only-property-became-not-write-only" "response-write-only-property-became-not-write-only";
    /// A required one is received only.
    REQUIRED_READ_ONLY SERVED SILENT
        ["request-required-property-became-read-only" "request-parameter-required-property-became-read-only"
         "response-required-property-became-read-only" "response-header-required-property-became-read-only"]
        "request-read-only-property-became-read-only" "response-write-only-property-became-read-only";
    /// A required one is not only received.
    REQUIRED_NOT_READ_ONLY DEMANDED SILENT
        ["request-required-property-became-not-read-only" "request-parameter-required-property-became-not-read-only"
         "response-required-property-became-not-read-only" "response-header-required-property-became-not-read-only"]
        "request-read-only-property-became-not-read-only" "response-write-only-property-became-not-read-only";
    /// A required one is sent only.
    REQUIRED_WRITE_ONLY SILENT WITHHELD
        ["request-required-property-became-write-only" "request-parameter-required-property-became-write-only"
         "response-required-property-became-write-only" "response-header-required-property-became-write-only"]
        "request-read-only-property-became-write-only" "response-write-only-property-became-write-only";
    /// A required one is not only sent.
    REQUIRED_NOT_WRITE_ONLY SILENT SHOWN
        ["request-required-property-became-not-write-only" "request-parameter-required-property-became-not-write-only"
         "response-required-property-became-not-write-only" "response-header-required-property-became-not-write-only"]
        "request-read-only-property-became-not-write-only" "response-write-only-property-became-not-write-only";
}
