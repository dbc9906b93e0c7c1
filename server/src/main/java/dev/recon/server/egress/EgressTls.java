package dev.recon.server.egress;

import java.nio.file.Path;
import org.postgresql.ssl.WrappedFactory;

/// Encrypts the connections of the PostgreSQL driver, which is told the class and its argument; the
/// driver itself checks the name in the certificate.
public final class EgressTls extends WrappedFactory {
    /// @param certificates see [Certificates]
    public EgressTls(String certificates) {
        factory = Certificates.context(Path.of(certificates)).getSocketFactory();
    }
}
