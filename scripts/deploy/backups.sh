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

# Takes a backup, and sends it to the bucket where there is one.
backupNow() {
  checkTools
  local job
  job=$(date -u +%Y%m%d-%H%M%S)
  change kubectl create job "backup-$job" --namespace "$namespace" --from=cronjob/postgres-backup
  [[ $dryRun == yes ]] || awaitJob "backup-$job" 1 "The backup failed."
  hasBucket || return 0
  change kubectl create job "ship-$job" --namespace "$namespace" --from=cronjob/postgres-backup-ship
  [[ $dryRun == yes ]] ||
    awaitJob "ship-$job" 5 "The backup is on the cluster, but it did not get to the bucket."
}

hasBucket() {
  [[ -n $(kubectl get cronjob postgres-backup-ship --namespace "$namespace" --ignore-not-found --output name) ]]
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
  [[ $name == newest || $name =~ ^backup-[0-9]{8}$ ]] ||
    wrong "Say which: fetch backup-20261128 KEYFILE, or fetch newest KEYFILE. \"backups\" lists them."
  [[ -f $identity ]] && grep -q '^AGE-SECRET-KEY-1' "$identity" ||
    wrong "\"$identity\" is no file with a private key as age-keygen writes it."
  checkTools
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
