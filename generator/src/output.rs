//! output: the only writer. Files to disk, the manifest of owned paths, check, prune.
