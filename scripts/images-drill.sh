#!/usr/bin/env bash
# Builds both images whole, as their files say, looks into them, and runs them: with a read-only root,
# no capability, and the limits of the manifests, on a PostgreSQL and a Redis of this machine. No engine
# and no registry is needed: the base is made with debootstrap. As root; Debian: apt-get install
# buildah crun debootstrap iproute2 postgresql-15 redis-server.
#   scripts/images-drill.sh             builds and runs
#   BUILT=1 scripts/images-drill.sh     runs the images of the last time
set -euo pipefail
root=$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")
for tool in buildah crun debootstrap ip jq curl redis-server; do
  command -v "$tool" >/dev/null || {
    echo "The drill needs $tool." >&2
    exit 2
  }
done
((EUID == 0)) || {
  echo "The drill makes file systems and networks: run it as root." >&2
  exit 2
}
export BUILDAH_ISOLATION=chroot
base=localhost/recon-base:13
declare -A launched
containers=()
databases=
work=$(mktemp -d)
begun=$SECONDS
say() { printf '%4d s  %s\n' "$((SECONDS - begun))" "$*"; }
fail() {
  echo "The drill failed: $*" >&2
  tail -n 15 "$work"/*.log >&2 || true
  exit 1
}
# shellcheck source=scripts/drill/containers.sh
source "$root/scripts/drill/containers.sh"
finish() {
  local one
  for one in "${!launched[@]}"; do oci delete --force "recon-drill-$one" 2>/dev/null || true; done
  [[ -z $databases ]] || kill "$databases" 2>/dev/null || true
  wait 2>/dev/null || true
  dropNetwork
  for one in "${containers[@]}"; do buildah rm "$one" >/dev/null; done
  rm -rf --one-file-system "$work"
}
trap finish EXIT
trap 'echo "The drill failed at line $LINENO." >&2' ERR

build() { # part
  local name=local/reconciliation-$1:latest began=$SECONDS
  buildah bud --build-arg "BASE=$base" --build-arg "PREVIOUS=$base" -t "$name" \
    -f "$root/infrastructure/docker/Dockerfile.$1" "$root" >"$work/build-$1.log" 2>&1 </dev/null ||
    fail "$1 was not built"
  say "$1 is built, $((SECONDS - began)) s"
}

# What must not be in it, what must be said of it, and how large it is on its way to a cluster.
look() { # part, user, the most MiB
  local name=local/reconciliation-$1:latest container folder found bytes
  container=$(buildah from --pull-never "$name")
  containers+=("$container")
  folder=$(buildah mount "$container")
  found=$(find "$folder" \( -name sh -o -name '*sh' -path '*/bin/*' -o -name busybox -o -name perl \
    -o -name java -path '*/bin/*' -o -name apt -o -name dpkg -o -name curl -o -perm /6000 \) -print)
  [[ -z $found ]] || fail "$1 has what it must not have: $found"
  [[ $(buildah inspect --type image --format '{{.OCIv1.Config.User}}' "$name") == "$2:$2" ]] ||
    fail "$1 does not run as $2"
  buildah push --quiet "$name" "oci:$work/oci-$1:latest"
  bytes=$(du -sb "$work/oci-$1/blobs")
  bytes=${bytes%%[[:space:]]*}
  rm -r "$work/oci-$1"
  ((bytes <= $3 << 20)) || fail "$1 has $bytes bytes compressed, more than $3 MiB"
  say "$1: user $2, no shell, $((bytes >> 20)) MiB compressed"
}

startDatabases() {
  chmod 777 "$work"
  runuser -u postgres -- "$root/scripts/drill/serve-database" "$work" "$network.1" >"$work/database.log" 2>&1 &
  databases=$!
  until [[ -f $work/environment ]]; do
    kill -0 "$databases" 2>/dev/null || fail "no database"
    sleep 0.1
  done
  cat >>"$work/environment" <<ENV
JWT_SECRET=a-secret-of-a-drill-0123456789-0123456789
PASSWORD_PEPPER=a-pepper-of-a-drill-0123456789-0123456789
LOG_FORMAT=ecs
ENABLE_METRICS=true
METRICS_PORT=9090
ADMIN_SECOND_FACTOR=false
RATE_LIMIT_PER_MINUTE=0
ENV
  say "PostgreSQL and Redis are there"
}

# Limits and writable folders of the manifests.
asMigrate() { memoryMiB=256 cpuMillis=1000; echo '[{"path":"/tmp","size":"32m"}]' >"$work/mounts.json"; }
asBackend() {
  memoryMiB=768 cpuMillis=2000
  echo '[{"path":"/tmp","size":"512m"},{"path":"/var/lib/recon","size":"4g"}]' >"$work/mounts.json"
}
asFrontend() { memoryMiB=64 cpuMillis=500; echo '[{"path":"/tmp","size":"768m"}]' >"$work/mounts.json"; }

migrate() {
  asMigrate
  local verb code
  for verb in up up validate down; do
    bundle "migrate" local/reconciliation-backend backend /app/migrate "$verb"
    code=0
    execute migrate >"$work/migrate.log" 2>&1 || code=$?
    case $verb in down) ((code == 2)) ;; *) ((code == 0)) ;; esac || fail "migrate $verb ended with $code"
    say "/app/migrate $verb: $code, $(tail -n 1 "$work/migrate.log")"
  done
}

awaitBackend() {
  local began=$1
  until curl -sf -o /dev/null "http://$network.2:8080/health/ready"; do
    kill -0 "${launched[backend]}" 2>/dev/null || fail "the backend ended"
    ((${EPOCHREALTIME/./} - began < 120000000)) || fail "the backend was not ready in time"
    sleep 0.05
  done
  readyMillis=$(((${EPOCHREALTIME/./} - began) / 1000))
}

startBackend() {
  asBackend
  bundle backend local/reconciliation-backend backend
  local began=${EPOCHREALTIME/./}
  launch backend
  awaitBackend "$began"
  say "the backend is ready after $readyMillis ms ($cpuMillis m, $memoryMiB MiB, load $(cut -d ' ' -f 1 /proc/loadavg))"
}

startFrontend() {
  asFrontend
  bundle frontend local/reconciliation-frontend frontend
  launch frontend
  until curl -sf -o /dev/null "http://$network.3:8080/healthz"; do
    kill -0 "${launched[frontend]}" 2>/dev/null || fail "the page ended"
    sleep 0.1
  done
}

# The page, its policy, its files, and a whole reconciliation through it.
use() {
  local front=http://$network.3:8080 asset link key
  curl -sSf -D "$work/headers" -o "$work/page" "$front/reconciliations"
  grep -qi '<!doctype html' "$work/page" || fail "no page"
  grep -qi '^content-security-policy: .*nonce-' "$work/headers" || fail "the page has no policy"
  asset=$(grep -o '/assets/[^"]*\.js' "$work/page" | head -n 1)
  curl -sSf -D "$work/headers" -o "$work/asset" -H 'Accept-Encoding: gzip' "$front$asset"
  grep -qi '^cache-control: .*immutable' "$work/headers" || fail "assets may not be kept"
  gzip -t <"$work/asset" || fail "assets are not sent packed"
  until link=$(grep -o '/setup#[^ "]*' "$work/backend.log"); do sleep 0.1; done
  key=$(head -c 18 /dev/urandom | base64 | "$root/scripts/first-key" "$front$link" Drill drill@example.com)
  "$root/scripts/training-sample" "$work"
  RECON_URL=$front RECON_KEY=$key "$root/scripts/curl-run.sh" "$work/left.csv" "$work/right.csv" \
    >"$work/walk" 2>"$work/walk.log" || fail "no run"
  grep -q '"proof":{"holds":true' "$work/walk" || fail "the proof does not hold"
  (($(curl -sSf "http://$network.2:9090/metrics" | grep -c '^recon_dependency_up.* 1') == 2)) ||
    fail "PostgreSQL or Redis is not up, say the metrics"
  ! curl -s --max-time 2 -o /dev/null "$front/metrics" -f || fail "the page leads to the metrics"
  say "page, policy, files, a run with its proof, metrics: as they should be"
}

stop() {
  local code=0 peak began=$SECONDS
  peak=$(peakMiB backend)
  end backend || code=$?
  ((code == 0 || code == 143)) || fail "the backend ended with $code"
  say "the backend had $peak MiB at most, and ended with $code within $((SECONDS - began)) s"
  grep -v '^[[:space:]]*$' "$work/backend.log" | grep -v '^{' >"$work/plain" || true
  say "lines of its log that are no JSON: $(wc -l <"$work/plain")"
}

if [[ -z ${BUILT:-} ]]; then
  buildah inspect --type image "$base" >/dev/null 2>&1 || {
    "$root/scripts/base-image" "$base"
    say "the base is made"
  }
  build frontend
  build backend
fi
look frontend 101 60
look backend 10001 200
makeNetwork
join backend 2
join frontend 3
printf '127.0.0.1 localhost\n%s.2 backend\n' "$network" >"$work/hosts"
startDatabases
migrate
startBackend
startFrontend
use
stop
# Once more, and this time it may not start without what the build has learnt.
echo JAVA_TOOL_OPTIONS=-XX:AOTMode=on >>"$work/environment"
startBackend
stop
say "the drill is done"
