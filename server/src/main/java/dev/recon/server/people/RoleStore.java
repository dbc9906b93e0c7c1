package dev.recon.server.people;

import dev.recon.server.platform.Actor;
import dev.recon.server.platform.Rows;
import java.util.List;
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
