package dev.recon.server.people;

import dev.recon.server.access.Workspace;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The workspaces in the database.
@Component
record WorkspaceStore(JdbcClient db) {
    /// Adds a workspace with what every one begins with: its roles and the head of its history;
    /// false when the name is taken.
    boolean add(Workspace workspace) {
        boolean added =
                db.sql(
                                        """
                                        INSERT INTO workspace (id, name)
                                        VALUES (:workspaceId, :name)
                                        ON CONFLICT (name) DO NOTHING
                                        """)
                                .param("workspaceId", workspace.id())
                                .param("name", workspace.name())
                                .update()
                        == 1;
        if (!added) {
            return false;
        }
        db.sql(
                        """
                        INSERT INTO role_permission (workspace_id, role, permission)
                        SELECT :workspaceId::uuid, role, permission FROM default_permission
                        """)
                .param("workspaceId", workspace.id())
                .update();
        db.sql(
                        """
                        INSERT INTO audit_head (workspace_id, number, hash)
                        VALUES (:workspaceId, 0, decode(repeat('00', 32), 'hex'))
                        """)
                .param("workspaceId", workspace.id())
                .update();
        return true;
    }
}
