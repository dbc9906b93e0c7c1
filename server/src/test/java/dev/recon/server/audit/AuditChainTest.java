package dev.recon.server.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.recon.server.InEngine;
import dev.recon.server.QueueSteps;
import dev.recon.server.platform.Segment;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The history is one chain, and nobody changes it.
@ExtendWith(InEngine.class)
class AuditChainTest {
    @Test
    void everyEventFollowsFromTheOneBefore() {
        try (QueueSteps steps = QueueSteps.start()) {
            steps.await(steps.queue("chain"), "done");
            JdbcClient db = steps.owner();

            List<String> wrong = new ArrayList<>();
            byte[] previous = new byte[32];
            List<Event> events =
                    db.sql("SELECT * FROM audit_event ORDER BY number")
                            .query(AuditChainTest::toEvent)
                            .list();
            for (Event event : events) {
                if (!MessageDigest.isEqual(event.previous, previous)
                        || !MessageDigest.isEqual(event.hash, event.expected())) {
                    wrong.add(event.said);
                }
                previous = event.hash;
            }

            assertThat(events).hasSizeGreaterThanOrEqualTo(5);
            assertThat(wrong).isEmpty();
            for (String change :
                    List.of(
                            "UPDATE audit_event SET action = 'x' WHERE number = 1",
                            "DELETE FROM audit_event WHERE number = 1",
                            "TRUNCATE audit_event")) {
                assertThatThrownBy(() -> db.sql(change).update())
                        .isInstanceOf(DataAccessException.class)
                        .hasMessageContaining("never changed");
            }
        }
    }

    private record Event(byte[] previous, byte[] hash, String said) {
        byte[] expected() {
            MessageDigest digest = Segment.digest();
            digest.update(previous);
            return digest.digest(said.getBytes(StandardCharsets.UTF_8));
        }
    }

    /// Written again from the columns alone, not by the code that wrote it.
    private static Event toEvent(ResultSet row, int index) throws SQLException {
        String said =
                String.format(
                        "{\"action\":\"%s\",\"at\":\"%s\",\"by\":\"%s\",\"details\":%s,"
                                + "\"number\":%d,\"objectId\":\"%s\",\"objectType\":\"%s\","
                                + "\"workspace\":\"%s\"}",
                        row.getString("action"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("person_id"),
                        row.getString("details"),
                        row.getLong("number"),
                        row.getString("object_id"),
                        row.getString("object_type"),
                        row.getString("workspace_id"));
        return new Event(row.getBytes("previous_hash"), row.getBytes("hash"), said);
    }
}
