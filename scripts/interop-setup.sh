#!/usr/bin/env bash
# Puts the foreign implementations that tests/interop exchanges badges with where the tests look for them:
#   ~/.cache/badgefolio/interop-node   npm packages of tests/interop/package-lock.json (tests/interop/node_modules points there)
#   ~/.cache/badgefolio/interop-issuers   those of tests/interop/issuers, in the same way
#   ~/.cache/badgefolio/interop-venv   Python packages of tests/interop/requirements.txt, each with its hash
# Does nothing where all are as the lock files say. `--lock` writes the lock files anew.
set -euo pipefail

here=$(cd "$(dirname "$0")/.." && pwd)
interop=$here/tests/interop
cache=${BADGEFOLIO_CACHE:-$HOME/.cache/badgefolio}
node=$cache/interop-node
issuers=$cache/interop-issuers
venv=$cache/interop-venv

missing() {
  echo "tests/interop needs $1. On Debian or Ubuntu: $2" >&2
  exit 69
}

command -v npm >/dev/null || missing "npm" "apt-get install nodejs npm"
command -v python3 >/dev/null || missing "Python 3" "apt-get install python3 python3-venv"
python3 -c 'import venv, ensurepip' 2>/dev/null || missing "Python's venv" "apt-get install python3-venv"

if [ "${1:-}" = "--lock" ]; then
  for folder in "$interop" "$interop/issuers"; do
    (cd "$folder" && rm -rf node_modules package-lock.json && npm install --package-lock-only --no-audit --no-fund)
  done
  tools=$(mktemp -d)
  trap 'rm -rf "$tools"' EXIT
  python3 -m venv "$tools"
  "$tools/bin/pip" install --quiet pip-tools
  (cd "$interop" && CUSTOM_COMPILE_COMMAND="scripts/interop-setup.sh --lock" "$tools/bin/pip-compile" --quiet \
    --generate-hashes --strip-extras --no-emit-index-url --no-emit-find-links --no-emit-trusted-host \
    --output-file requirements.txt requirements.in)
fi

# A stamp inside each folder holds the digest of the lock it was made from.
digest() { sha256sum "$@" | sha256sum | cut -c1-64; }

# Puts the packages that FOLDER's lock file names into CACHE, and lets FOLDER/node_modules point there.
packages() {
  local folder=$1 cache=$2 want
  want=$(cd "$folder" && { digest package.json package-lock.json; node --version; } | sha256sum | cut -c1-64)
  if [ "$(cat "$cache/.lock-digest" 2>/dev/null || true)" != "$want" ]; then
    rm -rf "$cache"
    mkdir -p "$cache"
    cp "$folder/package.json" "$folder/package-lock.json" "$cache/"
    (cd "$cache" && npm ci --no-audit --no-fund --ignore-scripts --loglevel=error)
    echo "$want" > "$cache/.lock-digest"
  fi
  # The scripts find their packages through this link; Node resolves a package's own needs from its real place.
  if [ "$(readlink "$folder/node_modules" 2>/dev/null || true)" != "$cache/node_modules" ]; then
    rm -rf "$folder/node_modules"
    ln -s "$cache/node_modules" "$folder/node_modules"
  fi
}
packages "$interop" "$node"
packages "$interop/issuers" "$issuers"

want=$(cd "$interop" && { digest requirements.txt; python3 --version; } | sha256sum | cut -c1-64)
if [ "$(cat "$venv/.lock-digest" 2>/dev/null || true)" != "$want" ]; then
  rm -rf "$venv"
  python3 -m venv "$venv"
  "$venv/bin/pip" install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r "$interop/requirements.txt"
  echo "$want" > "$venv/.lock-digest"
fi
