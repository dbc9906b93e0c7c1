#!/usr/bin/env bash
# What the backup scripts share; each of them reads it.
# shellcheck disable=SC2034 # they use these
set -euo pipefail

here=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")
folder=${BACKUP_FOLDER:-/backup}
work=${WORK_FOLDER:-/work}

log() { printf '%s %s\n' "$(date -u +%Y-%m-%dT%H:%M:%SZ)" "$*" >&2; }

fail() {
  log "failed: $*"
  exit 1
}

query() { psql --no-psqlrc --quiet --no-align --tuples-only --set=ON_ERROR_STOP=1 "$@"; }

# The image has busybox's tools: they know no --check.
requireWhole() { # .sha256
  (cd "$folder" && sha256sum -c "$1" >/dev/null) || fail "$1 does not fit to what is beside it"
}

# Tells the server, which tells the metrics. The login is read-only but for this one table.
record() { # kind, started, file, bytes, SHA-256
  query --set=kind="$1" --set=started="$2" --set=file="$3" --set=bytes="$4" --set=hash="$5" <<'SQL'
BEGIN READ WRITE;
INSERT INTO backup_run (kind, started_at, finished_at, file_name, byte_count, sha256)
VALUES (:'kind', :'started', now(), :'file', :'bytes', :'hash');
COMMIT;
SQL
}

# A fact out of the .json beside a backup, which these scripts wrote themselves.
factOf() { # name, file
  sed -n "s/.*\"$1\":\"\([^\"]*\)\".*/\1/p" "$2"
}

# A server of its own, which nobody else reaches: it listens on a socket, lives for minutes, and need
# not sync.
asideOptions="-c listen_addresses='' -c unix_socket_directories=$work -c fsync=off -c shared_buffers=64MB"
aside() { PGHOST=$work PGUSER=postgres PGPASSWORD='' "$@"; }

# Where it is to stand; it ends with the script.
placeAside() { # name
  server=$work/$1
  trap endAside EXIT
  rm -rf "$server"
}
endAside() {
  [[ ! -f $server/postmaster.pid ]] || pg_ctl --pgdata="$server" --mode=immediate --silent stop
  rm -rf "$server"
}
