#!/usr/bin/env bash
# Gives the database's roles the passwords of .env.production and rolls what has them. Change the
# values there first; it may run again. Connections that are open stay open; between the change and
# the end of the roll, which takes about a minute, old pods can open no new ones.
set -euo pipefail
exec "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/deploy-production.sh" rotate "$@"
