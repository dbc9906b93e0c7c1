package dev.recon.server.platform;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// What the environment says about this server.
///
/// @param port 0 for any free one
/// @param address where to listen; the loopback until people sign in
/// @param home the folder of the embedded database and the spool
/// @param databaseUrl an outside PostgreSQL instead of the embedded one
/// @param web the folder of the built web page
/// @param uploadBytesMax the size of the largest file
/// @param breaksMax a run with more breaks than this ends as held
/// @param explainedBytesMax a run of larger files is explained by what an index finds near
public record Settings(
        int port,
        String address,
        Path home,
        Optional<String> databaseUrl,
        Optional<Path> web,
        long uploadBytesMax,
        long breaksMax,
        long explainedBytesMax) {
    private static final int PORT_DEFAULT = 8080;
    private static final int PORT_MAX = 65_535;

    public Settings {
        home = home.toAbsolutePath().normalize();
        web = web.map(folder -> folder.toAbsolutePath().normalize());
    }

    /// The settings of a process's environment.
    ///
    /// @throws IllegalArgumentException when a value is not of its kind, told in words
    public static Settings from(Map<String, String> environment) {
        return new Settings(
                (int)
                        number(environment, "RECON_PORT", PORT_MAX)
                                .or(() -> number(environment, "PORT", PORT_MAX))
                                .orElse((long) PORT_DEFAULT)
                                .longValue(),
                text(environment, "RECON_ADDRESS").orElse("127.0.0.1"),
                Path.of(text(environment, "RECON_HOME").orElse(".recon")),
                text(environment, "DATABASE_URL"),
                text(environment, "RECON_WEB").map(Path::of),
                number(environment, "RECON_UPLOAD_BYTES_MAX", Long.MAX_VALUE)
                        .orElse(Limits.UPLOAD_BYTES_MAX_DEFAULT),
                number(environment, "RECON_BREAKS_MAX", Limits.BREAKS_MAX)
                        .orElse((long) Limits.BREAKS_MAX),
                number(environment, "RECON_EXPLAINED_BYTES_MAX", Long.MAX_VALUE)
                        .orElse(Limits.EXPLAINED_BYTES_MAX_DEFAULT));
    }

    private static Optional<String> text(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    private static Optional<Long> number(Map<String, String> environment, String name, long max) {
        return text(environment, name).map(value -> parse(name, value.strip(), max));
    }

    private static Long parse(String name, String value, long max) {
        boolean digits = value.length() <= 18 && value.chars().allMatch(Character::isDigit);
        if (!digits || Long.parseLong(value) > max) {
            throw new IllegalArgumentException(
                    name + " is \"" + value + "\"; expected a number from 0 to " + max + ".");
        }
        return Long.valueOf(value);
    }
}
