#!/usr/bin/env bats
# deploy-production.sh brings a platform up and keeps it there.

load deploy

@test "without a command it says what it can do, and does nothing" {
  run "$script"
  [ "$status" -eq 0 ]
  [[ $output == *"Usage: "* ]]
  [ ! -s "$CALLS" ]
}

@test "an unknown command, option or overlay is refused with exit code 2" {
  run "$script" destroy
  [ "$status" -eq 2 ]
  run "$script" deploy --fast
  [ "$status" -eq 2 ]
  run "$script" deploy --overlay huge
  [ "$status" -eq 2 ]
  [ ! -s "$CALLS" ]
}

@test "deploy goes step by step" {
  run "$script" deploy
  echo "$output"
  [ "$status" -eq 0 ]
  inOrder "kubectl version" "kubectl auth can-i" \
    "docker build -t registry.example.com/team/reconciliation-backend:latest" \
    "docker push registry.example.com/team/reconciliation-backend:latest" \
    "kubectl apply" "kubectl create configmap reconciliation-config" \
    "kubectl create secret generic reconciliation-secrets" "helm upgrade ingress-nginx" \
    "kubectl rollout status deployment/postgres" "kubectl wait job/migrate-r2" \
    "kubectl rollout status deployment/backend" "kubectl port-forward" "kubectl annotate namespace"
}

@test "what is deployed is named by digest, with the hosts of the configuration" {
  sed -i 's|^CORS_ORIGIN=.*|CORS_ORIGIN=https://books.example.org|' "$settings"
  run "$script" deploy
  [ "$status" -eq 0 ]
  grep -q "image: registry.example.com/team/reconciliation-backend@sha256:$(printf '%064d' 42)" "$APPLIED"
  grep -q "image: registry.example.com/team/reconciliation-frontend@sha256:$(printf '%064d' 42)" "$APPLIED"
  grep -q 'host: api.books.example.org' "$APPLIED"
  grep -q 'host: ws.books.example.org' "$APPLIED"
  grep -q 'email: on-call@books.test' "$APPLIED"
  grep -q 'name: migrate-r2' "$APPLIED"
  absent 'example.com$' <(grep 'host: ' "$APPLIED")
}

@test "the exported registry is used, whatever it is" {
  REGISTRY=ghcr.example/other run "$script" deploy
  [ "$status" -eq 0 ]
  grep -q 'docker push ghcr.example/other/reconciliation-frontend:latest' "$CALLS"
  absent 'registry.example.com' "$CALLS"
}

@test "without a registry nothing is built" {
  REGISTRY='' run "$script" deploy
  [ "$status" -eq 2 ]
  [[ $output == *"REGISTRY is not set"* ]]
  absent docker "$CALLS"
}

@test "a secret is never on the screen, and never an argument" {
  run "$script" deploy
  [ "$status" -eq 0 ]
  [[ $output != *Pl4nted* ]]
  absent Pl4nted "$CALLS"
  grep -q "$(printf 'Pl4nted-JWT_SECRET-0123456789-0123456789' | base64 -w 0)" "$APPLIED"
  absent -r Pl4nted "$BATS_TEST_TMPDIR/repository/.release"
  run "$script" deploy --dry-run
  [ "$status" -eq 0 ]
  [[ $output != *Pl4nted* ]]
  [[ $output != *"$(printf Pl4nted | base64)"* ]]
}

@test "secrets go to the Secret, the rest to the ConfigMap" {
  run "$script" deploy
  config=$(awk '/"kind": "ConfigMap"/ {found = 1} /^{/ {text = ""} {text = text $0 "\n"}
    /^}/ && found {printf "%s", text; exit}' "$APPLIED")
  [[ $config == *DB_POOL_SIZE* && $config == *CORS_ORIGIN* ]]
  [[ $config != *JWT_SECRET* && $config != *DATABASE_URL* ]]
}

@test "a second run asks for the same and applies the same" {
  run "$script" deploy
  [ "$status" -eq 0 ]
  cp "$APPLIED" first
  : >"$APPLIED"
  run "$script" deploy
  [ "$status" -eq 0 ]
  diff first "$APPLIED"
}

@test "a dry run changes nothing" {
  run "$script" deploy --dry-run
  echo "$output"
  [ "$status" -eq 0 ]
  [[ $output == *"would run: helm upgrade ingress-nginx"* ]]
  [[ $output == *"would apply: Secret reconciliation-secrets with the keys"*JWT_SECRET* ]]
  absent -E '^(kubectl (apply|annotate|delete|scale|patch|rollout undo)|helm|docker)' "$CALLS"
}

@test "every fault of the configuration is said at once, and no value" {
  cp "$ROOT/config/production.env" "$settings"
  run "$script" deploy
  [ "$status" -eq 2 ]
  [[ $output == *"JWT_SECRET still has the value of the template"* ]]
  [[ $output == *"DATABASE_URL still has the value of the template"* ]]
  [[ $output == *"REDIS_PASSWORD has no value"* ]]
  [[ $output != *your-super-secret* ]]
  [ ! -s "$CALLS" ]
}

@test "a missing configuration says where the template is" {
  rm "$settings"
  run "$script" deploy
  [ "$status" -eq 2 ]
  [[ $output == *"Copy config/production.env"* ]]
}

@test "each missing tool is named with its purpose" {
  mkdir tools
  for tool in bash dirname readlink grep tail sort cat mkdir sed; do ln -s "$(command -v $tool)" tools/; done
  PATH=$PWD/tools run "$script" deploy
  [ "$status" -eq 2 ]
  for tool in kubectl helm jq curl docker; do [[ $output == *"missing: $tool"* ]]; done
}

@test "an old cluster is refused before anything changes" {
  SERVER_MINOR=32 run "$script" deploy
  [ "$status" -eq 2 ]
  [[ $output == *"1.33 is the oldest"* ]]
  absent -E '^(kubectl apply|docker|helm)' "$CALLS"
}

@test "without the rights nothing changes" {
  FAIL_ON='auth can-i create clusterroles' run "$script" deploy
  [ "$status" -eq 2 ]
  [[ $output == *"rights of a cluster administrator"* ]]
  absent -E '^(kubectl apply|docker|helm)' "$CALLS"
}

@test "failing migrations end the deployment before the application" {
  FAIL_ON='wait job/migrate' run "$script" deploy
  [ "$status" -eq 1 ]
  [[ $output == *"The migrations failed"* ]]
  grep -q 'kubectl logs job/migrate-r2' "$CALLS"
  absent 'rollout status deployment/backend' "$CALLS"
}

@test "a backend that does not come up is taken back" {
  FAIL_ON='rollout status deployment/backend --namespace reconciliation --timeout 10m' run "$script" deploy
  [ "$status" -eq 1 ]
  grep -q 'kubectl rollout undo deployment/backend' "$CALLS"
  absent 'kubectl annotate' "$CALLS"
}

@test "a Redis that refuses the password fails the smoke test, though its exit code is 0" {
  REDIS_ANSWER='NOAUTH Authentication required.' run "$script" deploy
  [ "$status" -eq 1 ]
  grep -q 'kubectl rollout undo deployment/backend' "$CALLS"
}

@test "a chart that is not the locked one is refused" {
  sed -i '/^cert-manager/s/-$/sha256:0000/' repository/infrastructure/helm/versions.lock
  run "$script" deploy
  [ "$status" -eq 1 ]
  [[ $output == *"is not the one of versions.lock"* ]]
  absent 'helm upgrade cert-manager' "$CALLS"
}

@test "the pods say of which version they are, and keep it with the images that run" {
  version=$(sed -n 's|^  <version>\(.*\)</version>|\1|p' "$ROOT/pom.xml" | head -n 1)
  run "$script" deploy --dry-run
  [ "$status" -eq 0 ]
  [ "$(grep -c "recon/version: $version" repository/.release/all.yaml)" -eq 1 ]
  NOW=0.0.9 run "$script" deploy --dry-run --skip-build
  [ "$status" -eq 0 ]
  grep -q 'recon/version: 0.0.9' repository/.release/all.yaml
  NOW='' run "$script" deploy --dry-run --skip-build
  [ "$status" -eq 0 ]
  absent 'recon/version' repository/.release/all.yaml
}

@test "rollback goes back, with the workers where there are any" {
  run "$script" rollback
  echo "$output"
  [ "$status" -eq 0 ]
  inOrder 'kubectl rollout undo deployment/backend' 'kubectl rollout undo deployment/frontend'
  absent 'undo deployment/worker' "$CALLS"
  HAS=deployment/worker LEAST=1.9.0 BEFORE=1.10.0 run "$script" rollback
  [ "$status" -eq 0 ]
  grep -q 'kubectl rollout undo deployment/worker' "$CALLS"
}

@test "rollback refuses what the schema cannot live with, and what is not known" {
  LEAST=1.10.0 BEFORE=1.9.0 NOW=1.10.0 run "$script" rollback
  [ "$status" -eq 2 ]
  [[ $output == *"The schema needs version 1.10.0 or newer; the one before is 1.9.0"* ]]
  BEFORE='' run "$script" rollback
  [ "$status" -eq 2 ]
  [[ $output == *"Which version ran before is not known"* ]]
  LEAST='' run "$script" rollback
  [ "$status" -eq 2 ]
  FAIL_ON='exec --namespace reconciliation deployment/postgres -- psql' run "$script" rollback
  [ "$status" -eq 2 ]
  [[ $output == *"What the schema needs is not known"* ]]
  absent 'rollout undo' "$CALLS"
}

@test "scale raises the least of the scaler, within its bounds" {
  run "$script" scale backend 4
  [ "$status" -eq 0 ]
  grep -qF 'kubectl patch hpa backend --namespace reconciliation --patch {"spec":{"minReplicas":4}}' "$CALLS"
  run "$script" scale backend 11
  [ "$status" -eq 2 ]
  run "$script" scale postgres 2
  [ "$status" -eq 2 ]
}

@test "logs of everything select by part-of, and of one part by app" {
  run "$script" logs
  grep -q -- '--selector app.kubernetes.io/part-of=reconciliation --all-containers=true' "$CALLS"
  run "$script" logs backend
  grep -q -- '--selector app=backend' "$CALLS"
  run "$script" logs nonsense
  [ "$status" -eq 2 ]
}

@test "backup starts the job of the schedule, under a name of its own, and waits for it" {
  run "$script" backup
  [ "$status" -eq 0 ]
  inOrder "kubectl create job backup-" "kubectl wait job/backup-"
  [[ $(dumpName) =~ ^backup-[0-9]{8}-[0-9]{6}$ ]]
}

@test "backup base copies the cluster, and the first deployment does so by itself" {
  run "$script" backup base
  [ "$status" -eq 0 ]
  inOrder "kubectl create job base-" "kubectl wait job/base-"
  run "$script" backup everything
  [ "$status" -eq 2 ]
  : >"$CALLS"
  run "$script" deploy
  [ "$status" -eq 0 ]
  grep -q 'kubectl create job first-base .*--from=cronjob/postgres-base-backup' "$CALLS"
}

@test "recover makes a dump of a moment by the job that has the room for it" {
  run "$script" recover 2026-11-28T09:59:00Z
  echo "$output"
  [ "$status" -eq 0 ]
  grep -q 'kubectl create job recover-.* --from=cronjob/postgres-restore-verify' "$CALLS"
  jq -e '.spec.template.spec.containers[0].command
    == ["/bin/bash", "/opt/backup/recover.sh", "2026-11-28T09:59:00Z"]' "$APPLIED"
  : >"$CALLS"
  for moment in "" yesterday '2026-11-28T09:59:00Z"; rm -rf /'; do
    run "$script" recover "$moment"
    [ "$status" -eq 2 ]
  done
  absent create "$CALLS"
}

@test "backup sends the dump to the bucket where there is one" {
  SHIPS=yes run "$script" backup
  [ "$status" -eq 0 ]
  inOrder "kubectl create job backup-" "kubectl wait job/backup-" "kubectl create job ship-" \
    "kubectl wait job/ship-"
  : >"$CALLS"
  run "$script" backup
  absent "create job ship-" "$CALLS"
}

@test "with a bucket the release ships backups by its own image, and without one it does not" {
  run "$script" deploy
  [ "$status" -eq 0 ]
  absent 'key: S3_SECRET_KEY' "$APPLIED"
  : >"$APPLIED"
  cat >>"$settings" <<'ENV'
S3_BUCKET=copies
S3_ACCESS_KEY=Pl4nted-access
S3_SECRET_KEY=Pl4nted-secret
BACKUP_RECIPIENT=age1d5va0xpaaaunj3npapzx3y3yzsv9gz0vc9dt9z889g8pnldc3vps80kd3t
ENV
  run "$script" deploy
  echo "$output"
  [ "$status" -eq 0 ]
  grep -A60 'key: S3_SECRET_KEY' "$APPLIED" >job
  grep -q "reconciliation-backend@sha256:$(printf '%064d' 42)" job
  grep -q 'schedule: 0 3 \* \* \*' job
  [[ $output != *Pl4nted* ]]
}

@test "a bucket without recipient or key, and a private key in the configuration, are refused" {
  printf 'S3_BUCKET=copies\nBACKUP_RECIPIENT=age1oops\nBACKUP_IDENTITY=AGE-SECRET-KEY-1\n' >>"$settings"
  run "$script" deploy
  [ "$status" -eq 2 ]
  [[ $output == *"BACKUP_RECIPIENT is not what age-keygen prints"* ]]
  [[ $output == *"S3_ACCESS_KEY has no value"* && $output == *"S3_SECRET_KEY has no value"* ]]
  [[ $output == *"BACKUP_IDENTITY is here"* ]]
  [ ! -s "$CALLS" ]
}

@test "sources reach the private networks that the backend is told of, and chosen components come along" {
  printf 'EGRESS_NETWORKS=10.1.0.0/16, fd12:3456::/32\nCOMPONENTS=fetching,worker\n' >>"$settings"
  run "$script" deploy
  echo "$output"
  [ "$status" -eq 0 ]
  policy=$(grep -A40 'name: fetch-networks$' "$APPLIED" | sed '/^---/q')
  [[ $policy == *"cidr: 10.1.0.0/16"* && $policy == *"cidr: fd12:3456::/32"* ]]
  [[ $policy == *"endPort: 65535"* ]]
  grep -q 'name: fetching$' "$APPLIED"
  grep -B60 'name: ROLE' "$APPLIED" | grep -q 'name: worker$'
  printf 'EGRESS_NETWORKS=0.0.0.0/0\nCOMPONENTS=fetching,../../base\n' >>"$settings"
  run "$script" deploy
  [ "$status" -eq 2 ]
  [[ $output == *"no folder of"* && $output == *"no network such as"* ]]
}

@test "sources reach the ports of public addresses that the configuration names, and no others" {
  printf 'EGRESS_PORTS=9000, 3306\n' >>"$settings"
  run "$script" deploy
  echo "$output"
  [ "$status" -eq 0 ]
  policy=$(grep -A40 'name: fetch-ports$' "$APPLIED" | sed '/^---/q')
  [[ $policy == *"port: 3306"*"port: 9000"* && $policy != *"port: 22"* && $policy != *"port: 5432"* ]]
  [[ $policy == *"- 10.0.0.0/8"* && $policy == *"- 169.254.0.0/16"* ]]
  absent 'name: fetch-networks$' "$APPLIED"
  printf 'EGRESS_PORTS=3306,25,70000,0x50,1433;22\n' >>"$settings"
  run "$script" deploy
  [ "$status" -eq 2 ]
  for port in 25 70000 0x50 "1433;22"; do [[ $output == *"EGRESS_PORTS has \"$port\""* ]]; done
  [[ $output != *'has "3306"'* ]]
}

@test "fetch brings a backup by a key that is on the cluster only meanwhile" {
  printf '# made\nAGE-SECRET-KEY-1PL4NTED\n' >key
  SHIPS=yes run "$script" fetch backup-20261128 key
  echo "$output"
  [ "$status" -eq 0 ]
  inOrder "kubectl create secret generic backup-identity" "kubectl create job fetch-" \
    "kubectl wait job/fetch-" "kubectl delete secret backup-identity"
  jq -se 'map(select(.kind == "Job"))[0].spec.template.spec.containers[0]
    | .args == ["fetch", "backup-20261128"] and .env[0].valueFrom.secretKeyRef.name == "backup-identity"' "$APPLIED"
  [[ $output != *PL4NTED* ]]
  absent PL4NTED "$CALLS"
}

@test "the key of a fetch that failed goes too" {
  printf 'AGE-SECRET-KEY-1PL4NTED\n' >key
  SHIPS=yes FAIL_ON='wait job/fetch' run "$script" fetch backup-20261128-101500 key
  [ "$status" -eq 1 ]
  grep -q 'kubectl delete secret backup-identity' "$CALLS"
}

@test "fetch and backups refuse what they cannot do" {
  printf 'no key\n' >key
  SHIPS=yes run "$script" fetch ../../etc/passwd key
  [ "$status" -eq 2 ]
  SHIPS=yes run "$script" fetch newest key
  [ "$status" -eq 2 ]
  run "$script" backups
  [ "$status" -eq 2 ]
  [[ $output == *"set S3_BUCKET"* ]]
  absent -E 'create|apply' "$CALLS"
  SHIPS=yes run "$script" backups
  [ "$status" -eq 0 ]
  jq -e '.spec.template.spec.containers[0].args == ["list"]' "$APPLIED"
}

@test "restore and cleanup ask before they destroy" {
  run "$script" restore backup-20261128.dump <<<no
  [ "$status" -eq 2 ]
  run "$script" cleanup </dev/null
  [ "$status" -eq 2 ]
  absent -E 'delete|scale|exec|create job' "$CALLS"
  run "$script" cleanup <<<'delete reconciliation'
  [ "$status" -eq 0 ]
  grep -q 'kubectl delete namespace reconciliation' "$CALLS"
}

# What reads a Secret or the configuration when it starts, and is not rolled when they change. The
# values of PostgreSQL are for an empty volume alone.
unrolled() {
  awk 'BEGIN { RS = "---\n" }
    /(^|\n)kind: (Deployment|StatefulSet)\n/ && /\n  namespace: reconciliation\n/ &&
    !/\n  name: postgres\n/ &&
    /(secretKeyRef|configMapKeyRef|configMapRef|secretName|secret):/ && !/recon\/config-checksum: [0-9a-f]+/' \
    repository/.release/all.yaml
}

checksums() { grep -o 'recon/config-checksum: .*' repository/.release/all.yaml | sort -u; }

@test "whatever reads the configuration is rolled when it changes, in every overlay" {
  cat >>"$settings" <<'ENV'
COMPONENTS=worker
S3_BUCKET=copies
S3_ACCESS_KEY=Pl4nted-access
S3_SECRET_KEY=Pl4nted-secret
BACKUP_RECIPIENT=age1d5va0xpaaaunj3npapzx3y3yzsv9gz0vc9dt9z889g8pnldc3vps80kd3t
ENV
  run "$script" deploy --dry-run
  [ "$status" -eq 0 ]
  [ -z "$(unrolled)" ]
  [ "$(grep -c 'recon/config-checksum' repository/.release/all.yaml)" -eq 4 ]
  before=$(checksums)
  [ "$(wc -l <<<"$before")" -eq 1 ]
  grep -q 'kubectl.kubernetes.io/default-container: redis' repository/.release/all.yaml
  sed -i 's/^REDIS_PASSWORD=.*/&-another/; s/^COMPONENTS=.*//' "$settings"
  nameRoles
  run "$script" deploy --dry-run --overlay ha
  echo "$output"
  [ "$status" -eq 0 ]
  [ -z "$(unrolled)" ]
  [ "$(grep -c 'recon/config-checksum' repository/.release/all.yaml)" -eq 6 ]
  [ "$(checksums)" != "$before" ]
}

@test "where a vault has the Secrets, what it has changed rolls the pods" {
  run "$script" deploy --dry-run --skip-secrets
  before=$(checksums)
  run "$script" deploy --dry-run --skip-secrets
  [ "$(checksums)" = "$before" ]
  VAULT=bmV3 run "$script" deploy --dry-run --skip-secrets
  [ "$status" -eq 0 ]
  [ "$(checksums)" != "$before" ]
}

@test "rotate lets everything that has the passwords start anew" {
  HAS="deployment/worker deployment/pgbouncer statefulset/redis-node" run "$script" rotate
  echo "$output"
  [ "$status" -eq 0 ]
  for each in deployment/worker deployment/pgbouncer statefulset/redis-node deployment/backend; do
    inOrder "kubectl exec --stdin" "kubectl rollout restart $each" "kubectl rollout status $each"
  done
  absent 'restart deployment/postgres' "$CALLS"
}

@test "rotate-jwt rolls the workers too" {
  HAS=deployment/worker run "$script" rotate-jwt
  [ "$status" -eq 0 ]
  [ "$(grep -c 'kubectl rollout restart deployment/worker' "$CALLS")" -eq 2 ]
  absent 'restart deployment/pgbouncer' "$CALLS"
}

@test "rotate changes the roles by standard input, then rolls the backend" {
  run "$script" rotate
  echo "$output"
  [ "$status" -eq 0 ]
  inOrder "kubectl create secret generic reconciliation-secrets" "kubectl exec --stdin" \
    "kubectl rollout restart deployment/backend" "kubectl rollout status deployment/backend"
  grep -qx 'DB_PASSWORD=Pl4nted-DB_PASSWORD-0123456789-0123456789' "$CALLS.input"
  absent Pl4nted "$CALLS"
  [[ $output != *Pl4nted* ]]
}

@test "rotate-jwt lets the new key verify before it signs, and never shows either" {
  chmod 640 "$settings"
  run "$script" rotate-jwt
  echo "$output"
  [ "$status" -eq 0 ]
  [ "$(grep -c 'kubectl rollout restart deployment/backend' "$CALLS")" -eq 2 ]
  [ "$(grep -c 'kubectl rollout status deployment/backend' "$CALLS")" -eq 2 ]
  # What each of the two Secrets said, in their order.
  mapfile -t signs < <(jq -r 'select(.metadata.name == "reconciliation-secrets") | .data.JWT_SECRET' "$APPLIED")
  mapfile -t verifies < <(jq -r 'select(.metadata.name == "reconciliation-secrets") | .data.JWT_SECRET_PREVIOUS' "$APPLIED")
  old=$(printf 'Pl4nted-JWT_SECRET-0123456789-0123456789' | base64 --wrap=0)
  [ "${#signs[@]}" -eq 2 ]
  [ "${signs[0]}" = "$old" ]
  [ "${verifies[1]}" = "$old" ]
  [ "${signs[1]}" = "${verifies[0]}" ]
  [ "${signs[1]}" != "$old" ]
  new=$(sed -n 's/^JWT_SECRET=//p' "$settings")
  [ "$(printf %s "$new" | base64 --wrap=0)" = "${signs[1]}" ]
  ((${#new} >= 32))
  [[ $output != *"$new"* && $output != *Pl4nted* ]]
  [ "$(stat -c %a "$settings")" = 640 ]
  [ "$(grep -c '^JWT_SECRET=' "$settings")" -eq 1 ]
  # An access token lives that long.
  [[ $output == *"Empty JWT_SECRET_PREVIOUS in $settings in ten minutes"* ]]
}

@test "rotate-jwt only says what it would do when asked to try" {
  cp "$settings" before
  run "$script" rotate-jwt --dry-run
  [ "$status" -eq 0 ]
  cmp "$settings" before
  absent 'rollout restart' "$CALLS"
}

@test "every command says what there is when asked for help, and does nothing" {
  for command in deploy rollback status logs scale backup backups fetch recover restore rotate verify lock cleanup; do
    run "$script" "$command" --help
    [ "$status" -eq 0 ]
    [[ $output == *"Usage: "* ]]
  done
  [ ! -s "$CALLS" ]
}

@test "a word too many is refused before anything is done" {
  for command in "deploy minimal" "rollback r1" "status backend" "scale backend 3 4" "logs backend frontend"; do
    # shellcheck disable=SC2086 # a command and its words
    run "$script" $command
    [ "$status" -eq 2 ]
    [[ $output == *"is a word too many for ${command%% *}"* ]]
  done
  [ ! -s "$CALLS" ]
}
