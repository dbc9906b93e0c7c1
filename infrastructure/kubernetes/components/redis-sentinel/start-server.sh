#!/bin/sh
# Starts a server as a replica of the one that the sentinels name; before there is any, of node 0.
set -eu
domain=${NODE_DOMAIN:-redis-node}
port=${NODE_PORT:-6379}
own=$(hostname).$domain
leader=
for number in 0 1 2; do
  leader=$(redis-cli -h "redis-node-$number.$domain" -p "${SENTINEL_PORT:-26379}" \
    SENTINEL GET-MASTER-ADDR-BY-NAME recon 2>/dev/null | head -n 1) || true
  case $leader in *.*) break ;; *) leader= ;; esac
done
leader=${leader:-redis-node-0.$domain}
set -- "${REDIS_CONFIG:-/etc/redis/redis.conf}" --port "$port" --replica-announce-ip "$own" \
  --masteruser replica --masterauth "$REDISCLI_AUTH"
[ "$leader" = "$own" ] || set -- "$@" --replicaof "$leader" "$port"
exec valkey-server "$@"
