#!/usr/bin/env bash
# Emitted crates beside those that openapi-to-rust makes of the same descriptions: `cargo check` of the crate alone, its
# packed size, and a released program with three calls.
#
#   generator/benches/peers.sh FOLDER [NAME...]
#
# FOLDER is one that the example `corpus` takes. Without names: ten descriptions that openapi-to-rust reads.
set -euo pipefail
cd "$(dirname "$0")/../.."

rival=0.23.0 # what the figures of BENCHMARKS.md are beside
folder=${1:?usage: generator/benches/peers.sh FOLDER [NAME...]}
shift
names=("$@")
[ ${#names[@]} -gt 0 ] ||
    names=(algolia-search box clerk-backend discord figma hetzner-cloud launchdarkly resend spotify svix)

tools=${CARGO_TARGET_DIR:-target}/peers
cargo install -q openapi-to-rust --version "$rival" --locked --root "$tools" ||
    cargo install -q openapi-to-rust --version "$rival" --root "$tools"

only=()
for name in "${names[@]}"; do only+=(--only "$name"); done
cargo run -q --locked --release -p generator --example corpus -- "$folder" "${only[@]}" \
    --out "${CARGO_TARGET_DIR:-target}/corpus" --peers "$tools/bin/openapi-to-rust" --programs
