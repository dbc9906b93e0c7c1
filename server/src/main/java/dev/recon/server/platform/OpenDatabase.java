package dev.recon.server.platform;

import dev.recon.server.settings.DatabaseUrl;
import dev.recon.server.settings.Settings;
import java.io.IOException;
import java.util.Optional;

/// The database that the settings name, or our own, started here for as long as this is open.
///
/// @param jdbcUrl as the web login
/// @param ownerUrl as the owner of the schema
/// @param own what is stopped again
/// @param home what is let go then
public record OpenDatabase(
        String jdbcUrl, String ownerUrl, Optional<EmbeddedDatabase> own, Optional<Home> home)
        implements AutoCloseable {
    /// Opens it by itself, with the folder that our own database needs.
    public static OpenDatabase open(Settings settings) throws IOException {
        if (!settings.isEmbedded()) {
            return outside(settings);
        }
        Home home = Home.open(settings.home());
        OpenDatabase database = embedded(home);
        return new OpenDatabase(
                database.jdbcUrl, database.ownerUrl, database.own, Optional.of(home));
    }

    /// Our own, in a folder that somebody else holds.
    static OpenDatabase embedded(Home home) throws IOException {
        EmbeddedDatabase own = EmbeddedDatabase.start(home);
        return new OpenDatabase(own.jdbcUrl(), own.jdbcUrl(), Optional.of(own), Optional.empty());
    }

    static OpenDatabase outside(Settings settings) {
        String url = DatabaseUrl.toJdbc(settings.database().url().orElseThrow());
        String owner = settings.database().migrationUrl().map(DatabaseUrl::toJdbc).orElse(url);
        return new OpenDatabase(url, owner, Optional.empty(), Optional.empty());
    }

    @Override
    public void close() throws IOException {
        if (own.isPresent()) {
            own.get().close();
        }
        if (home.isPresent()) {
            home.get().close();
        }
    }
}
