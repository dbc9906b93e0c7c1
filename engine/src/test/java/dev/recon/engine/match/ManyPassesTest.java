package dev.recon.engine.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.engine.table.Side;
import org.junit.jupiter.api.Test;

/// Labels of more than one byte.
class ManyPassesTest {
    @Test
    void aLabelAboveOneByteIsKept() {
        LabelColumn labels = new LabelColumn(3);
        labels.set(0, 7);
        labels.set(1, 300);
        labels.set(2, 255);
        assertThat(labels.get(0)).isEqualTo(7);
        assertThat(labels.get(1)).isEqualTo(300);
        assertThat(labels.get(2)).isEqualTo(255);
    }

    @Test
    void aRunMayHaveMoreLabelsThanAByteNames() {
        Pairs pairs = new Pairs(4, 4, Decisions.NONE);
        for (int pass = 0; pass < 400; pass++) {
            pairs.add(new Label(pass, Status.MATCHED, 1));
        }
        pairs.take(1, 2, 350);
        Groups group = new Groups();
        group.add(Side.LEFT, 0);
        group.add(Side.RIGHT, 0);
        group.add(Side.RIGHT, 1);
        group.close(399, 1);
        pairs.take(group);
        Matching matching = new Matching(pairs);
        assertThat(matching.pass(matching.matchOf(Side.LEFT, 1))).isEqualTo(349);
        assertThat(matching.pass(matching.matchOf(Side.LEFT, 0))).isEqualTo(398);
        assertThat(matching.firstRows(Side.RIGHT, 1, 1)).containsExactly(0);
    }
}
