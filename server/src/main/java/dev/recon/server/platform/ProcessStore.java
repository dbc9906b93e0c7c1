package dev.recon.server.platform;

import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// The servers that share a database, as each of them last said. Times are the database's.
@Component
record ProcessStore(JdbcClient db, TransactionTemplate transaction) {
    private static final long LOCK = 0x7265636f6eL;

    private record Others(int live, int taken) {}

    /// Gives a sign of life and takes a part of the connections; one process at a time does so.
    int beat(UUID id, String role, PoolShare share) {
        return Objects.requireNonNull(
                transaction.execute(_ -> {
                    db.sql("SELECT pg_advisory_xact_lock(:lock)")
                            .param("lock", LOCK)
                            .query((_, _) -> true)
                            .single();
                    Others others = others(id);
                    int size = share.of(others.live + 1, others.taken);
                    write(id, role, size);
                    return size;
                }));
    }

    void leave(UUID id) {
        db.sql("DELETE FROM server_process WHERE id = :id").param("id", id).update();
    }

    private Others others(UUID id) {
        return db.sql(
                        """
                        SELECT count(*) AS live, coalesce(sum(pool_size), 0) AS taken
                        FROM server_process
                        WHERE id <> :id AND seen_at > now() - make_interval(secs => :seconds)
                        """)
                .param("id", id)
                .param("seconds", Limits.PROCESS_LIVES.toSeconds())
                .query((row, _) -> new Others(row.getInt("live"), row.getInt("taken")))
                .single();
    }

    private void write(UUID id, String role, int size) {
        db.sql("DELETE FROM server_process WHERE seen_at < now() - interval '1 hour'").update();
        db.sql(
                        """
                        INSERT INTO server_process (id, role, pool_size)
                        VALUES (:id, :role, :size)
                        ON CONFLICT (id) DO UPDATE SET pool_size = :size, seen_at = now()
                        """)
                .param("id", id)
                .param("role", role)
                .param("size", size)
                .update();
    }
}
