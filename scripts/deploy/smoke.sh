# shellcheck shell=bash
# Does the platform that runs answer?

# Asks backend, page, the way from the page to the backend, and the two that keep data.
smoke() {
  step "10 Smoke test"
  if [[ $dryRun == yes ]]; then
    say "would ask backend and page whether they are ready"
    return
  fi
  ask backend 8080 /health/ready >/dev/null || return 1
  ask frontend 8080 / | grep -qi '<!doctype html' || return 1
  ask frontend 8080 /api/v1/setup | jq --exit-status '.open | type == "boolean"' >/dev/null || return 1
  if [[ $(setting ENABLE_METRICS) != false ]]; then
    ask backend 9090 /metrics | grep -q '^recon_' || return 1
  fi
  kubectl exec --namespace "$namespace" deployment/redis -- redis-cli ping | grep -qx PONG || return 1
  kubectl exec --namespace "$namespace" deployment/postgres -- \
    psql -U reconciliation_user -d reconciliation_db -tAc 'select 1' | grep -qx 1 || return 1
  say "backend, page, the way between them, metrics, PostgreSQL and Redis answer"
}

# Asks a pod by its own loopback, where the kubelet forwards to: network policies let nobody else in,
# the API server neither. A pod may be on its way out, so a second and a third are asked.
ask() { # deployment, port, path
  local answer
  for _ in 1 2 3; do
    if answer=$(askOnce "$@"); then
      printf '%s\n' "$answer"
      return
    fi
  done
  warn "$1 does not answer to $3 on port $2."
  return 1
}

askOnce() { # deployment, port, path
  local forward told code=0
  exec {forward}< <(exec kubectl port-forward --namespace "$namespace" "deployment/$1" ":$2")
  local process=$!
  if read -r -t 60 -u "$forward" told && [[ $told =~ 127\.0\.0\.1:([0-9]+) ]]; then
    curl --fail --silent --show-error --max-time 30 "http://127.0.0.1:${BASH_REMATCH[1]}$3" || code=$?
  else
    code=1
  fi
  kill "$process" 2>/dev/null || true # it may have ended by itself
  wait "$process" 2>/dev/null || true
  exec {forward}<&-
  return "$code"
}
