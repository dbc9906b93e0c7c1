#!/bin/sh
# Writes a sentinel's first state, unless it has one, and starts it.
set -eu
domain=${NODE_DOMAIN:-redis-node}
state=${STATE_FOLDER:-/state}/sentinel.conf
if [ ! -s "$state" ]; then
  cat >"$state" <<CONF
port ${SENTINEL_PORT:-26379}
bind ${NODE_BIND:-* -::*}
dir ${STATE_FOLDER:-/state}
requirepass $REDISCLI_AUTH
sentinel sentinel-pass $REDISCLI_AUTH
sentinel resolve-hostnames yes
sentinel announce-hostnames yes
sentinel announce-ip $(hostname).$domain
sentinel monitor recon redis-node-0.$domain ${NODE_PORT:-6379} 2
sentinel auth-user recon sentinel
sentinel auth-pass recon $REDISCLI_AUTH
sentinel down-after-milliseconds recon 5000
sentinel failover-timeout recon 30000
sentinel parallel-syncs recon 1
CONF
fi
exec valkey-sentinel "$state"
