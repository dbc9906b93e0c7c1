# The configuration of a container (OCI runtime specification), from that of its image.
(.User | split(":") | map(tonumber)) as $user
| {
    ociVersion: "1.0.2",
    hostname: "drill",
    process: {
      user: {uid: $user[0], gid: $user[1]},
      args: (if ($ARGS.positional | length) > 0 then $ARGS.positional else .Entrypoint end),
      env: ((.Env // []) + ($given | split("\n") | map(select(. != "")))),
      cwd: (.WorkingDir // "/" | if . == "" then "/" else . end),
      noNewPrivileges: true,
      capabilities: {bounding: [], effective: [], permitted: [], inheritable: [], ambient: []}
    },
    root: {path: $root, readonly: true},
    mounts: ([
      {destination: "/proc", type: "proc", source: "proc"},
      {destination: "/dev", type: "tmpfs", source: "tmpfs",
       options: ["nosuid", "strictatime", "mode=755", "size=65536k"]},
      {destination: "/sys", type: "bind", source: "/sys", options: ["rbind", "ro"]},
      {destination: "/etc/hosts", type: "bind", source: $hosts, options: ["bind", "ro"]}
    ] + ($mounts[0] | map({
      destination: .path, type: "tmpfs", source: "tmpfs",
      options: ["nosuid", "nodev", "mode=700", "size=\(.size)", "uid=\($user[0])", "gid=\($user[1])"]
    }))),
    linux: {
      namespaces: [
        {type: "pid"}, {type: "mount"}, {type: "ipc"}, {type: "uts"},
        {type: "network", path: $netns}
      ],
      maskedPaths: ["/proc/kcore", "/proc/keys", "/proc/timer_list"],
      readonlyPaths: ["/proc/bus", "/proc/irq", "/proc/sys", "/proc/sysrq-trigger"],
      resources: {memory: {limit: $memory, swap: $memory}, cpu: {quota: $quota, period: 100000}}
    }
  }
