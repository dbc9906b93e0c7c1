# shellcheck shell=bash
# shellcheck disable=SC2154 # the drill that reads this sets root, java and jar, and database.sh the rest
# Backends behind the shipped nginx configuration, replaced as a cluster does it. A drill may set
# backendFlags (of the JVM) and backendEnvironment (NAME=value) first.

export PATH=$PATH:/usr/sbin
declare -A pid
processes=()

finish() {
  ! declare -F stopBucket >/dev/null || stopBucket # else it would be waited for
  local one
  for one in "${processes[@]}"; do kill "$one" 2>/dev/null || true; done
  wait 2>/dev/null || true
  stopServers
  rm -rf "$work"
}
trap finish EXIT

# Starts one and waits until it is ready.
backend() { # port
  mkdir -p "$work/home-$1"
  env -u DB_PASSWORD RECON_PORT="$1" RECON_ADDRESS=127.0.0.1 \
    RECON_HOME="$work/home-$1" LOG_FORMAT=ecs ADMIN_SECOND_FACTOR=false RATE_LIMIT_PER_MINUTE=0 \
    DRAIN_SECONDS=5 "${backendEnvironment[@]}" \
    JWT_SECRET=a-secret-of-a-drill-0123456789-0123456789 \
    PASSWORD_PEPPER=a-pepper-of-a-drill-0123456789-0123456789 \
    "$java" "${backendFlags[@]}" --enable-native-access=ALL-UNNAMED \
    --sun-misc-unsafe-memory-access=allow -jar "$jar" >"$work/backend-$1.log" 2>&1 &
  pid[$1]=$!
  processes+=($!)
  local began=$SECONDS
  until curl -sf "http://127.0.0.1:$1/health/ready" >/dev/null; do
    kill -0 "${pid[$1]}" 2>/dev/null || fail "$(tail -n 20 "$work/backend-$1.log")"
    ((SECONDS - began < 180)) || fail "backend $1 was not ready in time"
    sleep 0.3
  done
  say "backend $1 is ready after $((SECONDS - began)) s"
}

# The Service leads to these from now on; who is connected to another stays there.
serve() { # ports…
  printf '127.0.0.1:%s\n' "$@" >"$work/endpoints.part"
  mv "$work/endpoints.part" "$work/endpoints"
}

# The new one comes first; then no new connection goes to the old one, which goes on for as long as a
# pod's preStop (shortened: nothing here takes long to learn it), and is told to end.
replace() { # old, new, the other one
  backend "$2"
  serve "$2" "$3"
  sleep 2
  kill "${pid[$1]}"
  local code=0
  wait "${pid[$1]}" || code=$?
  [[ $code == 0 || $code == 143 ]] || fail "backend $1 ended with $code"
  say "backend $1 has ended ($code)"
}

# Two backends, with places for two more, behind a Service and nginx at $front; sets front and first.
twoBackends() {
  # The first start makes the tables, as whoever it may be.
  admin -d reconciliation_db -c 'GRANT CREATE ON SCHEMA public TO recon_web'
  mkdir -p "$work/html/assets"
  echo '<!doctype html><title>Recon</title>' >"$work/html/index.html"
  front=$((port + 1))
  first=$((port + 2))
  backend "$first"
  backend $((first + 1))
  serve "$first" $((first + 1))
  node "$root/scripts/drill/service.mjs" $((port + 6)) "$work/endpoints" >"$work/service.log" 2>&1 &
  processes+=($!)
  until (exec 3<>"/dev/tcp/127.0.0.1/$((port + 6))") 2>/dev/null; do sleep 0.1; done
  "$root/scripts/drill/nginx-conf" "$work" "$front" "127.0.0.1:$((port + 6))" >"$work/nginx.conf"
  nginx -p "$work" -c "$work/nginx.conf" -g 'daemon off;' >"$work/nginx.log" 2>&1 &
  processes+=($!)
  until curl -sf "http://127.0.0.1:$front/healthz" >/dev/null; do sleep 0.1; done
}

# Makes the first administrator and prints a key with all that they may. The newest link counts.
firstKey() {
  local link
  until link=$(grep -m 1 -o '/setup#[^ ]*' "$work/backend-$((first + 1)).log"); do sleep 0.1; done
  head -c 18 /dev/urandom | base64 |
    "$root/scripts/first-key" "http://127.0.0.1:$front$link" Drill drill@example.com
}
