package dev.recon.infrastructure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Who reaches whom, computed from the network policies of an overlay as a cluster would do it.
final class Network {
    private static final String OURS = "reconciliation";
    private static final String NAMESPACE_NAME = "kubernetes.io/metadata.name";

    private static final Direction OUT = new Direction("Egress", "egress", "to");
    private static final Direction IN = new Direction("Ingress", "ingress", "from");

    private final List<Manifest> policies;

    Network(Overlay overlay) {
        policies =
                overlay.ofKind("NetworkPolicy").stream()
                        .filter(policy -> policy.namespace().equals(OURS))
                        .toList();
    }

    /// One end of a connection: a pod, or an address outside.
    ///
    /// @param name for the table
    /// @param namespace where the pod is; empty for an address
    /// @param labels of the pod
    /// @param address outside; empty for a pod
    record Place(String name, String namespace, Map<String, String> labels, String address) {
        static Place pod(String name, Map<String, String> labels) {
            return new Place(name, OURS, labels, "");
        }

        static Place in(String namespace) {
            return new Place(namespace, namespace, Map.of(), "");
        }

        static Place outside(String name, String address) {
            return new Place(name, "", Map.of(), address);
        }
    }

    /// Every connection that is allowed, as `from → to:port`.
    Set<String> reachable(List<Place> places, List<Integer> ports) {
        Set<String> found = new TreeSet<>();
        for (Place from : places) {
            for (Place to : places) {
                for (int port : ports) {
                    if (!from.equals(to) && touchesOurs(from, to) && isAllowed(from, to, port)) {
                        found.add(from.name() + " → " + to.name() + ":" + port);
                    }
                }
            }
        }
        return found;
    }

    private static boolean touchesOurs(Place from, Place to) {
        return from.namespace().equals(OURS) || to.namespace().equals(OURS);
    }

    private boolean isAllowed(Place from, Place to, int port) {
        return allows(OUT, from, to, port) && allows(IN, to, from, port);
    }

    private record Direction(String type, String rules, String peers) {}

    private boolean allows(Direction direction, Place own, Place other, int port) {
        if (!own.namespace().equals(OURS)) {
            return true;
        }
        boolean selected = false;
        for (Manifest policy : policies) {
            Tree spec = policy.tree().at("spec");
            if (spec.at("policyTypes").texts().contains(direction.type())
                    && selects(spec.at("podSelector"), own.labels())) {
                selected = true;
                for (Tree rule : spec.at(direction.rules()).list()) {
                    if (hasPort(rule, port) && hasPeer(rule.at(direction.peers()), other)) {
                        return true;
                    }
                }
            }
        }
        return !selected;
    }

    private static boolean hasPort(Tree rule, int port) {
        List<Tree> ports = rule.at("ports").list();
        return ports.isEmpty() || ports.stream().anyMatch(it -> isPort(it, port));
    }

    private static boolean isPort(Tree wanted, int port) {
        int first = wanted.at("port").number();
        Tree end = wanted.at("endPort");
        return first <= port && port <= (end.isPresent() ? end.number() : first);
    }

    private static boolean hasPeer(Tree peers, Place other) {
        return !peers.isPresent() || peers.list().stream().anyMatch(it -> isPeer(it, other));
    }

    private static boolean isPeer(Tree peer, Place other) {
        Tree block = peer.at("ipBlock");
        if (block.isPresent()) {
            return !other.address().isEmpty() && isInBlock(block, other.address());
        }
        if (!other.address().isEmpty()) {
            return false;
        }
        Tree namespaces = peer.at("namespaceSelector");
        boolean inNamespace =
                namespaces.isPresent()
                        ? selects(namespaces, Map.of(NAMESPACE_NAME, other.namespace()))
                        : other.namespace().equals(OURS);
        return inNamespace && selects(peer.at("podSelector"), other.labels());
    }

    private static boolean isInBlock(Tree block, String address) {
        return isIn(block.at("cidr").text(), address)
                && block.at("except").texts().stream().noneMatch(it -> isIn(it, address));
    }

    private static boolean isIn(String block, String address) {
        String[] parts = block.split("/", -1);
        int bits = Integer.parseInt(parts[1]);
        long mask = bits == 0 ? 0 : -1L << (32 - bits);
        return (number(parts[0]) & mask) == (number(address) & mask);
    }

    private static long number(String address) {
        long number = 0;
        for (String part : address.split("\\.", -1)) {
            number = number * 256 + Integer.parseInt(part);
        }
        return number;
    }

    /// Does a selector take something with these labels? A missing one takes everything.
    static boolean selects(Tree selector, Map<String, String> labels) {
        List<Boolean> conditions = new ArrayList<>();
        selector.at("matchLabels")
                .labels()
                .forEach((name, value) -> conditions.add(value.equals(labels.get(name))));
        for (Tree expression : selector.at("matchExpressions").list()) {
            String value = labels.getOrDefault(expression.at("key").text(), "");
            boolean in = expression.at("values").texts().contains(value);
            switch (expression.at("operator").text()) {
                case "In" -> conditions.add(in);
                case "NotIn" -> conditions.add(!in);
                default -> throw new IllegalArgumentException(expression.text());
            }
        }
        return conditions.stream().allMatch(holds -> holds);
    }
}
