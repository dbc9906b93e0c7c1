package dev.recon.server.people;

import dev.recon.server.platform.Actor;
import dev.recon.server.platform.Rows;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What roles may do, in the database.
@Component
record RoleStore(JdbcClient db) {
    List<String> permissions(Actor actor, String role) {
        return db.sql(
                        """
                        SELECT permission FROM role_permission
                        WHERE workspace_id = :workspaceId AND role = :role ORDER BY permission
                        """)
                .param("workspaceId", actor.workspaceId())
                .param("role", role)
                .query((row, _) -> Rows.text(row, "permission"))
                .list();
    }

    /// The versions of the roles that were ever changed.
    Map<String, Integer> versions(Actor actor) {
        return db
                .sql("SELECT role, version FROM role_version WHERE workspace_id = :workspaceId")
                .param("workspaceId", actor.workspaceId())
                .query((row, _) -> Map.entry(Rows.text(row, "role"), row.getInt("version")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// Counts an edit of a role; false when somebody changed it since `version`.
    boolean edit(Actor actor, String role, int version) {
        db.sql(
                        """
                        INSERT INTO role_version (workspace_id, role, version)
                        VALUES (:workspaceId, :role, 1)
                        ON CONFLICT (workspace_id, role) DO NOTHING
                        """)
                .param("workspaceId", actor.workspaceId())
                .param("role", role)
                .update();
        return db.sql(
                                """
                                UPDATE role_version SET version = version + 1
                                WHERE workspace_id = :workspaceId AND role = :role
                                    AND version = :version
                                """)
                        .param("workspaceId", actor.workspaceId())
                        .param("role", role)
                        .param("version", version)
                        .update()
                == 1;
    }

    List<Roles.About> all() {
        return db.sql("SELECT name, about FROM permission ORDER BY name")
                .query((row, _) -> new Roles.About(Rows.text(row, "name"), Rows.text(row, "about")))
                .list();
    }

    void replace(Actor actor, String role, List<String> permissions) {
        db.sql(
                        """
                        DELETE FROM role_permission
                        WHERE workspace_id = :workspaceId AND role = :role
                        """)
                .param("workspaceId", actor.workspaceId())
                .param("role", role)
                .update();
        db.sql(
                        """
                        INSERT INTO role_permission (workspace_id, role, permission)
                        SELECT DISTINCT :workspaceId::uuid, :role::text,
                            unnest(:permissions::text[])
                        """)
                .param("workspaceId", actor.workspaceId())
                .param("role", role)
                .param("permissions", permissions.toArray(String[]::new))
                .update();
    }
}
