#!/usr/bin/env bash
# recover.sh MOMENT: makes a dump of the database as it was at a moment (2026-11-28T09:59:00Z), or at
# the end of all the log that is there (latest): recovered-….dump, with its facts, beside the backups.
# It starts from the newest copy before that moment; the running database is not touched.
# shellcheck source=common.sh
source "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/common.sh"
export LC_ALL=C

moment=${1:-}
[[ $moment == latest || $moment =~ ^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?Z$ ]] ||
  fail "\"$moment\" is no moment; expected one such as 2026-11-28T09:59:00Z, or latest"

# Times are compared as texts, without the Z, which would stand behind every fraction of a second.
copy=
for json in "$folder"/base-*.json; do
  [[ -f ${json%.json}.tar.gz ]] || continue
  finished=$(factOf finishedAt "$json")
  [[ $moment != latest && ${finished%Z} > ${moment%Z} ]] || copy=${json%.json}
done
[[ -n $copy ]] || fail "$folder has no copy of the cluster from before $moment"
requireWhole "$copy.sha256"
archive=$folder/wal/$(factOf cluster "$copy.json")
log "from ${copy##*/}, taken $(factOf startedAt "$copy.json"), and the log in $archive"

placeAside recovered
mkdir -p "$server"
chmod 700 "$server"
tar -C "$server" -xzf "$copy.tar.gz"
echo 'local all all trust' >"$server/aside.hba"
cat >"$server/postgresql.auto.conf" <<CONF
hba_file = '$server/aside.hba'
archive_mode = off
hot_standby = off
restore_command = 'gzip -dc "$archive/%f.gz" >"%p"'
recovery_target_action = 'promote'
CONF
[[ $moment == latest ]] || echo "recovery_target_time = '${moment%Z}+00'" >>"$server/postgresql.auto.conf"
touch "$server/recovery.signal"
pg_ctl --pgdata="$server" --wait --silent --log="$work/recover.log" --options="$asideOptions" start ||
  { tail -n 20 "$work/recover.log" >&2 && fail "the copy does not start"; }
until aside psql -d postgres -c 'SELECT' >/dev/null 2>&1; do
  if ! pg_ctl --pgdata="$server" status >"$work/status"; then
    tail -n 20 "$work/recover.log" >&2
    fail "the log in $archive does not reach $moment, or has a gap"
  fi
  sleep 0.5
done
aside pg_amcheck --heapallindexed "$PGDATABASE"
log "recovered: $(sed -n 's/.*LOG:  \(last completed transaction was.*\)/\1/p' "$work/recover.log" | tail -n 1)"

name=recovered-$(date -u +%Y%m%d-%H%M%S)
aside env BACKUP_NAME="$name" bash "$here/backup.sh"
log "done: $name.dump has the database as it was at $moment"
