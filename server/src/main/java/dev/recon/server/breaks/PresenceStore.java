package dev.recon.server.breaks;

import dev.recon.server.platform.Actor;
import dev.recon.server.platform.Person;
import dev.recon.server.platform.Rows;
import dev.recon.server.run.Numbered;
import dev.recon.server.run.RunRow;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who looks at what, in the database: servers share it, and one row a person bounds it.
@Component
record PresenceStore(JdbcClient db) {
    List<Presence> list(RunRow run) {
        return db.sql(
                        """
                        SELECT p.id, p.name, n.break_number
                        FROM presence n
                        JOIN person p ON p.workspace_id = n.workspace_id AND p.id = n.person_id
                        WHERE n.workspace_id = :workspaceId AND n.run_id = :runId
                            AND n.ends_at > now()
                        ORDER BY p.name, p.id
                        """)
                .param("workspaceId", run.workspaceId())
                .param("runId", run.id())
                .query((row, _) ->
                        new Presence(
                                new Person(Rows.id(row, "id"), Rows.text(row, "name")),
                                new Numbered(run.id(), row.getInt("break_number")).toString()))
                .list();
    }

    /// What the person looks at, until it ends by itself; nobody else changes it before the end of
    /// the caller's database transaction.
    Optional<Numbered> find(Actor actor) {
        return db.sql(
                        """
                        SELECT run_id, break_number FROM presence
                        WHERE workspace_id = :workspaceId AND person_id = :personId
                            AND ends_at > now()
                        FOR UPDATE
                        """)
                .param("workspaceId", actor.workspaceId())
                .param("personId", actor.person().id())
                .query((row, _) -> new Numbered(Rows.id(row, "run_id"), row.getInt("break_number")))
                .optional();
    }

    void put(Actor actor, Numbered place, int seconds) {
        db.sql(
                        """
                        INSERT INTO presence
                            (workspace_id, person_id, run_id, break_number, ends_at)
                        VALUES (:workspaceId, :personId, :runId, :number,
                            now() + make_interval(secs => :seconds))
                        ON CONFLICT (workspace_id, person_id) DO UPDATE
                        SET run_id = excluded.run_id, break_number = excluded.break_number,
                            ends_at = excluded.ends_at
                        """)
                .param("workspaceId", actor.workspaceId())
                .param("personId", actor.person().id())
                .param("runId", place.runId())
                .param("number", place.number())
                .param("seconds", seconds)
                .update();
    }

    /// The person looks at no break of this run any more.
    void remove(Actor actor, UUID runId) {
        db.sql(
                        """
                        DELETE FROM presence
                        WHERE workspace_id = :workspaceId AND person_id = :personId
                            AND run_id = :runId
                        """)
                .param("workspaceId", actor.workspaceId())
                .param("personId", actor.person().id())
                .param("runId", runId)
                .update();
    }
}
