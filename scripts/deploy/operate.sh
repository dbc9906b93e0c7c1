# shellcheck shell=bash
# What one does with a platform that runs.

# Of a restore that is under way: the database that is being filled, and what was stopped.
filled=
stopped=()

status() {
  checkTools
  kubectl get namespace "$namespace" --output json |
    jq -r '.metadata.annotations // {} | "release \(.["recon/release"] // "unknown"), overlay \(.["recon/overlay"] // "unknown"), since \(.["recon/released-at"] // "unknown")"'
  kubectl get pods,services,ingress,hpa,pvc,cronjobs --namespace "$namespace"
  if [[ -f $releaseFolder/kustomization.yaml ]]; then
    step "Drift"
    kubectl diff --server-side --force-conflicts --kustomize "$releaseFolder" || (($? == 1)) ||
      warn "The difference could not be found."
  fi
}

logs() {
  local selector=app.kubernetes.io/part-of=reconciliation
  case ${words[0]:-} in
    '') ;;
    backend | frontend | postgres | redis | worker | migrate | postgres-backup | postgres-backup-ship | postgres-wal-ship) selector=app=${words[0]} ;;
    *) wrong "\"${words[0]}\" is no part: backend, frontend, postgres, redis, worker, migrate, postgres-backup, postgres-backup-ship, postgres-wal-ship." ;;
  esac
  kubectl logs --namespace "$namespace" --selector "$selector" --all-containers=true --tail=100 --prefix
}

# A number given by hand is taken back by the scaler, so its least is raised.
scale() {
  local part=${words[0]:-} count=${words[1]:-} max
  case $part in
    backend) max=10 ;;
    frontend) max=5 ;;
    *) wrong "Say which: scale backend 4, or scale frontend 3." ;;
  esac
  if ! [[ $count =~ ^[1-9][0-9]?$ ]] || ((count > max)); then
    wrong "$part has 1 to $max pods, not \"$count\"."
  fi
  change kubectl patch hpa "$part" --namespace "$namespace" \
    --patch "{\"spec\":{\"minReplicas\":$count}}"
}

# Puts a dump of backup-pvc back: into a database of its own first, which takes the place of the other
# when it is whole. What is there now is dumped before, and kept under another name.
restore() {
  checkTools
  local file=${words[0]:-} now
  [[ $file =~ ^[A-Za-z0-9._-]+\.(dump|sql)$ ]] ||
    wrong "Say which file of /backup: restore backup-20261128.dump"
  requireOneServer
  confirm "This replaces the database by $file. Everything since is lost, except in the backup that is taken first." "$file"
  now=$(date -u +%Y%m%d-%H%M%S)
  dumpNow "before-$now"
  if [[ $dryRun == yes ]]; then
    say "would make a database of $file, stop backend, worker and page, exchange the databases, and start them"
    return
  fi
  filled=restored_${now/-/_} kept=replaced_${now/-/_}
  trap restoreEnded EXIT
  clusterSecrets | besidePostgres fill "$file" "$filled"
  stopPlatform
  besidePostgres swap "$filled" "$kept" </dev/null
  filled=
  startPlatform
  waitFor deployment/backend 10
  smoke || failed "The restored platform does not answer. The database before is $kept, and before-$now.dump."
  say "The database before is kept as $kept; drop it when all is well."
}

# However it ended, what was stopped starts again, and half a database goes.
restoreEnded() {
  startPlatform || warn "Not everything could be started: kubectl scale deployment backend --replicas=2 --namespace $namespace"
  [[ -n $filled ]] || return 0
  besidePostgres drop "$filled" </dev/null || warn "$filled could not be dropped."
  warn "The database is the one that it was."
}

besidePostgres() { # step of restore.sh, its words
  kubectl exec --stdin --namespace "$namespace" deployment/postgres -- \
    bash /etc/postgresql/restore.sh "$@"
}

# What the cluster's own Secret holds, as pods get it when they start.
clusterSecrets() {
  kubectl get secret reconciliation-secrets --namespace "$namespace" --output json |
    jq -r '.data | to_entries[] | "\(.key)=\(.value | @base64d)"'
}

# Ends every pod that works with the database, and keeps in mind how many there were.
stopPlatform() {
  local part count
  for part in backend worker frontend; do
    count=$(kubectl get deployment "$part" --namespace "$namespace" --ignore-not-found \
      --output 'jsonpath={.spec.replicas}')
    [[ -n $count ]] || continue
    ((count > 0)) || count=1 # left by something that broke off; the scaler raises it
    stopped+=("$part=$count")
    kubectl scale deployment "$part" --replicas=0 --namespace "$namespace"
  done
  for part in "${stopped[@]%=*}"; do
    kubectl wait pod --namespace "$namespace" --selector "app=$part" --for=delete --timeout 3m
  done
}

startPlatform() {
  local part
  for part in "${stopped[@]}"; do
    kubectl scale deployment "${part%=*}" "--replicas=${part#*=}" --namespace "$namespace" || return 1
  done
  stopped=()
}

# New passwords of the database's roles, from .env.production. They go in by standard input, so no
# list of processes ever shows them.
rotate() {
  umask 077
  checkSettings
  checkTools
  requireOneServer "Change the passwords in .env.production and deploy: CloudNativePG gives them to the roles."
  mkdir -p "$releaseFolder"
  applyConfiguration
  if [[ $dryRun == yes ]]; then
    say "would set the passwords of the roles, and restart what has them"
    return
  fi
  # shellcheck disable=SC2016 # the pod's shell reads the lines
  secretLines | kubectl exec --stdin --namespace "$namespace" deployment/postgres -- bash -c '
    while IFS= read -r line; do export "$line"; done
    exec bash /docker-entrypoint-initdb.d/10-roles.sh'
  restart "${readers[@]}"
}

# Puts a value into the configuration; the file is replaced at once or not at all.
writeSetting() { # key, value
  local part
  part=$(mktemp "$envFile.XXXXXX")
  chmod --reference="$envFile" "$part"
  KEY=$1 VALUE=$2 awk '
    index($0, ENVIRON["KEY"] "=") == 1 { next }
    { print }
    END { print ENVIRON["KEY"] "=" ENVIRON["VALUE"] }' "$envFile" >"$part" || {
    rm -f "$part" # it has secrets
    return 1
  }
  mv "$part" "$envFile"
}

# A new key of access tokens, in two rolls: first every pod learns to verify by it, then they sign by
# it, and go on verifying by the old one. So no request fails and nobody is signed out.
rotateJwt() {
  umask 077
  checkSettings
  checkTools
  [[ $skipSecrets == no ]] || wrong "The Secrets are a vault's: change JWT_SECRET there, as docs/operating/maintenance.md says."
  mkdir -p "$releaseFolder"
  local old new
  old=$(setting JWT_SECRET)
  new=$(head -c 48 /dev/urandom | base64 --wrap=0)
  if [[ $dryRun == yes ]]; then
    say "would make a new JWT_SECRET, and roll the backend twice"
    return
  fi
  step "The new key verifies"
  rollWith "$old" "$new"
  step "The new key signs, the old one verifies"
  rollWith "$new" "$old"
  say "JWT_SECRET is new. Empty JWT_SECRET_PREVIOUS in $envFile in ten minutes."
}

rollWith() { # the key that signs, the other one that verifies
  writeSetting JWT_SECRET "$1"
  writeSetting JWT_SECRET_PREVIOUS "$2"
  applyConfiguration
  restart deployment/worker deployment/backend
}

verify() {
  checkTools
  [[ ! -f $envFile ]] || checkSettings
  smoke || failed "The platform does not answer as it should."
}

lockCharts() {
  local release space chart version repository folder line
  folder=$(mktemp -d)
  while read -r release space chart version repository _; do
    local source=("$chart" --version "$version")
    [[ $repository == - ]] || source+=(--repo "$repository")
    rm -f "$folder"/*.tgz
    helm pull "${source[@]}" --destination "$folder"
    line=$(printf '%-22s %-14s %-41s %-8s %-51s sha256:%s' "$release" "$space" "$chart" "$version" \
      "$repository" "$(cat "$folder"/*.tgz | hash256)")
    sed -i "s|^$release .*|$line|" "$root/infrastructure/helm/versions.lock"
  done < <(charts)
  rm -r "$folder"
  charts
}

cleanup() {
  checkTools
  confirm "This removes the namespace $namespace with every volume in it: the database and the backups on the cluster are gone for good." "delete $namespace"
  change kubectl delete namespace "$namespace" --wait --ignore-not-found
  [[ $skipPlatform == yes ]] || warn "The charts of others stay: helm uninstall removes them."
}
