//! What belongs together is one finding; fingerprints, order, places.
