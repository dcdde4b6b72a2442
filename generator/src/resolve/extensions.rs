//! Vendor extensions, ours and the synonyms of others.
