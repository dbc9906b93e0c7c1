# shellcheck shell=bash
# A release from beginning to end, and the way back.

# What is told something by the configuration or a Secret when it starts, where it is there. PostgreSQL
# is so on an empty volume alone: its roles get new passwords by `rotate`.
readers=(deployment/redis statefulset/redis-node deployment/pgbouncer deployment/postgres-wal-ship
  deployment/worker deployment/backend)

# All that they are told; what a vault brings is in the cluster only.
whatPodsAreTold() {
  linesOf plain
  if [[ $skipSecrets == no ]]; then
    linesOf secret
  else
    kubectl get secret reconciliation-secrets --namespace "$namespace" --ignore-not-found \
      --output 'jsonpath={.data}'
  fi
}

# The version of the images, by which the schema knows whom it can live with; the name of a release may
# be anything.
versionOfRelease() {
  if [[ $skipBuild == yes ]]; then
    kubectl get deployment backend --namespace "$namespace" --output json |
      jq -r '.spec.template.metadata.annotations["recon/version"] // empty'
  else
    sed -n 's|^  <version>\(.*\)</version>$|\1|p' "$root/pom.xml" | head -n 1
  fi
}

# Writes the kustomization of this release over the overlay: digests, hosts, the name of the migrate
# Job, and a checksum of the configuration, which rolls the pods when it changes.
writeRelease() {
  local host checksum mail version
  host=$(publicHost)
  mail=$(setting ACME_EMAIL)
  [[ -n $mail ]] || mail=$(setting ALERT_MAIL)
  mail=${mail%%,*}
  checksum=$(whatPodsAreTold | hash256)
  version=$(versionOfRelease)
  writeFetchPolicies >"$releaseFolder/fetch-policies.yaml"
  {
    cat <<YAML
apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
resources:
- ../infrastructure/kubernetes/overlays/$overlay
YAML
    [[ ! -s $releaseFolder/fetch-policies.yaml ]] || echo '- fetch-policies.yaml'
    echo 'components:'
    chosenComponents | sed 's|.*|- ../infrastructure/kubernetes/components/&|'
    # The versions of what a component adds.
    echo '- ../infrastructure/kubernetes/components/images'
    echo 'images:'
    imageEntry backend
    imageEntry frontend
    echo 'patches:'
    hostPatch web "$host"
    hostPatch api "api.$host"
    hostPatch ws "ws.$host"
    cat <<YAML
- target: {kind: ClusterIssuer}
  patch: |-
    - {op: replace, path: /spec/acme/email, value: "${mail:-admin@$host}"}
- target: {kind: Job, name: migrate}
  patch: |-
    - {op: replace, path: /metadata/name, value: migrate-$(releaseName)}
YAML
    annotationPatches "recon/config-checksum: $checksum" "${readers[@]}"
    [[ -z $version ]] || annotationPatches "recon/version: '$version'" deployment/backend
  } >"$releaseFolder/kustomization.yaml"
  kubectl kustomize "$releaseFolder" >"$releaseFolder/all.yaml"
  leadToRunbooks "$releaseFolder/all.yaml"
}

hostPatch() { # ingress, host
  cat <<YAML
- target: {kind: Ingress, name: $1}
  patch: |-
    - {op: replace, path: /spec/rules/0/host, value: $2}
YAML
  [[ $overlay == local ]] || echo "    - {op: replace, path: /spec/tls/0/hosts/0, value: $2}"
}

# Annotations of pods, which are rolled when one changes.
annotationPatches() { # annotation, kind/name…
  local each kind
  for each in "${@:2}"; do
    kind=Deployment
    [[ $each == deployment/* ]] || kind=StatefulSet
    cat <<YAML
- target: {kind: $kind, name: ${each#*/}}
  patch: |-
    {apiVersion: apps/v1, kind: $kind, metadata: {name: ${each#*/}},
     spec: {template: {metadata: {annotations: {$1}}}}}
YAML
  done
}

# Lets these start anew, where they are there, and waits for them.
restart() { # kind/name…
  local each found=()
  for each in "$@"; do
    [[ -n $(kubectl get "$each" --namespace "$namespace" --ignore-not-found --output name) ]] || continue
    kubectl rollout restart "$each" --namespace "$namespace"
    found+=("$each")
  done
  for each in "${found[@]}"; do waitFor "$each" 10; done
}

waitFor() { # kind/name, minutes
  change kubectl rollout status "$1" --namespace "$namespace" --timeout "$2m"
}

applyData() {
  step "7 PostgreSQL, Redis, and what stands around"
  objects 'Deployment|Job' 'backend|frontend|worker|migrate-.*' rest | applyInput plain
  waitFor deployment/postgres 10
  waitFor deployment/redis 5
}

migrate() {
  step "8 Migrations"
  local job
  job=migrate-$(releaseName)
  if [[ $dryRun == no && -n $(kubectl get job "$job" --namespace "$namespace" --ignore-not-found --output name) ]]; then
    kubectl delete job "$job" --namespace "$namespace" --wait
  fi
  objects Job 'migrate-.*' fit | applyInput plain
  [[ $dryRun == no ]] || return 0
  if ! kubectl wait "job/$job" --namespace "$namespace" --for=condition=complete --timeout 15m; then
    kubectl logs "job/$job" --namespace "$namespace" --tail=200 >&2 || true
    failed "The migrations failed; the application was not touched. Their log stands above."
  fi
}

applyApplication() {
  step "9 Backend and page"
  objects Deployment 'backend|frontend|worker' fit | applyInput plain
  waitFor deployment/backend 10 && waitFor deployment/frontend 5
}

# The shipper trusts the authority that ECK made for Elasticsearch.
copyElasticAuthority() {
  [[ $overlay != local && $dryRun == no ]] || return 0
  local certificate
  certificate=$(kubectl get secret reconciliation-es-http-certs-public --namespace logging \
    --ignore-not-found --output 'jsonpath={.data.ca\.crt}')
  if [[ -z $certificate ]]; then
    warn "Elasticsearch has no certificate yet; run deploy once more for the logs."
    return
  fi
  namespace=logging-agent object secret generic elastic-ca \
    --from-file=ca.crt=<(printf '%s' "$certificate" | base64 -d) | applyInput secret
}

shipperPassword() {
  [[ $overlay != local ]] || return 0
  local space password
  password=$(keptPassword log-shipper logging)
  for space in logging logging-agent; do
    namespace=$space object secret generic log-shipper --from-file=password=<(printf '%s' "$password") |
      applyInput secret
  done
}

record() {
  step "12 Release"
  change kubectl annotate namespace "$namespace" --overwrite "recon/release=$(releaseName)" \
    "recon/released-at=$(date -u +%Y-%m-%dT%H:%M:%SZ)" "recon/overlay=$overlay"
}

deploy() {
  umask 077
  checkSettings
  mkdir -p "$releaseFolder"
  preflight
  step "2 Configuration"
  say "$envFile is complete"
  checkNames
  buildAndPush
  writeRelease
  applyNamespace
  applyConfiguration
  shipperPassword
  installCharts
  applyData
  migrate
  if ! applyApplication || ! smoke; then
    step "11 Back"
    goBack
    failed "The release $(releaseName) did not come up; the one before serves on."
  fi
  copyElasticAuthority
  awaitIssuer
  [[ $overlay == ha ]] || firstCopy
  record
  step "Done"
  say "https://$(publicHost)"
}

# The parts of a release that are there, a line each.
partsOfRelease() {
  printf '%s\n' backend frontend
  kubectl get deployment/worker --namespace "$namespace" --ignore-not-found --output name | sed 's|.*/||'
}

goBack() {
  local part
  while read -r part; do
    if (($(kubectl rollout history "deployment/$part" --namespace "$namespace" | grep -cE '^[0-9]') > 1)); then
      kubectl rollout undo "deployment/$part" --namespace "$namespace"
      kubectl rollout status "deployment/$part" --namespace "$namespace" --timeout 10m
    else
      warn "$part has no release before this one."
    fi
  done < <(partsOfRelease)
}

# The version of what `rollout undo` brings back: the newest revision but one.
versionBefore() {
  kubectl get replicasets --namespace "$namespace" --selector app=backend --output json |
    jq -r '[.items[] | {
        revision: (.metadata.annotations["deployment.kubernetes.io/revision"] // "0" | tonumber),
        version: (.spec.template.metadata.annotations["recon/version"] // "")}]
      | sort_by(.revision) | .[-2].version // ""'
}

# The schema may have gone on in a way that the release before cannot live with: then there is no
# way back but a restore. Nor is there one into what is not known.
requireSchemaForBefore() {
  local least before
  least=$(kubectl exec --namespace "$namespace" deployment/postgres -- psql -U reconciliation_user \
    -d reconciliation_db -tAc "select min_release from schema_compat") || least=
  isVersion "$least" || wrong "What the schema needs is not known: PostgreSQL did not say. Nothing was done."
  before=$(versionBefore) || before=
  isVersion "$before" ||
    wrong "Which version ran before is not known: no pods from before say so. Nothing was done; docs/operating/maintenance.md has the way back by hand."
  [[ $(printf '%s\n' "$least" "$before" | sort -V | head -n 1) == "$least" ]] ||
    wrong "The schema needs version $least or newer; the one before is $before. See docs/operating/recovery.md."
  say "back to version $before; the schema needs $least or newer"
}

isVersion() { [[ $1 =~ ^[0-9]+\.[0-9]+\.[0-9]+$ ]]; }

rollback() {
  checkTools
  requireSchemaForBefore
  if [[ $dryRun == yes ]]; then
    say "would go back: $(partsOfRelease | paste -s -d ' ')"
    return
  fi
  goBack
  smoke || failed "The release before does not answer either; see docs/operating/incidents.md."
}
