#!/usr/bin/env bash
# Counts what leaves a server that people ask to fetch from where it must not: private networks, the
# addresses where a cloud hands out credentials, odd ways to write them, and names that mean them.
# It runs in two networks of its own, joined by one cable: on the far end stand all these addresses,
# and nothing may arrive there. A public one, of the same far end, shows that the count counts.
# As root, on the server as built (make build).
set -euo pipefail
root=$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")
jar=$root/server/target/recon-server.jar
[[ -f $jar ]] || { echo "Build first: make build" >&2; exit 2; }
((EUID == 0)) || { echo "The drill makes networks: run it as root." >&2; exit 2; }
java=$("$root/scripts/find-jdk")/bin/java
near=recon-near-$$ far=recon-far-$$
work=$(mktemp -d)
server=''

finish() {
  [[ -z $server ]] || { kill "$server" && wait "$server"; } 2>/dev/null || true
  ip netns delete "$near" 2>/dev/null || true
  ip netns delete "$far" 2>/dev/null || true
  rm -rf "$work" "/etc/netns/$near"
}
trap finish EXIT

say() { printf '%s\n' "$*"; }
fail() {
  printf 'failed: %s\n' "$*" >&2
  tail -n 5 "$work/server.log" >&2 || true
  exit 1
}

inside=(10.1.2.3 172.16.5.5 192.168.1.1 100.64.0.1 198.18.0.1 169.254.169.254 100.100.100.200)
outside=93.184.216.34

makeNetworks() {
  ip netns add "$near"
  ip netns add "$far"
  ip link add eth0 netns "$near" type veth peer name eth0 netns "$far"
  local place address
  for place in "$near" "$far"; do
    ip netns exec "$place" sysctl -q net.ipv6.conf.all.disable_ipv6=1
    ip -n "$place" link set lo up
    ip -n "$place" link set eth0 up
  done
  ip -n "$near" address add 192.0.2.1/24 dev eth0
  ip -n "$far" address add 192.0.2.2/24 dev eth0
  for address in "${inside[@]}" "$outside"; do ip -n "$far" address add "$address/32" dev lo; done
  # Who is where is known, so that nobody asks for it: every packet is somebody's attempt.
  ip -n "$near" neighbour add 192.0.2.2 dev eth0 nud permanent \
    lladdr "$(ip netns exec "$far" cat /sys/class/net/eth0/address)"
  ip -n "$far" neighbour add 192.0.2.1 dev eth0 nud permanent \
    lladdr "$(ip netns exec "$near" cat /sys/class/net/eth0/address)"
  ip -n "$near" route add default via 192.0.2.2
  mkdir -p "/etc/netns/$near"
  printf '127.0.0.1 localhost\n10.1.2.3 inside.example.com\n169.254.169.254 metadata.example.com\n' \
    >"/etc/netns/$near/hosts"
  : >"/etc/netns/$near/resolv.conf"
}

arrived() { ip netns exec "$far" cat /sys/class/net/eth0/statistics/rx_packets; }

startServer() {
  ip netns exec "$near" env -u DATABASE_URL PORT=8080 RECON_HOME="$work/home" \
    "$java" -Xmx256m -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED \
    --sun-misc-unsafe-memory-access=allow -jar "$jar" >"$work/server.log" 2>&1 &
  server=$!
  local tries=0
  until grep -q '/setup#' "$work/server.log"; do
    if ((++tries > 1200)) || ! kill -0 "$server" 2>/dev/null; then fail "the server does not start"; fi
    sleep 0.1
  done
  key=$(head -c 18 /dev/urandom | base64 | ip netns exec "$near" "$root/scripts/first-key" \
    "http://localhost:8080/setup#$(grep -m 1 -o '/setup#[^ ]*' "$work/server.log" | cut -d '#' -f 2)" \
    Drill drill@example.com)
}

post() { # path, JSON
  ip netns exec "$near" curl -sS --max-time 120 "http://localhost:8080/api/v1$1" \
    -H "Authorization: Bearer $key" -H 'Content-Type: application/json' --data-binary "$2"
}

# What the server says when it is to try a place; it says a problem, whatever the host.
try() { # kind, host
  local place
  case $1 in
    sftp) place="{\"host\":\"$2\",\"port\":22,\"username\":\"a\",\"folder\":\"/\",\"pattern\":\"*\",\"hostKey\":null}" ;;
    s3) place="{\"endpoint\":\"https://$2\",\"region\":\"us-east-1\",\"bucket\":\"bucket\",\"prefix\":\"\",\"pattern\":\"*\",\"accessKeyId\":\"a\"}" ;;
    database) place="{\"driver\":\"postgresql\",\"host\":\"$2\",\"port\":5432,\"database\":\"d\",\"username\":\"a\",\"query\":\"SELECT 1\",\"encrypted\":true}" ;;
  esac
  local three="\"sftp\":null,\"s3\":null,\"database\":null"
  post "/sources/$source/place/try" \
    "{\"place\":{${three/\"$1\":null/\"$1\":$place}},\"secret\":\"x\",\"everyMinutes\":60,\"isOn\":true}"
}

makeNetworks
startServer
source=$(post /sources '{"name":"drill"}' | jq -r .id)
[[ $source == *-* ]] || fail "no source was made: $source"
hosts=("${inside[@]}" 0xa010203 167838211 10.66051 0.0.0.0 ::ffff:10.1.2.3
  ::ffff:169.254.169.254 inside.example.com metadata.example.com)
before=$(arrived)
asked=0
for host in "${hosts[@]}"; do
  for kind in sftp s3 database; do
    address=$host
    [[ $kind != s3 || $host != *::* ]] || address="[$host]"
    answer=$(try "$kind" "$address")
    jq -e '.problem != null or (.status >= 400 and .status < 500)' <<<"$answer" >/dev/null ||
      fail "$kind $host: $answer"
    # A body that is wrong for another reason would be refused wherever it pointed.
    jq -e '.type == "/problems/invalid" and (.detail | test("host|endpoint|address"; "i") | not)' \
      <<<"$answer" >/dev/null && fail "$kind $host was refused for another reason: $answer"
    after=$(arrived)
    ((after == before)) || fail "$((after - before)) packets left for $host ($kind), which is closed"
    asked=$((asked + 1))
  done
done
say "$asked places at closed addresses were refused, and no packet left"

for kind in sftp s3 database; do
  before=$(arrived)
  answer=$(try "$kind" "$outside")
  after=$(arrived)
  ((after > before)) || fail "nothing left for a public address ($kind): the count counts nothing; $answer"
  say "a public address: $((after - before)) packets ($kind)"
done
say "the drill is done"
