#!/usr/bin/env bash
# Two backends, PostgreSQL and Redis on this machine under load: mixed requests at a fixed rate from
# autocannon, pages that watch, and then the same while both backends are replaced. No request may
# fail and no watcher may miss an event. It needs the server as built (make build) and
# `npm --prefix infrastructure/tools ci`.
#   scripts/load-drill.sh                                     500 requests a second for 5 minutes
#   RATE=100 SECONDS_EACH=20 SOCKETS=50 scripts/load-drill.sh   a short one
# BACKEND_FLAGS are more flags for the JVM of the backends, such as those of a profiler.
set -euo pipefail
root=$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")
shipped=$root/infrastructure/kubernetes/base
jar=$root/server/target/recon-server.jar
rate=${RATE:-500} seconds=${SECONDS_EACH:-300} sockets=${SOCKETS:-1000}
[[ -f $jar && -d $root/infrastructure/tools/node_modules/autocannon ]] || {
  echo "Build first: make build && npm --prefix infrastructure/tools ci" >&2
  exit 2
}
java=$("$root/scripts/find-jdk")/bin/java
if ((EUID == 0)); then
  exec runuser -u postgres -- env "JAVA_HOME=${java%/bin/java}" RATE="$rate" \
    SECONDS_EACH="$seconds" SOCKETS="$sockets" "$(readlink -f "$0")" "$@"
fi
# Sockets of the watchers, of nginx on both sides, and of the backends.
ulimit -n "$(ulimit -Hn)"
# shellcheck source=scripts/drill/database.sh
source "$root/scripts/drill/database.sh"
# shellcheck source=scripts/drill/backends.sh
source "$root/scripts/drill/backends.sh"
redis=$((port + 10))
# The flags of the image, and a cache as it has one.
backendFlags=(-Xmx512m -XX:+UseG1GC -XX:ActiveProcessorCount=2)
read -r -a ownFlags <<<"${BACKEND_FLAGS:-}"
"$root/scripts/train-server" "$work/server.aot" "$java" "${backendFlags[@]}" "${ownFlags[@]}" \
  --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -jar "$jar" >/dev/null
backendFlags+=("-XX:AOTCache=$work/server.aot" '-Xlog:aot*=off' "${ownFlags[@]}")
backendEnvironment=(ENABLE_METRICS=false "REDIS_URL=redis://127.0.0.1:$redis")

load() { # requests a second, seconds
  node "$root/scripts/drill/mixed-load.mjs" "http://127.0.0.1:$front" "$run" "$1" "$2"
}

makeDatabase
redis-server --port "$redis" --bind 127.0.0.1 --save '' --dir "$work" >"$work/redis.log" 2>&1 &
processes+=($!)
twoBackends
RECON_KEY=$(firstKey)
export RECON_KEY
"$root/scripts/training-sample" "$work"
RECON_URL=http://127.0.0.1:$front bash -x "$root/scripts/curl-run.sh" "$work/left.csv" "$work/right.csv" \
  >"$work/walk" 2>"$work/trace" || fail "$(tail -n 5 "$work/trace")"
run=$(curl -sSf -H @<(echo "Authorization: Bearer $RECON_KEY") \
  "http://127.0.0.1:$front/api/v1/reconciliations" | jq -er '.items[0].resultRun.runId')

node "$root/scripts/drill/sockets.mjs" "http://127.0.0.1:$front" "$sockets" >"$work/sockets" 2>&1 &
watchers=$!
processes+=("$watchers")
until grep -q 'all watch' "$work/sockets"; do
  kill -0 "$watchers" || fail "$(cat "$work/sockets")"
  sleep 0.5
done
say "$sockets pages watch"

# People come to work one after the other: nobody's first request meets 500 others in a new server.
for share in 5 2; do
  load $((rate / share)) 20 >"$work/warm" || fail "$(cat "$work/warm")"
  say "warm: $(head -n 1 "$work/warm")"
done
code=0
load "$rate" "$seconds" >"$work/steady" || code=1
say "steady, $rate a second for $seconds s on a load of $(cut -d' ' -f1 /proc/loadavg):"
cat "$work/steady"

load "$rate" $((seconds > 90 ? 90 : seconds)) >"$work/rolling" &
rolling=$!
sleep 2
replace "$first" $((first + 2)) $((first + 1))
replace $((first + 1)) $((first + 3)) $((first + 2))
wait "$rolling" || code=1
say "while both backends were replaced:"
cat "$work/rolling"

kill -TERM "$watchers"
wait "$watchers" || code=1
say "the pages that watched: $(tail -n 1 "$work/sockets")"
((code == 0)) || fail "requests failed, or events were missed"
