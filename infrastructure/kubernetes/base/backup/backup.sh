#!/usr/bin/env bash
# Dumps the database to backup-YYYYMMDD.dump, or to BACKUP_NAME.dump: written beside its name, read
# back, hashed, and only then renamed. The .facts beside it are of the same snapshot as the dump. What
# is there is never replaced: it may be the very one that is to be put back.
# shellcheck source=common.sh
source "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/common.sh"

started=$(date -u +%Y-%m-%dT%H:%M:%SZ)
now=$(date -u +%Y%m%d-%H%M%S)
part=$folder/.dump-$now.part

finish() {
  [[ -z ${holder_PID:-} ]] || { echo '\q' >&"${holder[1]}"; } 2>/dev/null || true
  rm -f "$part" "$part".*
}
trap finish EXIT

# The first of a day has the day's name, any further one its time as well.
chooseName() {
  name=${BACKUP_NAME:-backup-${now%-*}}
  if [[ -z ${BACKUP_NAME:-} && -e $folder/$name.dump ]]; then name=backup-$now; fi
  [[ ! -e $folder/$name.dump ]] || fail "$folder/$name.dump is there already"
}

# Of the nights the newest two stay, what was fetched of older ones for a day, and what people made
# for a week.
tooOld() {
  find "$folder" -maxdepth 1 -name 'backup-????????.dump' | sort -r | tail -n +3 |
    while read -r night; do find "$night" -mtime +0; done
  find "$folder" -maxdepth 1 -mtime +6 \
    \( -name 'backup-????????-??????.dump' -o -name 'before-*.dump' -o -name 'recovered-*.dump' \)
  find "$folder" -maxdepth 1 -mtime +0 -name '.dump-*' # left by a job that was ended
}

# Who asked for a name may be about to put back an old one.
tidyUp() {
  [[ -z ${BACKUP_NAME:-} ]] || return 0
  tooOld | while read -r old; do
    log "removing $old"
    rm -f "$old" "${old%.dump}".{facts,roles,sha256,json}
  done
}

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

chooseName
for ending in facts roles; do mv "$part.$ending" "$folder/$name.$ending"; done
printf '%s  %s\n' "$hash" "$name.dump" >"$folder/$name.sha256"
printf '{"schemaVersion":"%s","lsn":"%s","startedAt":"%s","bytes":%s,"sha256":"%s"}\n' \
  "$version" "$lsn" "$started" "$bytes" "$hash" >"$folder/$name.json"
sync "$part"
mv "$part" "$folder/$name.dump"
sync "$folder"

tidyUp
record dump "$started" "$name.dump" "$bytes" "$hash"
log "done: $name.dump, $bytes bytes, schema $version"
