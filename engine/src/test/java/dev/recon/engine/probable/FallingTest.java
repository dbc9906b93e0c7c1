package dev.recon.engine.probable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/// What is less alike speaks no louder for a match than what is more so.
class FallingTest {
    private static final Offset<Double> NEAR = within(1e-12);

    @Test
    void levelsThatSpeakLouderThanNearerOnesArePooledWithThem() {
        double[] chance = {0.1, 0.1, 0.2, 0.6};
        double[] matches = {0.5, 0.1, 0.3, 0.1};
        Falling.pool(matches, chance, new int[] {0, 1, 2, 3});
        assertThat(matches[0]).isEqualTo(0.5, NEAR);
        assertThat(matches[1] / chance[1]).isEqualTo(matches[2] / chance[2], NEAR);
        assertThat(matches[1] + matches[2]).isEqualTo(0.4, NEAR);
        assertThat(matches[3]).isEqualTo(0.1, NEAR);
    }

    @Test
    void aDifferenceNeverSpeaksForAMatch() {
        double[] chance = {0.1, 0.2, 0.7};
        double[] matches = {0, 0.1, 0.9};
        Falling.pool(matches, chance, new int[] {0, 1, 2});
        assertThat(matches).containsExactly(new double[] {0.1, 0.2, 0.7}, NEAR);
    }

    @Test
    void levelsThatHaveNoOrderStayAsTheyAre() {
        double[] matches = {0.1, 0.9, 0.0};
        Falling.pool(matches, new double[] {0.2, 0.3, 0.5}, new int[] {0});
        assertThat(matches).containsExactly(new double[] {0.1, 0.9, 0.0}, NEAR);
    }
}
