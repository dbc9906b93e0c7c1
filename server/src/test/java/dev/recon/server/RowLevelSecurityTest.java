package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.recon.server.platform.Scope;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The net under the predicates: who forgets to name the workspace sees nothing.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RowLevelSecurityTest {
    private static final UUID FIRST = UUID.fromString("019a0000-0000-7000-8000-000000000001");
    private static final UUID OTHER = UUID.fromString("019a0000-0000-7000-8000-00000000beef");

    /// What people work on; the door does not show it.
    private static final List<String> WORK =
            List.of(
                    "source",
                    "file",
                    "file_segment",
                    "reconciliation",
                    "rule_set",
                    "run",
                    "run_segment",
                    "break",
                    "decision",
                    "decision_break",
                    "comment",
                    "match_change",
                    "entry_change");

    private final TestServer server = TestServer.start(Map.of());
    private final JdbcClient db = server.bean(JdbcClient.class);

    @BeforeAll
    void work() {
        Scenario scenario = Scenario.start(server.api(), "secured");
        scenario.matchByHand(3, 4).is(201);
        server.api().post("/api/v1/sources", Map.of("name", "bank")).is(201);
        String run = scenario.runAgain();
        String breakId =
                scenario.journey()
                        .all("/api/v1/runs/" + run + "/breaks", 50)
                        .getFirst()
                        .get("id")
                        .asString();
        scenario.journey()
                .decide(run, Map.of("kind", "comment", "breakId", breakId, "text", "why"))
                .is(201);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void everyTableOfAWorkspaceIsSecured() {
        List<String> open =
                server.owner()
                        .sql(
                                """
                                SELECT c.relname FROM pg_class c
                                JOIN pg_attribute a ON a.attrelid = c.oid
                                    AND a.attname = 'workspace_id' AND NOT a.attisdropped
                                WHERE c.relnamespace = 'public'::regnamespace
                                    AND c.relkind IN ('r', 'p')
                                    AND NOT (c.relrowsecurity AND c.relforcerowsecurity
                                        AND EXISTS (SELECT FROM pg_policy p
                                            WHERE p.polrelid = c.oid
                                                AND pg_get_expr(p.polqual, p.polrelid)
                                                    LIKE '%workspace_id%'
                                                AND p.polwithcheck IS NOT NULL))
                                """)
                        .query((row, _) -> row.getString(1))
                        .list();

        assertThat(open).isEmpty();
        assertThat(tables()).hasSizeGreaterThan(15).containsAll(WORK);
    }

    @Test
    void withoutAWorkspaceNothingIsSeen() {
        for (String table : tables()) {
            assertThat(count(table)).as(table).isZero();
        }
        for (String table : WORK) {
            assertThat(
                            server.owner()
                                    .sql("SELECT count(*) FROM " + table)
                                    .query(Long.class)
                                    .single())
                    .as("there is something to see in " + table)
                    .isPositive();
            assertThat(Scope.in(FIRST, () -> count(table))).as(table).isPositive();
        }
    }

    @Test
    void anotherWorkspaceIsNotSeenAndNotWritten() {
        for (String table : WORK) {
            assertThat(Scope.in(OTHER, () -> count(table))).as(table).isZero();
            assertThat(Scope.atDoor(() -> count(table))).as(table).isZero();
        }
        assertThatThrownBy(() ->
                        Scope.in(
                                OTHER,
                                () ->
                                        db.sql(
                                                        """
                                                        INSERT INTO source (workspace_id,
                                                            id, name, created_at,
                                                            created_by)
                                                        SELECT id, id, 'x', now(), id
                                                        FROM (VALUES (:id)) v (id)
                                                        """)
                                                .param("id", FIRST)
                                                .update()))
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("row-level security");
        assertThat(Scope.in(OTHER, () -> db.sql("UPDATE run SET failure = 'x'").update())).isZero();
    }

    @Test
    void aScopeEndsWithItsWork() {
        assertThat(Scope.in(FIRST, () -> count("run"))).isPositive();
        assertThat(count("run")).isZero();
        assertThat(Scope.inEngine(() -> count("run"))).isPositive();
        assertThat(count("run")).isZero();
    }

    @Test
    void requestsAndRunsComeAsRolesWithoutPower() {
        String role = "SELECT current_user";
        assertThat(db.sql(role).query(String.class).single()).isEqualTo("recon_web");
        assertThat(Scope.inEngine(() -> db.sql(role).query(String.class).single()))
                .isEqualTo("recon_engine");
        for (String statement :
                List.of(
                        "CREATE TABLE x ()",
                        "DROP TABLE run",
                        "TRUNCATE run",
                        "DELETE FROM audit_event",
                        "UPDATE audit_event SET action = 'x'")) {
            assertThatThrownBy(() -> db.sql(statement).update())
                    .as(statement)
                    .isInstanceOf(DataAccessException.class);
        }
    }

    private List<String> tables() {
        return server.owner()
                .sql(
                        """
                        SELECT table_name FROM information_schema.columns
                        WHERE table_schema = 'public' AND column_name = 'workspace_id'
                        """)
                .query((row, _) -> row.getString(1))
                .list();
    }

    private Long count(String table) {
        return db.sql("SELECT count(*) FROM " + table).query(Long.class).single();
    }
}
