//~ E0004
//! A match on an open enum needs an arm for what is added later.

use airstore_sdk::types::IntegrationType;

fn name(integration_type: &IntegrationType) -> &'static str {
    match integration_type {
        IntegrationType::Gmail => "gmail",
        IntegrationType::Gdrive => "gdrive",
        IntegrationType::Github => "github",
        IntegrationType::Notion => "notion",
        IntegrationType::Linear => "linear",
        IntegrationType::Slack => "slack",
        IntegrationType::Posthog => "posthog",
        IntegrationType::Unknown(_) => "unknown",
    }
}

fn main() {
    let _ = name(&IntegrationType::Gmail);
}
