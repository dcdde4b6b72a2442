//! What of the runtime an API needs: which capability pulls which file and which dependency.
