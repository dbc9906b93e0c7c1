#!/usr/bin/env bash
# Copies the whole cluster, to start a recovery to a point in time from: base-YYYYMMDD and the log
# archive of /backup/wal. Older copies go, and with them the log that only they needed.
# shellcheck source=common.sh
source "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/common.sh"

keep=${BASE_BACKUP_KEEP:-1}
started=$(date -u +%Y-%m-%dT%H:%M:%SZ)
name=base-$(date -u +%Y%m%d)
part=$folder/.$name.part

trap 'rm -rf "$part"' EXIT
rm -rf "$part"
pg_basebackup --pgdata="$part" --format=plain --wal-method=none --checkpoint=fast \
  --manifest-checksums=SHA256 --no-password
pg_verifybackup --no-parse-wal --quiet "$part"
rm -rf "${folder:?}/$name"
mv "$part" "$folder/$name"
sync "$folder"

find "$folder" -maxdepth 1 -type d -name 'base-*' | sort -r | tail -n "+$((keep + 1))" |
  while read -r old; do rm -rf "$old"; done

# The log before the oldest copy is of no use to any recovery.
oldest=$(find "$folder" -maxdepth 1 -type d -name 'base-*' | sort | head -n 1)
first=$(sed -n 's/^START WAL LOCATION: .*(file \([0-9A-F]*\))$/\1/p' "$oldest/backup_label")
[[ -n $first ]] || fail "$oldest/backup_label names no log file"
pg_archivecleanup "$folder/wal" "$first"

bytes=$(du -sb "$folder/$name")
record base "$started" "$name" "${bytes%%[[:space:]]*}" \
  "$(sha256sum <"$folder/$name/backup_manifest" | cut -d ' ' -f 1)"
log "done: $name, log from $first"
