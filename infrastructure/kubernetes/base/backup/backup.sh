#!/usr/bin/env bash
# Dumps the database to backup-YYYYMMDD.dump: written beside its name, read back, hashed, and only
# then renamed. The facts of backup-YYYYMMDD.facts are of the same snapshot as the dump.
# shellcheck source=common.sh
source "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/common.sh"

keep=${BACKUP_KEEP:-2}
started=$(date -u +%Y-%m-%dT%H:%M:%SZ)
name=${BACKUP_NAME:-backup-$(date -u +%Y%m%d)}
part=$folder/.$name.part

finish() {
  [[ -z ${holder_PID:-} ]] || { echo '\q' >&"${holder[1]}"; } 2>/dev/null || true
  rm -f "$part" "$part".*
}
trap finish EXIT

# One session holds the snapshot that the dump and the facts are taken from.
coproc holder { query; }
cat >&"${holder[1]}" <<'SQL'
BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;
SET LOCAL idle_in_transaction_session_timeout = 0;
SELECT pg_export_snapshot();
SQL
read -r snapshot <&"${holder[0]}"
[[ $snapshot =~ ^[0-9A-F-]+$ ]] || fail "no snapshot: $snapshot"
log "dumping $PGDATABASE at snapshot $snapshot"

pg_dump --format=custom --compress=6 --lock-wait-timeout=60s --snapshot="$snapshot" \
  --file="$part" "$PGDATABASE"
pg_restore --list "$part" >"$part.list"
grep -q 'TABLE DATA public audit_event' "$part.list" || fail "the dump has no audit events"

{
  echo 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;'
  echo "SET TRANSACTION SNAPSHOT '$snapshot';"
  cat "$here/facts.sql"
} | query >"$part.facts"
query >"$part.roles" <<'SQL'
SELECT rolname FROM pg_roles WHERE rolname NOT LIKE 'pg\_%' ORDER BY rolname;
SQL
version=$(query --command 'SELECT max(version) FROM flyway_schema_history WHERE success')
lsn=$(query --command 'SELECT pg_current_wal_lsn()')
hash=$(sha256sum "$part")
hash=${hash%% *}
bytes=$(stat -c %s "$part")

for ending in facts roles; do mv "$part.$ending" "$folder/$name.$ending"; done
printf '%s  %s\n' "$hash" "$name.dump" >"$folder/$name.sha256"
printf '{"schemaVersion":"%s","lsn":"%s","startedAt":"%s","bytes":%s,"sha256":"%s"}\n' \
  "$version" "$lsn" "$started" "$bytes" "$hash" >"$folder/$name.json"
sync "$part"
mv "$part" "$folder/$name.dump"
sync "$folder"

# The newest ones stay; this one is among them, because it is good.
find "$folder" -maxdepth 1 -name 'backup-*.dump' | sort -r | tail -n "+$((keep + 1))" |
  while read -r old; do
    log "removing $old"
    rm -f "$old" "${old%.dump}".{facts,roles,sha256,json}
  done

record dump "$started" "$name.dump" "$bytes" "$hash"
log "done: $name.dump, $bytes bytes, schema $version"
