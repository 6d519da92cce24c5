#!/usr/bin/env bash
# From nothing: an empty home, empty caches, a clean clone of HEAD. Says how long the first start takes, and the second, one
# after a kill, and (with --tests) npm test from a clean clone. Run by hand, on an otherwise idle machine.
set -euo pipefail
here=$(cd "$(dirname "$0")/../.." && pwd)
empty=$(mktemp -d)
trap 'rm -rf "$empty"' EXIT
export HOME=$empty/home XDG_CACHE_HOME=$empty/cache npm_config_cache=$empty/npm npm_config_update_notifier=false
export PORT=${PORT:-3917} MEDIA_PORT=${MEDIA_PORT:-41917}
unset MEDIASOUP_WORKER_BIN
mkdir -p "$HOME"
git clone --quiet "$here" "$empty/clone"
cd "$empty/clone"

now() { date +%s%N; }
start() { # what it is called
  local began npm
  began=$(now)
  setsid npm start > "$empty/log" 2>&1 &
  npm=$!
  until grep -q "http://localhost:$PORT" "$empty/log" && curl -sfo /dev/null "http://localhost:$PORT/"; do
    kill -0 $npm 2>/dev/null || { cat "$empty/log"; exit 1; }
    sleep 0.05
  done
  [ "$1" != "first start" ] || cat "$empty/log" >&2
  echo "$1: $((($(now) - began) / 1000000)) ms"
  server=$npm
}

start "first start"
kill -TERM "$server"; wait "$server" || echo "ended with $?"
start "second start"
kill -KILL -- "-$server"
start "start after SIGKILL"
kill -TERM "$server"; wait "$server" || echo "ended with $?"

if [ "${1:-}" = --tests ]; then
  git clone --quiet "$here" "$empty/tests"
  cd "$empty/tests"
  began=$(now)
  CI=true npm test < /dev/null | tail -1
  echo "npm test: $((($(now) - began) / 1000000000)) s"
fi
