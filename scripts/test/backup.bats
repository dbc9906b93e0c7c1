#!/usr/bin/env bats
# The job that dumps, against stand-ins of PostgreSQL's tools: what a dump is called, and what goes.

setup() {
  cd "$BATS_TEST_TMPDIR" || exit
  backups=$PWD/backups
  mkdir backups tools
  cat >tools/psql <<'SH'
#!/usr/bin/env bash
while IFS= read -r -t 10 line; do
  case $line in
    *pg_export_snapshot*) echo 00000003-0000001B-1 ;;
    '\q') exit ;;
  esac
done <&0
SH
  cat >tools/pg_dump <<'SH'
#!/usr/bin/env bash
for word; do [[ $word != --file=* ]] || echo "as it is at $NOW" >"${word#--file=}"; done
SH
  echo 'echo "1; 0 0 TABLE DATA public audit_event recon_owner"' >tools/pg_restore
  # The clock of a test.
  printf 'exec %s --date="$NOW" "$@"\n' "$(command -v date)" >tools/date
  chmod +x tools/*
}

dumpAt() { # time, setting…
  env PATH="$PWD/tools:$PATH" NOW="$1" BACKUP_FOLDER="$backups" PGDATABASE=reconciliation_db \
    "${@:2}" bash "$BATS_TEST_DIRNAME/../../infrastructure/kubernetes/base/backup/backup.sh"
}

# A file of the folder with what stands beside it, and when it was written.
have() { # name, time
  local ending
  for ending in dump facts roles sha256 json; do
    echo "$1" >"$backups/$1.$ending"
    touch --date="$2" "$backups/$1.$ending"
  done
}

dumps() { find "$backups" -name '*.dump' -printf '%f\n' | sort; }

@test "the scripts of the image ask its tools, which are busybox's, for no long option" {
  run grep -rnE --include='*.sh' \
    '\b(sha256sum|sort|tail|head|cut|stat|rm|mv|mkdir|date|gzip|tar|diff|wc|sync|touch|grep|sed|cmp|chmod|cp) ([^|]* )?--[a-z]' \
    "$BATS_TEST_DIRNAME"/../../infrastructure/kubernetes/base/{backup,postgres}
  echo "$output"
  [ "$status" -eq 1 ]
}

@test "the night's dump is that of the day, with all that belongs to it" {
  dumpAt 2026-11-28T02:00:00Z
  [ "$(dumps)" = backup-20261128.dump ]
  (cd "$backups" && sha256sum --check --quiet backup-20261128.sha256)
  [ -f "$backups/backup-20261128.facts" ]
  [ -z "$(find "$backups" -name '.*' -type f)" ]
}

@test "a second dump of a day has its time in its name, and leaves the first as it was" {
  dumpAt 2026-11-28T02:00:00Z
  dumpAt 2026-11-28T10:15:00Z
  [ "$(cat "$backups/backup-20261128.dump")" = "as it is at 2026-11-28T02:00:00Z" ]
  [ "$(cat "$backups/backup-20261128-101500.dump")" = "as it is at 2026-11-28T10:15:00Z" ]
  (cd "$backups" && sha256sum --check --quiet ./*.sha256)
}

@test "a name that was asked for is never used twice" {
  dumpAt 2026-11-28T10:15:00Z BACKUP_NAME=before-20261128-101500
  run dumpAt 2026-11-28T10:15:00Z BACKUP_NAME=before-20261128-101500
  [ "$status" -eq 1 ]
  [[ $output == *"is there already"* ]]
  [ "$(dumps)" = before-20261128-101500.dump ]
}

@test "a dump that somebody asked for removes nothing" {
  for day in 01 25 26 27 28; do have "backup-202611$day" '30 days ago'; done
  dumpAt 2026-11-28T10:15:00Z BACKUP_NAME=before-20261128-101500
  [ "$(dumps | wc -l)" -eq 6 ]
}

@test "of the nights two stay, and what was fetched stays for a day" {
  have backup-20261125 '3 days ago'
  have backup-20261126 '2 days ago'
  have backup-20261127 '1 day ago'
  have backup-20261101 '2 hours ago'
  have backup-20261102 '25 hours ago'
  dumpAt 2026-11-28T02:00:00Z
  [ "$(dumps | paste -s -d ' ')" = "backup-20261101.dump backup-20261127.dump backup-20261128.dump" ]
  [ -z "$(find "$backups" -name 'backup-20261125*' -o -name 'backup-20261126*' -o -name 'backup-20261102*')" ]
}

@test "what people made stays for a week, and counts for no night" {
  have backup-20261127 '1 day ago'
  for name in backup-20261127-101500 before-20261127-101500 recovered-20261127-101500; do
    have "$name" '6 days ago'
  done
  for name in backup-20261120-101500 before-20261120-101500 recovered-20261120-101500; do
    have "$name" '8 days ago'
  done
  have of-somebody '90 days ago'
  dumpAt 2026-11-28T02:00:00Z
  [ "$(dumps | paste -s -d ' ')" = "backup-20261127-101500.dump backup-20261127.dump backup-20261128.dump \
before-20261127-101500.dump of-somebody.dump recovered-20261127-101500.dump" ]
}
