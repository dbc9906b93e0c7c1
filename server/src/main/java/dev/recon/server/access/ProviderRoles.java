package dev.recon.server.access;

import dev.recon.server.audit.AuditEvent.Deed;
import dev.recon.server.audit.AuditStore;
import dev.recon.server.platform.Actor;
import dev.recon.server.platform.Person;
import dev.recon.server.settings.Settings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// The roles that the provider's groups give in the first workspace: looked at with each sign-on. A
/// role that a person was given by hand is none of the provider's, and stays; so does the last
/// admin.
@Component
record ProviderRoles(
        JdbcClient db,
        MeStore me,
        AuditStore audit,
        Settings settings,
        TransactionTemplate transaction) {
    /// The roles of these groups, by name.
    List<String> of(Set<String> groups) {
        Map<String, String> roles = settings.signOn().roles();
        return groups.stream()
                .flatMap(group -> Optional.ofNullable(roles.get(group)).stream())
                .distinct()
                .sorted()
                .toList();
    }

    /// Gives a person roles that the provider may take again.
    void give(UUID personId, List<String> roles) {
        db.sql(
                        """
                        INSERT INTO person_role (workspace_id, person_id, role, by_provider)
                        SELECT DISTINCT :workspaceId::uuid, :personId::uuid, role, true
                        FROM unnest(:roles::text[]) AS role
                        ON CONFLICT DO NOTHING
                        """)
                .param("workspaceId", Workspace.FIRST)
                .param("personId", personId)
                .param("roles", roles.toArray(String[]::new))
                .update();
    }

    /// Gives and takes what the groups of today say, of somebody who is active there.
    void follow(UUID accountId, Set<String> groups) {
        me.places(accountId).stream()
                .filter(place -> place.workspace().id().equals(Workspace.FIRST))
                .findFirst()
                .ifPresent(place ->
                        transaction.executeWithoutResult(_ -> follow(place.person(), of(groups))));
    }

    private void follow(Person person, List<String> wanted) {
        lock();
        List<String> before = me.roles(Workspace.FIRST, person.id());
        take(person.id(), wanted);
        give(person.id(), wanted);
        List<String> after = me.roles(Workspace.FIRST, person.id());
        if (before.equals(after)) {
            return;
        }
        db.sql(
                        """
                        UPDATE person
                        SET version = version + 1, roles_version = roles_version + 1
                        WHERE workspace_id = :workspaceId AND id = :personId
                        """)
                .param("workspaceId", Workspace.FIRST)
                .param("personId", person.id())
                .update();
        audit.append(
                new Actor(Workspace.FIRST, person),
                new Deed(
                        "person-changed",
                        "person",
                        person.id().toString(),
                        Map.of("status", "active", "roles", after, "by", "provider")));
    }

    /// As whoever changes people does: two of them never leave a workspace without an admin.
    private void lock() {
        db.sql("SELECT id FROM workspace WHERE id = :workspaceId FOR UPDATE")
                .param("workspaceId", Workspace.FIRST)
                .query(UUID.class)
                .single();
    }

    private void take(UUID personId, List<String> but) {
        db.sql(
                        """
                        DELETE FROM person_role r
                        WHERE r.workspace_id = :workspaceId AND r.person_id = :personId
                            AND r.by_provider AND r.role <> ALL (:but::text[])
                            AND (r.role <> 'admin' OR EXISTS (
                                SELECT FROM person_role other
                                JOIN person p ON p.workspace_id = other.workspace_id
                                    AND p.id = other.person_id
                                WHERE other.workspace_id = r.workspace_id
                                    AND other.person_id <> r.person_id
                                    AND other.role = 'admin' AND p.status = 'active'
                                    AND p.account_id IS NOT NULL))
                        """)
                .param("workspaceId", Workspace.FIRST)
                .param("personId", personId)
                .param("but", but.toArray(String[]::new))
                .update();
    }
}
