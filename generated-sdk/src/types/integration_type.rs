// Generated from openapi.yaml; edit that instead.

use crate::runtime::{self, UnknownValue, open_enum};

/// The provider that a connection links. New providers appear; a client must accept names that
/// it does not know.
#[non_exhaustive]
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum IntegrationType {
    /// Gmail.
    Gmail,
    /// Google Drive.
    Gdrive,
    /// GitHub.
    Github,
    /// Notion.
    Notion,
    /// Linear.
    Linear,
    /// Slack.
    Slack,
    /// PostHog, which takes an API key.
    Posthog,
    /// A value that this version does not list, kept as it came.
    Unknown(UnknownValue),
}

open_enum! { IntegrationType {
    Gmail   "gmail";
    Gdrive  "gdrive";
    Github  "github";
    Notion  "notion";
    Linear  "linear";
    Slack   "slack";
    Posthog "posthog";
} }
