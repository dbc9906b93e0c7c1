#!/usr/bin/env bash
# rootfs.sh ROOT USER:ID PATH…: makes a root file system of these files and folders and of the shared
# libraries that they need, and nothing else: no shell, no package manager.
set -euo pipefail
target=$1 user=$2
shift 2

put() { # file, with the links that lead to it
  local file=$1
  while [[ -n $file && ! -e $target$file ]]; do
    mkdir -p "$target$(dirname "$file")"
    cp -a "$file" "$target$file"
    [[ -L $file ]] || break
    file=$(realpath -m "$(dirname "$file")/$(readlink "$file")")
  done
}

mkdir -p "$target"/{etc,tmp,usr/lib,usr/lib64,usr/bin,usr/sbin,var/lib,proc,sys,dev,run}
for link in lib lib64 bin sbin; do ln -sfn "usr/$link" "$target/$link"; done
chmod 1777 "$target/tmp"
for path in "$@"; do
  mkdir -p "$target$(dirname "$path")"
  cp -a "$path" "$target$(dirname "$path")/"
done

# What a loader asks for; a library that is missing here is one that is never loaded (windows).
find "$target" -type f \( -perm -u+x -o -name '*.so*' \) >/tmp/files
while read -r file; do
  { ldd "$file" 2>/dev/null || true; } | grep -oE '/[^ ]+\.so[^ ]*' || true
done </tmp/files | sort -u >/tmp/libraries
while read -r library; do
  # What the image brings along (the JVM's own libraries) is there already.
  [[ $library == "$target"* ]] || put "$library"
done </tmp/libraries
# Libraries that come out of a jar ask for parts of glibc that stand in libc.so itself today.
for extra in /usr/lib/*-linux-gnu/{libnss_{dns,files}.so.2,lib{pthread,dl}.so.*,librt.so.1,libm.so.6} \
  /etc/ssl/certs/ca-certificates.crt; do
  [[ ! -e $extra ]] || put "$extra"
done
cp -a /usr/share/zoneinfo "$target/usr/share/" 2>/dev/null || true

printf '%s:x:%s:%s::/tmp:/nonexistent\n' "${user%:*}" "${user#*:}" "${user#*:}" >"$target/etc/passwd"
printf '%s:x:%s:\n' "${user%:*}" "${user#*:}" >"$target/etc/group"
echo 'hosts: files dns' >"$target/etc/nsswitch.conf"
ldconfig -r "$target"
