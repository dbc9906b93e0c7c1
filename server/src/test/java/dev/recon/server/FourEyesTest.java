package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.recon.server.People.Browser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.dao.DataIntegrityViolationException;
import tools.jackson.databind.JsonNode;

/// A decision that another person must approve does nothing before, and is never approved by its
/// maker.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FourEyesTest {
    private final People people = People.shared();
    private final TestServer server = people.server();
    private final Browser admin = people.newcomer(People.address("ada"));
    private final Api ann = people.join(admin, "ann@example.com", "analyst").api();
    private final Api ben = people.join(admin, "ben@example.com", "manager").api();
    private final Api cat = people.join(admin, "cat@example.com", "manager").api();

    private Scenario asked(String name) {
        Scenario made = Scenario.start(ben, name);
        FourEyes.ask(ben, made.made().reconciliation(), "all");
        return new Scenario(new Journey(ann), made.made());
    }

    @Test
    void whatIsProposedCountsOnceAnotherPersonApproves() {
        Scenario scenario = asked("counts");
        JsonNode before = scenario.journey().summary(scenario.run());

        Api.Answer proposed = scenario.matchByHand(3, 4).is(202);

        String id = proposed.text("/id");
        assertThat(proposed.text("/status")).isEqualTo("waiting");
        assertThat(proposed.json().at("/values/0/value").asString()).isEqualTo("30.00");
        assertThat(scenario.journey().summary(scenario.run())).isEqualTo(before);
        assertThat(scenario.holder(scenario.run(), 3).get("type").asString()).isEqualTo("open");
        assertThat(decisions(scenario)).isEmpty();
        assertThat(marked(scenario)).hasSize(2);

        Api.Answer approved = FourEyes.approve(ben, id).is(200);

        assertThat(approved.text("/by/name")).isEqualTo("ann");
        assertThat(approved.text("/approved/by/name")).isEqualTo("ben");
        assertThat(scenario.holder(scenario.run(), 3).get("type").asString()).isEqualTo("match");
        assertThat(marked(scenario)).isEmpty();
        assertThat(FourEyes.status(ann, id)).isEqualTo("approved");
        scenario.journey().proven(scenario.run());
    }

    @Test
    void itsMakerNeverApprovesItWithWhateverRoleOrKey() {
        Browser dan = people.join(admin, "dan@example.com", "analyst");
        Scenario made = asked("never");
        String id =
                new Scenario(new Journey(dan.api()), made.made())
                        .matchByHand(3, 4)
                        .is(202)
                        .text("/id");
        assertThat(FourEyes.approve(dan.api(), id).is(403).text("/type"))
                .isEqualTo("/problems/forbidden");
        promote(dan);
        Api now = Browser.of(server.api(), dan.refresh()).api();
        Api.Answer refused = FourEyes.approve(now, id).is(403);
        assertThat(refused.text("/type")).isEqualTo("/problems/other-person");
        String key =
                now.post(
                                "/api/v1/api-keys",
                                Map.of(
                                        "name",
                                        "k",
                                        "scopes",
                                        List.of("approve:decisions", "read:work")))
                        .is(201)
                        .text("/key");
        FourEyes.approve(server.api().as(key), id).is(403);
        FourEyes.sendBack(now, id, "no").is(403);
        JsonNode many =
                now.post("/api/v1/approvals/approve", Map.of("approvals", List.of(id)))
                        .is(200)
                        .json();
        assertThat(many.get("approved")).isEmpty();
        assertThat(many.at("/refused/0/type").asString()).isEqualTo("/problems/other-person");
        assertThat(FourEyes.status(ben, id)).isEqualTo("waiting");
        FourEyes.approve(ben, id).is(200);
    }

    private void promote(Browser who) {
        String person = who.api().get("/api/v1/me").text("/person/id");

        String version =
                admin.api().get("/api/v1/people/" + person).json().get("version").asString();
        admin.api()
                .patch(
                        "/api/v1/people/" + person,
                        Map.of("roles", List.of("admin", "manager", "analyst")),
                        Map.of("If-Match", "\"" + version + "\""))
                .is(200);
    }

    @Test
    void theDatabaseItselfKeepsItsMakerFromApprovingIt() {
        String id = asked("checked").matchByHand(3, 4).is(202).text("/id");
        assertThatThrownBy(() ->
                        server.owner()
                                .sql(
                                        "UPDATE approval SET status = 'approved',"
                                                + " settled_by = proposed_by, settled_at = now(),"
                                                + " decision_id = id WHERE id = '"
                                                + id
                                                + "'")
                                .update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("approval_person_check");
    }

    @Test
    void ofAHundredWhoApproveItOneWins() throws Exception {
        Scenario scenario = asked("hundred");
        String id = scenario.matchByHand(3, 4).is(202).text("/id");
        List<Callable<Api.Answer>> approvers = new ArrayList<>();
        for (int one = 0; one < 100; one++) {
            Api api = one % 2 == 0 ? ben : cat;
            approvers.add(() -> FourEyes.approve(api, id));
        }

        List<Integer> answers = new ArrayList<>();
        for (Api.Answer answer : all(approvers)) {
            answers.add(answer.status());
            if (answer.status() == 409) {
                assertThat(answer.text("/conflict/text")).matches("(ben|cat) approved it");
            }
        }

        assertThat(answers).containsOnly(200, 409).containsOnlyOnce(200).hasSize(100);
        assertThat(decisions(scenario)).hasSize(1);
        assertThat(actions(scenario)).containsOnlyOnce("match-by-hand", "approval-approved");
    }

    @Test
    void approvedOrWithdrawnOrSentBackButOneOfThemOnly() throws Exception {
        for (int round = 0; round < 10; round++) {
            Scenario scenario = asked("race-" + round);
            String id = scenario.matchByHand(3, 4).is(202).text("/id");

            List<Integer> answers = new ArrayList<>();
            all(List.of(
                            () -> FourEyes.approve(ben, id),
                            () -> FourEyes.withdraw(ann, id),
                            () -> FourEyes.sendBack(cat, id, "no")))
                    .forEach(answer -> answers.add(answer.status()));

            assertThat(answers).containsOnly(200, 409).containsOnlyOnce(200);
            boolean isApproved = answers.getFirst() == 200;
            assertThat(decisions(scenario)).hasSize(isApproved ? 1 : 0);
            assertThat(FourEyes.status(ann, id).equals("approved")).isEqualTo(isApproved);
            scenario.journey().proven(scenario.run());
        }
    }

    @Test
    void whatIsSentBackSaysWhyAndCanBeProposedAgain() {
        Scenario scenario = asked("back");
        String id = scenario.about("accept", 2).is(202).text("/id");
        assertThat(scenario.about("reject", 2).is(409).text("/conflict/text"))
                .isEqualTo("ann proposed it; it waits to be approved");
        FourEyes.sendBack(ben, id, " ").is(422);
        FourEyes.withdraw(ben, id).is(403);

        Api.Answer back = FourEyes.sendBack(ben, id, "which invoice?").is(200);

        assertThat(back.text("/settled/text")).isEqualTo("which invoice?");
        assertThat(FourEyes.approve(cat, id).is(409).text("/conflict/text"))
                .isEqualTo("ben sent it back");
        String again = scenario.about("accept", 2).is(202).text("/id");
        FourEyes.withdraw(ann, again).is(200);
        FourEyes.approve(ben, scenario.about("accept", 2).is(202).text("/id")).is(200);
        assertThat(scenario.holder(scenario.run(), 2).at("/match/status").asString())
                .isEqualTo("matched");
    }

    @Test
    void whatIsNotAsItWasIsNotApproved() {
        Scenario scenario = asked("stale");
        String reconciliation = scenario.made().reconciliation();
        String accept = scenario.about("accept", 2).is(202).text("/id");
        String byHand = scenario.matchByHand(3, 4).is(202).text("/id");
        FourEyes.ask(ben, reconciliation, "off");
        new Scenario(new Journey(ben), scenario.made()).about("reject", 2).is(201);

        Api.Answer stale = FourEyes.approve(cat, accept).is(409);

        assertThat(stale.text("/conflict/text")).isEqualTo("ben rejected the match");
        assertThat(FourEyes.status(ann, accept)).isEqualTo("waiting");
        FourEyes.approve(cat, byHand).is(200);
        FourEyes.sendBack(cat, accept, "ben was faster").is(200);
    }

    @Test
    void anApprovedDecisionIsTakenBackByTwoPeopleOnly() {
        Scenario scenario = asked("undone");
        JsonNode before = scenario.journey().summary(scenario.run());
        String id = scenario.matchByHand(3, 4).is(202).text("/id");
        String decision = FourEyes.approve(ben, id).is(200).text("/id");
        FourEyes.ask(ben, scenario.made().reconciliation(), "off");

        String undo =
                ben.post("/api/v1/decisions/" + decision + "/undo", Map.of()).is(202).text("/id");
        assertThat(scenario.holder(scenario.run(), 3).get("type").asString()).isEqualTo("match");
        FourEyes.approve(ben, undo).is(403);
        ann.post("/api/v1/decisions/" + decision + "/undo", Map.of()).is(409);
        Api.Answer undone = FourEyes.approve(cat, undo).is(200);

        assertThat(undone.text("/undone/by/name")).isEqualTo("ben");
        assertThat(undone.text("/undone/approvedBy/name")).isEqualTo("cat");
        assertThat(scenario.journey().summary(scenario.run())).isEqualTo(before);
        ben.post("/api/v1/decisions/" + decision + "/undo", Map.of()).is(409);
    }

    @Test
    void manyAreApprovedAtOnceWithWhatTheyComeTo() {
        Scenario one = asked("many-one");
        Scenario other = asked("many-other");
        String first = one.matchByHand(3, 4).is(202).text("/id");
        String second = other.about("accept", 2).is(202).text("/id");
        String gone = other.matchByHand(3, 4).is(202).text("/id");
        FourEyes.withdraw(ann, gone).is(200);
        assertThat(queue(ben, "to-check")).contains(first, second).doesNotContain(gone);
        assertThat(queue(ann, "mine")).contains(first, second, gone);
        assertThat(queue(ann, "to-check")).isEmpty();
        int waiting = ben.get("/api/v1/approval-counts").json().at("/toCheck/approvals").asInt();

        JsonNode answer =
                ben.post(
                                "/api/v1/approvals/approve",
                                Map.of("approvals", List.of(gone, second, first)))
                        .is(200)
                        .json();

        assertThat(answer.get("approved")).hasSize(2);
        assertThat(answer.get("refused")).hasSize(1);
        assertThat(answer.at("/refused/0/approvalId").asString()).isEqualTo(gone);
        assertThat(answer.at("/refused/0/detail").asString()).contains("ann withdrew it");
        assertThat(answer.at("/values/0/value").asString()).isEqualTo("50.00");
        assertThat(ben.get("/api/v1/approval-counts").json().at("/toCheck/approvals").asInt())
                .isEqualTo(waiting - 2);
        one.journey().proven(one.run());
        other.journey().proven(other.run());
    }

    private List<Api.Answer> all(List<Callable<Api.Answer>> asked) throws Exception {
        List<Api.Answer> answers = new ArrayList<>();
        try (var askers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Api.Answer> answered : askers.invokeAll(asked)) {
                answers.add(answered.get());
            }
        }
        return answers;
    }

    private static List<String> queue(Api api, String queue) {
        return new Journey(api)
                .all("/api/v1/approvals?queue=" + queue, 3).stream()
                        .map(one -> one.get("id").asString())
                        .toList();
    }

    private List<JsonNode> decisions(Scenario scenario) {
        return scenario.journey().all("/api/v1/runs/" + scenario.run() + "/decisions", 50);
    }

    private List<JsonNode> marked(Scenario scenario) {
        return scenario.journey().all("/api/v1/runs/" + scenario.run() + "/breaks", 50).stream()
                .filter(one -> one.has("approval"))
                .toList();
    }

    private List<String> actions(Scenario scenario) {
        String events = "/api/v1/audit-events?objectType=run&objectId=" + scenario.run();
        return new Journey(admin.api())
                .all(events, 50).stream().map(one -> one.get("action").asString()).toList();
    }
}
