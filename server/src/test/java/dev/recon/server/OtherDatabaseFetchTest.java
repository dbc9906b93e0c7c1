package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// A source fetches the rows of a query from a real MariaDB or MySQL, by a driver that stands in
/// the folder of drivers, described as `config/drivers` describes it.
class OtherDatabaseFetchTest {
    @TempDir private static Path folder;
    private static DatabaseProcess database;
    private static Api api;

    @BeforeAll
    static void start() throws IOException, SQLException {
        TestAuthority authority = TestAuthority.make(folder);
        database = DatabaseProcess.start(folder, authority.keysFor("localhost"));
        database.run(
                List.of(
                        """
                        CREATE TABLE ledger (id int, amount decimal(24, 4), day date, at datetime,
                            note text, paid tinyint(1), picture blob)
                        """,
                        """
                        INSERT INTO ledger VALUES
                            (1, 12345678901234567890.1230, '2026-10-01', '2026-10-01 10:00:00',
                                'say "now", twice', 2, NULL),
                            (2, -0.0100, '2026-10-02', NULL, NULL, 0, 'x')
                        """,
                        "CREATE PROCEDURE empty_ledger() DELETE FROM ledger"));
        api =
                TestServer.start(
                                Map.of(
                                        "EGRESS_NETWORKS",
                                        "127.0.0.0/8,::1/128",
                                        "EGRESS_DRIVERS",
                                        drivers(authority).toString()))
                        .api();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    /// The folder as an operator makes it: the description that we ship, and the jar.
    private static Path drivers(TestAuthority authority) throws IOException {
        Path all = Files.createDirectories(folder.resolve("drivers"));
        Path one = Files.createDirectory(all.resolve("mariadb"));
        String shipped = Files.readString(Path.of("../config/drivers/mariadb/driver.properties"));
        Files.writeString(
                one.resolve("driver.properties"),
                shipped + "\nencrypted.serverSslCert=" + authority.certificate() + "\n");
        Path jar = DatabaseProcess.jar();
        Files.copy(jar, one.resolve(jar.getFileName()));
        return all;
    }

    @Test
    void rowsComeExactAndDaysInIso() {
        FetchingSource source = FetchingSource.add(api, "maria exact");
        source.set(
                        wanted(
                                "SELECT id, amount, day, at, note, paid FROM ledger ORDER BY id",
                                Map.of()))
                .is(200);
        JsonNode place = source.firstLook();

        assertThat(place.get("problem").isNull()).as(place.toString()).isTrue();
        assertThat(source.merged())
                .isEqualTo(
                        """
                        id,amount,day,at,note,paid
                        1,12345678901234567890.1230,2026-10-01,2026-10-01T10:00:00,\
                        "say ""now"", twice",2
                        2,-0.0100,2026-10-02,,,0
                        """);
        source.look();
        assertThat(source.deliveries()).as("the same rows are the same delivery").hasSize(1);
    }

    @Test
    void nothingIsWrittenAndNoFileOfTheServerIsSent() {
        FetchingSource source = FetchingSource.add(api, "maria writes");

        JsonNode deletes = attempt(source, "DELETE FROM ledger");
        JsonNode called = attempt(source, "CALL empty_ledger()");
        JsonNode file = attempt(source, "LOAD DATA LOCAL INFILE '/etc/hostname' INTO TABLE ledger");
        JsonNode picture = attempt(source, "SELECT picture FROM ledger");
        JsonNode count = attempt(source, "SELECT count(*) AS n FROM ledger");

        for (JsonNode refused : List.of(deletes, called, file)) {
            assertThat(refused.get("outcome").asString())
                    .as(refused.toString())
                    .isEqualTo("unreachable");
        }
        assertThat(called.at("/problem/found").asString()).contains("READ ONLY");
        assertThat(picture.at("/problem/where").asString()).endsWith("column picture");
        assertThat(count.get("lines")).extracting(JsonNode::asString).containsExactly("n", "2");
    }

    @Test
    void theCertificateAndTheNameInItAreChecked() {
        FetchingSource source = FetchingSource.add(api, "maria encrypted");

        JsonNode named =
                source.attempt(
                        wanted("SELECT 1 AS one", Map.of("host", "localhost", "encrypted", true)));
        JsonNode other =
                source.attempt(
                        wanted("SELECT 1 AS one", Map.of("host", "127.0.0.1", "encrypted", true)));

        assertThat(named.get("lines"))
                .as(named.toString())
                .extracting(JsonNode::asString)
                .containsExactly("one", "1");
        assertThat(other.get("outcome").asString()).isEqualTo("unreachable");
        assertThat(other.at("/problem/found").asString()).contains("127.0.0.1");
    }

    @Test
    void whatIsNotListedIsNotConnectedTo() {
        Api elsewhere = TestServer.shared().api();
        FetchingSource source = FetchingSource.add(elsewhere, "maria private");

        Api.Answer unknown = source.set(wanted("SELECT 1", Map.of()));

        assertThat(unknown.is(422).text("/detail")).contains("postgresql");
        assertThat(elsewhere.get("/api/v1/database-drivers").is(200).json().get("items"))
                .extracting(driver -> driver.get("name").asString())
                .containsExactly("postgresql");
        assertThat(api.get("/api/v1/database-drivers").is(200).json().get("items"))
                .extracting(driver -> driver.get("title").asString())
                .containsExactly("PostgreSQL", "MariaDB or MySQL");
        JsonNode cloud =
                FetchingSource.add(api, "maria cloud")
                        .attempt(
                                wanted(
                                        "SELECT 1",
                                        Map.of("host", "169.254.169.254", "encrypted", true)));
        assertThat(cloud.at("/problem/found").asString()).contains("not public");
    }

    private static JsonNode attempt(FetchingSource source, String query) {
        return source.attempt(wanted(query, Map.of()));
    }

    private static Map<String, @Nullable Object> wanted(String query, Map<String, Object> other) {
        Map<String, Object> place =
                new HashMap<>(
                        Map.of(
                                "driver",
                                "mariadb",
                                "host",
                                "127.0.0.1",
                                "port",
                                database.port(),
                                "database",
                                "ledger",
                                "username",
                                DatabaseProcess.USER,
                                "query",
                                query,
                                "encrypted",
                                false));
        place.putAll(other);
        return FetchingSource.wanted("database", place, DatabaseProcess.PASSWORD);
    }
}
