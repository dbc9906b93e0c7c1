# shellcheck shell=bash
# The ways out of sources that fetch: private networks and ports of public addresses, as two settings
# name them, and the network policies that open exactly these.

# The private networks that sources may fetch from, a line each.
fetchNetworks() { wordsOf EGRESS_NETWORKS; }

# The ports of public addresses that they may fetch from beside 443, a line each.
fetchPorts() { wordsOf EGRESS_PORTS; }

wordsOf() { # setting
  local word
  for word in $(setting "$1" | tr ',' ' '); do echo "$word"; done
}

# What is wrong with the two settings, a line each.
fetchFaults() {
  local word
  while read -r word; do
    [[ $word =~ ^[0-9a-fA-F.:]+/[0-9]{1,3}$ && $word != */0 ]] ||
      echo "EGRESS_NETWORKS has \"$word\", which is no network such as 10.1.0.0/16"
  done < <(fetchNetworks)
  while read -r word; do
    isFetchPort "$word" ||
      echo "EGRESS_PORTS has \"$word\", which is no port that sources connect to: 22, or one from 1024 to 65535"
  done < <(fetchPorts)
}

isFetchPort() { [[ $1 =~ ^(22|[1-9][0-9]{3,4})$ ]] && (($1 == 22 || ($1 >= 1024 && $1 <= 65535))); }

# Prints the policies; nothing where neither is set.
writeFetchPolicies() {
  [[ -z $(fetchNetworks) ]] || fetchNetworksPolicy
  [[ -z $(fetchPorts) ]] || fetchPortsPolicy
}

# Whole networks, at the ports that the backend connects to.
fetchNetworksPolicy() {
  cat <<YAML
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: fetch-networks
  namespace: $namespace
  labels: {app: reconciliation}
spec:
  podSelector: {matchExpressions: [{key: app, operator: In, values: [backend, worker]}]}
  policyTypes: [Egress]
  egress:
  - to:
$(fetchNetworks | sed 's|.*|    - ipBlock: {cidr: "&"}|')
    ports: [{port: 22}, {port: 80}, {port: 443}, {port: 1024, endPort: 65535}]
YAML
}

# What is public is said once, in the component that opens the usual ports.
fetchPortsPolicy() {
  local ports
  ports=$(fetchPorts | sort --numeric-sort --unique | sed 's|.*|{port: &}|' | paste --serial --delimiters=,)
  echo ---
  sed "s|^  name: fetching$|  name: fetch-ports|; s|^  namespace: .*|  namespace: $namespace|
    s|^    ports: .*|    ports: [$ports]|" \
    "$root/infrastructure/kubernetes/components/fetching/networkpolicy.yaml"
}
