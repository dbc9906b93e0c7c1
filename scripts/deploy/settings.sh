# shellcheck shell=bash
# shellcheck disable=SC2034 # the other parts read these
# Options, and the configuration of .env.production.

namespace=reconciliation
dryRun=no
assumeYes=no
overlay=production
skipBuild=no
skipPlatform=no
skipSecrets=no
envFile=$root/.env.production
words=()

# These are secrets; whatever else the file names goes to the ConfigMap.
secretKeys=(DB_PASSWORD DATABASE_URL ENGINE_DATABASE_URL MIGRATION_DATABASE_URL POSTGRES_PASSWORD
  REDIS_PASSWORD JWT_SECRET JWT_SECRET_PREVIOUS PASSWORD_PEPPER SMTP_PASSWORD SLACK_URL HEARTBEAT_URL
  OIDC_CLIENT_SECRET S3_ACCESS_KEY S3_SECRET_KEY VELERO_ACCESS_KEY VELERO_SECRET_KEY)
neededSecrets=(DB_PASSWORD DATABASE_URL ENGINE_DATABASE_URL MIGRATION_DATABASE_URL REDIS_PASSWORD
  JWT_SECRET PASSWORD_PEPPER)

readOptions() {
  while (($# > 0)); do
    case $1 in
      --dry-run) dryRun=yes ;;
      --yes) assumeYes=yes ;;
      --skip-build) skipBuild=yes ;;
      --skip-platform) skipPlatform=yes ;;
      --skip-secrets) skipSecrets=yes ;;
      --overlay | --env)
        (($# > 1)) || wrong "$1 needs a value."
        if [[ $1 == --overlay ]]; then overlay=$2; else envFile=$2; fi
        shift
        ;;
      -h | --help)
        help
        exit
        ;;
      -*) wrong "\"$1\" is no option; scripts/deploy-production.sh help lists them." ;;
      *) words+=("$1") ;;
    esac
    shift
  done
  [[ -d $root/infrastructure/kubernetes/overlays/$overlay ]] ||
    wrong "There is no overlay \"$overlay\": minimal, production, ha, local."
}

# A word that a command has no use for is a mistake: "deploy minimal" would deploy production.
expectWords() { # command
  local most=0
  case $1 in
    logs | restore | recover | backup) most=1 ;;
    scale | fetch) most=2 ;;
  esac
  ((${#words[@]} <= most)) ||
    wrong "\"${words[most]}\" is a word too many for $1; scripts/deploy-production.sh help says what it takes."
}

# The value of a key of the configuration; empty when it is not there.
setting() {
  local line='' each
  [[ -f $envFile ]] || return 0
  # The last one counts. Read here: a deployment asks fifty times.
  while IFS= read -r each || [[ -n $each ]]; do
    if [[ $each == "$1="* ]]; then line=$each; fi
  done <"$envFile"
  line=${line#*=}
  line=${line%$'\r'}
  if [[ $line == \"*\" || $line == \'*\' ]]; then line=${line:1:-1}; fi
  printf '%s' "$line"
}

isSecret() {
  local key
  for key in "${secretKeys[@]}"; do [[ $key != "$1" ]] || return 0; done
  return 1
}

# Every fault of the configuration at once, without ever showing a value.
checkSettings() {
  [[ -f $envFile ]] ||
    wrong "$envFile is missing. Copy config/production.env to it and fill in your values."
  local faults=() key value
  while IFS= read -r line; do
    [[ $line =~ ^[A-Z][A-Z0-9_]*= ]] || faults+=("line \"${line%%=*}\" is not of the form KEY=value")
  done < <(grep -vE '^[[:space:]]*(#|$)' "$envFile")
  for key in "${neededSecrets[@]}"; do
    value=$(setting "$key")
    if [[ -z $value ]]; then
      faults+=("$key has no value")
    elif isPlaceholder "$value"; then
      faults+=("$key still has the value of the template")
    fi
  done
  for key in JWT_SECRET JWT_SECRET_PREVIOUS PASSWORD_PEPPER; do
    value=$(setting "$key")
    [[ -z $value ]] || ((${#value} >= 32)) || faults+=("$key is shorter than 32 bytes")
  done
  if shipsBackups; then
    [[ $(setting BACKUP_RECIPIENT) =~ ^age1[02-9ac-hj-np-z]{58}$ ]] ||
      faults+=("BACKUP_RECIPIENT is not what age-keygen prints (age1…), and S3_BUCKET needs it")
    for key in S3_ACCESS_KEY S3_SECRET_KEY; do
      [[ -n $(setting "$key") ]] || faults+=("$key has no value, and S3_BUCKET needs it")
    done
  fi
  if copiesVolumes; then
    for key in VELERO_ACCESS_KEY VELERO_SECRET_KEY; do
      [[ -n $(setting "$key") ]] || faults+=("$key has no value, and VELERO_BUCKET needs it")
    done
  fi
  while read -r key; do
    [[ -f $root/infrastructure/kubernetes/components/$key/kustomization.yaml && $key != images ]] ||
      faults+=("COMPONENTS names \"$key\", which is no folder of infrastructure/kubernetes/components")
  done < <(chosenComponents)
  while read -r key; do faults+=("$key"); done < <(
    fetchFaults
    alertFaults
    roleFaults
  )
  [[ -z $(setting BACKUP_IDENTITY) ]] ||
    faults+=("BACKUP_IDENTITY is here: who has the cluster must not be able to open its backups. Keep it elsewhere")
  [[ $(setting CORS_ORIGIN) =~ ^https://[a-z0-9.-]+ ]] ||
    faults+=("CORS_ORIGIN is not of the form https://host")
  ((${#faults[@]} == 0)) || {
    printf 'error: %s\n' "${faults[@]/#/$envFile: }" >&2
    exit 2
  }
}

# The parts that this configuration adds to its overlay, a line each.
chosenComponents() {
  ! shipsBackups || echo backup-ship
  ! copiesVolumes || echo velero
  local part
  for part in $(setting COMPONENTS | tr ',' ' '); do echo "$part"; done
}

# Do copies of the backups go to a bucket?
shipsBackups() { [[ -n $(setting S3_BUCKET) ]]; }

# Does Velero copy objects and volumes to a bucket?
copiesVolumes() { [[ $overlay != local && -n $(setting VELERO_BUCKET) ]]; }

isPlaceholder() {
  case $1 in
    *your-super-secret* | *change-me* | *changeme* | *CHANGE_ME* | password | *:password@* | '<'*) return 0 ;;
    *) return 1 ;;
  esac
}

# The host of the page; api. and ws. stand before it.
publicHost() {
  local origin
  origin=$(setting CORS_ORIGIN)
  origin=${origin%%,*}
  origin=${origin#https://}
  printf '%s' "${origin%%[:/]*}"
}
