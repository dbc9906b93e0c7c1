package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.server.People.Browser;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.json.JsonMapper;

/// A field that is none of a body's is refused at every route that takes JSON, so that nobody sends
/// along what is not theirs to say: a role, a workspace, who did it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExtraFieldTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> FIELDS =
            List.of("workspaceId", "personId", "roles", "status", "by", "__proto__");

    private final TestServer server = TestServer.fresh(Map.of());
    private final People people = new People(server);
    private final Browser admin = people.admin();
    private final MatrixRequests requests = requests();

    private MatrixRequests requests() {
        people.join(admin, MatrixRequests.SPARE + "@example.com", "viewer");
        return MatrixRequests.make(admin);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void noBodyTakesAFieldThatItHasNot() {
        List<String> wrong = new ArrayList<>();
        int asked = 0;
        for (String operation : Contract.operations()) {
            String method = operation.substring(0, operation.indexOf(' '));
            String template = operation.substring(operation.indexOf(' ') + 1);
            if (List.of("GET", "DELETE").contains(method)
                    || !(requests.bodies().get(template) instanceof Map<?, ?> body)) {
                continue;
            }
            for (String field : FIELDS) {
                if (body.isEmpty() || body.containsKey(field) || isOwn(template, field)) {
                    continue;
                }
                asked++;
                int status = send(method, template, with(body, field));
                if (status != 400 && status != 422) {
                    wrong.add(status + " " + operation + " " + field);
                }
            }
        }
        assertThat(asked).isGreaterThan(60);
        assertThat(wrong).isEmpty();
    }

    /// What people may be changed in.
    private static boolean isOwn(String template, String field) {
        return template.equals("/api/v1/people/{personId}") && field.equals("roles");
    }

    private static Map<Object, Object> with(Map<?, ?> body, String field) {
        Map<Object, Object> more = new HashMap<>(body);
        more.put(field, List.of("admin"));
        return more;
    }

    private int send(String method, String template, Object body) {
        Api api = admin.api();
        return api.send(
                        api.request(requests.path(template))
                                .header("Content-Type", "application/json")
                                .header("If-Match", "\"1\"")
                                .method(
                                        method,
                                        BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))))
                .status();
    }
}
