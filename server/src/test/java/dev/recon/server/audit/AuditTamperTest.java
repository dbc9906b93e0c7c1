package dev.recon.server.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.engine.evidence.ChainEvent;
import dev.recon.server.InEngine;
import dev.recon.server.QueueSteps;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Whatever somebody with all rights does to the history in the database is found.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(InEngine.class)
class AuditTamperTest {
    private static final UUID WORKSPACE = UUID.fromString("019a0000-0000-7000-8000-000000000001");

    private final QueueSteps steps = QueueSteps.start();
    private final JdbcClient db = steps.bean(JdbcClient.class);
    private final ChainService chains = steps.bean(ChainService.class);
    private long last;

    @BeforeAll
    void makeAHistory() {
        steps.await(steps.queue("history"), "done");
        AuditCheck check = chains.check(WORKSPACE);
        assertThat(check.holds()).as(check.toString()).isTrue();
        last = check.number();
        assertThat(last).isGreaterThanOrEqualTo(5);
    }

    @AfterAll
    void stop() {
        steps.close();
    }

    @Test
    void aChangedRowIsFound() {
        for (String column : List.of("action", "object_type", "object_id")) {
            assertFault("UPDATE audit_event SET " + column + " = 'x' WHERE number = 2", 2);
        }
        assertFault("UPDATE audit_event SET at = at + interval '1 us' WHERE number = 2", 2);
        assertFault("UPDATE audit_event SET details = '{}' WHERE number = 2", 2);
        assertFault("UPDATE audit_event SET details = 'none' WHERE number = 2", 2);
        assertFault("UPDATE audit_event SET hash = previous_hash WHERE number = 2", 2);
    }

    @Test
    void aDeletedRowIsFound() {
        assertFault("DELETE FROM audit_event WHERE number = 1", 1);
        assertFault("DELETE FROM audit_event WHERE number = 3", 3);
    }

    @Test
    void anotherOrderIsFound() {
        assertFault(
                """
                UPDATE audit_event e SET action = o.action, details = o.details, at = o.at,
                    object_type = o.object_type, object_id = o.object_id, hash = o.hash,
                    previous_hash = o.previous_hash
                FROM audit_event o
                WHERE e.number IN (2, 3) AND o.number = 5 - e.number
                """,
                2);
    }

    @Test
    void aMissingEndIsFound() {
        assertFault("DELETE FROM audit_event WHERE number = " + last, last - 1);
        String shorter =
                """
                UPDATE audit_head SET number = e.number, hash = e.hash
                FROM audit_event e WHERE e.number = %d
                """
                        .formatted(last - 1);
        assertFault(shorter, last);
        AuditCheck both =
                tampered("DELETE FROM audit_event WHERE number = " + last + "; " + shorter);
        assertThat(Objects.requireNonNull(both.fault()).expected())
                .contains("event " + last + ", which was there before");
    }

    @Test
    void anEventThatWasSlippedInIsFound() {
        assertFault(
                """
                INSERT INTO audit_event (workspace_id, number, at, person_id, action, object_type,
                    object_id, details, previous_hash, hash)
                SELECT workspace_id, number - 9, at, person_id, action, object_type, object_id,
                    details, previous_hash, hash
                FROM audit_event WHERE number = 1
                """,
                1);
    }

    @Test
    void aChainThatWasHashedAgainIsFoundByItsHead() {
        String again = hashedAgain(3);

        AuditCheck check = tampered(again);
        assertThat(Objects.requireNonNull(check.fault()).number()).isEqualTo(last);

        String withHead =
                again
                        + "; UPDATE audit_head SET hash = e.hash FROM audit_event e"
                        + " WHERE e.number = audit_head.number";
        AuditCheck whole = tampered(withHead);
        assertThat(Objects.requireNonNull(whole.fault()).expected())
                .contains("which was the head before");
    }

    @Test
    void aFaultIsKeptForThoseWhoLookLater() {
        List<AuditCheck> shown = new ArrayList<>();
        AuditCheck found =
                tampered(
                        "DELETE FROM audit_event WHERE number = 3",
                        () ->
                                shown.add(
                                        Objects.requireNonNull(
                                                chains.show(WORKSPACE).lastCheck())));

        assertThat(shown).containsExactly(found);
    }

    private void assertFault(String statement, long number) {
        AuditCheck check = tampered(statement);

        assertThat(check.holds()).as(statement).isFalse();
        assertThat(Objects.requireNonNull(check.fault()).number())
                .as(statement + check)
                .isEqualTo(number);
    }

    private AuditCheck tampered(String statement) {
        return tampered(statement, () -> {});
    }

    /// What a verification says after a statement that is taken back.
    private AuditCheck tampered(String statement, Runnable then) {
        return Objects.requireNonNull(
                steps.bean(TransactionTemplate.class)
                        .execute(status -> {
                            status.setRollbackOnly();
                            db.sql("SET LOCAL ROLE postgres").update();
                            db.sql("ALTER TABLE audit_event DISABLE TRIGGER ALL").update();
                            db.sql(statement).update();
                            AuditCheck check = chains.check(WORKSPACE);
                            then.run();
                            return check;
                        }));
    }

    /// Statements that change an event and make every hash from there on right again.
    private String hashedAgain(long from) {
        StringBuilder statements = new StringBuilder();
        ChainStore store = steps.bean(ChainStore.class);
        String previous = store.list(WORKSPACE, from - 1).getFirst().hash();
        for (ChainEvent event : store.list(WORKSPACE, from)) {
            Map<String, @Nullable Object> said = new TreeMap<>(event.said());
            if (event.number() == from) {
                said.put("action", "something-else");
            }
            String hash =
                    HexFormat.of()
                            .formatHex(ChainEvent.hash(HexFormat.of().parseHex(previous), said));
            statements.append(
                    ("UPDATE audit_event SET action = '%s', previous_hash = '\\x%s', hash = '\\x%s'"
                                    + " WHERE number = %d; ")
                            .formatted(said.get("action"), previous, hash, event.number()));
            previous = hash;
        }
        return statements.toString();
    }
}
