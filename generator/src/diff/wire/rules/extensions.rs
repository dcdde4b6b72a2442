//! Extensions.

table! {
    NAME_CHANGED "sdk-name-changed" Info None "Only names in the crate depend on it.";
    BEHAVIOUR_CHANGED "sdk-behaviour-changed" Info None "The crate of the new description behaves otherwise; nothing that travels is another.";
    CHANGED "extension-changed" Info None "No program here reads it.";
}
