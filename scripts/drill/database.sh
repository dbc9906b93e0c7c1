# shellcheck shell=bash
# shellcheck disable=SC2154 # the drill that reads this sets root and shipped
# A PostgreSQL of a drill's own, with the shipped settings, accounts and roles. Sets work, socket,
# port, password, and the URLs of the roles.

bin=$(find /usr/lib/postgresql/*/bin /usr/bin -maxdepth 1 -name pg_amcheck 2>/dev/null | sort | tail -n 1)
[[ -n $bin ]] || {
  echo "The drill needs PostgreSQL's own tools (Debian: postgresql)." >&2
  exit 2
}
export PATH=${bin%/*}:$PATH

begun=$SECONDS
say() { printf '%4d s  %s\n' "$((SECONDS - begun))" "$*"; }

work=$(mktemp -d)
socket=$work
port=$("$root/scripts/drill/free-port" 12)
password=drill-$RANDOM$RANDOM
login() { printf 'postgresql://%s:%s@127.0.0.1:%s/reconciliation_db' "$1" "$password" "$port"; }
DATABASE_URL=$(login recon_web)
ENGINE_DATABASE_URL=$(login recon_engine)
MIGRATION_DATABASE_URL=$(login recon_owner)
export DATABASE_URL ENGINE_DATABASE_URL MIGRATION_DATABASE_URL DB_PASSWORD=$password

fail() {
  echo "The drill failed: $*" >&2
  [[ ! -f $work/log ]] || tail -n 30 "$work/log" >&2
  exit 1
}

# The shipped files, with this drill's folders, port and account in them.
settings() { # data folder
  mkdir -p "$work/config" "$work/backup/wal"
  cp "$shipped"/postgres/{pg_hba.conf,archive.sh} "$work/config/"
  sed "s/^\(operators *\)postgres  /\1$(id -un)  /" "$shipped/postgres/pg_ident.conf" \
    >"$work/config/pg_ident.conf"
  sed -e "s|/etc/postgresql/|$work/config/|; s|^archive_command = .bash|archive_command = 'WAL_FOLDER=$work/backup/wal bash|" \
    -e "s|^unix_socket_directories.*|unix_socket_directories = '$work'|" \
    -e "s|^listen_addresses.*|listen_addresses = '${listen:-127.0.0.1}'|" \
    "$shipped/postgres/postgresql.conf" >"$1/postgresql.conf"
  echo "port = $port" >>"$1/postgresql.conf"
  # Before 18 it was all or nothing.
  (($(cut -d . -f 1 "$1/PG_VERSION") > 17)) || echo 'log_connections = on' >>"$1/postgresql.conf"
}

start() { pg_ctl --pgdata="$1" --wait --silent --log="$work/log" start || fail "no start"; }

stopServers() {
  local data
  for data in "$work"/*/postmaster.pid; do
    [[ ! -f $data ]] || pg_ctl --pgdata="${data%/*}" --mode=immediate --silent stop 2>/dev/null || true
  done
}

admin() { psql --no-psqlrc --quiet -At -v ON_ERROR_STOP=1 -h "$socket" -p "$port" -U postgres "$@"; }

# A server with the roles, and no table yet.
makeDatabase() {
  initdb --pgdata="$work/first" --username=postgres --auth=peer --encoding=UTF8 --locale=C.UTF-8 \
    --data-checksums >"$work/initdb"
  settings "$work/first"
  start "$work/first"
  admin -d postgres -c 'CREATE DATABASE reconciliation_db'
  PGHOST=$work PGPORT=$port bash "$shipped/postgres/init/10-roles.sh"
}
