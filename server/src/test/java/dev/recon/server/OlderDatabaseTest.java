package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// All that the stores say is understood by the oldest PostgreSQL that we promise, too.
class OlderDatabaseTest {
    @Test
    void theStoresWorkOnPostgres15() throws Exception {
        assumeThat(OlderDatabase.isInstalled()).as("postgresql-15 is installed").isTrue();
        try (OlderDatabase older = OlderDatabase.start();
                TestServer server = TestServer.start(Map.of("DATABASE_URL", older.url()))) {
            assertThat(
                            JdbcClient.create(server.bean(DataSource.class))
                                    .sql("SHOW server_version")
                                    .query(String.class)
                                    .single())
                    .startsWith("15.");
            StatementsTest.prepareAll(server.bean(DataSource.class));

            Journey journey = new Journey(server.api());
            String run = journey.run(Sample.of(200, 15), "on 15").run();

            journey.proven(run);
            assertThat(journey.all("/api/v1/runs/" + run + "/breaks", 50)).isNotEmpty();
            assertThat(journey.all("/api/v1/runs/" + run + "/matches", 50)).isNotEmpty();
        }
    }
}
