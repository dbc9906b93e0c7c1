package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.recon.server.platform.Schema;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The schema is brought up to date by whoever comes first, and never goes back.
class MigrateTest {
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void aFreshDatabaseIsBroughtUpToDateOnce() {
        Map<String, String> fresh = Map.of("DATABASE_URL", TestDatabase.empty());

        assertThat(migrate(fresh, "status")).isZero();
        assertThat(said()).contains("workspace").contains("Pending");
        assertThat(migrate(fresh, "up")).isZero();
        assertThat(said()).matches("applied [1-9]\\d* migrations\\n");
        assertThat(migrate(fresh, "up")).isZero();
        assertThat(said()).isEqualTo("applied 0 migrations\n");
        assertThat(migrate(fresh, "validate")).isZero();
        assertThat(migrate(fresh, "wait")).isZero();
        assertThat(said()).contains("nothing is pending");
    }

    @Test
    void wrongUseIsTwoAndThereIsNoWayDown() {
        assertThat(migrate(Map.of(), "down")).isEqualTo(2);
        assertThat(said()).contains("forward only");
        assertThat(migrate(Map.of())).isEqualTo(2);
        assertThat(migrate(Map.of(), "sideways")).isEqualTo(2);
        assertThat(migrate(Map.of("PORT", "x"), "up")).isEqualTo(2);
    }

    @Test
    void aDatabaseThatIsNotThereIsOne() {
        String nowhere = "postgres://nobody@127.0.0.1:1/none";

        assertThat(migrate(Map.of("DATABASE_URL", nowhere), "validate")).isEqualTo(1);
        assertThat(said()).startsWith("migrate validate failed:");
    }

    @Test
    void ourOwnDatabaseIsMigratedWithoutAServer(@TempDir Path home) {
        assertThat(migrate(Map.of("RECON_HOME", home.toString()), "up")).isZero();
    }

    @Test
    void severalAtOnceMigrateOnce() {
        String url = TestDatabase.empty();
        List<CompletableFuture<Integer>> all =
                Stream.generate(() -> CompletableFuture.supplyAsync(() -> new Schema(url).up()))
                        .limit(3)
                        .toList();

        assertThat(all.stream().map(CompletableFuture::join).filter(applied -> applied > 0))
                .hasSize(1);
    }

    @Test
    void aTableInUseIsWaitedForInShortTries() throws Exception {
        String url = TestDatabase.empty();
        Schema schema = new Schema(url);
        List<Schema.Step> steps = schema.steps();
        Flyway.configure()
                .dataSource(url, null, null)
                .target(steps.get(steps.size() - 2).version())
                .load()
                .migrate();
        try (Connection other = DriverManager.getConnection(url)) {
            other.setAutoCommit(false);
            other.createStatement().execute("LOCK TABLE flyway_schema_history IN EXCLUSIVE MODE");
            CompletableFuture<Integer> waiting = CompletableFuture.supplyAsync(schema::up);
            assertThatThrownBy(() -> waiting.get(4, TimeUnit.SECONDS))
                    .isInstanceOf(TimeoutException.class);
            other.commit();
            assertThat(waiting.join()).isEqualTo(1);
        }
    }

    @Test
    void anOlderReleaseThanTheSchemaBearsDoesNotStart() throws Exception {
        String url = TestDatabase.empty();
        Schema schema = new Schema(url);
        schema.up();
        schema.requireRelease("0.1.0");
        try (Connection newer = DriverManager.getConnection(url)) {
            newer.createStatement().execute("UPDATE schema_compat SET min_release = '1.10.0'");
        }

        schema.requireRelease("1.10.0");
        schema.requireRelease("2.0.0");
        assertThatThrownBy(() -> schema.requireRelease("1.9.9"))
                .hasMessageContaining("the schema needs 1.10.0 or newer");
    }

    @Test
    void withoutMigrationsAServerDoesNotStartOnAnOldSchema() {
        assertThatThrownBy(() ->
                        TestServer.start(
                                Map.of(
                                        "DATABASE_URL",
                                        TestDatabase.empty(),
                                        "MIGRATE_ON_START",
                                        "false")))
                .rootCause()
                .hasMessageContaining("Run: migrate up");
    }

    private int migrate(Map<String, String> environment, String... arguments) {
        said.reset();
        return Migrate.run(arguments, environment, new PrintStream(said, true));
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
