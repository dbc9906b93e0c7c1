package dev.recon.server.platform;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// The three roles that the server works in: who owns the schema, who serves requests under
/// row-level security, and who executes runs.
final class DatabaseRoles {
    static final String OWNER = "recon_owner";
    static final String WEB = "recon_web";
    static final String ENGINE = "recon_engine";

    /// Makes what is not there, and hands over what the login made before there were roles. Two
    /// servers may do it at once.
    private static final String MAKE =
            """
            DO $$
            DECLARE
                wanted record;
                one record;
            BEGIN
                PERFORM pg_advisory_xact_lock(7239450018);
                FOR wanted IN
                    SELECT * FROM (VALUES ('recon_owner', 'BYPASSRLS'),
                        ('recon_web', 'NOBYPASSRLS'), ('recon_engine', 'BYPASSRLS'))
                        AS v (name, attributes)
                LOOP
                    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = wanted.name) THEN
                        BEGIN
                            EXECUTE format('CREATE ROLE %I NOLOGIN NOSUPERUSER %s',
                                wanted.name, wanted.attributes);
                        EXCEPTION WHEN duplicate_object OR unique_violation THEN
                            NULL;
                        END;
                    END IF;
                END LOOP;
                IF NOT has_schema_privilege('recon_owner', 'public', 'CREATE') THEN
                    GRANT USAGE, CREATE ON SCHEMA public TO recon_owner;
                END IF;
                FOR one IN
                    SELECT c.relname FROM pg_class c
                    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
                        AND c.relowner <> 'recon_owner'::regrole
                LOOP
                    EXECUTE format('ALTER TABLE public.%I OWNER TO recon_owner', one.relname);
                END LOOP;
                FOR one IN
                    SELECT p.oid::regprocedure AS name FROM pg_proc p
                    WHERE p.pronamespace = 'public'::regnamespace
                        AND p.proowner <> 'recon_owner'::regrole
                LOOP
                    EXECUTE format('ALTER FUNCTION %s OWNER TO recon_owner', one.name);
                END LOOP;
            END
            $$
            """;

    private static final String LOGIN =
            """
            SELECT rolname, rolsuper, rolbypassrls FROM pg_roles WHERE rolname = current_user
            """;

    private DatabaseRoles() {}

    /// The address of a superuser who becomes a role in every connection.
    static String as(String role, String jdbcUrl) {
        return jdbcUrl + (jdbcUrl.contains("?") ? "&" : "?") + "options=-c%20role%3D" + role;
    }

    /// Makes the roles with a login that may, a superuser.
    static void make(String jdbcUrl) {
        try (Connection connection = DriverManager.getConnection(jdbcUrl);
                Statement statement = connection.createStatement()) {
            statement.execute(MAKE);
        } catch (SQLException failure) {
            throw new IllegalStateException("the roles of the database are not there", failure);
        }
    }

    /// Fails when the logins do not have just the rights that they need.
    ///
    /// @throws IllegalArgumentException in words
    static void require(String webUrl, String engineUrl) {
        Login web = login(webUrl);
        if (web.isSuper || web.bypasses) {
            throw new IllegalArgumentException(
                    "The login of DATABASE_URL, "
                            + web.name
                            + ", is a superuser or has BYPASSRLS; expected one that row-level"
                            + " security holds, a member of recon_web. To develop with a superuser"
                            + " set DATABASE_MAKE_ROLES=true: the server then makes the roles and"
                            + " steps down to them. docs/operating/database.md says more.");
        }
        Login engine = login(engineUrl);
        if (!engine.bypasses && !engine.isSuper) {
            throw new IllegalArgumentException(
                    "The login that executes runs, "
                            + engine.name
                            + ", has no BYPASSRLS; expected a member of recon_engine that has. Set"
                            + " ENGINE_DATABASE_URL. docs/operating/database.md says more.");
        }
    }

    private record Login(String name, boolean isSuper, boolean bypasses) {}

    private static Login login(String jdbcUrl) {
        try (Connection connection = DriverManager.getConnection(jdbcUrl);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(LOGIN)) {
            row.next();
            return new Login(
                    Rows.text(row, "rolname"),
                    row.getBoolean("rolsuper"),
                    row.getBoolean("rolbypassrls"));
        } catch (SQLException failure) {
            throw new IllegalStateException("the database does not let us in", failure);
        }
    }
}
