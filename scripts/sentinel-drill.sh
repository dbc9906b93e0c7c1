#!/usr/bin/env bash
# Three Redis servers and three sentinels, started by the scripts of the cluster, under a running
# backend: the one that leads is killed, another must take over, and the backend must follow, all the
# while answering. It needs the server as built (make build).
set -euo pipefail
root=$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")
# shellcheck disable=SC2034 # database.sh reads it
shipped=$root/infrastructure/kubernetes/base
component=$root/infrastructure/kubernetes/components/redis-sentinel
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
# shellcheck source=scripts/deploy/words.sh
source "$root/scripts/deploy/words.sh"
# shellcheck source=scripts/deploy/settings.sh
source "$root/scripts/deploy/settings.sh"
# shellcheck source=scripts/deploy/cluster.sh
source "$root/scripts/deploy/cluster.sh"
nodePort=$((port + 4)) sentinelPort=$((port + 5)) metrics=$((port + 6)) backendPort=$((port + 7))
domain=redis-node
export REDISCLI_AUTH=$password
declare -A server

# What a pod has: its name, its address among the others', and the programs of its image.
prepare() {
  local number
  mkdir "$work/bin"
  ln -s "$(command -v redis-server)" "$work/bin/valkey-server"
  printf '#!/bin/sh\nexec redis-server "$@" --sentinel\n' >"$work/bin/valkey-sentinel"
  # shellcheck disable=SC2016 # the pod's own
  printf '#!/bin/sh\necho "$NODE_NAME"\n' >"$work/bin/hostname"
  printf '#!/bin/sh\nHOSTS=%s exec unshare --map-root-user --mount sh -c %s %s "$@"\n' "$work/hosts" \
    "'mount --bind \"\$HOSTS\" /etc/hosts && exec \"\$0\" \"\$@\"'" "$java" >"$work/bin/java"
  chmod +x "$work"/bin/{valkey-sentinel,hostname,java}
  echo '127.0.0.1 localhost' >"$work/hosts"
  for number in 0 1 2; do echo "127.0.1.1$number redis-node-$number.$domain" >>"$work/hosts"; done
  # shellcheck disable=SC2034 # cluster.sh reads it
  envFile=$work/env
  printf 'REDIS_PASSWORD=%s\n' "$password" >"$work/env"
  redisAccounts >"$work/users.acl"
}

# Runs a script of the cluster in a place where the names of the nodes lead to this machine.
inPod() { # number, script
  local folder=$work/node-$1
  mkdir -p "$folder"
  sed -e "s|^aclfile .*|aclfile $work/users.acl|; s|^dir .*|dir $folder|" \
    -e "s|^bind .*|bind 127.0.1.1$1|" "$shipped/redis/redis.conf" >"$folder/redis.conf"
  # shellcheck disable=SC2016 # the inner shell's own
  NODE_NAME=redis-node-$1 NODE_DOMAIN=$domain NODE_PORT=$nodePort SENTINEL_PORT=$sentinelPort \
    NODE_BIND=127.0.1.1$1 STATE_FOLDER=$folder REDIS_CONFIG=$folder/redis.conf PATH=$work/bin:$PATH \
    HOSTS=$work/hosts exec unshare --map-root-user --mount \
    sh -c 'mount --bind "$HOSTS" /etc/hosts && exec sh "$0"' "$component/$2"
}

startNode() { # number
  inPod "$1" start-server.sh >>"$work/server-$1.log" 2>&1 &
  server[$1]=$!
  processes+=($!)
}

asks() { redis-cli -h 127.0.1.11 -p "$sentinelPort" --no-auth-warning "$@"; }

# The number of the node that leads, as a sentinel that lives says it.
leader() { # number of the sentinel to ask
  redis-cli -h "127.0.1.1$1" -p "$sentinelPort" sentinel get-master-addr-by-name recon |
    sed -n 's/^redis-node-\([0-2]\)\..*/\1/p'
}

awaitTrue() { # what, seconds, command…
  local what=$1 began=$SECONDS seconds=$2
  shift 2
  until "$@" 2>/dev/null; do
    ((SECONDS - began < seconds)) || fail "not within $seconds s: $what; $(tail -n 3 "$work"/s*.log)"
    sleep 0.2
  done
}

hasReplicas() { [[ $(asks sentinel replicas recon | grep -c '^name$') == 2 ]]; }
knowsSentinels() { [[ $(asks sentinel sentinels recon | grep -c '^name$') == 2 ]]; }
isUp() { curl -sf "http://127.0.0.1:$metrics/metrics" | grep -q '^recon_dependency_up{dependency="redis"} '"$1"; }
otherLeads() { [[ -n $(leader 1) && $(leader 1) != "$first" ]]; }
atNode() { # number, command…
  redis-cli -h "127.0.1.1$1" -p "$nodePort" --user recon --pass "$password" --no-auth-warning "${@:2}"
}
# How often somebody asks is counted in Redis; so does the count come to this node?
keeps() { # number of the node
  atNode "$1" --scan | xargs --no-run-if-empty redis-cli -h "127.0.1.1$1" -p "$nodePort" --user recon \
    --pass "$password" --no-auth-warning del >"$work/forgotten"
  curl -sSf -o "$work/answer" -H "Authorization: Bearer $key" "http://127.0.0.1:$backendPort/api/v1/me"
  (($(atNode "$1" dbsize) > 0))
}
hasFollower() {
  redis-cli -h "127.0.1.1$first" -p "$nodePort" --user sentinel --pass "$password" --no-auth-warning role |
    head -n 1 | grep -qx slave
}

makeDatabase
admin -d reconciliation_db -c 'GRANT CREATE ON SCHEMA public TO recon_web'
prepare
for number in 0 1 2; do startNode "$number"; done
for number in 0 1 2; do
  inPod "$number" start-sentinel.sh >"$work/sentinel-$number.log" 2>&1 &
  processes+=($!)
done
awaitTrue "two replicas" 60 hasReplicas
awaitTrue "three sentinels" 60 knowsSentinels
first=$(leader 1)
say "three servers, node $first leads; three sentinels know each other"

sentinels=$(printf "redis-node-%s.$domain:$sentinelPort," 0 1 2)
# shellcheck disable=SC2034 # backends.sh reads both
java=$work/bin/java
backendFlags=(-Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1)
# shellcheck disable=SC2034
backendEnvironment=("REDIS_URL=redis-sentinel://${sentinels%,}/0#recon" REDIS_USERNAME=recon
  "REDIS_PASSWORD=$password" RATE_LIMIT_PER_MINUTE=100000
  ENABLE_METRICS=true "METRICS_PORT=$metrics")
backend "$backendPort"
awaitTrue "the backend reaches Redis" 20 isUp 1
log=$work/backend-$backendPort.log
awaitTrue "the link of the first administrator" 20 grep -q '/setup#' "$log"
key=$(head -c 18 /dev/urandom | base64 | "$root/scripts/first-key" \
  "http://127.0.0.1:$backendPort$(grep -m 1 -o '/setup#[^ ]*' "$log")" Drill drill@example.com)
awaitTrue "counts are kept by node $first" 20 keeps "$first"
say "the backend has found it by the sentinels, and writes to it"

kill -9 "${server[$first]}"
killed=$SECONDS
# People go on working: without Redis every answer is the same.
while ! otherLeads; do
  curl -sSf -o /dev/null -H "Authorization: Bearer $key" "http://127.0.0.1:$backendPort/api/v1/reconciliations" ||
    fail "a request failed without Redis"
  ((SECONDS - killed < 60)) || fail "nobody took over: $(tail -n 5 "$work"/sentinel-*.log)"
done
second=$(leader 1)
say "killed; node $second leads after $((SECONDS - killed)) s, and no request failed"
awaitTrue "counts are kept by node $second" 30 keeps "$second"
awaitTrue "the backend says that Redis is up" 30 isUp 1
say "the backend writes to node $second, $((SECONDS - killed)) s after the kill"

startNode "$first"
awaitTrue "node $first follows" 60 hasFollower
say "node $first is back, as a replica"
