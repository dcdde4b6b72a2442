//! Extensions.

table! {
    NAME_CHANGED "sdk-name-changed" Info None "Only names in the crate depend on it.";
    BEHAVIOUR_CHANGED "sdk-behaviour-changed" Warn Compatible "The crate of the new description behaves otherwise; old clients go on as before.";
    CHANGED "extension-changed" Info None "No program here reads it.";
}
