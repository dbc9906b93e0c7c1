package dev.recon.engine.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.engine.Outcome;
import dev.recon.engine.Reconciler;
import dev.recon.engine.read.ArrayBytes;
import dev.recon.engine.rules.TestRules;
import dev.recon.engine.table.Progress;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Texts of nearly a megabyte are compared by their beginnings.
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LongTextsTest {
    private static final String FIELDS =
            """
              fields:
                amount: {column: amount}
                text: {column: text}
            """;

    @Test
    void likelyMatchesOfHugeTextsEnd() {
        String rules =
                "version: 1\ndecimals: 2\nleft:\n"
                        + FIELDS
                        + "right:\n"
                        + FIELDS
                        + "passes:\n  - {name: p, kind: probable, fields: [amount, text]}\n";
        var inputs =
                new Reconciler.Inputs(
                        ArrayBytes.of("left.csv", file("left")),
                        ArrayBytes.of("right.csv", file("right")),
                        TestRules.of(rules),
                        Reconciler.Decided.NOTHING);
        try (Outcome outcome = Reconciler.run(inputs, Progress.NONE, 2)) {
            assertThat(outcome.left().table().rows()).isEqualTo(4);
        }
    }

    private static String file(String side) {
        StringBuilder file = new StringBuilder("amount,text\n");
        for (int row = 0; row < 4; row++) {
            file.append(10 + row).append(',').append(row).append(side.repeat(180_000)).append('\n');
        }
        return file.toString();
    }
}
