#!/usr/bin/env bash
# Copies the whole cluster, to start a recovery to a point in time from: base-YYYYMMDD-HHMMSS.tar.gz,
# and with it the log archive of /backup/wal. Older copies go, and the log that only they needed.
# shellcheck source=common.sh
source "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/common.sh"

started=$(date -u +%Y-%m-%dT%H:%M:%SZ)
name=base-$(date -u +%Y%m%d-%H%M%S)
part=$folder/.$name.part

trap 'rm -rf "$part" "$part.gz"' EXIT
rm -rf "$folder"/.base-*
pg_basebackup --pgdata="$part" --format=plain --wal-method=none --checkpoint=fast \
  --manifest-checksums=SHA256 --no-password
pg_verifybackup --no-parse-wal --quiet "$part"
cluster=$(pg_controldata "$part" | sed -n 's/^Database system identifier: *//p')
first=$(sed -n 's/^START WAL LOCATION: .*(file \([0-9A-F]*\))$/\1/p' "$part/backup_label")
[[ -n $first && -n $cluster ]] || fail "$part/backup_label names no log file"

tar -C "$part" -c . | gzip -3 >"$part.gz"
hash=$(sha256sum "$part.gz")
hash=${hash%% *}
bytes=$(stat -c %s "$part.gz")
printf '%s  %s\n' "$hash" "$name.tar.gz" >"$folder/$name.sha256"
printf '{"cluster":"%s","firstSegment":"%s","startedAt":"%s","finishedAt":"%s","bytes":%s,"sha256":"%s"}\n' \
  "$cluster" "$first" "$started" "$(date -u +%Y-%m-%dT%H:%M:%SZ)" "$bytes" "$hash" >"$folder/$name.json"
sync "$part.gz"
mv "$part.gz" "$folder/$name.tar.gz"
sync "$folder"

# The newest two stay.
find "$folder" -maxdepth 1 -name 'base-*.tar.gz' | sort -r | tail -n +3 |
  while read -r old; do rm -f "$old" "${old%.tar.gz}".{sha256,json}; done

# The log before the oldest copy is of no use to any recovery, nor that of a cluster without a copy.
for archive in "$folder"/wal/*/; do
  archive=${archive%/}
  [[ -d $archive ]] || continue # none is there where another archives
  oldest=$(grep -l "\"cluster\":\"${archive##*/}\"" "$folder"/base-*.json | sort | head -n 1 || true)
  if [[ -z $oldest ]]; then
    log "removing $archive: no copy of that cluster is left"
    rm -rf "$archive"
  else
    pg_archivecleanup -x .gz "$archive" "$(factOf firstSegment "$oldest")"
  fi
done

record base "$started" "$name.tar.gz" "$bytes" "$hash"
log "done: $name.tar.gz, $bytes bytes, log from $first"
