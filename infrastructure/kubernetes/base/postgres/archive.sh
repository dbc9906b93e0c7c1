#!/usr/bin/env bash
# archive.sh PATH NAME: what archive_command runs for each segment of the log. It goes to
# /backup/wal/CLUSTER/NAME.gz, whole or not at all; a cluster has a folder of its own, because the
# names of segments begin anew in each. A segment that waited for its minute to end is nearly empty,
# and packs to a thousandth.
set -euo pipefail
path=$1 name=$2
# The server calls it in its data folder.
cluster=$(pg_controldata "$PWD" | sed -n 's/^Database system identifier: *//p')
[[ $cluster =~ ^[0-9]+$ ]] || {
  echo "archive.sh: pg_controldata names no cluster in $PWD" >&2
  exit 1
}
folder=${WAL_FOLDER:-/backup/wal}/$cluster
mkdir -p "$folder"

# After a crash it may be asked again for what it has done; something else of that name stays.
if [[ -e $folder/$name.gz ]]; then
  gzip -dc "$folder/$name.gz" | cmp -s - "$path" && exit 0
  echo "archive.sh: $folder/$name.gz is there already, and is another" >&2
  exit 1
fi
gzip -c "$path" >"$folder/.$name.part"
sync "$folder/.$name.part"
mv "$folder/.$name.part" "$folder/$name.gz"
sync "$folder"
