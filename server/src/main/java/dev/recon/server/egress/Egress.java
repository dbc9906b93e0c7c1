package dev.recon.server.egress;

import dev.recon.engine.read.InputProblem;
import dev.recon.engine.read.Problem;
import dev.recon.server.settings.Network;
import dev.recon.server.settings.Settings;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// Which addresses the server connects to when people name one: public ones, and those of the
/// networks that the settings list. A name is resolved here, and whoever connects does so to the
/// address that was checked, so that a name cannot mean something else a moment later.
@Component
public final class Egress {
    /// Services of a cloud that hand out credentials to whoever asks; no setting opens them.
    private static final List<Network> NEVER =
            networks(
                    "169.254.0.0/16",
                    "fe80::/10",
                    "fd00:ec2::/32",
                    "100.100.100.200/32",
                    "168.63.129.16/32",
                    "0.0.0.0/8",
                    "::/128",
                    "224.0.0.0/4",
                    "240.0.0.0/4",
                    "ff00::/8");

    /// Not for everybody: private (RFC 1918, RFC 4193), loopback, carriers (RFC 6598), tests and
    /// documents, and IPv6 addresses that carry one of IPv4.
    private static final List<Network> PRIVATE =
            networks(
                    "10.0.0.0/8",
                    "172.16.0.0/12",
                    "192.168.0.0/16",
                    "127.0.0.0/8",
                    "100.64.0.0/10",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "::/96",
                    "64:ff9b::/96",
                    "64:ff9b:1::/48",
                    "100::/64",
                    "2001::/32",
                    "2001:db8::/32",
                    "2002::/16",
                    "fc00::/7",
                    "fec0::/10");

    private static final int WELL_KNOWN_PORTS = 1024;
    private static final Set<Integer> PORTS = Set.of(22, 80, 443);

    private final List<Network> listed;
    private final Path certificates;

    /// By the settings of a server.
    @Autowired
    public Egress(Settings settings) {
        this(settings.egress().networks(), settings.egress().certificates().orElse(Path.of("")));
    }

    Egress(List<Network> listed) {
        this(listed, Path.of(""));
    }

    private Egress(List<Network> listed, Path certificates) {
        this.listed = List.copyOf(listed);
        this.certificates = certificates;
    }

    private static List<Network> networks(String... texts) {
        return Stream.of(texts).map(text -> Network.parse(text).orElseThrow()).toList();
    }

    /// The addresses of a name, each checked.
    ///
    /// @throws InputProblem when the name means nothing, or something that is not connected to
    public List<InetAddress> resolve(String host) {
        InetAddress[] found;
        try {
            found = InetAddress.getAllByName(host);
        } catch (UnknownHostException _) {
            throw new InputProblem(
                    new Problem(
                            host,
                            "a name that no address is known of",
                            "a host name or an address",
                            "Look for a typing error, or ask whoever runs the server whether it"
                                    + " can resolve the name."));
        }
        for (InetAddress address : found) {
            if (!isAllowed(address)) {
                throw new InputProblem(
                        new Problem(
                                host,
                                "the address " + address.getHostAddress() + ", which is not public",
                                "a public address",
                                "If it is meant, ask whoever runs the server to list its network"
                                        + " in EGRESS_NETWORKS."));
            }
        }
        return List.of(found);
    }

    /// May this port be connected to? Those of other services may not.
    public void requirePort(String host, int port) {
        if (port < WELL_KNOWN_PORTS && !PORTS.contains(port)) {
            throw new InputProblem(
                    new Problem(
                            host,
                            "the port " + port,
                            "22, 80, 443 or a port from 1024 up",
                            "Ports of other services are not connected to."));
        }
    }

    /// Is all that a name means in the listed networks? What is not protected by encryption may go
    /// there, and nowhere else.
    public boolean isListed(String host) {
        return resolve(host).stream()
                .allMatch(address -> listed.stream().anyMatch(one -> one.contains(address)));
    }

    /// May this address be connected to?
    public boolean isAllowed(InetAddress address) {
        if (NEVER.stream().anyMatch(one -> one.contains(address))) {
            return false;
        }
        return listed.stream().anyMatch(one -> one.contains(address))
                || PRIVATE.stream().noneMatch(one -> one.contains(address));
    }

    /// The file of the authorities that are believed beside the public ones, see [Certificates]; an
    /// empty path where there is none.
    public Path certificates() {
        return certificates;
    }

    /// The listed networks as a text that [EgressSockets] understands.
    public String listedNetworks() {
        return String.join(",", listed.stream().map(Network::toString).toList());
    }
}
