# shellcheck shell=bash
# Builds and pushes the two images, and keeps the digests that the registry gave them.

# The folder with the kustomization of this release: the overlay, and digests, hosts, names over it.
releaseFolder=$root/.release
digestFile=$releaseFolder/digests

releaseName() {
  printf '%s' "${RELEASE:-$(git -C "$root" rev-parse --short=12 HEAD)}"
}

buildOne() { # part
  local name=$REGISTRY/reconciliation-$1
  change "$(engine)" build -t "$name:latest" -t "$name:$(releaseName)" \
    -f "$root/infrastructure/docker/Dockerfile.$1" "$root"
}

# Pushes one image and prints its name with the digest.
pushOne() { # part
  local name=$REGISTRY/reconciliation-$1 tool digest
  tool=$(engine)
  "$tool" push "$name:latest" >&2
  "$tool" push "$name:$(releaseName)" >&2
  digest=$("$tool" inspect --format '{{index .RepoDigests 0}}' "$name:$(releaseName)")
  digest=${digest##*@}
  [[ $digest =~ ^sha256:[0-9a-f]{64}$ ]] || failed "The registry gave $name no digest."
  printf '%s@%s\n' "$name" "$digest"
}

buildAndPush() {
  step "3 Images"
  if [[ $skipBuild == yes ]]; then
    runningDigests >"$digestFile"
    say "as they run"
    return
  fi
  local part
  for part in backend frontend; do buildOne "$part"; done
  if [[ $dryRun == yes ]]; then
    for part in backend frontend; do say "would push: $REGISTRY/reconciliation-$part:$(releaseName)"; done
    printf '%s/reconciliation-%s:%s\n' "$REGISTRY" backend "$(releaseName)" \
      "$REGISTRY" frontend "$(releaseName)" >"$digestFile"
    return
  fi
  : >"$digestFile.part"
  for part in backend frontend; do pushOne "$part" >>"$digestFile.part"; done
  mv "$digestFile.part" "$digestFile"
  cat "$digestFile"
}

# The images that run now, one a line.
runningDigests() {
  local part image
  for part in backend frontend; do
    image=$(kubectl get deployment "$part" --namespace "$namespace" --ignore-not-found \
      --output "jsonpath={.spec.template.spec.containers[?(@.name==\"$part\")].image}")
    [[ -n $image ]] || wrong "$part does not run yet, so there is no image to keep: leave --skip-build."
    say "$image"
  done
}

imageOf() { grep "/reconciliation-$1[@:]" "$digestFile"; }

# An entry of kustomize's images for one of ours.
imageEntry() { # part
  local image=$1
  image=$(imageOf "$1")
  printf -- '- name: reconciliation-%s\n' "$1"
  if [[ $image == *@* ]]; then
    printf '  newName: %s\n  digest: %s\n' "${image%@*}" "${image#*@}"
  else
    printf '  newName: %s\n  newTag: "%s"\n' "${image%:*}" "${image##*:}"
  fi
}
