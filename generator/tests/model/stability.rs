//! Names do not depend on order, and an addition renames nothing that it does not collide with.
