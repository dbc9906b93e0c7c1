#!/usr/bin/env bash
# Restores the newest backup into a server of its own and compares every table with the facts that
# were taken with it. RESTORE_FILE names another dump, or a plain .sql file, which has no facts.
# shellcheck source=common.sh
source "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/common.sh"

started=$(date -u +%Y-%m-%dT%H:%M:%SZ)
# Without their endings: one with a time of its own is newer than that of the night.
newest() {
  find "$folder" -maxdepth 1 -name 'backup-*.dump' | sed 's/\.dump$//' | LC_ALL=C sort | tail -n 1
}
file=${RESTORE_FILE:-$(newest).dump}
[[ -f $file ]] || fail "no backup in $folder"
base=${file%.*}
[[ ! -f $base.sha256 ]] || requireWhole "$base.sha256"

placeAside server
initdb --pgdata="$server" --username=postgres --auth=trust --encoding=UTF8 --locale=C.UTF-8 \
  --no-sync >"$work/initdb.log"
options="$asideOptions -c max_wal_size=1GB -c maintenance_work_mem=64MB"
pg_ctl --pgdata="$server" --wait --silent --log="$work/server.log" --options="$options" start

if [[ -f $base.roles ]]; then
  while read -r role; do
    [[ $role == postgres ]] || echo "CREATE ROLE \"$role\";"
  done <"$base.roles" | PGDATABASE=postgres aside query
fi
aside createdb --template=template0 restored
if [[ $file == *.sql ]]; then
  PGDATABASE=restored aside query --file="$file" >"$work/restore.log"
else
  aside pg_restore --dbname=restored --jobs=2 --exit-on-error "$file"
fi

if [[ -f $base.facts ]]; then
  PGDATABASE=restored aside query --file="$here/facts.sql" >"$work/facts"
  if ! difference=$(diff "$base.facts" "$work/facts"); then
    log "$difference"
    fail "the restored database differs from the one that was backed up"
  fi
  tables=$(wc -l <"$work/facts")
  rows=$(awk -F '\t' '{sum += $2} END {print sum}' "$work/facts")
  log "identical: $tables tables, $rows rows"
fi
PGDATABASE=restored aside query --command 'CREATE EXTENSION IF NOT EXISTS amcheck' 2>/dev/null
aside pg_amcheck --heapallindexed restored
log "every index agrees with its table"
if [[ -n ${PGHOST:-} && -z ${RESTORE_FILE:-} ]]; then
  record verify "$started" "${file##*/}" "$(stat -c %s "$file")" "$(cut -d ' ' -f 1 "$base.sha256")"
fi
