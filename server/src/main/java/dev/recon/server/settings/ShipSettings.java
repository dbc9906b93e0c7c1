package dev.recon.server.settings;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Where copies of backups go, and for whom they are encrypted. The process that ships reads these;
/// the server has no use for them.
///
/// @param folder where the backups are
/// @param recipient the public key, as `age-keygen` prints it
/// @param endpoint the service; that of the region at Amazon when there is none
/// @param prefix what every name begins with
/// @param identity the private key, when something is to be brought back
/// @param metricsPort where what ships the log tells its figures; 0 for any port
public record ShipSettings(
        Path folder,
        String recipient,
        Optional<URI> endpoint,
        String region,
        String bucket,
        String prefix,
        String accessKey,
        String secretKey,
        Optional<String> identity,
        int metricsPort) {
    private static final List<String> NEEDED =
            List.of("BACKUP_RECIPIENT", "S3_BUCKET", "S3_ACCESS_KEY", "S3_SECRET_KEY");

    @Override
    public String toString() {
        return "ShipSettings[hidden]";
    }

    /// Reads them.
    ///
    /// @throws IllegalArgumentException with every fault, a line each
    public static ShipSettings from(Map<String, String> variables) {
        Environment from = new Environment(variables);
        for (String name : NEEDED) {
            if (from.secret(name).isEmpty()) {
                from.fault(name + " is not set.");
            }
        }
        ShipSettings settings =
                new ShipSettings(
                        Path.of(from.text("BACKUP_FOLDER").orElse("/backup")),
                        from.text("BACKUP_RECIPIENT").orElse(""),
                        from.address("S3_ENDPOINT", Set.of("http", "https")),
                        from.text("S3_REGION").orElse("us-east-1"),
                        from.text("S3_BUCKET").orElse(""),
                        from.text("S3_PREFIX").orElse("postgres/"),
                        from.secret("S3_ACCESS_KEY").orElse(""),
                        from.secret("S3_SECRET_KEY").orElse(""),
                        from.secret("BACKUP_IDENTITY"),
                        from.small("METRICS_PORT", Environment.Range.upTo(65_535), 9090));
        if (!from.faults().isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", from.faults()));
        }
        return settings;
    }
}
