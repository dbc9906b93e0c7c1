package dev.recon.server.fetch;

import dev.recon.server.platform.Problem;
import dev.recon.server.settings.Settings;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// The kinds of databases that places can query: PostgreSQL, and those whose drivers are in the
/// folder of drivers.
@Component
final class DatabaseDrivers {
    private final List<DatabaseDriver> all;

    DatabaseDrivers(Settings settings) {
        List<FolderDriver> more =
                settings.egress().drivers().map(DriverFolder::read).orElse(List.of());
        all =
                Stream.<DatabaseDriver>concat(Stream.of(new PostgresDriver()), more.stream())
                        .toList();
    }

    List<DatabaseDriver> all() {
        return all;
    }

    /// The one that a place names.
    Optional<DatabaseDriver> find(String name) {
        return all.stream().filter(driver -> driver.name().equals(name)).findFirst();
    }

    /// What places may name.
    String names() {
        return String.join(", ", all.stream().map(DatabaseDriver::name).toList());
    }

    /// Refuses a place whose driver is not here.
    void require(DatabaseQuery place) {
        if (find(place.driver()).isEmpty()) {
            throw Problem.invalid(
                    "#/place/database/driver",
                    "must be one of " + names() + "; whoever runs the server can add drivers");
        }
    }
}
