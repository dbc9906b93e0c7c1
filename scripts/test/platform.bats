#!/usr/bin/env bats
# What deploy-production.sh makes for the charts of others and for those who watch.

load deploying

setup_file() { unpackKubectl; }

setup() { makeRepository; }

# The names of the Secrets that a document of YAML reads, a line each.
readSecrets() {
  awk '
    { match($0, /[^ -]/); indent = RSTART }
    inside && indent <= inside { inside = 0 }
    /(secretName|existingSecret|configSecret): [a-z]/ { print $NF }
    /secrets: \[/ { gsub(/.*\[|\].*/, ""); print }
    /[sS]ecret(KeyRef|Ref)?:$/ { inside = indent; next }
    inside && /^ *-? *name: / { print $NF; inside = 0 }' "$@" | tr -d '"}' | sort -u
}

# The objects that were made and not rendered, as JSON.
applied() { sed -n '/^{/,/^}/p' "$APPLIED"; }

makesEverySecret() { # overlay
  run "$script" deploy --overlay "$1"
  echo "$output"
  [ "$status" -eq 0 ]
  # cert-manager and ECK make these; the last is a copy of theirs, made when there is one.
  local others='^(api|web|ws|postgres)-tls$|^internal-ca$|^reconciliation-(es|kb)-|^letsencrypt-|^elastic-ca$'
  readSecrets repository/.release/all.yaml repository/infrastructure/helm/*.yaml |
    grep -vE "$others" >read
  grep -oE 'kubectl create secret generic [a-z-]+' "$CALLS" | awk '{print $5}' | sort -u >made
  missing=$(comm -23 read made)
  cat read
  grep -qx velero-credentials read
  [ -z "$missing" ] || { echo "nobody makes: $missing"; return 1; }
}

addVelero() {
  cat >>"$settings" <<'ENV'
VELERO_BUCKET=volumes
VELERO_REGION=eu-west-3
VELERO_ENDPOINT=https://s3.example.org
VELERO_ACCESS_KEY=Pl4nted-velero-access
VELERO_SECRET_KEY=Pl4nted-velero-secret
ENV
}

@test "every Secret that charts and manifests read is made, in each overlay" {
  addVelero
  for overlay in minimal production; do
    : >"$CALLS"
    makesEverySecret "$overlay"
  done
}

@test "Grafana's password is made once and then kept" {
  run "$script" deploy
  [ "$status" -eq 0 ]
  inOrder "kubectl create secret generic grafana-admin" \
    "helm upgrade kube-prometheus-stack"
  applied | jq -se 'map(select(.metadata.name == "grafana-admin"))[0].data
    | (.user | @base64d) == "admin" and .password == "a2VwdA=="'
  : >"$APPLIED"
  NEW_CLUSTER=yes run "$script" deploy
  [ "$status" -eq 0 ]
  applied | jq -se 'map(select(.metadata.name == "grafana-admin"))[0].data.password
    | @base64d | length > 20'
}

@test "Velero comes with its bucket, and without one neither chart nor schedule" {
  run "$script" deploy
  echo "$output"
  [ "$status" -eq 0 ]
  absent -E 'helm .*velero' "$CALLS"
  absent 'name: daily-backup' "$APPLIED"
  [[ $output == *"no copy of anything outside the cluster"* ]]
  addVelero
  run "$script" deploy
  echo "$output"
  [ "$status" -eq 0 ]
  grep -q 'name: daily-backup' "$APPLIED"
  inOrder "kubectl create secret generic velero-credentials" "helm upgrade velero"
  grep 'helm upgrade velero' "$CALLS" | grep -q -- '--values .*/.release/velero.json'
  jq -e '.configuration | (.backupStorageLocation[0] | .bucket == "volumes"
      and .config == {region: "eu-west-3", s3Url: "https://s3.example.org", s3ForcePathStyle: "true"})
    and .volumeSnapshotLocation[0].config == {region: "eu-west-3"}' repository/.release/velero.json
  applied | jq -rse 'map(select(.metadata.name == "velero-credentials"))[0].data.cloud | @base64d' >cloud
  grep -qx 'aws_access_key_id=Pl4nted-velero-access' cloud
  grep -qx 'aws_secret_access_key=Pl4nted-velero-secret' cloud
  [[ $output != *Pl4nted* && $output != *"outside the cluster"* ]]
  absent Pl4nted "$CALLS"
}

@test "a bucket of Velero without its key is refused before anything changes" {
  echo 'VELERO_BUCKET=volumes' >>"$settings"
  run "$script" deploy
  [ "$status" -eq 2 ]
  [[ $output == *"VELERO_ACCESS_KEY has no value, and VELERO_BUCKET needs it"* ]]
  [[ $output == *"VELERO_SECRET_KEY has no value, and VELERO_BUCKET needs it"* ]]
  [ ! -s "$CALLS" ]
}

@test "the smoke test goes where network policies let it, and ends what it began" {
  run "$script" verify
  echo "$output"
  [ "$status" -eq 0 ]
  absent -E 'get --raw|proxy/' "$CALLS"
  grep -q 'curl .*127.0.0.1:28080/api/v1/setup' "$CALLS"
  [ "$(wc -l <"$CALLS.forwards")" -eq 4 ]
  while read -r process; do absent . "/proc/$process/cmdline"; done <"$CALLS.forwards"
}

@test "a page, a way to the backend, or figures that do not answer fail the smoke test" {
  for address in :18080/health/ready ':28080/' :28080/api/v1/setup :19090/metrics; do
    SILENT=$address run "$script" verify
    [ "$status" -eq 1 ]
    [[ $output == *"does not answer"* ]]
  done
  FAIL_ON=port-forward run "$script" verify
  [ "$status" -eq 1 ]
}
