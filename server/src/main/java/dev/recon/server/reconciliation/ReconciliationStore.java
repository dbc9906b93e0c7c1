package dev.recon.server.reconciliation;

import dev.recon.server.permission.MemberStore;
import dev.recon.server.platform.Actor;
import dev.recon.server.platform.Cursor;
import dev.recon.server.platform.Page;
import dev.recon.server.platform.Paging;
import dev.recon.server.platform.Person;
import dev.recon.server.platform.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The reconciliations in the database.
@Component
public record ReconciliationStore(JdbcClient db) {
    void add(Actor actor, Reconciliation added) {
        db.sql(
                        """
                        INSERT INTO reconciliation (workspace_id, id, name, left_source_id,
                            right_source_id, rule_set_version, created_at, created_by)
                        VALUES (:workspaceId, :id, :name, :leftSource,
                            :rightSource, :ruleSet, :createdAt, :createdBy)
                        """)
                .param("workspaceId", actor.workspaceId())
                .param("id", added.id())
                .param("name", added.name())
                .param("leftSource", added.leftSource())
                .param("rightSource", added.rightSource())
                .param("ruleSet", added.ruleSet())
                .param("createdAt", Rows.at(added.createdAt()))
                .param("createdBy", added.createdBy().id())
                .update();
    }

    /// One reconciliation, without its runs.
    public Optional<Reconciliation> find(Actor actor, UUID id) {
        return db.sql(
                        """
                        SELECT r.*, p.name AS person_name
                        FROM reconciliation r
                        JOIN person p ON p.workspace_id = r.workspace_id AND p.id = r.created_by
                        WHERE r.workspace_id = :workspaceId AND r.id = :id
                        """)
                .param("workspaceId", actor.workspaceId())
                .param("id", id)
                .query(ReconciliationStore::toReconciliation)
                .optional();
    }

    /// Reconciliations that the actor sees, newest first, without their runs.
    Page<Reconciliation> list(Actor actor, Paging paging) {
        List<Reconciliation> found =
                db.sql(
                                """
                                SELECT r.*, p.name AS person_name
                                FROM reconciliation r
                                JOIN person p ON p.workspace_id = r.workspace_id
                                    AND p.id = r.created_by
                                WHERE r.workspace_id = :workspaceId
                                    AND (:before::uuid IS NULL OR r.id < :before)
                                    AND (:all OR may_see(r.workspace_id, r.id, :personId))
                                ORDER BY r.id DESC LIMIT :limit
                                """)
                        .param("workspaceId", actor.workspaceId())
                        .param("all", MemberStore.seesAll(actor))
                        .param("personId", actor.person().id())
                        .param("before", paging.cursor().map(at -> at.id(0)).orElse(null))
                        .param("limit", paging.rows())
                        .query(ReconciliationStore::toReconciliation)
                        .list();
        return Page.of(found, paging, one -> Cursor.of(one.id()));
    }

    /// Changes the name; false when somebody changed it since `version`.
    boolean rename(Actor actor, UUID id, int version, String name) {
        return db.sql(
                                """
                                UPDATE reconciliation SET name = :name, version = version + 1
                                WHERE workspace_id = :workspaceId AND id = :id
                                    AND version = :version
                                """)
                        .param("workspaceId", actor.workspaceId())
                        .param("id", id)
                        .param("version", version)
                        .param("name", name)
                        .update()
                == 1;
    }

    /// Counts an edit of what belongs to it; false when somebody changed it since `version`.
    boolean edit(Actor actor, UUID id, int version) {
        return db.sql(
                                """
                                UPDATE reconciliation SET version = version + 1
                                WHERE workspace_id = :workspaceId AND id = :id
                                    AND version = :version
                                """)
                        .param("workspaceId", actor.workspaceId())
                        .param("id", id)
                        .param("version", version)
                        .update()
                == 1;
    }

    /// Sets where the sides come from; what was delivered up to now starts no run. False when
    /// somebody changed it since `version`.
    boolean setSources(Actor actor, UUID id, int version, NewReconciliation.Sources wanted) {
        return db.sql(
                                """
                                UPDATE reconciliation r SET left_source_id = :leftSource,
                                    right_source_id = :rightSource,
                                    runs_by_itself = :runsByItself, sources_set_by = :person,
                                    left_taken = (SELECT count(*) FROM delivery d
                                        WHERE d.workspace_id = r.workspace_id
                                            AND d.source_id = :leftSource AND d.state = 'taken'),
                                    right_taken = (SELECT count(*) FROM delivery d
                                        WHERE d.workspace_id = r.workspace_id
                                            AND d.source_id = :rightSource AND d.state = 'taken'),
                                    version = version + 1
                                WHERE workspace_id = :workspaceId AND id = :id
                                    AND version = :version
                                """)
                        .param("leftSource", wanted.leftSource(), Types.OTHER)
                        .param("rightSource", wanted.rightSource(), Types.OTHER)
                        .param("runsByItself", wanted.runsByItself())
                        .param("person", actor.person().id())
                        .param("workspaceId", actor.workspaceId())
                        .param("id", id)
                        .param("version", version)
                        .update()
                == 1;
    }

    /// The newest version of its rule set, with a lock on the reconciliation so that the next one
    /// is made by one person at a time.
    Optional<Integer> lockRuleSetVersion(Actor actor, UUID id) {
        return db.sql(
                        """
                        SELECT rule_set_version FROM reconciliation
                        WHERE workspace_id = :workspaceId AND id = :id FOR UPDATE
                        """)
                .param("workspaceId", actor.workspaceId())
                .param("id", id)
                .query(Integer.class)
                .optional();
    }

    void setRuleSetVersion(Actor actor, UUID id, int version) {
        db.sql(
                        """
                        UPDATE reconciliation SET rule_set_version = :version
                        WHERE workspace_id = :workspaceId AND id = :id
                        """)
                .param("workspaceId", actor.workspaceId())
                .param("id", id)
                .param("version", version)
                .update();
    }

    /// Counts one more run and gives its number.
    public int nextRunNumber(Actor actor, UUID id) {
        return db.sql(
                        """
                        UPDATE reconciliation SET run_count = run_count + 1
                        WHERE workspace_id = :workspaceId AND id = :id
                        RETURNING run_count
                        """)
                .param("workspaceId", actor.workspaceId())
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    private static Reconciliation toReconciliation(ResultSet row, int index) throws SQLException {
        return new Reconciliation(
                Rows.id(row, "id"),
                Rows.text(row, "name"),
                row.getInt("version"),
                Rows.findId(row, "left_source_id"),
                Rows.findId(row, "right_source_id"),
                row.getBoolean("runs_by_itself"),
                row.getInt("rule_set_version"),
                Rows.time(row, "created_at"),
                new Person(Rows.id(row, "created_by"), Rows.text(row, "person_name")),
                row.getInt("run_count"),
                null,
                null);
    }
}
