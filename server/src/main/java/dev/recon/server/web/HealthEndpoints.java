package dev.recon.server.web;

import dev.recon.server.access.OpenToAll;
import dev.recon.server.live.Draining;
import dev.recon.server.platform.Loops;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Is the server well? For people, and for those who start and stop it.
@OpenToAll
@RestController
record HealthEndpoints(JdbcClient db, Draining draining, Loops loops) {
    private static final Logger LOG = LoggerFactory.getLogger(HealthEndpoints.class);
    private static final String UP = "up";
    private static final String DOWN = "down";

    record Health(String status, List<Check> checks) {}

    record Check(String name, String status, @Nullable String detail) {}

    @GetMapping("/health")
    ResponseEntity<Health> health() {
        return answer(database(), server(), threads());
    }

    /// May requests be sent here?
    @GetMapping("/health/ready")
    ResponseEntity<Health> ready() {
        return answer(database(), server());
    }

    /// Own threads only: one that is gone is a reason to be restarted, a dead database is none.
    @GetMapping("/health/live")
    ResponseEntity<Health> live() {
        return answer(new Check("server", UP, null), threads());
    }

    @GetMapping("/health/startup")
    ResponseEntity<Health> startup() {
        return answer(database());
    }

    private Check server() {
        return draining.isDraining()
                ? new Check("server", DOWN, "it is being stopped")
                : new Check("server", UP, null);
    }

    private Check threads() {
        List<String> gone = loops.gone();
        return gone.isEmpty()
                ? new Check("threads", UP, null)
                : new Check("threads", DOWN, "gone: " + String.join(", ", gone));
    }

    private Check database() {
        try {
            int migrations =
                    db.sql("SELECT count(*) FROM flyway_schema_history WHERE success")
                            .query(Integer.class)
                            .single();
            return new Check("database", UP, migrations + " migrations");
        } catch (DataAccessException failure) {
            LOG.warn("the database does not answer", failure);
            return new Check("database", DOWN, "it does not answer");
        }
    }

    private static ResponseEntity<Health> answer(Check... checks) {
        boolean up = Stream.of(checks).allMatch(check -> check.status.equals(UP));
        return ResponseEntity.status(up ? 200 : 503)
                .body(new Health(up ? UP : DOWN, List.of(checks)));
    }
}
