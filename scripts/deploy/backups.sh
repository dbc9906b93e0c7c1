# shellcheck shell=bash
# Backups now, and the copies of them in a bucket elsewhere.

# Waits for a Job and shows the end of what it said.
awaitJob() { # job, lines of its log, what failed
  if ! kubectl wait "job/$1" --namespace "$namespace" --for=condition=complete --timeout 4h; then
    kubectl logs "job/$1" --namespace "$namespace" --tail=100 >&2 || true
    failed "$3"
  fi
  kubectl logs "job/$1" --namespace "$namespace" --tail="$2"
}

# Takes a dump under a name of its own: what is there stays as it is, the night's too.
dumpNow() { # name
  kubectl create job "$1" --namespace "$namespace" --from=cronjob/postgres-backup \
    --dry-run=client --output json |
    jq ".spec.template.spec.containers[0].env += [{name: \"BACKUP_NAME\", value: \"$1\"}]" |
    applyInput plain
  [[ $dryRun == yes ]] || awaitJob "$1" 1 "The backup failed."
}

# Takes a backup, and sends it to the bucket where there is one; or a copy of the cluster, which the
# pod postgres-wal-ship sends.
backupNow() { # nothing, or base
  checkTools
  local job
  job=$(date -u +%Y%m%d-%H%M%S)
  case ${1:-} in
    '') ;;
    base)
      requireOneServer
      change kubectl create job "base-$job" --namespace "$namespace" --from=cronjob/postgres-base-backup
      [[ $dryRun == yes ]] || awaitJob "base-$job" 1 "The cluster was not copied."
      return
      ;;
    *) wrong "Say backup, or backup base." ;;
  esac
  dumpNow "backup-$job"
  hasBucket || return 0
  change kubectl create job "ship-$job" --namespace "$namespace" --from=cronjob/postgres-backup-ship
  [[ $dryRun == yes ]] ||
    awaitJob "ship-$job" 5 "The backup is on the cluster, but it did not get to the bucket."
}

hasBucket() {
  [[ -n $(kubectl get cronjob postgres-backup-ship --namespace "$namespace" --ignore-not-found --output name) ]]
}

# A recovery to a moment starts from a copy of the cluster; the first does not wait for Sunday.
firstCopy() {
  local last
  last=$(kubectl get cronjob postgres-base-backup --namespace "$namespace" --ignore-not-found \
    --output 'jsonpath={.status.lastSuccessfulTime}')
  [[ -z $last && $dryRun == no ]] || return 0
  kubectl get job first-base --namespace "$namespace" --ignore-not-found --output name | grep -q . ||
    kubectl create job first-base --namespace "$namespace" --from=cronjob/postgres-base-backup
}

# Makes a dump of the database as it was at a moment, beside the backups; restore puts it back. The
# job that verifies each night has the room for it.
recover() {
  local moment=${words[0]:-} job
  [[ $moment == latest || $moment =~ ^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$ ]] ||
    wrong "Say to when, in UTC: recover 2026-11-28T09:59:00Z, or recover latest."
  checkTools
  requireOneServer
  job=recover-$(date -u +%Y%m%d-%H%M%S)
  kubectl create job "$job" --namespace "$namespace" --from=cronjob/postgres-restore-verify \
    --dry-run=client --output json |
    jq ".spec.template.spec.containers[0].command = [\"/bin/bash\", \"/opt/backup/recover.sh\", \"$moment\"]" |
    applyInput plain
  [[ $dryRun == no ]] || return 0
  awaitJob "$job" 3 "The database was not recovered to $moment; what is there now was not touched."
  say "Put it back with: scripts/deploy-production.sh restore recovered-….dump"
}

# A Job like that of the schedule, which does something else.
shipJob() { # job, jq filter of its container
  kubectl create job "$1" --namespace "$namespace" --from=cronjob/postgres-backup-ship \
    --dry-run=client --output json |
    jq ".spec.template.spec.containers[0] |= ($2)"
}

requireBucket() {
  hasBucket ||
    wrong "Nothing goes to a bucket here: set S3_BUCKET in .env.production, and deploy (docs/operating/recovery.md)."
}

listBackups() {
  checkTools
  requireBucket
  local job
  job=list-$(date -u +%Y%m%d-%H%M%S)
  shipJob "$job" '.args = ["list"]' | applyInput plain
  [[ $dryRun == no ]] || return 0
  awaitJob "$job" 1000 "The bucket could not be listed."
  kubectl delete job "$job" --namespace "$namespace" --wait=false
}

# Brings a backup from the bucket to the volume of the backups; restore puts it back from there. The
# private key is on the cluster for as long as that takes.
fetchBackup() {
  local name=${words[0]:-} identity=${words[1]:-} job
  [[ $name =~ ^(newest|newest-base|backup-[0-9]{8}(-[0-9]{6})?|base-[0-9]{8}-[0-9]{6})$ ]] ||
    wrong "Say which: fetch backup-20261128 KEYFILE, or newest, base-20261122-030000, newest-base. \"backups\" lists them."
  [[ -f $identity ]] && grep -q '^AGE-SECRET-KEY-1' "$identity" ||
    wrong "\"$identity\" is no file with a private key as age-keygen writes it."
  checkTools
  [[ $name != *base* ]] || requireOneServer
  requireBucket
  job=fetch-$(date -u +%Y%m%d-%H%M%S)
  trap forgetIdentity EXIT
  object secret generic backup-identity --from-file=BACKUP_IDENTITY="$identity" | applyInput secret
  shipJob "$job" ".args = [\"fetch\", \"$name\"] | .env += [{name: \"BACKUP_IDENTITY\",
    valueFrom: {secretKeyRef: {name: \"backup-identity\", key: \"BACKUP_IDENTITY\"}}}]" |
    applyInput plain
  [[ $dryRun == no ]] || return 0
  awaitJob "$job" 5 "The backup could not be fetched."
}

forgetIdentity() {
  change kubectl delete secret backup-identity --namespace "$namespace" --ignore-not-found
}
