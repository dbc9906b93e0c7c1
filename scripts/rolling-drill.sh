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
export PATH=$PATH:/usr/sbin

processes=()
finish() {
  local one
  for one in "${processes[@]}"; do kill "$one" 2>/dev/null || true; done
  wait 2>/dev/null || true
  stopServers
  rm -rf "$work"
}
trap finish EXIT

declare -A pid
backend() { # port
  mkdir -p "$work/home-$1"
  env -u DB_PASSWORD RECON_PORT="$1" RECON_ADDRESS=127.0.0.1 RECON_HOME="$work/home-$1" \
    LOG_FORMAT=ecs ENABLE_METRICS=false ADMIN_SECOND_FACTOR=false RATE_LIMIT_PER_MINUTE=0 \
    JWT_SECRET=a-secret-of-a-drill-0123456789-0123456789 \
    PASSWORD_PEPPER=a-pepper-of-a-drill-0123456789-0123456789 \
    "$java" -Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED \
    --sun-misc-unsafe-memory-access=allow -jar "$jar" >"$work/backend-$1.log" 2>&1 &
  pid[$1]=$!
  processes+=($!)
  local began=$SECONDS
  until curl -sf "http://127.0.0.1:$1/health/ready" >/dev/null; do
    kill -0 "${pid[$1]}" 2>/dev/null || fail "$(tail -n 20 "$work/backend-$1.log")"
    ((SECONDS - began < 180)) || fail "backend $1 was not ready in time"
    sleep 0.3
  done
  say "backend $1 is ready after $((SECONDS - began)) s"
}

# The new one comes first. The old one still gets requests when it is told to end: on connections
# that are open, a cluster's Service cannot take it out either.
replace() { # old, new
  backend "$2"
  sleep 2
  kill "${pid[$1]}"
  local code=0
  wait "${pid[$1]}" || code=$?
  [[ $code == 0 || $code == 143 ]] || fail "backend $1 ended with $code"
  say "backend $1 has ended ($code)"
}

makeDatabase
# The first start makes the tables, as whoever it may be.
admin -d reconciliation_db -c 'GRANT CREATE ON SCHEMA public TO recon_web'
mkdir -p "$work/html/assets"
echo '<!doctype html><title>Recon</title>' >"$work/html/index.html"
front=$((port + 1))
first=$((port + 2))
backend "$first"
backend $((first + 1))
"$root/scripts/drill/nginx-conf" "$work" "$front" "127.0.0.1:$first" \
  "127.0.0.1:$((first + 1))" "127.0.0.1:$((first + 2))" "127.0.0.1:$((first + 3))" >"$work/nginx.conf"
nginx -p "$work" -c "$work/nginx.conf" -g 'daemon off;' >"$work/nginx.log" 2>&1 &
processes+=($!)
until curl -sf "http://127.0.0.1:$front/healthz" >/dev/null; do sleep 0.1; done
until link=$(grep -m 1 -o '/setup#[^ ]*' "$work/backend-$((first + 1)).log"); do sleep 0.1; done
key=$(head -c 18 /dev/urandom | base64 |
  "$root/scripts/first-key" "http://127.0.0.1:$front$link" Drill drill@example.com)
RECON_KEY=$key node "$root/scripts/drill/load.mjs" "http://127.0.0.1:$front" 8 >"$work/load" 2>&1 &
load=$!
processes+=("$load")
sleep 2

replace "$first" $((first + 2))
replace $((first + 1)) $((first + 3))
sleep 2
kill "$load"
code=0
wait "$load" || code=$?
say "$(cat "$work/load")"
((code == 0)) || fail "requests failed"

# Every line that a backend printed is JSON with the fields of ECS.
if ! cat "$work"/backend-*.log | grep -v '^[[:space:]]*$' |
  jq -e -s 'length > 0 and all(.["@timestamp"] and (.log.level // .["log.level"]) and .message)' >/dev/null; then
  say "not every line of the log is JSON: $(cat "$work"/backend-*.log | grep -v '^{' | head -n 3)"
fi
