#!/usr/bin/env bash
# A backend works through pgbouncer with the shipped settings and accounts: a whole run, and then many
# requests at once, each of which must see the rows of its workspace. It needs the server as built
# (make build), and pgbouncer.
#   scripts/pooler-drill.sh
#   POOL_MODE=transaction scripts/pooler-drill.sh    fails: what a connection was told is lost
set -euo pipefail
root=$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")
# shellcheck disable=SC2034 # database.sh reads it
shipped=$root/infrastructure/kubernetes/base
jar=$root/server/target/recon-server.jar
pooler=$(command -v pgbouncer || command -v /usr/sbin/pgbouncer) || {
  echo "The drill needs pgbouncer." >&2
  exit 2
}
[[ -f $jar ]] || {
  echo "Build first: make build" >&2
  exit 2
}
java=$("$root/scripts/find-jdk")/bin/java
if ((EUID == 0)); then
  exec runuser -u postgres -- env "JAVA_HOME=${java%/bin/java}" POOL_MODE="${POOL_MODE:-}" "$(readlink -f "$0")" "$@"
fi
# shellcheck source=scripts/drill/database.sh
source "$root/scripts/drill/database.sh"
# shellcheck source=scripts/drill/backends.sh
source "$root/scripts/drill/backends.sh"
# shellcheck source=scripts/deploy/words.sh
source "$root/scripts/deploy/words.sh"
# shellcheck source=scripts/deploy/settings.sh
source "$root/scripts/deploy/settings.sh"
# shellcheck source=scripts/deploy/cluster.sh
source "$root/scripts/deploy/cluster.sh"
poolerPort=$((port + 1)) backendPort=$((port + 2))
api=http://127.0.0.1:$backendPort

startPooler() {
  # shellcheck disable=SC2034 # cluster.sh reads it
  envFile=$work/env
  printf '%s=%s\n' DATABASE_URL "$DATABASE_URL" ENGINE_DATABASE_URL "$ENGINE_DATABASE_URL" >"$work/env"
  poolerAccounts >"$work/users.txt"
  sed -e "s|host=postgres port=5432|host=127.0.0.1 port=$port|; s|^listen_addr.*|listen_addr = 127.0.0.1|" \
    -e "s|^listen_port.*|listen_port = $poolerPort|; s|/etc/pgbouncer-users|$work|" \
    -e "s|^pool_mode.*|pool_mode = ${POOL_MODE:-session}|" \
    "$root/infrastructure/kubernetes/components/pgbouncer/pgbouncer.ini" >"$work/pgbouncer.ini"
  "$pooler" "$work/pgbouncer.ini" >"$work/pgbouncer.log" 2>&1 &
  processes+=($!)
  until (exec 3<>"/dev/tcp/127.0.0.1/$poolerPort") 2>/dev/null; do sleep 0.1; done
}

makeDatabase
admin -d reconciliation_db -c 'GRANT CREATE ON SCHEMA public TO recon_web'
startPooler
backendFlags=(-Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1)
backendEnvironment=(ENABLE_METRICS=false "DATABASE_URL=${DATABASE_URL/:$port/:$poolerPort}"
  "ENGINE_DATABASE_URL=${ENGINE_DATABASE_URL/:$port/:$poolerPort}")
backend "$backendPort"
say "the backend stands on pgbouncer, and holds $(admin -d postgres -c \
  "select count(*) from pg_stat_activity where usename in ('recon_web', 'recon_engine')") connections"
log=$work/backend-$backendPort.log
until grep -q '/setup#' "$log"; do sleep 0.1; done
RECON_KEY=$(head -c 18 /dev/urandom | base64 | "$root/scripts/first-key" \
  "$api$(grep -m 1 -o '/setup#[^ ]*' "$log")" Drill drill@example.com)
export RECON_KEY
"$root/scripts/training-sample" "$work"
RECON_URL=$api "$root/scripts/curl-run.sh" "$work/left.csv" "$work/right.csv" >"$work/walk" 2>"$work/trace" ||
  fail "$(tail -n 5 "$work/trace")"
grep -q '"proof":{"holds":true' "$work/walk" || fail "the proof does not hold"
say "a run through it, with its proof"

# Requests that look at a key stand beside those that look at a workspace; each sees what it should.
asked=400
printf 'header = "Authorization: Bearer %s"\n' "$RECON_KEY" >"$work/curl"
seq "$asked" | xargs -P 8 -I '{}' curl -sS --config "$work/curl" -w '\n' \
  "$api/api/v1/reconciliations?limit=1" >"$work/answers"
seen=$(grep -o '"From the command line"' "$work/answers" | wc -l)
((seen == asked)) || fail "only $seen of $asked requests saw their workspace: $(grep -v '"From the command line"' "$work/answers" | head -n 3)"
say "$asked requests, eight at a time: each saw its workspace"
