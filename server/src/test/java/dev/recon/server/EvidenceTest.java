package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.engine.evidence.Check;
import dev.recon.engine.evidence.EvidencePack;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A pack of evidence proves itself, and no part of it can be changed unseen.
class EvidenceTest {
    private static final Map<String, byte[]> PACK = pack();

    @TempDir Path folder;

    @Test
    void aPackProvesItself() throws IOException {
        List<Check> checks = verify(PACK);

        assertThat(checks).filteredOn(check -> !check.holds()).isEmpty();
        assertThat(checks)
                .extracting(Check::subject)
                .containsExactly(
                        "seal",
                        "manifest",
                        "chain",
                        "head",
                        "run",
                        "files",
                        "rules",
                        "facts",
                        "matches",
                        "breaks",
                        "decisions");
        assertThat(text(PACK, EvidencePack.DECISIONS).lines().count()).isGreaterThanOrEqualTo(4);
    }

    @Test
    void theServersKeySignedIt() throws IOException {
        String key =
                TestServer.shared().api().get("/api/v1/audit-chain").is(200).text("/publicKey");

        Path file = write(PACK);
        assertThat(EvidencePack.verify(file, List.of()).key()).isEqualTo(key);
    }

    /// The manifest shows any change; whoever could sign a new one is caught by the chain.
    @ParameterizedTest
    @CsvSource({
        "matches.csv, matched, suggested, matches",
        "matches.csv, 1.0, 0.5, matches",
        "breaks.tsv, EUR, USD, breaks",
        "decisions.jsonl, what is this, what was this, decisions",
        "decisions.jsonl, match-by-hand, accept, decisions",
        "rules.yaml, exact, close, rules",
        "files.json, sha256\":\", sha256\":\"0, files",
        "facts.json, position\":0, position\":7, facts",
        "audit.jsonl, run-done, run-held, chain",
        "run.json, done, held, manifest",
    })
    void whatIsChangedIsFound(String file, String from, String to, String subject)
            throws IOException {
        List<Check> checks = verify(changed(file, text -> text.replaceFirst(from, to)));

        assertThat(checks)
                .filteredOn(check -> !check.holds())
                .extracting(Check::subject)
                .contains("manifest", subject);
    }

    @Test
    void aMissingDecisionIsFound() throws IOException {
        List<Check> checks =
                verify(changed("decisions.jsonl", text -> text.substring(text.indexOf('\n') + 1)));

        assertThat(checks)
                .filteredOn(check -> check.subject().equals("decisions"))
                .singleElement()
                .matches(check -> !check.holds());
    }

    @Test
    void aMissingFileIsFound() throws IOException {
        Map<String, byte[]> less = new LinkedHashMap<>(PACK);
        less.remove("run.json");

        assertThat(verify(less))
                .filteredOn(check -> !check.holds())
                .singleElement()
                .extracting(Check::detail)
                .isEqualTo("run.json is missing.");
    }

    /// S10: the texts of a pack are opened in spreadsheets, too.
    @Test
    void theNameOfAPassIsNoFormulaAndThePackStillProvesItself() throws IOException {
        Api api = TestServer.shared().api();
        Journey journey = new Journey(api);
        Sample sample = Sample.of(40, 3);
        String left = api.upload("left.csv", sample.left()).text("/id");
        String right = api.upload("right.csv", sample.right()).text("/id");
        String files = "leftFile=" + left + "&rightFile=" + right;
        String rules =
                api.get("/api/v1/proposals?" + files)
                        .is(200)
                        .text("/rules")
                        .replaceFirst("(?m)^( *- name: ).*$", "$1\"=1+1|' calc'!A0\"");
        Map<String, String> wanted = Map.of("name", "formula " + System.nanoTime(), "rules", rules);
        String id = api.post("/api/v1/reconciliations", wanted).is(201).text("/id");
        String run = journey.queue(id, left, right);
        journey.await(run, "done");

        Map<String, byte[]> pack = unpacked(api, run);

        assertThat(text(pack, "matches.csv"))
                .contains(",'=1+1|")
                .doesNotContainPattern("(?m)(^|,)\"?=");
        assertThat(verify(pack)).filteredOn(check -> !check.holds()).isEmpty();
    }

    /// So a slow reader holds no connection to the database, and no half of a pack is ever sent.
    @Test
    void aPackIsMadeWholeBeforeItIsSent() {
        Api api = TestServer.shared().api();
        String run = new Journey(api).run(Sample.of(1000, 5), "whole-" + System.nanoTime()).run();

        HttpResponse<byte[]> response =
                api.bytes(api.request("/api/v1/runs/" + run + "/evidence").GET());

        assertThat(response.headers().firstValueAsLong("content-length"))
                .hasValue(response.body().length);
    }

    private static Map<String, byte[]> pack() {
        Api api = TestServer.shared().api();
        Scenario scenario = Scenario.start(api, "evidence-" + System.nanoTime());
        scenario.matchByHand(3, 4).is(201);
        String first = scenario.runAgain();
        String breakId =
                scenario.journey()
                        .all("/api/v1/runs/" + first + "/breaks", 50)
                        .getFirst()
                        .get("id")
                        .asString();
        scenario.journey()
                .decide(
                        first,
                        Map.of("kind", "comment", "breakId", breakId, "text", "what is this?"))
                .is(201);
        Scenario again =
                new Scenario(
                        scenario.journey(),
                        new Journey.Made(
                                scenario.made().left(),
                                scenario.made().right(),
                                scenario.made().reconciliation(),
                                first));
        again.about("accept", 2).is(201);
        String undone = again.about("unmatch", 1).is(201).text("/id");
        api.post("/api/v1/decisions/" + undone + "/undo", Map.of()).is(200);
        return unpacked(api, first);
    }

    private static Map<String, byte[]> unpacked(Api api, String run) {
        HttpResponse<byte[]> response =
                api.bytes(api.request("/api/v1/runs/" + run + "/evidence").GET());
        assertThat(response.statusCode()).isEqualTo(200);
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(response.body()))) {
            for (ZipEntry entry; (entry = zip.getNextEntry()) != null; ) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
        return files;
    }

    private static String text(Map<String, byte[]> pack, String name) {
        return new String(pack.get(name), StandardCharsets.UTF_8);
    }

    private static Map<String, byte[]> changed(String name, UnaryOperator<String> change) {
        Map<String, byte[]> all = new LinkedHashMap<>(PACK);
        String text = change.apply(text(PACK, name));
        assertThat(text).as("something is changed").isNotEqualTo(text(PACK, name));
        all.put(name, text.getBytes(StandardCharsets.UTF_8));
        return all;
    }

    private List<Check> verify(Map<String, byte[]> pack) throws IOException {
        return EvidencePack.verify(write(pack), List.of()).checks();
    }

    private Path write(Map<String, byte[]> pack) throws IOException {
        Path file = folder.resolve("pack.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> entry : pack.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return file;
    }
}
