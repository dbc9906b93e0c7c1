package dev.recon.server.access;

import dev.recon.server.secret.Secrets;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The counts of failed attempts in the database, so that all servers count together. Buckets are
/// keyed hashes: the table says nothing about who was tried.
@Component
record AttemptStore(JdbcClient db, Secrets secrets) {
    /// @param failuresMax so many in 15 minutes are free
    /// @param waitMax what each further one waits at most
    record Bound(String kind, int failuresMax, Duration waitMax) {}

    /// One thing that is counted.
    record Bucket(Bound bound, String name) {}

    /// Counts an attempt; how long it has to wait instead, if it has to.
    Optional<Duration> take(Bucket bucket) {
        byte[] key = key(bucket);
        boolean taken =
                db.sql(
                                        """
                                        INSERT INTO sign_in_attempt AS a
                                            (bucket, failures, counted_from, next_at)
                                        VALUES (:bucket, 1, now(), now())
                                        ON CONFLICT (bucket) DO UPDATE SET
                                            failures = CASE
                                                WHEN a.counted_from < now() - interval '15 minutes'
                                                    THEN 1
                                                ELSE a.failures + 1 END,
                                            counted_from = CASE
                                                WHEN a.counted_from < now() - interval '15 minutes'
                                                    THEN now()
                                                ELSE a.counted_from END,
                                            next_at = CASE
                                                WHEN a.counted_from < now() - interval '15 minutes'
                                                    OR a.failures + 1 < :failuresMax
                                                    THEN now()
                                                ELSE now() + make_interval(secs => least(
                                                    :waitMaxSeconds,
                                                    15 * 2.0 ^ least(
                                                        a.failures + 1 - :failuresMax, 20)))
                                                END
                                        WHERE a.next_at <= now()
                                        """)
                                .param("bucket", key)
                                .param("failuresMax", bucket.bound.failuresMax)
                                .param("waitMaxSeconds", bucket.bound.waitMax.toSeconds())
                                .update()
                        == 1;
        return taken ? Optional.empty() : Optional.of(wait(key));
    }

    /// Takes a right attempt off again.
    void giveBack(Bucket bucket) {
        db.sql(
                        """
                        UPDATE sign_in_attempt
                        SET failures = greatest(failures - 1, 0), next_at = now()
                        WHERE bucket = :bucket
                        """)
                .param("bucket", key(bucket))
                .update();
    }

    /// Forgets what counts no more.
    int forgetOld() {
        return db.sql(
                        """
                        DELETE FROM sign_in_attempt
                        WHERE counted_from < now() - interval '1 hour' AND next_at < now()
                        """)
                .update();
    }

    private Duration wait(byte[] key) {
        return Duration.ofMillis(
                db.sql(
                                """
                                SELECT coalesce(max(extract(epoch FROM next_at - now()) * 1000), 0)
                                FROM sign_in_attempt WHERE bucket = :bucket
                                """)
                        .param("bucket", key)
                        .query(Long.class)
                        .single());
    }

    private byte[] key(Bucket bucket) {
        return secrets.hash(
                Secrets.Use.ATTEMPT,
                (bucket.bound.kind + "\n" + bucket.name).getBytes(StandardCharsets.UTF_8));
    }
}
