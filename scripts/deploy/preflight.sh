# shellcheck shell=bash
# Is everything there that the rest needs? All that is missing is said at once.

# Which engine builds images: the first that is there.
engine() {
  local one
  for one in docker podman buildah; do
    if command -v "$one" >/dev/null; then
      printf '%s' "$one"
      return
    fi
  done
}

checkTools() {
  local missing=()
  command -v kubectl >/dev/null || missing+=("kubectl (talks to the cluster)")
  command -v helm >/dev/null || missing+=("helm (installs the third-party charts)")
  command -v jq >/dev/null || missing+=("jq (reads what the others say)")
  command -v curl >/dev/null || missing+=("curl (asks the platform whether it works)")
  [[ -n $(engine) ]] || missing+=("docker, podman or buildah (builds the images)")
  ((${#missing[@]} == 0)) || {
    printf 'error: missing: %s\n' "${missing[@]}" >&2
    exit 2
  }
}

checkRegistry() {
  [[ $skipBuild == yes || -n ${REGISTRY:-} ]] ||
    wrong 'REGISTRY is not set. Say where the images go: export REGISTRY=registry.example.com/team'
}

# The push is the first to ask the registry, after all has been built. Whether a login is needed only
# the registry knows.
checkLogin() {
  [[ $skipBuild == no ]] || return 0
  local host=${REGISTRY%%/*}
  [[ $host == *[.:]* || $host == localhost ]] || host=docker.io
  knowsLogin "$host" ||
    warn "$(engine) knows no login for $host, so it may refuse the push: $(engine) login $host"
}

knowsLogin() { # host
  local tool
  tool=$(engine)
  if [[ $tool != docker ]]; then
    "$tool" login --get-login "$1" >/dev/null 2>&1
    return
  fi
  local key=$1
  [[ $1 != docker.io ]] || key=https://index.docker.io/v1/
  jq --exit-status --arg key "$key" '(.auths[$key] // .credHelpers[$key] // .credsStore) != null' \
    "${DOCKER_CONFIG:-$HOME/.docker}/config.json" >/dev/null 2>&1
}

# Who signs certificates: cert-manager must be there before its issuers are applied, and an issuer
# that the authority has turned away signs nothing.
checkIssuer() {
  [[ $overlay != local ]] || return 0
  local ready
  if ! ready=$(issuerReady 2>/dev/null); then
    [[ $skipPlatform == no ]] ||
      wrong "The cluster has no cert-manager, which the issuers need: leave --skip-platform."
  elif [[ $ready == False ]]; then
    warn "The issuer letsencrypt-prod is not ready, so no certificate is signed: $(issuerSays)"
  fi
}

issuerReady() {
  kubectl get clusterissuer letsencrypt-prod --ignore-not-found \
    --output 'jsonpath={.status.conditions[?(@.type=="Ready")].status}'
}

issuerSays() {
  kubectl get clusterissuer letsencrypt-prod --ignore-not-found \
    --output 'jsonpath={.status.conditions[?(@.type=="Ready")].message}'
}

# The authority's answer to a new issuer comes within seconds; without it the platform serves on.
awaitIssuer() {
  [[ $overlay != local && $dryRun == no ]] || return 0
  kubectl wait clusterissuer/letsencrypt-prod --for=condition=Ready --timeout 2m >/dev/null ||
    warn "The issuer letsencrypt-prod is not ready, so no certificate is signed: $(issuerSays)"
}

checkCluster() {
  local minor
  minor=$(kubectl version --output json | jq -r '.serverVersion.minor // empty' | tr -dc 0-9) ||
    wrong "The cluster does not answer; kubectl config current-context says which one is meant."
  [[ -n $minor ]] || wrong "The cluster does not answer; see kubectl cluster-info."
  ((minor >= 33)) || wrong "The cluster is Kubernetes 1.$minor; 1.33 is the oldest that is supported."
  ((minor <= 36)) || warn "Kubernetes 1.$minor is newer than what this was tested with (1.36)."
  local verb
  for verb in 'create namespaces' 'create clusterroles' 'create deployments' 'create secrets'; do
    # shellcheck disable=SC2086 # verb and noun
    kubectl auth can-i $verb --all-namespaces >/dev/null ||
      wrong "Your account may not $verb; this needs the rights of a cluster administrator."
  done
  [[ -n $(kubectl get storageclass --output name) ]] ||
    wrong "The cluster has no StorageClass, so no volume would ever be made."
  kubectl get apiservice v1beta1.metrics.k8s.io --output name >/dev/null 2>&1 ||
    warn "metrics-server is missing: the scalers will not scale."
  local class
  class=$(kubectl get ingressclass nginx --output name 2>/dev/null || true)
  [[ -n $class || $skipPlatform == no ]] || warn "There is no IngressClass nginx yet."
}

checkNames() {
  local host prefix
  host=$(publicHost)
  for prefix in '' api. ws.; do
    getent hosts "$prefix$host" >/dev/null ||
      warn "$prefix$host has no address yet; certificates come when it leads to the load balancer."
  done
}

# Ends what the overlay of three servers has no way for, before anything changes: whatever overlay is
# typed, what the cluster has counts.
requireOneServer() { # what there is instead
  local there=$overlay
  [[ $there == ha ]] || there=$(kubectl get namespace "$namespace" --ignore-not-found --output json 2>/dev/null |
    jq -r '.metadata.annotations["recon/overlay"] // empty' 2>/dev/null || true)
  [[ $there != ha ]] || wrong "The overlay ha cannot do this. ${1:-It has the nightly dump and its copy in the bucket, but no log archive and no restore: see docs/operating/recovery.md.}"
}

preflight() {
  step "1 Preflight"
  checkTools
  checkRegistry
  checkLogin
  checkCluster
  checkIssuer
  shipsBackups || copiesVolumes ||
    warn "Without S3_BUCKET and VELERO_BUCKET there is no copy of anything outside the cluster."
  say "tools, rights and cluster are in order"
}
