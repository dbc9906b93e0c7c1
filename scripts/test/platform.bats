#!/usr/bin/env bats
# What deploy-production.sh makes for the charts of others and for those who watch.

load deploy

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

configuration() {
  applied | jq -rse 'map(select(.metadata.name == "alertmanager-config"))[0].data["alertmanager.yaml"] | @base64d'
}

isTaken() { ! command -v amtool >/dev/null || amtool check-config "$1"; }

told() { # severity
  amtool config routes test --config.file config.yml "alertname=Any" "severity=$1" page=no
}

@test "alerts go to the addresses of the configuration, and to none of the example's" {
  cat >>"$settings" <<'ENV'
SMTP_FROM=Recon <recon@books.test>
SMTP_USERNAME=o'recon
SMTP_PASSWORD=Pl4nted-mail
SLACK_URL=https://hooks.slack.test/services/Pl4nted-slack
HEARTBEAT_URL=https://beat.test/ping/Pl4nted-beat
RUNBOOK_URL=https://git.books.test/recon/docs/runbooks
ACME_EMAIL=certificates@books.test
ENV
  run "$script" deploy
  echo "$output"
  [ "$status" -eq 0 ]
  configuration >config.yml
  isTaken config.yml
  absent example.com config.yml
  grep -q "smtp_smarthost: 'mail.books.test:587'" config.yml
  grep -q "smtp_auth_username: 'o''recon'" config.yml
  grep -q "smtp_from: 'Recon <recon@books.test>'" config.yml
  [ "$(grep -c "to: 'on-call@books.test'" config.yml)" -eq 2 ]
  grep -q "url: 'https://beat.test/ping/Pl4nted-beat'" config.yml
  [ "$(told warning)" = slack ]
  grep -q 'runbook_url: https://git.books.test/recon/docs/runbooks/DiskWillFill.md' "$APPLIED"
  absent 'example.com/runbooks' "$APPLIED"
  grep -q 'email: certificates@books.test' "$APPLIED"
  [[ $output != *Pl4nted* ]]
  absent Pl4nted "$CALLS"
}

@test "without Slack, heartbeat and login every alert is still mailed" {
  echo 'SMTP_SECURITY=none' >>"$settings"
  run "$script" deploy
  echo "$output"
  [ "$status" -eq 0 ]
  configuration >config.yml
  isTaken config.yml
  absent -E 'example.com|slack_|webhook|smtp_auth' config.yml
  grep -q 'smtp_require_tls: false' config.yml
  [ "$(told warning)" = email ]
  [ "$(told critical)" = slack-and-email ]
  grep -A2 'name: slack-and-email' config.yml | grep -q "to: 'on-call@books.test'"
  absent 'example.com/runbooks' "$APPLIED"
}

@test "what would reach nobody is refused before anything changes" {
  sed -i '/^ALERT_MAIL=\|^SMTP_FROM=/d' "$settings"
  printf '%s\n' SMTP_HOST=smtp.example.com HEARTBEAT_URL=https://heartbeat.example.com/ping \
    'SLACK_URL=hooks' SMTP_SECURITY=tls >>"$settings"
  run "$script" deploy
  echo "$output"
  [ "$status" -eq 2 ]
  for key in ALERT_MAIL SMTP_FROM; do [[ $output == *"$key has no value, so no alert"* ]]; done
  for key in SMTP_HOST HEARTBEAT_URL; do [[ $output == *"$key still has the value"* ]]; done
  [[ $output == *"SLACK_URL is not of the form"* && $output == *"on port 465 only"* ]]
  [ ! -s "$CALLS" ]
}

@test "three servers find the Secrets of their roles, and no job is asked for that they have not" {
  nameRoles
  sed -i 's|recon_web:[^@]*@|recon_web:Pl4nted%2Fweb@|' "$settings"
  addVelero
  makesEverySecret ha
  applied | jq -se 'map(select(.metadata.name == "recon-web"))[0]
    | .type == "kubernetes.io/basic-auth" and .metadata.labels["cnpg.io/reload"] == "true"
    and (.data.username | @base64d) == "recon_web" and (.data.password | @base64d) == "Pl4nted/web"'
  absent postgres-base-backup "$CALLS"
  grep -q 'kubectl annotate namespace' "$CALLS"
}

@test "three servers whose logins have other names are refused before anything changes" {
  run "$script" deploy --overlay ha
  [ "$status" -eq 2 ]
  [[ $output == *"MIGRATION_DATABASE_URL logs in as another than recon_owner"* ]]
  [ ! -s "$CALLS" ]
}

@test "what three servers have no way for is refused before anything changes, whatever is typed" {
  printf 'AGE-SECRET-KEY-1PL4NTED\n' >key
  for command in "restore --yes backup-20261128.dump" "recover latest" "backup base" rotate \
    "fetch newest-base key"; do
    # shellcheck disable=SC2086 # a command and its words
    OVERLAY=ha SHIPS=yes run "$script" $command
    echo "$output"
    [ "$status" -eq 2 ]
    [[ $output == *"The overlay ha cannot do this"* ]]
  done
  run "$script" recover latest --overlay ha
  [ "$status" -eq 2 ]
  absent -E 'create|apply|scale|exec|delete|rollout' "$CALLS"
  OVERLAY=ha run "$script" backup
  [ "$status" -eq 0 ]
}

@test "a registry without a login is said before anything is built" {
  export DOCKER_CONFIG=$PWD/docker
  mkdir docker
  run "$script" deploy --dry-run
  [ "$status" -eq 0 ]
  [[ $output == *"docker knows no login for registry.example.com"* ]]
  for known in '{"auths":{"registry.example.com":{}}}' '{"credsStore":"pass"}' \
    '{"credHelpers":{"registry.example.com":"ecr-login"}}'; do
    echo "$known" >docker/config.json
    run "$script" deploy --dry-run
    [ "$status" -eq 0 ]
    [[ $output != *"knows no login"* ]]
  done
  echo '{"auths":{"https://index.docker.io/v1/":{}}}' >docker/config.json
  REGISTRY=team run "$script" deploy --dry-run
  [[ $output != *"knows no login"* ]]
}

@test "an issuer that is missing or turned away is said" {
  FAIL_ON='get clusterissuer' run "$script" deploy --skip-platform
  [ "$status" -eq 2 ]
  [[ $output == *"no cert-manager"* ]]
  absent -E '^(docker|helm)|kubectl (apply|create)' "$CALLS"
  FAIL_ON='get clusterissuer' run "$script" deploy
  [ "$status" -eq 0 ]
  ISSUER=False run "$script" deploy
  [ "$status" -eq 0 ]
  [ "$(grep -c 'letsencrypt-prod is not ready.*: the address is not accepted' <<<"$output")" -eq 2 ]
}
