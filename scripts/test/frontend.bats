#!/usr/bin/env bats
# The shipped nginx configuration, with nginx of this machine.

setup() {
  root=$BATS_TEST_DIRNAME/../..
  cd "$BATS_TEST_TMPDIR" || exit
  mkdir -p html/assets
  echo '<!doctype html><title>Recon</title><meta content="__CSP_NONCE__">' >html/index.html
  head -c 4000 /dev/zero | tr '\0' ' ' >html/assets/app-4f2a.js
  gzip -9 --keep html/assets/app-4f2a.js
  port=$("$root/scripts/drill/free-port")
  "$root/scripts/drill/nginx-conf" "$PWD" "$port" 127.0.0.1:9 >nginx.conf
  nginx -p "$PWD" -c "$PWD/nginx.conf" -g 'daemon off;' >log 2>&1 3>&- &
  server=$!
  local tries=0
  until curl -sf "http://127.0.0.1:$port/healthz" >/dev/null; do
    ((++tries < 50)) || { cat log; return 1; }
    sleep 0.1
  done
}

teardown() {
  kill "$server"
  wait "$server" || true
}

get() { curl -s --dump-header - --compressed "http://127.0.0.1:$port$1"; }

@test "hashed assets are kept for a year and come compressed" {
  answer=$(get /assets/app-4f2a.js)
  [[ $answer == *"Cache-Control: public, max-age=31536000, immutable"* ]]
  [[ $answer == *"Content-Encoding: gzip"* ]]
  [[ $(get /assets/gone-1.js) == *" 404 "* ]]
}

@test "the page itself is never kept, whatever its address" {
  for path in / /runs/12 /reconciliations; do
    answer=$(get "$path")
    [[ $answer == *"Cache-Control: no-store"* ]]
    [[ $answer == *"Content-Security-Policy: default-src 'none'"* ]]
    [[ $answer == *"<title>Recon</title>"* ]]
  done
}

@test "styles are let in by a nonce that each answer has of its own" {
  for _ in 1 2; do
    answer=$(get /)
    nonce=$(grep -o "'nonce-[0-9a-f]*'" <<<"$answer" | tr -d "'" | cut -c7-)
    [[ ${#nonce} = 32 && $nonce != "${before:-}" ]]
    [[ $answer == *"<meta content=\"$nonce\">"* && $answer != *unsafe-inline* ]]
    before=$nonce
  done
}

@test "nobody outside reaches health and metrics" {
  for path in /metrics /health /health/ready; do [[ $(get "$path") == *" 404 "* ]]; done
}

@test "no version is told, and a backend that is away is a 502 of two seconds at most" {
  [[ $(get /) != *nginx/* ]]
  started=$SECONDS
  [[ $(get /api/v1/runs) == *" 502 "* ]]
  ((SECONDS - started < 5))
}

@test "each request is one line of JSON in ECS" {
  get '/runs/7?token=secret' >/dev/null
  line=$(grep '"GET' access | tail -n 1)
  [ "$(jq -r '.http.response.status_code' <<<"$line")" = 200 ]
  [[ $(jq -r '.["@timestamp"]' <<<"$line") =~ ^20[0-9]{2}-[0-9]{2}-[0-9]{2}T ]]
  [[ $line != *secret* ]]
}
