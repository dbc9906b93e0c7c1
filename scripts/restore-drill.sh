#!/usr/bin/env bash
# Takes backups with the very scripts of the cluster's Jobs, puts one back by the operators' command
# while others hold the database, sends them to a bucket, loses the database with all its disks, gets
# it back out of the bucket alone, and compares every row. It makes a
# PostgreSQL of its own, from the shipped settings, accounts and roles and the real migrations, and
# a service of S3, and leaves nothing behind. Needs the server as built (make build).
#   scripts/restore-drill.sh          20,000 rows
#   ROWS=1000000 scripts/restore-drill.sh
#   ENTRIES=500000 scripts/restore-drill.sh    a workspace instead: so many entries a side, generated,
#                                              uploaded and run by the server
set -euo pipefail
root=$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")
rows=${ROWS:-20000} entries=${ENTRIES:-}
shipped=$root/infrastructure/kubernetes/base

# The server refuses to run as root: then everything here is done by the account postgres.
if ((EUID == 0)); then
  "$root/scripts/drill/get-bucket"
  exec runuser -u postgres -- env ROWS="$rows" ENTRIES="$entries" JAVA_HOME="${JAVA_HOME:-}" \
    "$(readlink -f "$0")" "$@"
fi

# shellcheck source=scripts/drill/database.sh
source "$root/scripts/drill/database.sh"
# shellcheck source=scripts/drill/bucket.sh
source "$root/scripts/drill/bucket.sh"
finish() {
  stopBucket
  stopServers
  rm -rf "$work"
}
trap finish EXIT

facts() { admin -d reconciliation_db -f "$shipped/backup/facts.sql"; }

# The image has busybox's tools, which know less than those of this machine: where they are installed,
# the scripts get them.
mkdir "$work/tools"
! command -v busybox >/dev/null || busybox --install -s "$work/tools"
export DRILL_PATH=$work/tools:$PATH

# As the Jobs do it: over the network, as the backup's login, with the scripts of their ConfigMap.
job() { # script, arguments…
  PGHOST=127.0.0.1 PGPORT=$port PGUSER=reconciliation_user PGDATABASE=reconciliation_db \
    PGPASSWORD=$password BACKUP_FOLDER=${backups:-$work/backup} WORK_FOLDER=$work/verify \
    PATH=$DRILL_PATH bash "$shipped/backup/$1" "${@:2}" 2>>"$work/jobs" || return 1
}

prepare() {
  makeDatabase
  local file version
  psql --quiet -v ON_ERROR_STOP=1 "$MIGRATION_DATABASE_URL" -c \
    'CREATE TABLE flyway_schema_history (version text, script text, success boolean)'
  for file in "$root"/server/src/main/resources/db/migration/V*.sql; do
    version=${file##*/V}
    psql --quiet --single-transaction -v ON_ERROR_STOP=1 "$MIGRATION_DATABASE_URL" -f "$file" \
      -c "INSERT INTO flyway_schema_history VALUES ('${version%%__*}', '${file##*/}', true)" \
      >"$work/migrations" 2>&1 || fail "${file##*/}: $(cat "$work/migrations")"
  done
  psql --quiet -v ON_ERROR_STOP=1 -v rows="$rows" "$MIGRATION_DATABASE_URL" -f "$root/scripts/drill/fill.sql"
  say "a database of $rows rows, with $(admin -d reconciliation_db -c 'select count(*) from flyway_schema_history') migrations"
}

# A workspace as people make it, by the server and its API.
prepareWorkspace() {
  local jar java backendFlags backendEnvironment first front log
  jar=$root/server/target/recon-server.jar
  java=$("$root/scripts/find-jdk")/bin/java
  # shellcheck disable=SC2034 # backends.sh reads these
  backendFlags=(-Xmx2g -XX:+UseSerialGC) backendEnvironment=(ENABLE_METRICS=false)
  # shellcheck source=scripts/drill/backends.sh
  source "$root/scripts/drill/backends.sh"
  makeDatabase
  admin -d reconciliation_db -c 'GRANT CREATE ON SCHEMA public TO recon_web'
  mkdir "$work/data"
  "$java" -Xmx2g -cp "$(echo "$root"/bench/target/recon-bench-*.jar):$root/server/target/lib/*" \
    dev.recon.bench.Main generate "$work/data" "$entries" 1 usual >"$work/generated"
  first=$((port + 1))
  backend "$first"
  front=http://127.0.0.1:$first log=$work/backend-$first.log
  until grep -q '/setup#' "$log"; do sleep 0.1; done
  RECON_KEY=$(head -c 18 /dev/urandom | base64 | "$root/scripts/first-key" \
    "$front$(grep -m 1 -o '/setup#[^ ]*' "$log")" Drill drill@example.com)
  RECON_KEY=$RECON_KEY RECON_URL=$front "$root/scripts/curl-run.sh" "$work/data/ledger.csv" \
    "$work/data/bank.csv" >"$work/walk" 2>"$work/trace" || fail "$(tail -n 5 "$work/trace")"
  kill "${pid[$first]}"
  wait "${pid[$first]}" || (($? == 143))
  # For what is written meanwhile.
  admin -d reconciliation_db -c "INSERT INTO person (workspace_id, id, name) VALUES
    ('019a0000-0000-7000-8000-000000000001', '019a0000-0000-7000-8000-000000000002', 'Ada')"
  digests >"$work/digests"
  say "a workspace of twice $entries entries, $(admin -d reconciliation_db -c \
    "select pg_size_pretty(pg_database_size('reconciliation_db')) || ', ' || count(*) || ' breaks' from break")"
  say "its run: $(cat "$work/digests")"
}

digests() { admin -d reconciliation_db -c "select status, match_count, encode(digest, 'hex') from run"; }

# People come in without a password, and can change nothing.
checkAccounts() {
  psql -At -h "$work" -p "$port" -U reconciliation_user -d reconciliation_db -c 'select 1' >/dev/null ||
    fail "the operators' login asks for a password"
  ! psql -h "$work" -p "$port" -U reconciliation_user -d reconciliation_db \
    -c 'delete from break' >/dev/null 2>&1 || fail "the operators' login may delete"
  ! PGPASSWORD=$password psql -h 127.0.0.1 -p "$port" -U postgres -d reconciliation_db -c 'select 1' \
    >/dev/null 2>&1 || fail "the superuser may come in over the network"
  [[ $(admin -d reconciliation_db -c 'show log_min_duration_statement') == 500ms ]] ||
    fail "slow statements are not logged"
  grep -q 'reconciliation_user@reconciliation_db \[local\] LOG:  connection authorized' "$work/log" ||
    fail "who came in is written nowhere"
  say "the accounts do what they should, and no more"
}

dumpAndRestore() {
  # It is written to all the while.
  pgbench --no-vacuum --file="$root/scripts/drill/write.sql" --client=1 --time=600 \
    "$MIGRATION_DATABASE_URL" >"$work/pgbench" 2>&1 &
  local writer=$!
  job backup.sh || fail "$(tail -n 5 "$work/jobs")"
  kill "$writer"
  wait "$writer" 2>/dev/null || true
  say "dumped while it was written to: $(stat -c %s "$work"/backup/*.dump) bytes"
  mkdir -p "$work/verify"
  job restore-verify.sh || fail "$(tail -n 5 "$work/jobs")"
  say "restored, $(grep -o 'identical: .*' "$work/jobs" | tail -n 1)"
  [[ $(admin -d reconciliation_db -c 'select string_agg(kind, chr(32) order by id) from backup_run') == \
    "dump verify" ]] || fail "the jobs were not recorded"
}

# What is wrong must be seen, or the check is worth nothing.
checkTheCheck() {
  local dump facts
  dump=$(echo "$work"/backup/*.dump)
  facts=${dump%.dump}.facts
  cp "$facts" "$work/kept"
  sed -i '1s/\t\([0-9]*\)\t/\t\1\t1/' "$facts"
  ! job restore-verify.sh || fail "a row that differs is not seen"
  cp "$work/kept" "$facts"
  cp "$dump" "$work/kept"
  printf 'x' | dd of="$dump" bs=1 seek=2000 conv=notrunc status=none
  ! job restore-verify.sh || fail "a byte that differs is not seen"
  cp "$work/kept" "$dump"
  say "a row that differs and a byte that differs are seen"
}

# The guide's own job writes plain SQL; that can be restored too.
plainDump() {
  PGPASSWORD=$password pg_dump -h 127.0.0.1 -p "$port" -U reconciliation_user reconciliation_db \
    >"$work/backup/plain.sql"
  cp "$work"/backup/*.roles "$work/backup/plain.roles"
  RESTORE_FILE=$work/backup/plain.sql job restore-verify.sh || fail "$(tail -n 5 "$work/jobs")"
  say "a plain dump, as the guide prints it, is restored too"
}

# What an operator types after a mistake: the dump of this very day takes the place of the database,
# while the exporter and somebody else have a session in it.
putBack() {
  local day exporter stranger
  day=$(cd "$work/backup" && echo backup-*.dump)
  admin -d reconciliation_db -c 'SET session_replication_role = replica' -c 'DELETE FROM break'
  facts >"$work/damaged"
  ! PGHOST=$work PGPORT=$port "$shipped/postgres/restore.sh" swap not_there kept >/dev/null 2>&1 ||
    fail "an exchange by nothing did not fail"
  psql "$DATABASE_URL" -c 'SELECT 1' >/dev/null || fail "an exchange that failed locks people out"
  coproc { psql -h "$work" -p "$port" -U recon_exporter -d reconciliation_db; }
  exporter=$COPROC_PID
  psql "$DATABASE_URL" -c 'BEGIN' -c "SET idle_in_transaction_session_timeout = 0" -c 'SELECT pg_sleep(600)' \
    >"$work/stranger" 2>&1 &
  stranger=$!
  until [[ $(sessions) -ge 2 ]]; do sleep 0.1; done
  ! psql -U postgres -h "$work" -p "$port" -d postgres -c 'ALTER DATABASE reconciliation_db RENAME TO other' \
    >/dev/null 2>&1 || fail "a database in use can be renamed: the drill proves nothing"

  CALLS=$work/calls APPLIED=$work/applied DRILL_SOCKET=$work PGPORT=$port BACKUP_FOLDER=$work/backup \
    PATH=$root/scripts/drill/cluster:$root/scripts/test/stand-ins:$PATH \
    "$root/scripts/deploy-production.sh" restore --yes "$day" >"$work/restore" 2>&1 ||
    fail "$(tail -n 20 "$work/restore")"
  kill "$exporter" "$stranger" 2>/dev/null || true
  wait "$exporter" "$stranger" 2>/dev/null || true

  facts | diff "$work/backup/${day%.dump}.facts" - || fail "the restored database differs from its dump"
  diff "$work/damaged" "$work"/backup/before-*.facts || fail "the dump before the restore is another"
  (cd "$work/backup" && sha256sum --check --quiet ./*.sha256) || fail "a dump was written over"
  [[ $(admin -d postgres -c "select count(*) from pg_database where datname like 'replaced%' and datallowconn") == 1 ]] ||
    fail "the database before was not kept"
  psql "$DATABASE_URL" -c 'SELECT count(*) FROM break' >/dev/null || fail "the application does not come in"
  say "the dump of this day is put back while two sessions are in; what was there is kept, twice"
}

sessions() {
  admin -d postgres -c "select count(*) from pg_stat_activity
    where datname = 'reconciliation_db' and usename in ('recon_exporter', 'recon_web')"
}

# The whole chain: what was dumped goes to the bucket, comes back, and is restored.
throughTheBucket() {
  awaitBucket
  backup "$work/backup" ship >"$work/ship" || fail "$(cat "$work/ship")"
  mkdir "$work/elsewhere"
  BACKUP_IDENTITY=$(cat "$work/identity") backup "$work/elsewhere" fetch newest >"$work/fetch" ||
    fail "$(cat "$work/fetch")"
  backups=$work/elsewhere job restore-verify.sh || fail "$(tail -n 5 "$work/jobs")"
  say "to the bucket, encrypted, and back: restored, $(grep -o 'identical: .*' "$work/jobs" | tail -n 1)"
}

pointInTime() {
  follow "$work/backup"
  job base-backup.sh || fail "$(tail -n 5 "$work/jobs")"
  say "copied the cluster, and verified the copy"
  psql --quiet "$MIGRATION_DATABASE_URL" -f "$root/scripts/drill/write.sql"
  facts >"$work/before"
  local moment last
  moment=$(date -u +%Y-%m-%dT%H:%M:%S.%6NZ)
  admin -d reconciliation_db -c 'SET session_replication_role = replica' -c 'DELETE FROM break' \
    -c 'DELETE FROM audit_event WHERE number % 2 = 0'
  last=$(admin -d postgres -c 'select pg_walfile_name(pg_switch_wal())')
  awaitSegment "$last"
  kill -9 "$(head -n 1 "$work/first/postmaster.pid")"
  rm -rf "$work/first" "$work/backup"
  say "half of the rows deleted, the server killed, its disks and all backups there destroyed"

  local recovered=$SECONDS
  mkdir "$work/backup"
  BACKUP_IDENTITY=$(cat "$work/identity") backup "$work/backup" fetch newest-base >"$work/fetch" ||
    fail "$(cat "$work/fetch")"
  say "$(sed -n 's/^fetched \([0-9]* files of the log, to .*\)/from the bucket: \1/p' "$work/fetch")"
  job recover.sh "$moment" || fail "$(tail -n 20 "$work/jobs")"
  diff "$work/before" "$work"/backup/recovered-*.facts || fail "the recovered database differs"
  say "recovered from the bucket alone to the moment before, $((SECONDS - recovered)) s: every table identical, every index whole"
}

startBucket
if [[ -n $entries ]]; then prepareWorkspace; else prepare; fi
checkAccounts
dumpAndRestore
checkTheCheck
plainDump
putBack
checkAccounts
throughTheBucket
pointInTime
say "the drill is done"
