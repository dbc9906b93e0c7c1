package dev.recon.server.settings;

import java.util.List;

/// Where the server may connect to when people name an address.
///
/// @param networks private networks that are allowed, such as `10.1.0.0/16`; else only public ones
public record EgressSettings(List<Network> networks) {
    public EgressSettings {
        networks = List.copyOf(networks);
    }

    static EgressSettings read(Environment from) {
        return new EgressSettings(
                from.list("EGRESS_NETWORKS").stream()
                        .flatMap(text -> {
                            var network = Network.parse(text);
                            if (network.isEmpty()) {
                                from.wrong(
                                        "EGRESS_NETWORKS",
                                        text,
                                        "networks such as 10.1.0.0/16 or fd12:3456::/32, with"
                                                + " commas between them");
                            }
                            return network.stream();
                        })
                        .toList());
    }
}
