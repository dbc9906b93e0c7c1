package dev.recon.server.permission;

import dev.recon.server.platform.Actor;
import dev.recon.server.platform.Permission;
import dev.recon.server.platform.Person;
import dev.recon.server.platform.Rows;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The members of reconciliations in the database.
@Component
public record MemberStore(JdbcClient db) {
    /// Is it open to everybody in the workspace, or the actor a member? Who reads the history sees
    /// all of it.
    boolean sees(Actor actor, UUID reconciliationId) {
        if (seesAll(actor)) {
            return true;
        }
        return db.sql("SELECT may_see(:workspaceId, :reconciliationId, :personId)")
                .param("workspaceId", actor.workspaceId())
                .param("reconciliationId", reconciliationId)
                .param("personId", actor.person().id())
                .query(Boolean.class)
                .single();
    }

    /// Does the actor see every reconciliation of the workspace?
    public static boolean seesAll(Actor actor) {
        return actor.permissions().contains(Permission.READ_AUDIT);
    }

    /// The members, by name.
    public List<Person> list(UUID workspaceId, UUID reconciliationId) {
        return db.sql(
                        """
                        SELECT p.id, p.name
                        FROM member m
                        JOIN person p ON p.workspace_id = m.workspace_id AND p.id = m.person_id
                        WHERE m.workspace_id = :workspaceId
                            AND m.reconciliation_id = :reconciliationId
                        ORDER BY p.name, p.id
                        """)
                .param("workspaceId", workspaceId)
                .param("reconciliationId", reconciliationId)
                .query((row, _) -> new Person(Rows.id(row, "id"), Rows.text(row, "name")))
                .list();
    }

    /// Makes these people the members; how many of them are people of the workspace.
    public int replace(UUID workspaceId, UUID reconciliationId, List<UUID> people) {
        db.sql(
                        """
                        DELETE FROM member
                        WHERE workspace_id = :workspaceId AND reconciliation_id = :reconciliationId
                        """)
                .param("workspaceId", workspaceId)
                .param("reconciliationId", reconciliationId)
                .update();
        return db.sql(
                        """
                        INSERT INTO member (workspace_id, reconciliation_id, person_id)
                        SELECT workspace_id, :reconciliationId, id FROM person
                        WHERE workspace_id = :workspaceId AND id = ANY (:people)
                        """)
                .param("workspaceId", workspaceId)
                .param("reconciliationId", reconciliationId)
                .param("people", people.toArray(UUID[]::new))
                .update();
    }
}
