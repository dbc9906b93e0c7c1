#!/usr/bin/env bash
# Makes a new JWT_SECRET in .env.production and on the cluster, in two rolls of backend and workers, so
# that no request fails and nobody is signed out.
set -euo pipefail
exec "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/deploy-production.sh" rotate-jwt "$@"
