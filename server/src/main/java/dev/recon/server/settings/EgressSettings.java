package dev.recon.server.settings;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.Optional;

/// Where the server may connect to when people name an address.
///
/// @param networks private networks that are allowed, such as `10.1.0.0/16`; else only public ones
/// @param certificates a file of authorities, as PEM, that are believed beside the public ones
/// @param drivers the folder with drivers of databases
public record EgressSettings(
        List<Network> networks, Optional<Path> certificates, Optional<Path> drivers) {
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
                        .toList(),
                certificates(from),
                drivers(from));
    }

    private static Optional<Path> certificates(Environment from) {
        Optional<Path> file = from.text("EGRESS_CERTIFICATES").map(Path::of);
        if (file.isPresent() && !holdsCertificates(file.get())) {
            from.wrong(
                    "EGRESS_CERTIFICATES",
                    file.get().toString(),
                    "a file with certificates of authorities, as PEM");
            return Optional.empty();
        }
        return file;
    }

    private static boolean holdsCertificates(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return !CertificateFactory.getInstance("X.509").generateCertificates(in).isEmpty();
        } catch (IOException | CertificateException _) {
            return false;
        }
    }

    private static Optional<Path> drivers(Environment from) {
        Optional<Path> folder = from.text("EGRESS_DRIVERS").map(Path::of);
        if (folder.isPresent() && !Files.isDirectory(folder.get())) {
            from.wrong("EGRESS_DRIVERS", folder.get().toString(), "a folder with drivers");
            return Optional.empty();
        }
        return folder;
    }
}
