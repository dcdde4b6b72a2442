#!/usr/bin/env bash
# Emitted crates beside those that openapi-to-rust makes of the same descriptions and beside their twins with serde's
# derive: `cargo check` of the crate alone, its packed size, what three calls add to a released program; and GitHub's
# crate, whole and with one resource alone. Fails when a ratio is above its limit.
#
#   generator/benches/peers.sh FOLDER [NAME...]
#
# FOLDER is one that the example `corpus` takes. Without names: ten descriptions of which both crates compile, and
# GitHub's; BENCHMARKS.md says how they were chosen. `PROGRAMS=` leaves the programs out, which take half of the time.
set -euo pipefail
cd "$(dirname "$0")/../.."

rival=0.23.0 # what the figures of BENCHMARKS.md are beside
github=@octokit/openapi@23.0.2
folder=${1:?usage: generator/benches/peers.sh FOLDER [NAME...]}
shift

tools=${CARGO_TARGET_DIR:-target}/peers
cargo install -q openapi-to-rust --version "$rival" --locked --root "$tools" ||
    cargo install -q openapi-to-rust --version "$rival" --root "$tools"

names=("$@")
more=()
if [ ${#names[@]} -eq 0 ]; then
    names=(adyen-checkout algolia-ingestion algolia-search box chroma clerk-backend deepgram dify-service discord figma)
    if [ ! -f "$tools/package/generated/api.github.com.json" ]; then
        npm pack --silent "$github" --pack-destination "$tools" >/dev/null
        tar -xzf "$tools"/octokit-openapi-*.tgz -C "$tools"
    fi
    more=(--large "$tools/package/generated/api.github.com.json" issues)
fi
[ -z "${PROGRAMS-yes}" ] || more+=(--programs)

only=()
for name in "${names[@]}"; do only+=(--only "$name"); done
cargo run -q --locked --release -p generator --example corpus -- "$folder" "${only[@]}" \
    --out "${CARGO_TARGET_DIR:-target}/corpus" --peers "$tools/bin/openapi-to-rust" "${more[@]}"
