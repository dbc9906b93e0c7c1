#!/usr/bin/env bash
# train.sh APPLICATION FOLDER: runs a sample on the packed application and keeps beside its jars what
# the JVM has learnt, so that a container starts in half the time. FOLDER holds the jar with the
# PostgreSQL of the build; neither it nor the server that it holds gets into the image.
set -euo pipefail
application=$1 folder=$2
jars=$application/lib/app
scripts=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../../scripts

# PostgreSQL refuses to run as root.
if ((EUID == 0)); then
  useradd --system --home-dir "$folder" trainer
  unzip -q -d "$folder" "$folder"/*.jar
  mkdir "$folder/postgres"
  tar --extract --file "$folder"/postgres-*.txz --directory "$folder/postgres"
  chown -R trainer "$folder"
  # The JVM compares the times of its files, and an image keeps whole seconds.
  find "$application" -type f -exec touch --date="@$(date +%s)" {} +
  runuser -u trainer -- "$(readlink -f "$0")" "$application" "$folder"
  install --mode=644 "$folder/recon-server.aot" "$jars/"
  exit
fi

cd "$folder"
finish() { postgres/bin/pg_ctl --pgdata=data --mode=immediate --silent stop; }
trap finish EXIT
postgres/bin/initdb --pgdata=data --username=postgres --auth=trust >initdb.log
postgres/bin/pg_ctl --pgdata=data --wait --silent --log=server.log \
  --options="-p 5999 -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off" start

# The flags of the launcher: what was learnt holds for these, these jars and this JVM alone.
mapfile -t flags < <(sed -n 's/^java-options=//p' "$jars/backend.cfg" | grep -vE 'AOTCache|jpackage')
classpath=$(sed -n 's/^app\.\(classpath\|mainjar\)=//p' "$jars/backend.cfg" | paste -sd :)
DATABASE_MAKE_ROLES=true ADMIN_SECOND_FACTOR=false RATE_LIMIT_PER_MINUTE=0 \
  TRAINING_DATABASE_URL=postgresql://postgres:trainer@127.0.0.1:5999/postgres \
  "$scripts/train-server" "$folder/recon-server.aot" "$application/lib/runtime/bin/java" \
  "${flags[@]}" -cp "${classpath//\$APPDIR/$jars}" dev.recon.server.ReconServer
