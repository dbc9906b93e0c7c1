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
  startBackend
  "$root/scripts/drill/nginx-conf" "$PWD" "$port" "127.0.0.1:$backend" >nginx.conf
  nginx -p "$PWD" -c "$PWD/nginx.conf" -g 'daemon off;' >log 2>&1 3>&- &
  server=$!
  local tries=0
  until curl -sf "http://127.0.0.1:$port/healthz" >/dev/null; do
    ((++tries < 50)) || { cat log; return 1; }
    sleep 0.1
  done
}

teardown() {
  kill "$server" ${answering:+"$answering"}
  wait "$server" ${answering:+"$answering"} || true
}

# Only the tests of what comes through to a backend have one: it says from whom it was asked, and how
# many bytes came.
startBackend() {
  backend=9
  [[ $BATS_TEST_DESCRIPTION == *"comes through"* ]] || return 0
  backend=$("$root/scripts/drill/free-port")
  node -e '
    require("node:http").createServer(async (request, response) => {
      let bytes = 0;
      for await (const part of request) bytes += part.length;
      response.end(`${request.headers["x-forwarded-for"]} ${bytes}`);
    }).listen(Number(process.argv[1]), "127.0.0.1", () => console.log("listens"));
  ' "$backend" >answering 2>&1 3>&- &
  answering=$!
  local tries=0
  until grep -q listens answering; do
    ((++tries < 100)) || { cat answering; return 1; }
    sleep 0.1
  done
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

@test "who asks comes through behind the edge as one hop, whatever they wrote themselves" {
  answer=$(curl -s -H 'X-Forwarded-For: 198.51.100.66, 203.0.113.9' "http://127.0.0.1:$port/api/v1/me")
  [ "$answer" = "203.0.113.9 0" ]
  answer=$(curl -s -H 'X-Forwarded-For: 2001:db8::66' -H 'X-Forwarded-For: 2001:db8::9' \
    "http://127.0.0.1:$port/api/v1/me")
  [ "$answer" = "2001:db8::9 0" ]
  answer=$(curl -s "http://127.0.0.1:$port/api/v1/me")
  [ "$answer" = "127.0.0.1 0" ]
  [ "$(grep '/api/v1/me' access | jq -r .source.ip | head -n 1)" = 203.0.113.9 ]
}

@test "an upload of 105 MB comes through; its size is for the edge and the server to limit" {
  truncate --size=105M upload
  answer=$(curl -s -T upload "http://127.0.0.1:$port/api/v1/files")
  [ "$answer" = "127.0.0.1 110100480" ]
}
