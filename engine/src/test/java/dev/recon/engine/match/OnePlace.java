package dev.recon.engine.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.engine.table.Side;

/// The first law of every matching: each entry is in exactly one match, or open.
final class OnePlace {
    private OnePlace() {}

    /// Fails when an entry of the scene is in two places, or in none.
    static void require(Scene scene, Matching matching) {
        for (Side side : Side.values()) {
            int[] places = new int[scene.entries(side).size()];
            for (int match = 1; match <= matching.count(); match++) {
                for (int row : matching.rows(side, match)) {
                    places[row]++;
                    assertThat(matching.matchOf(side, row)).isEqualTo(match);
                }
            }
            for (int row = 0; row < places.length; row++) {
                assertThat(places[row]).isEqualTo(matching.isOpen(side, row) ? 0 : 1);
                assertThat(matching.matchOf(side, row) == 0).isEqualTo(places[row] == 0);
            }
        }
    }
}
