package dev.recon.server.platform;

import dev.recon.server.settings.DatabaseUrl;
import dev.recon.server.settings.Settings;
import java.io.IOException;
import java.util.Optional;

/// The database that the settings name, or our own, started here for as long as this is open.
///
/// @param jdbcUrl as the web login
/// @param engineUrl as the login of runs and housekeeping
/// @param ownerUrl as the owner of the schema
/// @param own what is stopped again
/// @param home what is let go then
public record OpenDatabase(
        String jdbcUrl,
        String engineUrl,
        String ownerUrl,
        Optional<EmbeddedDatabase> own,
        Optional<Home> home)
        implements AutoCloseable {
    /// Opens it for migrations, which the owner's login does alone, with the folder that our own
    /// database needs.
    public static OpenDatabase open(Settings settings) throws IOException {
        if (!settings.isEmbedded()) {
            return named(settings);
        }
        Home home = Home.open(settings.home());
        OpenDatabase database = embedded(home);
        return new OpenDatabase(
                database.jdbcUrl,
                database.engineUrl,
                database.ownerUrl,
                database.own,
                Optional.of(home));
    }

    /// Our own, in a folder that somebody else holds.
    static OpenDatabase embedded(Home home) throws IOException {
        EmbeddedDatabase own = EmbeddedDatabase.start(home);
        return steppingDown(own.jdbcUrl(), Optional.of(own));
    }

    /// The one that the settings name, for a server: with logins that may just what they need.
    static OpenDatabase outside(Settings settings) {
        OpenDatabase named = named(settings);
        DatabaseRoles.require(named.jdbcUrl, named.engineUrl);
        return named;
    }

    private static OpenDatabase named(Settings settings) {
        String url = DatabaseUrl.toJdbc(settings.database().url().orElseThrow());
        if (settings.database().makeRoles()) {
            return steppingDown(url, Optional.empty());
        }
        String engine = settings.database().engineUrl().map(DatabaseUrl::toJdbc).orElse(url);
        String owner = settings.database().migrationUrl().map(DatabaseUrl::toJdbc).orElse(url);
        return new OpenDatabase(url, engine, owner, Optional.empty(), Optional.empty());
    }

    /// A superuser who makes the roles, and becomes one of them in every connection.
    private static OpenDatabase steppingDown(String url, Optional<EmbeddedDatabase> own) {
        DatabaseRoles.make(url);
        return new OpenDatabase(
                DatabaseRoles.as(DatabaseRoles.WEB, url),
                DatabaseRoles.as(DatabaseRoles.ENGINE, url),
                DatabaseRoles.as(DatabaseRoles.OWNER, url),
                own,
                Optional.empty());
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
