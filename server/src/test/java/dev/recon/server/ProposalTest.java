package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What is proposed for two files, and what its passes would find.
class ProposalTest {
    private static final Sample SMALL = Sample.of(300, 21);

    private final Api api = TestServer.shared().api();
    private String left = "";
    private String right = "";

    @BeforeEach
    void uploadTwoFiles() {
        left = api.upload("l.csv", SMALL.left()).text("/id");
        right = api.upload("r.csv", SMALL.right()).text("/id");
    }

    @Test
    void theYieldsAreWhatTheRunThenFinds() {
        JsonNode yields = yields(proposal().get("rules").asString()).is(200).json();
        String run = new Journey(api).run(SMALL, "yields").run();

        JsonNode summary = new Journey(api).summary(run);
        assertThat(yields.get("passes")).isNotEmpty();
        for (JsonNode pass : yields.get("passes")) {
            long matched = 0;
            long suggested = 0;
            for (JsonNode found : summary.get("byPass")) {
                if (found.get("pass").equals(pass.get("name"))) {
                    boolean sure = found.get("status").asString().equals("matched");
                    matched += sure ? found.get("matches").asLong() : 0;
                    suggested += sure ? 0 : found.get("matches").asLong();
                }
            }
            assertThat(pass.get("matched").asLong()).as(pass.toString()).isEqualTo(matched);
            assertThat(pass.get("suggested").asLong()).as(pass.toString()).isEqualTo(suggested);
        }
        assertThat(yields.at("/passes/0/matched").asLong()).isPositive();
    }

    @Test
    void aProposalForSmallFilesSaysItsYieldsAtOnce() {
        JsonNode proposal = proposal();
        JsonNode yields = yields(proposal.get("rules").asString()).json();

        for (int pass = 0; pass < yields.get("passes").size(); pass++) {
            assertThat(proposal.at("/passes/" + pass + "/yieldPercent"))
                    .isEqualTo(yields.at("/passes/" + pass + "/percent"));
        }
    }

    @Test
    void whatNoFieldReadsIsTold() {
        Multipart parts =
                new Multipart()
                        .file("left", "l.csv", "ref,amount,note\nR100,5.50,x\nR200,7.25,y\n")
                        .file("right", "r.csv", "ref,amount\nR100,5.50\nR200,7.25\n");

        JsonNode proposal = api.send(parts.post(api, "/api/v1/previews")).is(200).json();

        assertThat(proposal.at("/unread/left").valueStream().map(JsonNode::asString))
                .containsExactly("note");
        assertThat(proposal.at("/unread/right")).isEmpty();
    }

    @Test
    void thePartOfAFileSaysNothingOfYields() {
        Multipart parts =
                new Multipart()
                        .file("left", "ledger.csv", SMALL.left())
                        .file("right", "bank.csv", SMALL.right())
                        .field("leftBytes", String.valueOf(SMALL.left().length() + 1_000));

        JsonNode proposal = api.send(parts.post(api, "/api/v1/previews")).is(200).json();

        assertThat(proposal.at("/passes/0").has("yieldPercent")).isTrue();
        assertThat(proposal.at("/passes/0/yieldPercent").isNull()).isTrue();
    }

    @Test
    void anEditedRuleSetComesBackWithItsOwnFields() {
        String rules = proposal().get("rules").asString();

        JsonNode edited = edited(rules.replace("column: party", "column: account"));

        assertThat(field(edited, "party").get("leftColumn").asString()).isEqualTo("account");
        assertThat(field(edited, "party").get("agreementPercent").isNull()).isTrue();
        assertThat(field(edited, "reference")).isEqualTo(field(proposal(), "reference"));
    }

    @Test
    void aColumnThatTheFileLacksIsAFault() {
        String rules = proposal().get("rules").asString();

        JsonNode edited = edited(rules.replace("column: party", "column: nowhere"));

        assertThat(edited.at("/faults/0/message").asString()).contains("a column 'nowhere'");
        assertThat(edited.at("/passes/0/yieldPercent").isNull()).isTrue();
    }

    @Test
    void yieldsOfFaultyRulesAndOfUnknownFilesAreRefused() {
        assertThat(yields("version: 1\n").is(422).text("/type"))
                .isEqualTo("/problems/rule-set-invalid");
        String rules = proposal().get("rules").asString();
        left = "00000000-0000-0000-0000-000000000000";
        assertThat(yields(rules).status()).isEqualTo(404);
    }

    private JsonNode proposal() {
        return api.get("/api/v1/proposals?leftFile=" + left + "&rightFile=" + right).is(200).json();
    }

    private JsonNode edited(String rules) {
        return api.post("/api/v1/proposals", body(rules)).is(200).json();
    }

    private Api.Answer yields(String rules) {
        return api.post("/api/v1/yields", body(rules));
    }

    private Map<String, String> body(String rules) {
        return Map.of("leftFile", left, "rightFile", right, "rules", rules);
    }

    private static JsonNode field(JsonNode proposal, String name) {
        for (JsonNode field : proposal.get("fields")) {
            if (field.get("field").asString().equals(name)) {
                return field;
            }
        }
        throw new AssertionError("no field " + name + " in " + proposal.get("fields"));
    }
}
