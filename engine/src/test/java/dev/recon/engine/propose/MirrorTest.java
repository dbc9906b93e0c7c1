package dev.recon.engine.propose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.engine.propose.LedgerAndBank.Trait;
import dev.recon.engine.table.Side;
import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Two files that nobody has described: neither the number of threads, nor the order of their
/// lines, nor which of them is the left one changes what is found.
class MirrorTest {
    @ParameterizedTest
    @EnumSource(Trait.class)
    void threadsOrderAndSidesChangeNothing(Trait trait) {
        for (int seed = 0; seed < 4; seed++) {
            LedgerAndBank files = LedgerAndBank.of(seed, EnumSet.of(trait));
            Set<String> found = MatchedLines.of(files.left(), files.right(), Side.LEFT, 1);
            String about = trait + ", seed " + seed;

            assertThat(found).as(about).hasSizeGreaterThan(100);
            assertThat(MatchedLines.of(files.left(), files.right(), Side.LEFT, 2))
                    .as(about + ", 2 threads")
                    .isEqualTo(found);
            assertThat(MatchedLines.of(files.right(), files.left(), Side.RIGHT, 2))
                    .as(about + ", swapped")
                    .isEqualTo(found);
            if (trait != Trait.ROW_NUMBERS) { // they would no longer number the rows
                Random random = new Random(seed);
                String left = MatchedLines.shuffled(files.left(), random);
                String right = MatchedLines.shuffled(files.right(), random);
                assertThat(MatchedLines.of(left, right, Side.LEFT, 2))
                        .as(about + ", shuffled")
                        .isEqualTo(found);
            }
        }
    }
}
