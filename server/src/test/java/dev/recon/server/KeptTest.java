package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.server.People.Browser;
import dev.recon.server.fleeting.Kept;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// What is kept is given until the next event of the workspace, and to nobody who would be told
/// something else. That each kept answer is what a new one would be, [Api] looks in every test.
class KeptTest {
    private final People people = People.shared();
    private final Browser ada = people.newcomer(People.address("ada"));
    private final Api api = ada.api();
    private final Journey.Made made = new Journey(api).run(Sample.of(60, 9), "kept");
    private final String run = "/api/v1/runs/" + made.run();
    private final String about = made.run() + ".1";

    /// An address of each endpoint that is marked.
    private final List<String> marked =
            List.of(
                    "/api/v1/reconciliations",
                    run,
                    run + "/breaks?status=open&limit=20",
                    run + "/break-counts?status=open",
                    run + "/matches?limit=20",
                    run + "/rejected-lines",
                    "/api/v1/breaks/" + about,
                    "/api/v1/breaks/" + about + "/candidates?limit=5",
                    "/api/v1/matches/" + about,
                    "/api/v1/matches/" + about + "/explanation");

    @Test
    void whatIsMarkedIsKeptUntilTheNextEvent() {
        assertThat(marked).hasSize(endpoints());
        comment();
        for (String path : marked) {
            Api.Answer first = api.get(path).is(200);
            Api.Answer second = api.get(path).is(200);

            assertThat(first.isKept()).as(path).isFalse();
            assertThat(second.isKept()).as(path).isTrue();
            assertThat(second.body()).isEqualTo(first.body());
            assertThat(second.header("etag")).isEqualTo(first.header("etag"));
            assertThat(second.header("content-type")).isEqualTo(first.header("content-type"));
            assertThat(second.header("cache-control")).isEqualTo("private, no-cache");
        }

        comment();

        for (String path : marked) {
            assertThat(api.get(path).is(200).isKept()).as(path).isFalse();
        }
        String shown = api.get("/api/v1/breaks/" + about).body();
        assertThat(shown).contains("Asked the bank.");
    }

    @Test
    void whoHasAKeptAnswerIsNotSentItAgain() {
        String tag = api.get(marked.getLast()).header("etag");
        var conditional = Map.of("If-None-Match", tag);
        for (int times = 0; times < 2; times++) {
            Raw.Answer answer = Raw.get(api, marked.getLast(), conditional);
            assertThat(answer.status()).isEqualTo(304);
            assertThat(answer.body()).isEmpty();
        }
        comment(); // which the explanation of a match does not tell: the bytes are the same
        assertThat(Raw.get(api, marked.getLast(), conditional).status()).isEqualTo(304);
    }

    @Test
    void whoSeesTheSameIsGivenTheSame() {
        Browser bob = people.join(ada, People.address("bob"), "analyst");
        Browser eve = people.join(ada, People.address("eve"), "analyst");
        Browser guest = people.join(ada, People.address("guest"), "viewer");
        String breaks = run + "/breaks?limit=10";
        bob.api().get(breaks).is(200);

        assertThat(eve.api().get(breaks).is(200).isKept()).isTrue();
        assertThat(guest.api().get(breaks).is(200).isKept()).as("other rights").isFalse();

        String id = bob.api().get("/api/v1/me").text("/person/id");
        AsRead.setMembers(api, made.reconciliation(), List.of(id)).is(200);
        bob.api().get(breaks).is(200);
        bob.api().get(breaks).is(200);
        eve.api().get(breaks).is(404);
        guest.api().get(breaks).is(404);
        assertThat(eve.api().get("/api/v1/reconciliations").json().get("items")).isEmpty();
        assertThat(bob.api().get("/api/v1/reconciliations").json().get("items")).hasSize(1);
    }

    @Test
    void anotherWorkspaceIsGivenNothingOfIt() {
        api.get(run).is(200);
        api.get(run).is(200);

        Browser stranger = people.newcomer(People.address("zed"));

        stranger.api().get(run).is(404);
        assertThat(stranger.api().get("/api/v1/reconciliations").json().get("items")).isEmpty();
    }

    @Test
    void whoAsksForANewAnswerGetsOne() {
        api.get(run).is(200);
        Api.Answer fresh = api.getNew(run);

        assertThat(fresh.is(200).isKept()).isFalse();
    }

    /// A run goes on without events.
    @Test
    void whatGoesOnIsNotKept() {
        try (TestServer web = TestServer.start(Map.of("ROLE", "web"))) {
            Journey journey = new Journey(web.api());
            Journey.Made waits = journey.make(Sample.of(20, 4), "waits");
            String queued =
                    "/api/v1/runs/"
                            + journey.queue(waits.reconciliation(), waits.left(), waits.right());
            for (String path : List.of(queued, "/api/v1/reconciliations")) {
                web.api().get(path).is(200);
                assertThat(web.api().get(path).is(200).isKept()).as(path).isFalse();
            }
            web.api().post(queued + "/cancel", Map.of()).is(200);
            web.api().get(queued).is(200);
            assertThat(web.api().get(queued).is(200).isKept()).isTrue();
        }
    }

    private void comment() {
        var comment = Map.of("kind", "comment", "breakId", about, "text", "Asked the bank.");
        api.post(run + "/decisions", comment).is(201);
    }

    private static int endpoints() {
        var all =
                TestServer.shared()
                        .context()
                        .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                        .getHandlerMethods();
        return all.values().stream()
                .filter(endpoint -> endpoint.hasMethodAnnotation(Kept.class))
                .collect(Collectors.toSet())
                .size();
    }
}
