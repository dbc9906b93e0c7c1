package dev.recon.server.settings;

import dev.recon.server.settings.Environment.Range;
import java.util.Optional;

/// Which PostgreSQL, as whom, and with how many connections.
///
/// @param url an outside PostgreSQL for requests and live events; without it our own is started
/// @param engineUrl the same one for workers; without it they use `url`
/// @param migrationUrl the same one as the owner of the schema; without it `url` is the owner's
/// @param makeRoles is the login a superuser that makes the three roles and steps down to them?
/// @param poolSize the most connections of this process
/// @param connectionsMax the budget of all processes together
/// @param migrateOnStart whether the start brings the schema up to date
public record DatabaseSettings(
        Optional<String> url,
        Optional<String> engineUrl,
        Optional<String> migrationUrl,
        boolean makeRoles,
        int poolSize,
        int connectionsMax,
        boolean migrateOnStart) {
    /// A process cannot do its work with fewer.
    public static final int POOL_SIZE_MIN = 4;

    private static final int CONNECTIONS_MAX = 10_000;
    private static final int POOL_SIZE_DEFAULT = 20;
    private static final int BUDGET_DEFAULT = 50;

    @Override
    public String toString() {
        return "DatabaseSettings[hidden]";
    }

    static DatabaseSettings read(Environment from) {
        Range connections = new Range(POOL_SIZE_MIN, CONNECTIONS_MAX);
        int poolSize = from.small("DB_POOL_SIZE", connections, POOL_SIZE_DEFAULT);
        int budget =
                from.small("DB_MAX_CONNECTIONS", connections, Math.max(BUDGET_DEFAULT, poolSize));
        if (poolSize > budget) {
            from.fault(
                    "DB_POOL_SIZE is "
                            + poolSize
                            + ", more than DB_MAX_CONNECTIONS, the "
                            + budget
                            + " connections of all processes together.");
        }
        return new DatabaseSettings(
                url(from, "DATABASE_URL"),
                url(from, "ENGINE_DATABASE_URL"),
                url(from, "MIGRATION_DATABASE_URL"),
                from.flag("DATABASE_MAKE_ROLES", false),
                poolSize,
                budget,
                from.flag("MIGRATE_ON_START", true));
    }

    private static Optional<String> url(Environment from, String name) {
        return from.secret(name)
                .filter(url -> {
                    boolean understood = DatabaseUrl.isUnderstood(url);
                    if (!understood) {
                        from.fault(name + " is not understood; expected " + DatabaseUrl.EXPECTED);
                    }
                    return understood;
                });
    }
}
