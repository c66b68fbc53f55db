# Sourced by the other scripts: where things are, and how something is said. It runs nothing.
# shellcheck shell=bash
set -euo pipefail

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$ROOT"

# Tools of this project, each version in a folder of its own, outside the clone.
CACHE=${XDG_CACHE_HOME:-$HOME/.cache}/badgefolio
TAURI_DRIVER_VERSION=2.1.0
CARGO_DENY_VERSION=0.20.2
CARGO_FUZZ_VERSION=0.13.2
TAURI_DRIVER=$CACHE/tools/tauri-driver-$TAURI_DRIVER_VERSION/bin/tauri-driver
CARGO_DENY=$CACHE/tools/cargo-deny-$CARGO_DENY_VERSION/bin/cargo-deny
CARGO_FUZZ=$CACHE/tools/cargo-fuzz-$CARGO_FUZZ_VERSION/bin/cargo-fuzz

# rustup puts cargo here, and not every shell has been told.
[ -d "$HOME/.cargo/bin" ] && PATH="$HOME/.cargo/bin:$PATH"
export PATH
TARGET=${CARGO_TARGET_DIR:-$ROOT/target}

say() { printf '%s\n' "$*"; }
step() { printf '\n== %s\n' "$*"; }
fail() {
  printf '\n%s\n' "$*" >&2
  exit 1
}
has() { command -v "$1" >/dev/null 2>&1; }
has_display() { [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || [ "$(uname -s)" = Darwin ]; }
# The browser that the browser tests drive, whatever it is called here.
browser() { command -v chromium || command -v chromium-browser || command -v google-chrome; }
