package dev.recon.server.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What the environment says about this server, read once.
///
/// @param home the folder of the embedded database, the spool and the keys
/// @param warnings what is allowed, but probably not meant
public record Settings(
        Path home,
        Role role,
        HttpSettings http,
        DatabaseSettings database,
        RedisSettings redis,
        CacheSettings cache,
        MetricsSettings metrics,
        LogSettings log,
        SecretSettings secrets,
        MailSettings mail,
        SignOnSettings signOn,
        EgressSettings egress,
        BoundSettings bounds,
        List<String> warnings) {
    public Settings {
        home = home.toAbsolutePath().normalize();
        warnings = List.copyOf(warnings);
    }

    /// The settings of a process's environment.
    ///
    /// @throws IllegalArgumentException when a value is not of its kind; tells every fault
    public static Settings from(Map<String, String> environment) {
        Environment from = new Environment(environment);
        Settings settings = read(from);
        if (!from.faults().isEmpty()) {
            throw new IllegalArgumentException(sentence(from.faults()));
        }
        return settings;
    }

    /// Every variable that the server reads.
    public static Set<String> names() {
        Environment empty = new Environment(Map.of());
        read(empty);
        return empty.asked();
    }

    /// Is the database our own, so that nobody else depends on this server?
    public boolean isEmbedded() {
        return database.url().isEmpty();
    }

    private static Settings read(Environment from) {
        return new Settings(
                Path.of(from.text("RECON_HOME").orElse(".recon")),
                from.word("ROLE", Role.ALL),
                HttpSettings.read(from),
                DatabaseSettings.read(from),
                RedisSettings.read(from),
                CacheSettings.read(from),
                MetricsSettings.read(from),
                LogSettings.read(from),
                SecretSettings.read(from),
                MailSettings.read(from),
                SignOnSettings.read(from),
                EgressSettings.read(from),
                BoundSettings.read(from),
                NearNames.warnings(from.given(), from.asked()));
    }

    private static String sentence(List<String> faults) {
        return faults.size() == 1
                ? faults.getFirst()
                : "The configuration has "
                        + faults.size()
                        + " faults:\n  - "
                        + String.join("\n  - ", faults);
    }
}
