# shellcheck shell=bash
# What the script says, and how it runs what changes something.

help() {
  cat <<TEXT
Usage: scripts/deploy-production.sh COMMAND [OPTION…]
  deploy            build, push, and bring everything up; again: bring it up to date
  rollback          go back to the release before
  status            what runs, of which release, and what differs from the files
  logs [PART]       the last lines of every part, or of backend, frontend, postgres, redis
  scale PART N      hold at least N pods of backend or frontend
  backup [base]     take a backup now, send it to the bucket if there is one, and wait for it;
                    or a copy of the cluster, for recoveries to a moment
  backups           list what the bucket has
  fetch NAME KEY    bring a backup (or "newest"), or a copy of the cluster with all its log (or
                    "newest-base") from the bucket; KEY is the file of the private key
  recover MOMENT    make a dump of the database as it was then, as in 2026-11-28T09:59:00Z, or "latest"
  restore FILE      put a backup back; asks first
  rotate            give the database's roles the passwords of the configuration
  rotate-jwt        make a new JWT_SECRET; nobody is signed out
  verify            ask the running platform whether it works
  lock              write the digests of the third-party charts into versions.lock
  cleanup           remove everything; asks first
  help              this

Options
  --dry-run         change nothing; show what would change
  --yes             do not ask
  --overlay NAME    minimal, production (the default), ha, local
  --skip-build      deploy the images of the release that runs
  --skip-platform   leave the third-party charts as they are
  --skip-secrets    leave the Secrets as they are (a vault brings them)
  --env FILE        the configuration (.env.production)

REGISTRY says where the images go, as in REGISTRY=registry.example.com/team.
RELEASE names the release; the default is the commit.
TEXT
}

say() { printf '%s\n' "$*"; }
step() { printf '\n== %s\n' "$*"; }
warn() { printf 'warning: %s\n' "$*" >&2; }

# What the caller can mend: exit 2.
wrong() {
  printf 'error: %s\n' "$*" >&2
  exit 2
}

# What went wrong on the way: exit 1.
failed() {
  printf 'error: %s\n' "$*" >&2
  exit 1
}

# Runs a command that changes something, or says that it would.
change() {
  if [[ $dryRun == yes ]]; then
    printf 'would run: %s\n' "$*"
  else
    "$@"
  fi
}

# Asks before what cannot be undone.
confirm() { # what happens, the word to type
  [[ $assumeYes == no ]] || return 0
  printf '%s\nType "%s" to go on: ' "$1" "$2"
  local answer=
  read -r answer || true
  [[ $answer == "$2" ]] || wrong "Nothing was done."
}
