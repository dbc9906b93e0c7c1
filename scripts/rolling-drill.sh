#!/usr/bin/env bash
# Replaces two backends one after the other under load, behind the shipped nginx configuration, as a
# cluster does it: the new one comes first and is ready, then the old one is told to end. Not one
# request may fail. It needs the server as built (make build).
set -euo pipefail
root=$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")
shipped=$root/infrastructure/kubernetes/base
jar=$root/server/target/recon-server.jar
[[ -f $jar ]] || {
  echo "Build first: make build" >&2
  exit 2
}
java=$("$root/scripts/find-jdk")/bin/java
if ((EUID == 0)); then
  exec runuser -u postgres -- env "JAVA_HOME=${java%/bin/java}" "$(readlink -f "$0")" "$@"
fi
# shellcheck source=scripts/drill/database.sh
source "$root/scripts/drill/database.sh"
# shellcheck source=scripts/drill/backends.sh
source "$root/scripts/drill/backends.sh"
backendFlags=(-Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1)
backendEnvironment=(ENABLE_METRICS=false)

makeDatabase
twoBackends
key=$(firstKey)
RECON_KEY=$key node "$root/scripts/drill/load.mjs" "http://127.0.0.1:$front" 8 >"$work/load" 2>&1 &
load=$!
processes+=("$load")
sleep 2

replace "$first" $((first + 2)) $((first + 1))
replace $((first + 1)) $((first + 3)) $((first + 2))
sleep 2
kill "$load"
code=0
wait "$load" || code=$?
say "$(cat "$work/load")"
((code == 0)) || fail "requests failed: $(grep -E 'error|warn' "$work/nginx.log" | tail -n 5)"

# Every line that a backend printed is JSON with the fields of ECS.
if ! cat "$work"/backend-*.log | grep -v '^[[:space:]]*$' |
  jq -e -s 'length > 0 and all(.["@timestamp"] and (.log.level // .["log.level"]) and .message)' >/dev/null; then
  say "not every line of the log is JSON: $(cat "$work"/backend-*.log | grep -v '^{' | head -n 3)"
fi
