package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is uploaded is kept byte for byte, once.
class UploadTest {
    private final Api api = TestServer.shared().api();

    @Test
    void theSameBytesAreRecognised() {
        Api.Answer first = api.upload("once.csv", "uploaded,twice\n1,2\n").is(201);
        Api.Answer second = api.upload("twice.csv", "uploaded,twice\n1,2\n").is(200);

        assertThat(second.text("/id")).isEqualTo(first.text("/id"));
        assertThat(second.json().get("known").asBoolean()).isTrue();
        assertThat(first.json().get("known").asBoolean()).isFalse();
        assertThat(first.header("location")).isEqualTo("/api/v1/files/" + first.text("/id"));
        String found = api.get("/api/v1/files?sha256=" + first.text("/sha256")).text("/items/0/id");
        assertThat(found).isEqualTo(first.text("/id"));
    }

    @Test
    void theSameBytesAtOnceAreOneFile() throws Exception {
        byte[] bytes = "uploaded,at once\n3,4\n".getBytes(StandardCharsets.UTF_8);
        List<Callable<Api.Answer>> uploads = new ArrayList<>();
        for (int one = 0; one < 20; one++) {
            uploads.add(() -> api.upload("race.csv", bytes, Map.of()));
        }

        List<Integer> created = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Api.Answer> answer : people.invokeAll(uploads)) {
                created.add(answer.get().status());
                ids.add(answer.get().text("/id"));
            }
        }

        assertThat(created).containsOnlyOnce(201).containsOnly(200, 201);
        assertThat(ids.stream().distinct()).hasSize(1);
    }

    @Test
    void everyByteComesBack() {
        byte[] bytes = new byte[9_000_001];
        new Random(5).nextBytes(bytes);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);

        Api.Answer kept = api.upload("bytes.bin", text).is(201);

        assertThat(api.get("/api/v1/files/" + kept.text("/id") + "/content").is(200).body())
                .isEqualTo(text);
    }

    @Test
    void aWorkspaceKeepsNoMoreThanItsQuota() {
        try (TestServer server = TestServer.start(Map.of("RECON_STORAGE_BYTES_MAX", "2000"))) {
            Api here = server.api();
            here.upload("first.csv", "x".repeat(1500)).is(201);

            Api.Answer refused = here.upload("second.csv", "y".repeat(501)).is(413);

            assertThat(refused.text("/type")).isEqualTo("/problems/over-quota");
            assertThat(refused.text("/detail")).contains("2000 bytes", "RECON_STORAGE_BYTES_MAX");
            assertThat(new Journey(here).all("/api/v1/files", 10)).hasSize(1);
            here.upload("first-again.csv", "x".repeat(1500)).is(200);
            here.upload("fits.csv", "z".repeat(500)).is(201);
        }
    }

    @Test
    void aFileThatIsTooLargeIsRefusedAndNothingStays(@TempDir Path home) throws IOException {
        Map<String, String> small =
                Map.of("RECON_UPLOAD_BYTES_MAX", "1000", "RECON_HOME", home.toString());
        try (TestServer server = TestServer.start(small)) {
            server.api().upload("fits.csv", "x".repeat(1000)).is(201);
            Api.Answer refused = server.api().upload("large.csv", "x".repeat(1001)).is(413);

            assertThat(refused.text("/detail")).contains("1000 bytes");
            assertThat(server.api().get("/api/v1/files").json().get("items")).hasSize(1);
            try (var spool = Files.list(home.resolve("spool"))) {
                assertThat(spool).isEmpty();
            }
        }
    }

    @Test
    void theSameKeyActsOnce() {
        Map<String, String> key = Map.of("Idempotency-Key", "source-1");
        Api.Answer first = api.post("/api/v1/sources", Map.of("name", "Bank 1"), key).is(201);
        Api.Answer again = api.post("/api/v1/sources", Map.of("name", "Bank 1"), key).is(201);

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("location")).isEqualTo(first.header("location"));
        assertThat(api.post("/api/v1/sources", Map.of("name", "Bank 2"), key).is(422).text("/type"))
                .isEqualTo("/problems/key-reused");
        api.post("/api/v1/sources", Map.of("name", "Bank 1")).is(409);
        api.get(first.header("location")).is(200);
        assertThat(new Journey(api).all("/api/v1/sources", 1)).isNotEmpty();
    }

    @Test
    void aRefusalIsNotKept() {
        Map<String, String> key = Map.of("Idempotency-Key", "refused-1");

        api.post("/api/v1/sources", Map.of("name", " "), key).is(422);
        api.post("/api/v1/sources", Map.of("name", "Bank 3"), key).is(201);
    }

    @Test
    void anEditNeedsTheVersionThatWasRead() {
        Api.Answer made =
                api.post(
                                "/api/v1/reconciliations",
                                Map.of("name", "before", "rules", Scenario.RULES))
                        .is(201);
        String path = made.header("location");
        String tag = api.get(path).header("etag");

        api.patch(path, Map.of("name", "after"), Map.of()).is(428);
        Api.Answer changed =
                api.patch(path, Map.of("name", "after"), Map.of("If-Match", tag)).is(200);
        api.patch(path, Map.of("name", "late"), Map.of("If-Match", tag)).is(412);

        assertThat(changed.text("/name")).isEqualTo("after");
        assertThat(changed.header("etag")).isNotEqualTo(tag);
    }

    @Test
    void aRuleSetVersionNeverChanges() {
        String path =
                api.post(
                                "/api/v1/reconciliations",
                                Map.of("name", "versions", "rules", Scenario.RULES))
                        .is(201)
                        .header("location");
        String edited = Scenario.RULES.replace("days: 3", "days: 5");

        api.post(path + "/rule-sets", Map.of("rules", Scenario.RULES)).is(200);
        Api.Answer second = api.post(path + "/rule-sets", Map.of("rules", edited)).is(201);

        assertThat(second.json().get("version").asInt()).isEqualTo(2);
        assertThat(api.get(path + "/rule-sets/1").text("/rules")).isEqualTo(Scenario.RULES);
        assertThat(new Journey(api).all(path + "/rule-sets", 1)).hasSize(2);
        assertThat(api.get(path).json().get("ruleSet").asInt()).isEqualTo(2);
    }
}
