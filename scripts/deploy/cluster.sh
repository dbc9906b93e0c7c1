# shellcheck shell=bash
# Namespace, configuration, secrets, and the charts of others.

apply() { # kubectl arguments…
  kubectl apply --server-side --force-conflicts --field-manager=recon-deploy "$@"
}

# Applies what comes on standard input, or shows how the cluster differs from it. What is secret is
# never shown: only the names are.
applyInput() { # secret|plain
  local code=0
  if [[ $dryRun == no ]]; then
    apply --filename -
  elif [[ $1 == secret ]]; then
    jq -r '"would apply: " + .kind + " " + .metadata.name + " with the keys "
      + (.data // {} | keys | join(", "))'
  else
    kubectl diff --server-side --force-conflicts --filename - || code=$?
    ((code < 2)) || warn "Not everything could be compared: what it stands on is not there yet."
  fi
}

# The objects of the release whose kind and name fit, or those where they do not.
objects() { # kinds, names, fit|rest
  awk -v kinds="^($1)$" -v names="^($2)$" -v wanted="$3" '
    function flush() {
      if (text != "" && ((kind ~ kinds && name ~ names) == (wanted == "fit"))) {
        printf "---\n%s", text
      }
      text = kind = name = ""
    }
    /^---$/ { flush(); next }
    /^[a-zA-Z]/ { inMetadata = /^metadata:/ }
    /^kind: / { kind = $2 }
    inMetadata && /^  name: / { name = $2 }
    { text = text $0 "\n" }
    END { flush() }' "$releaseFolder/all.yaml"
}

# An object that kubectl makes without asking the cluster, with our label and namespace.
object() { # kind, name, kubectl arguments…
  kubectl create "$@" --namespace "$namespace" --dry-run=client --output json |
    jq '.metadata.labels = {"app": "reconciliation", "app.kubernetes.io/part-of": "reconciliation"}'
}

applyNamespace() {
  step "4 Namespaces, quota, roles"
  objects Namespace '.*' fit | applyInput plain
  objects 'ResourceQuota|LimitRange|PriorityClass|ServiceAccount|Role|RoleBinding' '.*' fit |
    applyInput plain
}

# The lines of the configuration that are secret, or those that are not.
linesOf() { # secret|plain
  local line kind
  while IFS= read -r line; do
    kind=plain
    if isSecret "${line%%=*}"; then kind=secret; fi
    [[ $kind != "$1" ]] || printf '%s=%s\n' "${line%%=*}" "$(setting "${line%%=*}")"
  done < <(grep -E '^[A-Z][A-Z0-9_]*=' "$envFile") | sort -u
}

hash256() { sha256sum | cut -d ' ' -f 1; }

# Who may do what in Redis: people and probes ask whether it lives, the exporter reads its state,
# the application does everything but administer.
redisAccounts() {
  local hash
  hash=$(setting REDIS_PASSWORD | tr -d '\n' | hash256)
  cat <<ACL
user default on #$hash resetchannels -@all +ping +info +client|setname +hello
user exporter on #$hash ~* resetchannels -@all +ping +info +client +slowlog +latency +hello +memory|stats
user recon on #$hash ~* &* +@all -@admin -@dangerous
user replica on #$hash resetchannels -@all +psync +replconf +ping
user sentinel on #$hash allchannels -@all +multi +slaveof +ping +exec +subscribe +config|rewrite +role +publish +info +client|setname +client|kill +script|kill +hello
ACL
}

# What the URL of a database says of its login.
loginOf() { # setting, user|password
  local credentials
  credentials=$(setting "$1")
  credentials=${credentials#*://}
  credentials=${credentials%%@*}
  if [[ $2 == user ]]; then credentials=${credentials%%:*}; else credentials=${credentials#*:}; fi
  printf '%b' "${credentials//%/\\x}"
}

# The logins of the connection pooler, as it wants them.
poolerAccounts() {
  local key
  for key in DATABASE_URL ENGINE_DATABASE_URL; do
    printf '"%s" "%s"\n' "$(loginOf "$key" user)" "$(loginOf "$key" password)"
  done
}

# What CloudNativePG gives its roles as passwords; it reads a Secret again when it changes.
roleSecret() { # name, user, password
  object secret generic "$1" --type=kubernetes.io/basic-auth --from-file=username=<(printf '%s' "$2") \
    --from-file=password=<(printf '%s' "$3") |
    jq '.metadata.labels["cnpg.io/reload"] = "true"' | applyInput secret
}

# The roles of the overlay of three servers, with the setting that has each one's login.
serverRoles() {
  printf '%s\n' 'recon_owner MIGRATION_DATABASE_URL' 'recon_web DATABASE_URL' \
    'recon_engine ENGINE_DATABASE_URL'
}

roleSecrets() {
  local role key
  while read -r role key; do
    roleSecret "${role//_/-}" "$role" "$(loginOf "$key" password)"
  done < <(serverRoles)
  roleSecret reconciliation-user reconciliation_user "$(setting DB_PASSWORD)"
}

# What is wrong with the logins for that overlay, whose roles have names of their own.
roleFaults() {
  local role key
  [[ $overlay == ha ]] || return 0
  while read -r role key; do
    [[ $(loginOf "$key" user) == "$role" ]] || echo "$key logs in as another than $role, the name of its role in the overlay ha"
  done < <(serverRoles)
}

# The secret lines, and a password for the superuser, whom nobody can reach over the network.
secretLines() {
  linesOf secret
  [[ -n $(setting POSTGRES_PASSWORD) ]] ||
    printf 'POSTGRES_PASSWORD=%s\n' "$(printf 'postgres %s' "$(setting DB_PASSWORD)" | hash256)"
}

applyConfiguration() {
  step "5 Configuration and secrets"
  object configmap reconciliation-config --from-env-file=<(linesOf plain) | applyInput plain
  [[ $skipSecrets == no ]] || return 0
  object secret generic reconciliation-secrets --from-env-file=<(secretLines) | applyInput secret
  object secret generic redis-acl --from-file=users.acl=<(redisAccounts) | applyInput secret
  object secret generic pgbouncer-users --from-file=users.txt=<(poolerAccounts) | applyInput secret
  [[ $overlay != ha ]] || roleSecrets
}

# release, namespace, chart, version, repository, digest: the lines of versions.lock.
charts() { grep -vE '^(#|$)' "$root/infrastructure/helm/versions.lock"; }

wantsChart() {
  case $1 in
    cnpg) [[ $overlay == ha ]] ;;
    velero) copiesVolumes ;;
    *) [[ $overlay != local || $1 == ingress-nginx ]] ;;
  esac
}

installCharts() {
  step "6 Charts of others"
  chartSecrets
  if [[ $skipPlatform == yes ]]; then
    say "left as they are"
    return
  fi
  local release space chart version repository digest
  while read -r release space chart version repository digest; do
    if wantsChart "$release"; then installChart; fi
  done < <(charts)
}

installChart() {
  local archive=$releaseFolder/charts/$release-$version
  mkdir -p "$archive"
  local source=("$chart" --version "$version")
  [[ $repository == - ]] || source+=(--repo "$repository")
  change helm pull "${source[@]}" --destination "$archive"
  [[ $dryRun == yes ]] || checkDigest "$archive" "$digest"
  local from=$chart
  [[ $dryRun == yes ]] || from=$(find "$archive" -name '*.tgz' | head -n 1)
  local values=(--values "$root/infrastructure/helm/$release.yaml")
  if [[ $release == velero ]]; then
    veleroPlaces >"$releaseFolder/velero.json"
    values+=(--values "$releaseFolder/velero.json")
  fi
  change helm upgrade "$release" "$from" --install --namespace "$space" --create-namespace \
    "${values[@]}" --wait --timeout 15m
}

# Where Velero's copies go, as values of its chart.
veleroPlaces() {
  local region
  region=$(setting VELERO_REGION)
  jq --null-input --arg bucket "$(setting VELERO_BUCKET)" --arg region "${region:-us-east-1}" \
    --arg endpoint "$(setting VELERO_ENDPOINT)" '{configuration: {
      backupStorageLocation: [{name: "default", provider: "aws", bucket: $bucket, default: true,
        config: ({region: $region} + (if $endpoint == "" then {}
          else {s3Url: $endpoint, s3ForcePathStyle: "true"} end))}],
      volumeSnapshotLocation: [{name: "default", provider: "aws", config: {region: $region}}]}}'
}

checkDigest() { # folder, digest of versions.lock
  local found
  found=sha256:$(cat "$1"/*.tgz | hash256)
  if [[ $2 == - ]]; then
    warn "versions.lock has no digest of $release $version; it is $found (lock writes it)"
  elif [[ $2 != "$found" ]]; then
    failed "The chart $release $version is not the one of versions.lock: $found."
  fi
}

# What the charts expect to find: made here, or they would wait for it until they fail.
chartSecrets() {
  [[ $overlay != local ]] || return 0
  namespace=monitoring object secret generic alertmanager-config \
    --from-file=alertmanager.yaml=<(alertmanagerConfiguration) | applyInput secret
  namespace=monitoring object secret generic grafana-admin --from-literal=user=admin \
    --from-file=password=<(keptPassword grafana-admin monitoring) | applyInput secret
  [[ $skipSecrets == no ]] || return 0
  namespace=monitoring object secret generic alertmanager-secrets \
    --from-file=smtp-password=<(setting SMTP_PASSWORD) \
    --from-file=slack-url=<(setting SLACK_URL) | applyInput secret
  copiesVolumes || return 0
  namespace=velero object secret generic velero-credentials --from-file=cloud=<(veleroKey) |
    applyInput secret
}

veleroKey() {
  printf '[default]\naws_access_key_id=%s\naws_secret_access_key=%s\n' \
    "$(setting VELERO_ACCESS_KEY)" "$(setting VELERO_SECRET_KEY)"
}

# A password that is made once and then kept.
keptPassword() { # secret, namespace
  local password
  password=$(kubectl get secret "$1" --namespace "$2" --ignore-not-found \
    --output 'jsonpath={.data.password}' | base64 -d)
  [[ -n $password ]] || password=$(head -c 24 /dev/urandom | base64 | tr -dc A-Za-z0-9)
  printf '%s' "$password"
}
