package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.engine.evidence.Check;
import dev.recon.engine.evidence.EvidencePack;
import dev.recon.server.People.Browser;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// What waits goes along to later runs, and what was approved names both people wherever it goes.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FourEyesCarryTest {
    private final People people = People.shared();
    private final Browser admin = people.newcomer(People.address("ada"));
    private final Api ann = people.join(admin, "ann@example.com", "manager").api();
    private final Api ben = people.join(admin, "ben@example.com", "manager").api();
    private final Api aud = people.join(admin, "aud@example.com", "auditor").api();

    private Scenario asked(String name) {
        Scenario made = Scenario.start(ann, name);
        FourEyes.ask(ann, made.made().reconciliation(), "all");
        return made;
    }

    @Test
    void whatWaitsIsApprovedInTheNextRun() {
        Scenario scenario = asked("next");
        String byHand = scenario.matchByHand(3, 4).is(202).text("/id");
        String unmatch = scenario.about("unmatch", 1).is(202).text("/id");
        String accept = scenario.about("accept", 2).is(202).text("/id");

        String second = scenario.runAgain();

        assertThat(scenario.holder(second, 3).get("type").asString()).isEqualTo("open");
        for (String id : List.of(byHand, unmatch, accept)) {
            JsonNode waits = ben.get("/api/v1/approvals/" + id).is(200).json();
            assertThat(waits.get("status").asString()).isEqualTo("waiting");
            assertThat(waits.get("runId").asString()).isEqualTo(second);
            assertThat(FourEyes.approve(ben, id).is(200).text("/runId")).isEqualTo(second);
        }
        assertThat(scenario.holder(second, 1).get("type").asString()).isEqualTo("open");
        assertThat(scenario.holder(second, 2).at("/match/status").asString()).isEqualTo("matched");
        assertThat(scenario.holder(second, 3).at("/match/byHand").asBoolean()).isTrue();
        scenario.journey().proven(second);
    }

    @Test
    void anUndoThatWaitsGoesAlongWithItsDecision() {
        Scenario scenario = asked("undo");
        String id = scenario.matchByHand(3, 4).is(202).text("/id");
        String decision = FourEyes.approve(ben, id).is(200).text("/id");
        String undo =
                ann.post("/api/v1/decisions/" + decision + "/undo", Map.of()).is(202).text("/id");

        String second = scenario.runAgain();

        JsonNode kept = ann.get("/api/v1/runs/" + second + "/decisions").json().at("/items/0");
        assertThat(kept.at("/approved/by/name").asString()).isEqualTo("ben");
        assertThat(ann.get("/api/v1/approvals/" + undo).text("/decisionId"))
                .isEqualTo(kept.get("id").asString());
        FourEyes.approve(ben, undo).is(200);
        assertThat(scenario.holder(second, 3).get("type").asString()).isEqualTo("open");
        scenario.journey().proven(second);
    }

    @Test
    void whatAFollowingRunSettlesIsOvertaken() {
        Scenario scenario = asked("follow");
        String byHand = scenario.matchByHand(3, 4).is(202).text("/id");
        String unmatch = scenario.about("unmatch", 1).is(202).text("/id");
        String head = "ref,amount,ccy,date,who\n";
        String left = ann.upload("l2.csv", head + "n-9,90.00,EUR,2026-02-05,A\n").text("/id");
        String right = ann.upload("r2.csv", head + "n-9,90.00,EUR,2026-02-05,A\n").text("/id");

        String next =
                ann.post(
                                "/api/v1/reconciliations/"
                                        + scenario.made().reconciliation()
                                        + "/runs",
                                Map.of(
                                        "leftFile", left,
                                        "rightFile", right,
                                        "follows", scenario.run()))
                        .is(202)
                        .text("/id");
        scenario.journey().await(next, "done");

        JsonNode waits = ben.get("/api/v1/approvals/" + byHand).is(200).json();
        assertThat(waits.get("runId").asString()).isEqualTo(next);
        assertThat(FourEyes.status(ben, unmatch)).isEqualTo("overtaken");
        assertThat(FourEyes.approve(ben, unmatch).is(409).text("/type"))
                .isEqualTo("/problems/run-superseded");
        FourEyes.approve(ben, byHand).is(200);
        scenario.journey().proven(next);
    }

    @Test
    void aPackOfEvidenceNamesBothAndNeitherCanBeChanged(@TempDir Path folder) throws IOException {
        Scenario scenario = asked("pack");
        String id = scenario.matchByHand(3, 4).is(202).text("/id");
        FourEyes.approve(ben, id).is(200);
        String undone = FourEyes.approve(ben, scenario.about("accept", 2).text("/id")).text("/id");
        String undo =
                ann.post("/api/v1/decisions/" + undone + "/undo", Map.of()).is(202).text("/id");
        FourEyes.approve(ben, undo).is(200);
        String second = scenario.runAgain();

        for (String run : List.of(scenario.run(), second)) {
            Path pack = folder.resolve(run + ".zip");
            Files.write(
                    pack, aud.bytes(aud.request("/api/v1/runs/" + run + "/evidence").GET()).body());
            assertThat(EvidencePack.verify(pack, List.of()).checks())
                    .filteredOn(check -> !check.holds())
                    .isEmpty();
            String benId = ben.get("/api/v1/me").text("/person/id");
            forge(pack, benId, ann.get("/api/v1/me").text("/person/id"));
            assertThat(EvidencePack.verify(pack, List.of()).checks())
                    .filteredOn(check -> check.subject().equals("decisions"))
                    .extracting(Check::holds)
                    .containsExactly(false);
        }
    }

    /// Says in a pack that somebody else approved.
    private static void forge(Path pack, String approver, String other) throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(pack)) {
            Path decisions = zip.getPath(EvidencePack.DECISIONS);
            String text = Files.readString(decisions);
            String forged = text.replace("pprovedBy\":\"" + approver, "pprovedBy\":\"" + other);
            assertThat(forged).isNotEqualTo(text);
            Files.writeString(decisions, forged);
        }
    }
}
