package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/// A client that sends the same request with the same key until it is answered, as clients should.
record Retries(Api api) {
    private static final Duration MAX = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(50);

    /// What may be answered while something is broken.
    private static final List<Integer> AGAIN = List.of(409, 503, 507);

    Api.Answer post(String path, Object body) {
        return once(key -> api.post(path, body, key));
    }

    Api.Answer upload(String name, byte[] bytes) {
        return once(key -> api.upload(name, bytes, key));
    }

    Api.Answer get(String path) {
        return once(_ -> api.get(path));
    }

    private static Api.Answer once(Function<Map<String, String>, Api.Answer> request) {
        Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        long until = System.nanoTime() + MAX.toNanos();
        Api.Answer answer = request.apply(key);
        while (answer.status() >= 300) {
            assertThat(answer.status()).as(answer.body()).isIn(AGAIN);
            assertThat(System.nanoTime()).as("it stays broken").isLessThan(until);
            LockSupport.parkNanos(PAUSE.toNanos());
            answer = request.apply(key);
        }
        return answer;
    }
}
