package dev.recon.server.fleeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A bucket gives what it has, and gets it back evenly.
class RateTest {
    private static final Rate RATE = new Rate("test", 10, Duration.ofMinutes(1));

    @Test
    void allTurnsMayBeTakenAtOnceAndThenOneEachSixSeconds() {
        long fullAt = 0;
        for (int turn = 9; turn >= 0; turn--) {
            Rate.Taken taken = RATE.take(fullAt, 1_000_000);
            assertThat(taken.turn().granted()).isTrue();
            assertThat(taken.turn().left()).isEqualTo(turn);
            fullAt = taken.fullAt();
        }
        assertThat(RATE.take(fullAt, 1_000_000).turn()).isEqualTo(new Turn(false, 10, 0, 6000));
        assertThat(RATE.take(fullAt, 1_005_999).turn().granted()).isFalse();
        assertThat(RATE.take(fullAt, 1_006_000).turn().granted()).isTrue();
        assertThat(RATE.take(fullAt, 1_060_000).turn().left()).isEqualTo(9);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void neverMoreThanTheRateInAnyWindow(long seed) {
        Random random = new Random(seed);
        long now = 0;
        long fullAt = 0;
        long granted = 0;
        for (int i = 0; i < 5000; i++) {
            now += random.nextInt(500);
            Rate.Taken taken = RATE.take(fullAt, now);
            fullAt = taken.fullAt();
            granted += taken.turn().granted() ? 1 : 0;
            assertThat(granted).isLessThanOrEqualTo(10 + now / 6000);
        }
        assertThat(granted).isGreaterThanOrEqualTo(now / 6000);
    }

    @Test
    void aCircuitOpensWhenHalfFailAndTriesAgain() {
        long[] now = {1};
        Circuit circuit = new Circuit(() -> java.time.Instant.ofEpochMilli(now[0]));
        Stream.generate(() -> circuit).limit(4).forEach(Circuit::failed);

        assertThat(circuit.allows()).isFalse();
        now[0] += 2000;
        assertThat(circuit.allows()).as("one tries").isTrue();
        assertThat(circuit.allows()).as("the others wait").isFalse();
        circuit.failed();
        assertThat(circuit.allows()).isFalse();
        now[0] += 2000;
        assertThat(circuit.allows()).isTrue();
        circuit.succeeded();
        assertThat(circuit.allows()).isTrue();
        assertThat(circuit.isOpen()).isFalse();
    }
}
