# shellcheck shell=bash
# shellcheck disable=SC2154 # the drill that reads this sets work and fail
# Containers of built images, by crun, without an engine: a root file system that is read-only, no
# capability, no new privileges, limits of memory and processor, and a network of their own.

bridge=reconbr0
network=10.213.99
networks=()

makeNetwork() {
  ip link add "$bridge" type bridge
  ip address add "$network.1/24" dev "$bridge"
  ip link set "$bridge" up
}

dropNetwork() {
  local name
  for name in "${networks[@]}"; do ip netns delete "recon-$name" 2>/dev/null || true; done
  ip link delete "$bridge" 2>/dev/null || true
}

# A place in the network: a namespace with one address.
join() { # name, last part of the address
  ip netns add "recon-$1"
  networks+=("$1")
  ip link add "rc-$1" type veth peer name eth0 netns "recon-$1"
  ip link set "rc-$1" master "$bridge" up
  ip -n "recon-$1" address add "$network.$2/24" dev eth0
  ip -n "recon-$1" link set eth0 up
  ip -n "recon-$1" link set lo up
}

# crun of Debian 12 takes the old control groups alone; where both are there, it must not see the new.
oci() {
  # shellcheck disable=SC2016 # the inner shell's own
  unshare --mount bash -c 'umount /sys/fs/cgroup/unified 2>/dev/null; exec crun --cgroup-manager=cgroupfs "$@"' \
    crun "$@"
}

# Writes the bundle of a container as the manifests would have it run.
bundle() { # name, image, place in the network, arguments…
  local name=$1 image=$2 place=$3 container
  shift 3
  mkdir -p "$work/bundles/$name"
  container=$(buildah from --pull-never "$image")
  containers+=("$container")
  buildah inspect --type image "$image" | jq .OCIv1.config >"$work/bundles/$name/image"
  jq --arg root "$(buildah mount "$container")" --arg netns "/var/run/netns/recon-$place" \
    --arg hosts "$work/hosts" --argjson memory "$((memoryMiB << 20))" --argjson quota "$((cpuMillis * 100))" \
    --slurpfile mounts "$work/mounts.json" --rawfile given "$work/environment" \
    -f "$root/scripts/drill/bundle.jq" "$work/bundles/$name/image" --args "$@" >"$work/bundles/$name/config.json"
}

# Runs it to its end.
execute() { # name
  oci run --bundle "$work/bundles/$1" "recon-drill-$1"
}

# Runs it in the background, to be ended by `end`.
launch() { # name
  oci run --bundle "$work/bundles/$1" "recon-drill-$1" >"$work/$1.log" 2>&1 &
  launched[$1]=$!
}

end() { # name
  local code=0
  oci kill "recon-drill-$1" TERM
  wait "${launched[$1]}" || code=$?
  unset "launched[$1]"
  return "$code"
}

peakMiB() { # name
  echo $(($(cat "/sys/fs/cgroup/memory/$(groupOf "$1")/memory.max_usage_in_bytes") >> 20))
}

groupOf() { # name
  sed -n 's/^[0-9]*:memory:\///p' "/proc/$(oci state "recon-drill-$1" | jq -r .pid)/cgroup"
}
