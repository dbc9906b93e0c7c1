#!/usr/bin/env bash
# restore.sh STEP …: puts a dump in the place of the database, in two steps, so that the platform
# stands still for the second alone. It runs beside the server, as its superuser.
#   fill FILE NAME   makes the database NAME of a file of /backup, while the other is worked with. The
#                    passwords of the roles come by standard input, a line KEY=value each
#   swap NAME KEPT   gives it the place of reconciliation_db, which is called KEPT from then on
#   drop NAME        takes away what was made and did not get there
set -euo pipefail
folder=${BACKUP_FOLDER:-/backup}
roles=${ROLES_SCRIPT:-/docker-entrypoint-initdb.d/10-roles.sh}
database=reconciliation_db

admin() {
  psql --no-psqlrc --quiet --set=ON_ERROR_STOP=1 --username=postgres --dbname=postgres "$@"
}

fail() {
  echo "failed: $*" >&2
  exit 1
}

fill() { # file, name
  local line
  while IFS= read -r line; do export "${line?}"; done
  cd "$folder"
  [[ -f $1 ]] || fail "$folder has no $1"
  if [[ -f ${1%.*}.sha256 ]]; then
    sha256sum -c "${1%.*}.sha256" >/dev/null || fail "$1 is not what was written"
  fi
  createdb --username=postgres --template=template0 "$2"
  if [[ $1 == *.sql ]]; then
    psql --no-psqlrc --quiet --set=ON_ERROR_STOP=1 --username=postgres --dbname="$2" \
      --output=/dev/null --file="$1"
  else
    pg_restore --username=postgres --dbname="$2" --jobs=2 --exit-on-error "$1"
  fi
  POSTGRES_DB=$2 bash "$roles"
}

# Nobody may come in, then those who are in must go: a database in use keeps its name. Both change
# their names, or neither does.
swap() { # name, name of the one before
  trap letIn EXIT
  admin --command "ALTER DATABASE $database ALLOW_CONNECTIONS false"
  admin --output=/dev/null --command "SELECT pg_terminate_backend(pid, 10000)
    FROM pg_stat_activity WHERE datname IN ('$database', '$1') AND backend_type = 'client backend'"
  admin --single-transaction --command "ALTER DATABASE $database RENAME TO $2" \
    --command "ALTER DATABASE $1 RENAME TO $database"
  admin --command "ALTER DATABASE $2 ALLOW_CONNECTIONS true"
}

letIn() { admin --command "ALTER DATABASE $database ALLOW_CONNECTIONS true"; }

[[ ${*:2} =~ ^[A-Za-z0-9._\ -]+$ ]] || fail "no step and names: $*"
case $1 in
  fill) fill "$2" "$3" ;;
  swap) swap "$2" "$3" ;;
  drop) admin --command "DROP DATABASE IF EXISTS $2 WITH (FORCE)" ;;
  *) fail "no such step: $1" ;;
esac
