package dev.recon.server.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// However many processes there are, together they keep within the budget.
class ConnectionBudgetTest {
    @ParameterizedTest
    @CsvSource({"1, 20", "2, 20", "3, 16", "5, 10", "11, 4"})
    void eachGetsAnEvenPartAndTheSumStaysWithinTheBudget(int processes, int expected) {
        PoolShare share = new PoolShare(20, 50);
        Map<UUID, Integer> sizes = new HashMap<>();
        Random random = new Random(processes);
        for (int i = 0; i < processes; i++) {
            sizes.put(new UUID(7, i), 4);
        }
        for (int beat = 0; beat < processes * 20; beat++) {
            UUID one = new UUID(7, random.nextInt(processes));
            sizes.put(one, share.of(processes, sum(sizes) - sizes.getOrDefault(one, 0)));
            assertThat(sum(sizes)).isLessThanOrEqualTo(50);
        }

        assertThat(sizes.values()).allMatch(size -> size == expected);
    }

    @Test
    void whoComesLaterWaitsUntilTheOthersHaveShrunk() {
        PoolShare share = new PoolShare(20, 50);

        assertThat(share.of(3, 40)).isEqualTo(10);
        assertThat(share.of(3, 16 + 16)).isEqualTo(16);
        assertThat(share.of(3, 50)).isEqualTo(4);
    }

    private static int sum(Map<UUID, Integer> sizes) {
        return sizes.values().stream().mapToInt(size -> size).sum();
    }
}
