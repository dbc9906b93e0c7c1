package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A page of a long list reads what it shows and not the table that it stands in, under row-level
/// security as everything is: no plan of its statements goes through all rows. So does a page of
/// one break or match, of which much was decided in its run. Only the list of reconciliations,
/// which says how many breaks are open, counts those of the newest runs.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListReadsTest {
    private static final int LINES = Faults.count(30_000, 750_000);

    private static final int DECISIONS = 50_000;

    /// So often that the driver and PostgreSQL have settled on a plan for all parameters.
    private static final int TRIES = 16;

    /// Blocks of 8 kB, whatever the number of rows.
    private static final int BLOCKS_MAX = 500;

    private final TestServer server = TestServer.start(Map.of("ENABLE_CACHING", "false"));
    private final JdbcClient owner = server.owner();

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void aPageReadsWhatItShows() {
        owner.sql("CREATE EXTENSION pg_stat_statements").update();
        String id = longRun();
        decideMuch(id);
        String run = "/api/v1/runs/" + id;
        owner.sql("ANALYZE").update();
        assertThat(number("SELECT pg_relation_size('break') / 8192"))
                .as("blocks of all breaks")
                .isGreaterThan(2 * BLOCKS_MAX);
        for (String list :
                List.of(
                        "/api/v1/reconciliations",
                        run,
                        run + "/breaks",
                        run + "/breaks?status=open",
                        run + "/breaks?sort=value",
                        run + "/breaks?sort=date",
                        run + "/breaks?sort=-date",
                        run + "/breaks?sort=kind",
                        run + "/breaks?sort=id",
                        run + "/breaks?kind=missing-on-left",
                        run + "/breaks?currency=EUR&side=left",
                        run + "/breaks?minValue=100&maxValue=101",
                        run + "/breaks?waiting=true",
                        run + "/matches",
                        run + "/matches?sort=confidence",
                        run + "/matches?waiting=true",
                        "/api/v1/breaks/" + id + ".1",
                        "/api/v1/matches/" + id + ".1",
                        "/api/v1/approvals",
                        "/api/v1/audit-events")) {
            assertThat(blocks(list)).as("blocks that %s reads", list).isLessThan(BLOCKS_MAX);
        }
    }

    /// The blocks that one request reads, from memory or the disk.
    private long blocks(String list) {
        number("SELECT count(*) FROM (SELECT pg_stat_statements_reset()) AS done");
        for (int once = 0; once < TRIES; once++) {
            server.api().get(list).is(200);
        }
        return number(
                        """
                        SELECT coalesce(sum(shared_blks_hit + shared_blks_read), 0)
                        FROM pg_stat_statements
                        WHERE dbid = (
                            SELECT oid FROM pg_database WHERE datname = current_database())
                        """)
                / TRIES;
    }

    private long number(String sql) {
        return owner.sql(sql).query((row, _) -> row.getLong(1)).single();
    }

    /// A run that leaves two of three entries open.
    private String longRun() {
        StringBuilder left = new StringBuilder("ref,amount,ccy,date,who\n");
        StringBuilder right = new StringBuilder("ref,amount,ccy,date,who\n");
        for (int line = 0; line < LINES; line++) {
            String said =
                    ",%d.%02d,EUR,2026-%02d-%02d,Acme\n"
                            .formatted(
                                    1 + line % 9_973,
                                    line % 100,
                                    1 + line % 12,
                                    1 + line / 12 % 28);
            boolean same = line % 3 == 0;
            left.append(same ? 'M' : 'L').append(line).append(said);
            right.append(same ? 'M' : 'R').append(line).append(said);
        }
        String rules = Scenario.RULES.substring(0, Scenario.RULES.indexOf("  - name: amount-near"));
        List<String> files = List.of(left.toString(), right.toString());
        return Scenario.start(server.api(), "long", rules, files).run();
    }

    /// As many decisions as a team makes in a run of months, each about a break and a match.
    private void decideMuch(String run) {
        int decided =
                owner.sql(
                                """
                                WITH head AS (
                                    UPDATE audit_head SET number = number WHERE workspace_id =
                                        (SELECT workspace_id FROM run WHERE id = :run::uuid)
                                    RETURNING workspace_id)
                                INSERT INTO decision (workspace_id, id, run_id, number, kind,
                                    person_id, at, match_number, left_lines, right_lines, breaks)
                                SELECT r.workspace_id, gen_random_uuid(), r.id, n, 'unmatch',
                                    r.created_by, now(), n, '{}', '{}', ARRAY[n]
                                FROM head
                                JOIN run r ON r.workspace_id = head.workspace_id
                                    AND r.id = :run::uuid
                                CROSS JOIN generate_series(1, :decisions) AS n
                                """)
                        .param("run", run)
                        .param("decisions", DECISIONS)
                        .update();
        assertThat(decided).isEqualTo(DECISIONS);
    }
}
