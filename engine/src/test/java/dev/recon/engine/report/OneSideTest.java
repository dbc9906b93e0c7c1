package dev.recon.engine.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.engine.Outcome;
import dev.recon.engine.Reconciler;
import dev.recon.engine.match.Status;
import dev.recon.engine.read.ArrayBytes;
import dev.recon.engine.rules.TestRules;
import dev.recon.engine.table.Bytes;
import dev.recon.engine.table.CarriedBytes;
import dev.recon.engine.table.Progress;
import dev.recon.engine.table.Side;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/// What a run tells and leaves where a single side has something unusual.
class OneSideTest {
    private static final String FIELDS =
            """
              fields:
                reference: {column: ref}
                amount: {column: amount}
                currency: {column: currency}
            """;
    private static final String EXACT = "  - {name: e, kind: exact, key: [reference, amount]}\n";

    @Test
    void aSuggestionOfTheRightSideAloneWaitsForSomebody() {
        String contra =
                EXACT
                        + "  - {name: c, kind: contra, key: [reference], side: right,"
                        + " ambiguous: suggest}\n";
        String left = "ref,amount,currency\nA1,10,EUR\n";
        String right = left + "X,50,EUR\nX,-50,EUR\nX,-50,EUR\nX,50,EUR\n";
        Report report = report(rules("", contra), bytes(left), right);
        assertThat(report.totals().breaks()).isZero();
        assertThat(report.totals().matches(Status.SUGGESTED)).isEqualTo(2);
        assertThat(report.isReconciled()).isFalse();
    }

    @Test
    void aColumnOfManyCodesIsSummedUpByEach() {
        StringBuilder left = new StringBuilder("ref,amount,currency\n");
        for (int n = 0; n < 300; n++) {
            left.append("R%d,1.00,Q%c%c%n".formatted(n, 'A' + n / 26, 'A' + n % 26));
        }
        Report report = report(rules("", EXACT), bytes(left.toString()), left.toString());
        assertThat(report.proofs()).hasSize(300);
        assertThat(report.isReconciled()).isTrue();
    }

    @Test
    void openLinesBeginWithOneByteOrderMark() throws IOException {
        String left = "ref,amount,currency\nA1,10,EUR\nB2,20,EUR\n";
        String rules = rules("  encoding: UTF-16\n", EXACT);
        try (Outcome outcome = run(rules, bytes(left), "ref,amount,currency\n")) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            OpenLines.write(outcome, Side.LEFT, out);
            assertThat(out.toString(StandardCharsets.UTF_16)).isEqualTo(left);
            assertThat(out.size()).isEqualTo(2 + 2 * left.length());
        }
    }

    /// An entry that an earlier run left is one, whatever its new neighbours come to.
    @Test
    void carriedLinesAreNoTotals() {
        String carried = "ref,amount,currency,day\nX,30,EUR,1\nY,40,EUR,1\nU,70,EUR,\n";
        String left = carried + "Z,5,EUR,2\nV,6,EUR,2\n,11,,\n";
        String totals = "  totals: {of: [amount], without: [day]}\n";
        Bytes file = new CarriedBytes(bytes(left), carried.length());
        try (Outcome outcome = run(rules(totals, EXACT), file, "ref,amount,currency\n")) {
            assertThat(outcome.left().rejected())
                    .extracting(line -> line.line() + " " + line.found())
                    .containsExactly("6 the sum of 2 lines above");
            assertThat(outcome.left().table().rows()).isEqualTo(5);
        }
    }

    private static String rules(String left, String passes) {
        return "version: 1\ndecimals: 2\nleft:\n"
                + left
                + FIELDS
                + "right:\n"
                + FIELDS
                + "passes:\n"
                + passes;
    }

    private static Bytes bytes(String text) {
        return ArrayBytes.of("left.csv", text);
    }

    private static Outcome run(String rules, Bytes left, String right) {
        return Reconciler.run(
                new Reconciler.Inputs(
                        left,
                        ArrayBytes.of("right.csv", right),
                        TestRules.of(rules),
                        Reconciler.Decided.NOTHING),
                Progress.NONE,
                1);
    }

    private static Report report(String rules, Bytes left, String right) {
        FileHash hash = new FileHash("a.csv", 1, "a".repeat(64));
        return Report.of(run(rules, left, right), new Provenance(hash, hash, hash));
    }
}
