package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.recon.server.access.SetupService;
import dev.recon.server.settings.Settings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// The server starts with logins that have just the rights they need, and with no others.
class DatabaseLoginTest {
    private static final String OWNED =
            """
            SELECT count(*) FROM pg_class c JOIN pg_roles r ON r.oid = c.relowner
            WHERE c.relnamespace = 'public'::regnamespace
                AND (r.rolname IN ('login_web', 'recon_web') OR EXISTS (
                    SELECT FROM pg_roles me WHERE me.rolname = current_user
                        AND (me.rolsuper OR me.rolbypassrls)))
            """;

    @TempDir Path home;

    @Test
    void aSuperuserIsRefusedInWords() {
        assertThatThrownBy(() -> start(Map.of("DATABASE_URL", TestDatabase.empty())))
                .rootCause()
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("DATABASE_URL, postgres, is a superuser")
                .hasMessageContaining("DATABASE_MAKE_ROLES=true");
    }

    @Test
    void aWorkerThatRowLevelSecurityHoldsIsRefusedInWords() {
        String url = prepared();

        assertThatThrownBy(() -> start(Map.of("DATABASE_URL", as(url, "login_web"))))
                .rootCause()
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("login_web, has no BYPASSRLS")
                .hasMessageContaining("ENGINE_DATABASE_URL");
    }

    @Test
    void threeLoginsDoAllTheWork() throws Exception {
        String url = prepared();
        Map<String, String> logins =
                Map.of(
                        "DATABASE_URL", as(url, "login_web"),
                        "ENGINE_DATABASE_URL", as(url, "login_engine"),
                        "MIGRATION_DATABASE_URL", as(url, "login_owner"));

        try (var context = start(logins)) {
            SetupService setup = context.getBean(SetupService.class);
            Api fresh = new Api(ReconServer.port(context));
            Journey journey = new Journey(FirstKey.in(fresh, () -> setup.openLink().orElseThrow()));
            String run = journey.run(Sample.of(200, 4), "three logins").run();

            journey.proven(run);
            assertThat(journey.all("/api/v1/runs/" + run + "/breaks", 50)).isNotEmpty();
            holdsWhoeverHasTheLoginOfRequests(url);
        }
    }

    /// Not only the server: the login itself has no way around.
    private static void holdsWhoeverHasTheLoginOfRequests(String url) {
        JdbcClient web = JdbcClient.create(new DriverManagerDataSource(as(url, "login_web")));
        assertThat(ask(url, "SELECT count(*) FROM run")).isPositive();
        assertThat(ask(as(url, "login_web"), "SELECT count(*) FROM run")).isZero();
        assertThat(ask(as(url, "login_web"), OWNED)).isZero();
        for (String way :
                List.of(
                        "UPDATE audit_event SET action = 'x'",
                        "DELETE FROM audit_event",
                        "SET ROLE recon_engine",
                        "SET ROLE login_owner",
                        "SET ROLE postgres",
                        "ALTER TABLE run DISABLE ROW LEVEL SECURITY",
                        "DROP POLICY workspace_only ON run",
                        "ALTER ROLE login_web BYPASSRLS")) {
            assertThatThrownBy(() -> web.sql(way).update())
                    .as(way)
                    .isInstanceOf(DataAccessException.class)
                    .hasStackTraceContaining(
                            way.matches("(DROP|ALTER TABLE).*")
                                    ? "must be owner"
                                    : "permission denied");
        }
    }

    private static long ask(String url, String count) {
        return JdbcClient.create(new DriverManagerDataSource(url))
                .sql(count)
                .query(Long.class)
                .single();
    }

    private org.springframework.context.ConfigurableApplicationContext start(
            Map<String, String> given) {
        Map<String, String> all = new HashMap<>(given);
        all.put("PORT", "0");
        all.put("ADMIN_SECOND_FACTOR", "false");
        all.put("RECON_HOME", home.toString());
        return ReconServer.start(Settings.from(all));
    }

    /// A database with the roles and three logins, as an administrator prepares it.
    private static String prepared() {
        String url = TestDatabase.empty();
        String name = url.replaceAll(".*/([a-z0-9]+)\\?.*", "$1");
        JdbcClient db = JdbcClient.create(new DriverManagerDataSource(url));
        db.sql(
                        """
                        DO $$
                        BEGIN
                            IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'recon_web') THEN
                                CREATE ROLE recon_web;
                                CREATE ROLE recon_engine BYPASSRLS;
                            END IF;
                            IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'login_web') THEN
                                CREATE ROLE login_web LOGIN IN ROLE recon_web;
                                CREATE ROLE login_engine LOGIN BYPASSRLS IN ROLE recon_engine;
                                CREATE ROLE login_owner LOGIN BYPASSRLS;
                            END IF;
                        END
                        $$
                        """)
                .update();
        db.sql("GRANT CREATE ON SCHEMA public TO login_owner").update();
        db.sql(
                        """
                        ALTER DEFAULT PRIVILEGES FOR ROLE login_owner IN SCHEMA public
                        GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO recon_web, recon_engine
                        """)
                .update();
        db.sql("GRANT CREATE ON DATABASE " + name + " TO login_owner").update();
        return url;
    }

    private static String as(String url, String login) {
        return url.replaceAll("user=[^&]*", "user=" + login);
    }
}
