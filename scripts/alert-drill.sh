#!/usr/bin/env bash
# Stops Redis, then PostgreSQL, under a running backend, and waits until the alert has come to the
# chat and by mail, and after the start until it is taken back: with the shipped rules, the shipped
# routes, and a real Prometheus and Alertmanager. It needs the server as built (make build).
#   scripts/alert-drill.sh                            each condition must last 10 s
#   ALERT_FOR=2m GROUP_WAIT=30s scripts/alert-drill.sh    as long as in production
# Shortened are only: how often Prometheus asks, evaluates and tells again, how long a condition lasts
# ("for"), and how long Alertmanager gathers. Expressions, labels and routes are as they are shipped.
set -euo pipefail
root=$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")
shipped=$root/infrastructure/kubernetes/base
monitoring=$root/infrastructure/monitoring
jar=$root/server/target/recon-server.jar
lasting=${ALERT_FOR:-10s} gathering=${GROUP_WAIT:-1s}
for tool in prometheus prometheus-alertmanager redis-server node jq; do
  command -v "$tool" >/dev/null || {
    echo "The drill needs $tool." >&2
    exit 2
  }
done
[[ -f $jar ]] || {
  echo "Build first: make build" >&2
  exit 2
}
java=$("$root/scripts/find-jdk")/bin/java
if ((EUID == 0)); then
  exec runuser -u postgres -- env "JAVA_HOME=${java%/bin/java}" ALERT_FOR="$lasting" \
    GROUP_WAIT="$gathering" "$(readlink -f "$0")" "$@"
fi
# shellcheck source=scripts/drill/database.sh
source "$root/scripts/drill/database.sh"
# shellcheck source=scripts/drill/backends.sh
source "$root/scripts/drill/backends.sh"
backendPort=$((port + 1)) metrics=$((port + 2)) redis=$((port + 3)) prometheus=$((port + 4))
alertmanager=$((port + 5)) chat=$((port + 6)) mail=$((port + 7))
told=$work/told
# shellcheck disable=SC2034 # backends.sh reads both
backendFlags=(-Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1)
# shellcheck disable=SC2034
backendEnvironment=("REDIS_URL=redis://127.0.0.1:$redis" ENABLE_METRICS=true "METRICS_PORT=$metrics")
export SMTP_PASSWORD=$password

startRedis() {
  redis-server --port "$redis" --bind 127.0.0.1 --save '' --dir "$work" >>"$work/redis.log" 2>&1 &
  redisProcess=$!
  processes+=("$redisProcess")
}

startReceiver() {
  : >"$told"
  node "$root/scripts/drill/receiver.mjs" "$chat" "$mail" "$told" >"$work/receiver.log" 2>&1 &
  processes+=($!)
}

startAlertmanager() {
  printf '%s' "$password" >"$work/smtp-password"
  printf 'http://127.0.0.1:%s/chat' "$chat" >"$work/slack-url"
  sed -e "s|^\( *smtp_smarthost: \).*|\1127.0.0.1:$mail|" -e 's|smtp_require_tls: true|smtp_require_tls: false|' \
    -e "s|/etc/alertmanager/secrets/alertmanager-secrets|$work|" \
    -e "s|http://heartbeat.example.com|http://127.0.0.1:$chat|" \
    -e "s|group_wait: 30s|group_wait: $gathering|; s|group_interval: 5m|group_interval: 5s|" \
    "$monitoring/alertmanager.yml" >"$work/alertmanager.yml"
  prometheus-alertmanager --config.file="$work/alertmanager.yml" --storage.path="$work/alertmanager" \
    --web.listen-address="127.0.0.1:$alertmanager" --cluster.listen-address= \
    >"$work/alertmanager.log" 2>&1 &
  processes+=($!)
}

startPrometheus() {
  mkdir "$work/rules"
  cp "$monitoring"/rules/*.yaml "$work/rules/"
  sed -i -E "s/^( +for: ).*/\1$lasting/" "$work/rules/contract.yaml"
  cat >"$work/prometheus.yml" <<YAML
global: {scrape_interval: 1s, evaluation_interval: 1s}
rule_files: ['$work/rules/*.yaml']
alerting:
  alertmanagers:
  - static_configs: [{targets: ['127.0.0.1:$alertmanager']}]
scrape_configs:
- job_name: backend
  static_configs: [{targets: ['127.0.0.1:$metrics'], labels: {namespace: reconciliation}}]
YAML
  prometheus --config.file="$work/prometheus.yml" --storage.tsdb.path="$work/prometheus" \
    --rules.alert.resend-delay=5s --web.listen-address="127.0.0.1:$prometheus" \
    >"$work/prometheus.log" 2>&1 &
  processes+=($!)
}

# How often somebody was told so at this door: by the title in the chat, by the subject of the mail.
times() { # door, state, alert
  local title='fromjson | .attachments[0].title'
  [[ $1 == /chat ]] || title='capture("Subject: (?<title>[^\\r\\n]*)").title'
  jq -r --arg door "$1" "select(.door == \$door) | .text | $title" "$told" | grep -Eic "$2.*$3" || true
}

await() { # state, alert, seconds
  local began=$SECONDS door
  for door in /chat mail; do
    until (($(times "$door" "$1" "$2") > 0)); do
      ((SECONDS - began < $3)) || {
        tail -n 5 "$work/alertmanager.log" >&2
        fail "nobody was told at $door that $2 is $1"
      }
      sleep 0.2
    done
  done
  say "$2 is $1: chat and mail know it after $((SECONDS - began)) s"
}

silent() { # alert
  (($(times /chat firing "$1") + $(times mail firing "$1") == 0)) || fail "$1 fired before anything stopped"
}

makeDatabase
startRedis
# The first start makes the tables, as whoever it may be.
admin -d reconciliation_db -c 'GRANT CREATE ON SCHEMA public TO recon_web'
backend "$backendPort"
startReceiver
startAlertmanager
startPrometheus
tries=0
until (($(jq -s 'map(select(.door == "/ping")) | length' "$told") > 0)); do
  ((++tries < 300)) || fail "the heartbeat did not come: $(tail -n 3 "$work/prometheus.log" "$work/alertmanager.log")"
  sleep 0.2
done
say "the heartbeat of Watchdog has come"
sleep 5 # what is wrong from the start would have lasted long enough to be seen below
silent RedisConnectionFailure
silent DatabaseConnectionFailure

kill "$redisProcess"
say "Redis is stopped"
await firing RedisConnectionFailure 300
startRedis
say "Redis is started"
await resolved RedisConnectionFailure 300

silent DatabaseConnectionFailure
pg_ctl --pgdata="$work/first" --mode=immediate --silent stop
say "PostgreSQL is stopped"
await firing DatabaseConnectionFailure 300
start "$work/first"
say "PostgreSQL is started"
await resolved DatabaseConnectionFailure 300
say "the drill is done"
