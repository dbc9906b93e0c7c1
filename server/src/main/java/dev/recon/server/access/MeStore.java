package dev.recon.server.access;

import dev.recon.server.platform.Ids;
import dev.recon.server.platform.Person;
import dev.recon.server.platform.Problem;
import dev.recon.server.platform.ProblemKind;
import dev.recon.server.platform.Rows;
import dev.recon.server.secret.AccessTokens.Versions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What somebody is in their workspaces, and how they want to see them.
@Component
public record MeStore(JdbcClient db) {
    /// An account as a person of a workspace.
    public record Place(Workspace workspace, Person person, Versions versions) {}

    /// How somebody wants to see the pages.
    public record Profile(String locale, String timeZone, String density, String theme) {}

    /// What a page shows of somebody in a workspace, beside what the request itself says.
    ///
    /// @param recoveryCodes how many are left
    /// @param hasPassword false for who only ever comes through a single sign-on
    record Known(
            String email,
            Workspace workspace,
            List<String> roles,
            Profile profile,
            boolean hasTotp,
            boolean hasPasskey,
            int recoveryCodes,
            boolean hasPassword) {}

    /// What of it is to be changed; null leaves it as it is.
    record ProfileChange(
            @Nullable String locale,
            @Nullable String timeZone,
            @Nullable String density,
            @Nullable String theme) {}

    /// The workspaces where the account is an active person, by name.
    List<Place> places(UUID accountId) {
        return db.sql(
                        """
                        SELECT w.id AS workspace_id, w.name AS workspace_name,
                            p.id, p.name, p.roles_version, a.tokens_version
                        FROM person p JOIN workspace w ON w.id = p.workspace_id
                        JOIN account a ON a.id = p.account_id
                        WHERE p.account_id = :accountId AND p.status = 'active'
                        ORDER BY w.name, w.id
                        """)
                .param("accountId", accountId)
                .query((row, _) ->
                        new Place(
                                new Workspace(
                                        Rows.id(row, "workspace_id"),
                                        Rows.text(row, "workspace_name")),
                                new Person(Rows.id(row, "id"), Rows.text(row, "name")),
                                new Versions(
                                        row.getInt("roles_version"), row.getInt("tokens_version"))))
                .list();
    }

    /// The workspaces that somebody may go on in: of an account all, of a key its own.
    public List<Workspace> workspaces(Caller caller) {
        return caller.sessionId().isPresent()
                ? places(caller.account()).stream().map(Place::workspace).toList()
                : List.of(workspace(caller.actor().workspaceId()));
    }

    /// The workspace of the account's last session.
    Optional<UUID> lastWorkspace(UUID accountId) {
        return db.sql(
                        """
                        SELECT workspace_id FROM session WHERE account_id = :accountId
                        ORDER BY created_at DESC LIMIT 1
                        """)
                .param("accountId", accountId)
                .query(UUID.class)
                .optional();
    }

    Workspace workspace(UUID workspaceId) {
        return db.sql("SELECT name FROM workspace WHERE id = :workspaceId")
                .param("workspaceId", workspaceId)
                .query((row, _) -> new Workspace(workspaceId, Rows.text(row, "name")))
                .single();
    }

    List<String> roles(UUID workspaceId, UUID personId) {
        return db.sql(
                        """
                        SELECT role FROM person_role
                        WHERE workspace_id = :workspaceId AND person_id = :personId ORDER BY role
                        """)
                .param("workspaceId", workspaceId)
                .param("personId", personId)
                .query((row, _) -> Rows.text(row, "role"))
                .list();
    }

    /// What is known of the sender of a request, in one statement: every page begins with it.
    Known know(Caller caller) {
        return db.sql(
                        """
                        SELECT a.email, w.id AS workspace_id, w.name AS workspace_name,
                            ARRAY(
                                SELECT r.role FROM person_role r
                                WHERE r.workspace_id = w.id AND r.person_id = :personId
                                ORDER BY r.role) AS roles,
                            a.locale, a.time_zone, a.density, a.theme, a.totp_confirmed,
                            EXISTS (
                                SELECT FROM passkey k WHERE k.account_id = a.id) AS has_passkey,
                            (SELECT count(*) FROM recovery_code c
                                WHERE c.account_id = a.id AND c.used_at IS NULL) AS recovery_codes,
                            a.password_hash IS NOT NULL AS has_password
                        FROM account a CROSS JOIN workspace w
                        WHERE a.id = :accountId AND w.id = :workspaceId
                        """)
                .param("personId", caller.actor().person().id())
                .param("accountId", caller.accountId())
                .param("workspaceId", caller.actor().workspaceId())
                .query(MeStore::toKnown)
                .single();
    }

    private static Known toKnown(ResultSet row, int index) throws SQLException {
        return new Known(
                Rows.text(row, "email"),
                new Workspace(Rows.id(row, "workspace_id"), Rows.text(row, "workspace_name")),
                Rows.texts(row, "roles"),
                new Profile(
                        Rows.text(row, "locale"),
                        Rows.text(row, "time_zone"),
                        Rows.text(row, "density"),
                        Rows.text(row, "theme")),
                row.getBoolean("totp_confirmed"),
                row.getBoolean("has_passkey"),
                row.getInt("recovery_codes"),
                row.getBoolean("has_password"));
    }

    /// Changes what is said and nothing else: two changes at once of two things both hold.
    void changeProfile(UUID accountId, ProfileChange change) {
        db.sql(
                        """
                        UPDATE account
                        SET locale = coalesce(:locale, locale),
                            time_zone = coalesce(:timeZone, time_zone),
                            density = coalesce(:density, density),
                            theme = coalesce(:theme, theme)
                        WHERE id = :id
                        """)
                .param("locale", change.locale)
                .param("timeZone", change.timeZone)
                .param("density", change.density)
                .param("theme", change.theme)
                .param("id", accountId)
                .update();
    }

    /// Changes the name, in all workspaces.
    void rename(UUID accountId, String name) {
        db.sql("UPDATE account SET name = :name WHERE id = :id")
                .param("name", name)
                .param("id", accountId)
                .update();
        db.sql("UPDATE person SET name = :name WHERE account_id = :accountId")
                .param("name", name)
                .param("accountId", accountId)
                .update();
    }

    /// Makes an account a person of a workspace, with these roles.
    public Person join(UUID workspaceId, Account account, List<String> roles) {
        Person person = new Person(Ids.next(), account.name());
        int joined =
                db.sql(
                                """
                                INSERT INTO person (workspace_id, id, name, account_id)
                                VALUES (:workspaceId, :id, :name, :accountId)
                                ON CONFLICT (workspace_id, account_id) DO NOTHING
                                """)
                        .param("workspaceId", workspaceId)
                        .param("id", person.id())
                        .param("name", person.name())
                        .param("accountId", account.id())
                        .update();
        if (joined == 0) {
            throw Problem.of(
                    ProblemKind.TAKEN, "This account is in the workspace already. Sign in.");
        }
        setRoles(workspaceId, person.id(), roles);
        return person;
    }

    /// Gives a person these roles and no others.
    public void setRoles(UUID workspaceId, UUID personId, List<String> roles) {
        db.sql(
                        """
                        DELETE FROM person_role
                        WHERE workspace_id = :workspaceId AND person_id = :personId
                            AND role <> ALL (:roles::text[])
                        """)
                .param("workspaceId", workspaceId)
                .param("personId", personId)
                .param("roles", roles.toArray(String[]::new))
                .update();
        db.sql(
                        """
                        INSERT INTO person_role (workspace_id, person_id, role)
                        SELECT DISTINCT :workspaceId::uuid, :personId::uuid, unnest(:roles::text[])
                        ON CONFLICT DO NOTHING
                        """)
                .param("workspaceId", workspaceId)
                .param("personId", personId)
                .param("roles", roles.toArray(String[]::new))
                .update();
    }
}
