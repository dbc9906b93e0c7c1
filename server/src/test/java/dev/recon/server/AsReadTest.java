package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.server.People.Browser;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Whoever changes a role or the members as they were in the morning gives nothing back that
/// another administrator has taken away since.
class AsReadTest {
    private final People people = People.shared();
    private final Browser ada = people.newcomer(People.address("ada"));
    private final Browser bob = people.join(ada, People.address("bob"), "admin", "manager");

    @Test
    void aRoleThatWasReadEarlierIsNotChanged() {
        int morning = AsRead.roleVersion(ada.api(), "analyst");
        Api.Answer taken = AsRead.changeRole(bob.api(), "analyst", List.of("read:work")).is(200);
        assertThat(taken.header("etag")).isEqualTo("\"" + (morning + 1) + "\"");

        List<String> old = List.of("read:work", "upload:files", "read:people");
        Api.Answer refused = AsRead.changeRole(ada.api(), "analyst", morning, old).is(412);

        assertThat(refused.text("/type")).isEqualTo("/problems/edit-conflict");
        assertThat(permissions("analyst")).containsExactly("read:work");
        assertThat(AsRead.roleVersion(ada.api(), "viewer")).as("a role of its own").isEqualTo(1);
        AsRead.changeRole(ada.api(), "viewer", 2, old).is(412);
        Map<String, Object> body = Map.of("permissions", old);
        ada.api().put("/api/v1/roles/analyst", body).is(428);
        AsRead.changeRole(ada.api(), "analyst", List.of("read:people")).is(200);
        assertThat(permissions("analyst")).containsExactly("read:people");
    }

    @Test
    void membersThatWereReadEarlierAreNotSet() {
        String one = new Journey(bob.api()).make(Sample.of(10, 3), "payroll").reconciliation();
        Api.Answer read = ada.api().get(AsRead.members(one)).is(200);
        int morning = read.json().get("version").asInt();
        assertThat(read.header("etag")).isEqualTo("\"" + morning + "\"");
        String id = bob.api().get("/api/v1/me").text("/person/id");
        Api.Answer set = AsRead.setMembers(bob.api(), one, List.of(id)).is(200);
        assertThat(set.header("etag")).isEqualTo("\"" + set.text("/version") + "\"");

        Api.Answer refused = AsRead.setMembers(bob.api(), one, morning, List.of()).is(412);

        assertThat(refused.text("/type")).isEqualTo("/problems/edit-conflict");
        assertThat(bob.api().get(AsRead.members(one)).json()).isEqualTo(set.json());
        bob.api().put(AsRead.members(one), Map.of("people", List.of())).is(428);
        AsRead.setMembers(bob.api(), one, List.of()).is(200);
        assertThat(ada.api().get(AsRead.members(one)).json().get("people")).isEmpty();
    }

    private List<String> permissions(String role) {
        return ada.api()
                .get("/api/v1/roles")
                .json()
                .get("roles")
                .valueStream()
                .filter(one -> one.get("name").asString().equals(role))
                .flatMap(one -> one.get("permissions").valueStream())
                .map(JsonNode::asString)
                .toList();
    }
}
