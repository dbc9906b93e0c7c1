package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.server.secret.AccessTokens;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// How long a refusal takes does not tell what was wrong: not whether a key is there, and not
/// whether a token is forged or only old. All kinds are asked in turns, so that what else the
/// machine does falls on each of them alike, and the quick tenth of each is compared: the machine
/// makes answers slower, never quicker. A difference in what is done is there each time that it is
/// looked for.
class RefusalTimingTest {
    private static final int TRIES = 3;
    private static final int ROUNDS = 400;
    private static final double SHARE_MAX = 0.25;
    private static final double MILLIS_MAX = 0.5;

    private final TestServer server = TestServer.shared();

    @Test
    void aKeyThatIsThereIsRefusedAsFastAsOneThatIsNot() {
        String key = server.api().credential();
        String[] parts = key.split("_", 4);
        String secret = "A".repeat(parts[3].length());
        String there = String.join("_", parts[0], parts[1], parts[2], secret);
        String nowhere = String.join("_", parts[0], parts[1], "0123456789abcdef".repeat(2), secret);

        assertSame(Map.of("a wrong secret of a key", there, "no key", nowhere));
    }

    @Test
    void aForgedTokenIsRefusedAsFastAsAnOldOne() {
        UUID id = UUID.randomUUID();
        Instant then = Instant.now().minus(AccessTokens.LIFETIME).minusSeconds(1);
        AccessTokens tokens = server.bean(AccessTokens.class);
        String old =
                tokens.sign(
                        new AccessTokens.Claims(id, id, id, new AccessTokens.Versions(1, 1), then));
        String now =
                tokens.sign(
                        new AccessTokens.Claims(
                                id, id, id, new AccessTokens.Versions(1, 1), Instant.now()));
        int signature = now.lastIndexOf('.') + 1;
        String forged = now.substring(0, signature) + old.substring(old.lastIndexOf('.') + 1);

        assertSame(Map.of("old", old, "forged", forged));
    }

    private void assertSame(Map<String, String> credentials) {
        List<Map<String, Double>> found = new ArrayList<>();
        while (found.size() < TRIES && found.stream().noneMatch(RefusalTimingTest::isSame)) {
            found.add(quickMillis(credentials));
        }
        assertThat(found).as("milliseconds").anyMatch(RefusalTimingTest::isSame);
    }

    private static boolean isSame(Map<String, Double> millis) {
        double low = Collections.min(millis.values());
        double high = Collections.max(millis.values());
        return high - low < Math.max(MILLIS_MAX, SHARE_MAX * high);
    }

    /// How long the quick tenth of the answers to each kind took at most.
    private Map<String, Double> quickMillis(Map<String, String> credentials) {
        Map<String, List<Double>> millis = new HashMap<>();
        List<String> kinds = new ArrayList<>(credentials.keySet());
        Random random = new Random(5);
        for (int round = -ROUNDS / 4; round < ROUNDS; round++) {
            Collections.shuffle(kinds, random);
            for (String kind : kinds) {
                Api api = server.api().as(String.valueOf(credentials.get(kind)));
                long start = System.nanoTime();
                api.get("/api/v1/me").is(401);
                double took = (System.nanoTime() - start) / 1e6;
                // The first rounds warm up.
                if (round >= 0) {
                    millis.computeIfAbsent(kind, _ -> new ArrayList<>()).add(took);
                }
            }
        }
        Map<String, Double> quick = new HashMap<>();
        millis.forEach((kind, all) -> quick.put(kind, tenth(all)));
        return quick;
    }

    private static double tenth(List<Double> all) {
        return all.stream().sorted().skip(all.size() / 10).findFirst().orElseThrow();
    }
}
