package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// A database and a service of S3 are believed only with a certificate of an authority that is
/// known, for the name that the place says.
class EncryptedFetchTest {
    @TempDir private static Path folder;
    private static EmbeddedPostgres database;
    private static S3Process s3;
    private static Api api;

    @BeforeAll
    static void start() throws IOException {
        TestAuthority authority = TestAuthority.make(folder);
        TestAuthority.Keys keys = authority.keysFor("localhost");
        database =
                EmbeddedPostgres.builder()
                        .setServerConfig("ssl", "on")
                        .setServerConfig("ssl_cert_file", keys.certificate().toString())
                        .setServerConfig("ssl_key_file", keys.key().toString())
                        .start();
        s3 = S3Process.start(keys);
        s3.put("bank/october.csv", "date,amount\n2026-10-01,1.00\n");
        api =
                TestServer.start(
                                Map.of(
                                        "EGRESS_NETWORKS",
                                        "127.0.0.0/8,::1/128",
                                        "EGRESS_CERTIFICATES",
                                        authority.certificate().toString()))
                        .api();
    }

    @AfterAll
    static void stop() throws IOException {
        database.close();
        s3.close();
    }

    @Test
    void aKnownAuthorityAndTheRightNameAreBelieved() {
        JsonNode trial = attempt(api, "localhost");

        assertThat(trial.at("/lines/1").asString()).as(trial.toString()).isEqualTo("true");
    }

    @Test
    void aServiceOfS3IsBelievedByTheSameRules() {
        JsonNode right = bucket(api, "localhost");
        JsonNode other = bucket(api, "127.0.0.1");
        JsonNode unknown = bucket(FetchServer.SERVER.api(), "localhost");

        assertThat(right.at("/files/0/name").asString())
                .as(right.toString())
                .isEqualTo("bank/october.csv");
        for (JsonNode refused : List.of(other, unknown)) {
            assertThat(refused.get("outcome").asString()).isEqualTo("unreachable");
        }
        assertThat(other.at("/problem/found").asString()).contains("127.0.0.1");
        assertThat(unknown.at("/problem/found").asString()).contains("certification path");
    }

    private static JsonNode bucket(Api api, String host) {
        Map<String, Object> place =
                new HashMap<>(
                        Map.of(
                                "endpoint",
                                "https://" + host + ":" + s3.encryptedPort(),
                                "region",
                                "us-east-1",
                                "bucket",
                                S3Process.BUCKET,
                                "prefix",
                                "bank/",
                                "pattern",
                                "*.csv",
                                "accessKeyId",
                                S3Process.KEY_ID));
        return FetchingSource.add(api, "bucket " + host + System.nanoTime())
                .attempt(FetchingSource.wanted("s3", place, S3Process.SECRET));
    }

    @Test
    void anotherNameIsRefused() {
        JsonNode trial = attempt(api, "127.0.0.1");

        assertThat(trial.get("outcome").asString()).isEqualTo("unreachable");
        assertThat(trial.at("/problem/found").asString()).contains("127.0.0.1");
        assertThat(trial.at("/problem/mend").asString()).contains("EGRESS_CERTIFICATES");
    }

    @Test
    void anAuthorityThatNobodyNamedIsRefused() {
        JsonNode trial = attempt(FetchServer.SERVER.api(), "localhost");

        assertThat(trial.get("outcome").asString()).isEqualTo("unreachable");
        assertThat(trial.at("/problem/found").asString()).contains("certification path");
    }

    private static JsonNode attempt(Api api, String host) {
        Map<String, Object> place =
                new HashMap<>(
                        Map.of(
                                "driver", "postgresql",
                                "host", host,
                                "port", database.getPort(),
                                "database", "postgres",
                                "username", "postgres",
                                "query", "SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()",
                                "encrypted", true));
        return FetchingSource.add(api, "encrypted " + host + System.nanoTime())
                .attempt(FetchingSource.wanted("database", place, "postgres"));
    }
}
