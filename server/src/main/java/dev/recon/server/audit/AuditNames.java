package dev.recon.server.audit;

import dev.recon.server.audit.AuditEvent.Called;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/// How the objects of events are called today: an event itself keeps ids, which do not change.
final class AuditNames {
    /// What [#of] reads, of the tables in [#JOINS].
    static final String COLUMNS =
            """
            COALESCE('run #' || run.number, source.name, file.name, about.name, api_key.name,
                workspace.name, reconciliation.name) AS object_name,
            reconciliation.id AS reconciliation_id,
            reconciliation.name AS reconciliation_name
            """;

    /// Each event `e` with the one row it is about. Of other objects an id may be no UUID.
    static final String JOINS =
            """
            LEFT JOIN run ON run.workspace_id = e.workspace_id
                AND run.id = CASE WHEN e.object_type = 'run' THEN e.object_id::uuid END
            LEFT JOIN source ON source.workspace_id = e.workspace_id
                AND source.id = CASE WHEN e.object_type = 'source' THEN e.object_id::uuid END
            LEFT JOIN file ON file.workspace_id = e.workspace_id
                AND file.id = CASE WHEN e.object_type = 'file' THEN e.object_id::uuid END
            LEFT JOIN person about ON about.workspace_id = e.workspace_id
                AND about.id = CASE WHEN e.object_type = 'person' THEN e.object_id::uuid END
            LEFT JOIN api_key ON api_key.workspace_id = e.workspace_id
                AND api_key.id = CASE WHEN e.object_type = 'api-key' THEN e.object_id::uuid END
            LEFT JOIN workspace ON workspace.id =
                CASE WHEN e.object_type = 'workspace' THEN e.object_id::uuid END
            LEFT JOIN comparison ON comparison.workspace_id = e.workspace_id
                AND comparison.id =
                    CASE WHEN e.object_type = 'comparison' THEN e.object_id::uuid END
            LEFT JOIN reconciliation ON reconciliation.workspace_id = e.workspace_id
                AND reconciliation.id = COALESCE(run.reconciliation_id,
                    comparison.reconciliation_id,
                    CASE WHEN e.object_type = 'reconciliation' THEN e.object_id::uuid END)
            """;

    private AuditNames() {}

    static Called of(ResultSet row) throws SQLException {
        return new Called(
                row.getString("object_name"),
                row.getString("reconciliation_name"),
                row.getObject("reconciliation_id", UUID.class));
    }
}
