#!/usr/bin/env bash
# Brings the platform up on a cluster, and keeps it there. `help` says what it can do.
# Every step may run twice: what is there already is left, or brought to what is wanted.
set -euo pipefail
root=$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")
# shellcheck source=scripts/deploy/words.sh
source "$root/scripts/deploy/words.sh"
# shellcheck source=scripts/deploy/settings.sh
source "$root/scripts/deploy/settings.sh"
# shellcheck source=scripts/deploy/fetching.sh
source "$root/scripts/deploy/fetching.sh"
# shellcheck source=scripts/deploy/alerts.sh
source "$root/scripts/deploy/alerts.sh"
# shellcheck source=scripts/deploy/preflight.sh
source "$root/scripts/deploy/preflight.sh"
# shellcheck source=scripts/deploy/images.sh
source "$root/scripts/deploy/images.sh"
# shellcheck source=scripts/deploy/cluster.sh
source "$root/scripts/deploy/cluster.sh"
# shellcheck source=scripts/deploy/release.sh
source "$root/scripts/deploy/release.sh"
# shellcheck source=scripts/deploy/smoke.sh
source "$root/scripts/deploy/smoke.sh"
# shellcheck source=scripts/deploy/backups.sh
source "$root/scripts/deploy/backups.sh"
# shellcheck source=scripts/deploy/operate.sh
source "$root/scripts/deploy/operate.sh"

main() {
  local verb=${1:-help}
  (($# == 0)) || shift
  readOptions "$@"
  expectWords "$verb"
  case $verb in
    deploy) deploy ;;
    rollback) rollback ;;
    status) status ;;
    logs) logs ;;
    scale) scale ;;
    backup) backupNow "${words[@]}" ;;
    backups) listBackups ;;
    fetch) fetchBackup ;;
    recover) recover ;;
    restore) restore ;;
    rotate) rotate ;;
    rotate-jwt) rotateJwt ;;
    verify) verify ;;
    lock) lockCharts ;;
    cleanup) cleanup ;;
    help | -h | --help) help ;;
    *)
      help >&2
      wrong "\"$verb\" is no command of this script."
      ;;
  esac
}

main "$@"
