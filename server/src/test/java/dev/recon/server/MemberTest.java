package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.server.People.Browser;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// A reconciliation with members is not there for others, nor is anything that belongs to it.
class MemberTest {
    @Test
    void onlyMembersSeeIt() {
        People people = People.shared();
        Browser admin = people.newcomer(People.address("ada"));
        Browser bob = people.join(admin, "bob@example.com", "manager");
        Browser eve = people.join(admin, "eve@example.com", "manager");
        Browser auditor = people.join(admin, "aud@example.com", "auditor");
        Journey.Made made = new Journey(bob.api()).run(Sample.of(60, 5), "payroll");
        String run = "/api/v1/runs/" + made.run();
        String decision = comment(bob, made);
        eve.api().get(run).is(200);

        String id = bob.api().get("/api/v1/me").text("/person/id");
        AsRead.setMembers(bob.api(), made.reconciliation(), List.of(id)).is(200);

        for (String path : paths(made)) {
            bob.api().get(path).is(200);
            auditor.api().get(path).is(200);
            eve.api().get(path).is(404);
        }
        eve.api().post(run + "/cancel", Map.of()).is(404);
        eve.api().post("/api/v1/decisions/" + decision + "/undo", Map.of()).is(404);
        AsRead.setMembers(eve.api(), made.reconciliation(), 1, List.of()).is(404);
        assertThat(eve.api().get("/api/v1/reconciliations").json().get("items")).isEmpty();
        assertThat(bob.api().get("/api/v1/reconciliations").json().get("items")).hasSize(1);

        String stranger = UUID.randomUUID().toString();
        AsRead.setMembers(admin.api(), made.reconciliation(), List.of(stranger)).is(422);
        AsRead.setMembers(admin.api(), made.reconciliation(), List.of()).is(200);
        eve.api().get(run).is(200);
    }

    private static List<String> paths(Journey.Made made) {
        String one = "/api/v1/reconciliations/" + made.reconciliation();
        String run = "/api/v1/runs/" + made.run();
        return List.of(
                one,
                one + "/runs",
                one + "/rule-sets",
                one + "/rule-sets/1",
                one + "/members",
                run,
                run + "/breaks",
                run + "/break-counts",
                run + "/breaks.csv",
                run + "/matches",
                run + "/matches.csv",
                run + "/decisions",
                run + "/rejected-lines",
                run + "/rejected-lines.csv",
                run + "/entries/left/1",
                "/api/v1/breaks/" + made.run() + ".1",
                "/api/v1/breaks/" + made.run() + ".1/candidates",
                "/api/v1/matches/" + made.run() + ".1",
                "/api/v1/matches/" + made.run() + ".1/explanation");
    }

    private static String comment(Browser bob, Journey.Made made) {
        return bob.api()
                .post(
                        "/api/v1/runs/" + made.run() + "/decisions",
                        Map.of("kind", "comment", "breakId", made.run() + ".1", "text", "mine"))
                .is(201)
                .text("/id");
    }
}
