package dev.recon.server.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.recon.engine.read.InputProblem;
import dev.recon.server.egress.Egress;
import dev.recon.server.settings.Settings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A query that is too slow or too large is a problem, and leaves nothing behind.
class QueryBoundsTest {
    @TempDir private static Path spool;
    private static EmbeddedPostgres database;

    @BeforeAll
    static void start() throws IOException {
        database = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stop() throws IOException {
        database.close();
    }

    @Test
    void allRowsAreGivenUpToTheBoundAndNoneAboveIt() throws IOException {
        String query = "SELECT n FROM generate_series(1, 5000) AS n";
        try (QueryVisit visit = visit(query, Duration.ofSeconds(60));
                InputStream rows = visit.open(5_000)) {
            assertThat(new String(rows.readAllBytes(), StandardCharsets.UTF_8).lines())
                    .hasSize(5_001)
                    .endsWith("5000");
        }
        try (QueryVisit visit = visit(query, Duration.ofSeconds(60))) {
            assertThatThrownBy(() -> visit.open(4_999))
                    .isInstanceOf(InputProblem.class)
                    .hasMessageContaining("more than 4999 rows");
        }
        assertNothingIsLeft();
    }

    @Test
    void aDiskOfOursThatFailsIsNoBrokenConnection() throws IOException {
        try (QueryVisit visit =
                visit("SELECT 1", Duration.ofSeconds(60), spool.resolve("missing"))) {
            assertThatThrownBy(() -> visit.open(1)).isInstanceOf(UncheckedIOException.class);
        }
    }

    /// The first portion comes in time, so the database is not asked to stop: we are who ends it.
    @Test
    void rowsThatTrickleEndAtTheDeadline() throws IOException {
        String query =
                "SELECT n FROM generate_series(1, 10000000) AS n"
                        + " WHERE n % 250 > 0 OR pg_sleep(0.1) IS NOT NULL";
        try (QueryVisit visit = visit(query, Duration.ofSeconds(5))) {
            assertThatThrownBy(() -> visit.open(10_000_000))
                    .isInstanceOf(InputProblem.class)
                    .hasMessageContaining("the last one not yet there");
        }
        assertNothingIsLeft();
    }

    @Test
    void aQueryThatGivesNothingEndsAtTheDeadline() throws IOException {
        try (QueryVisit visit = visit("SELECT pg_sleep(600)", Duration.ofSeconds(1))) {
            assertThatThrownBy(() -> visit.open(10))
                    .isInstanceOf(InputProblem.class)
                    .hasMessageContaining("within 1 s");
        }
        assertNothingIsLeft();
    }

    private static void assertNothingIsLeft() throws IOException {
        try (Stream<Path> files = Files.list(spool)) {
            assertThat(files).isEmpty();
        }
    }

    private static QueryVisit visit(String query, Duration deadline) {
        return visit(query, deadline, spool);
    }

    private static QueryVisit visit(String query, Duration deadline, Path folder) {
        Egress egress = new Egress(Settings.from(Map.of("EGRESS_NETWORKS", "127.0.0.0/8")));
        DatabaseQuery place =
                new DatabaseQuery(
                        PostgresDriver.NAME,
                        "127.0.0.1",
                        database.getPort(),
                        "postgres",
                        "postgres",
                        query,
                        false);
        return QueryVisit.open(
                place,
                "postgres",
                new QueryVisit.Going(new PostgresDriver(), egress, folder, deadline));
    }
}
