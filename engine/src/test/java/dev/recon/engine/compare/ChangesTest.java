package dev.recon.engine.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.recon.engine.Outcome;
import dev.recon.engine.Reconciler;
import dev.recon.engine.read.ArrayBytes;
import dev.recon.engine.report.ChangesCsv;
import dev.recon.engine.rules.TestRules;
import dev.recon.engine.table.Progress;
import dev.recon.engine.table.Side;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ChangesTest {
    private static final String RULES =
            """
            version: 1
            decimals: 2
            left: {fields: {reference: {column: ref}, amount: {column: amount}}}
            right: {fields: {reference: {column: ref}, amount: {column: amount}}}
            passes:
              - {name: same, kind: exact, key: [reference, amount]}
            """;
    private static final String FILE = "ref,amount\nA,1.00\nB,2.00\nC,3.005\nD,4.00\n";
    private static final String OTHER = "ref,amount\nA,1.00\nB,2.50\nC,3.005\nE,4.00\n";

    @Test
    void aWiderRuleMatchesWhatWasOpen() {
        Changes changes = Changes.of(run(RULES), run(RULES + near("2.00")));

        assertThat(changes.kind(Side.LEFT, 1)).isEqualTo(ChangeKind.UNCHANGED);
        assertThat(changes.kind(Side.LEFT, 2)).isEqualTo(ChangeKind.NEWLY_MATCHED);
        assertThat(changes.kind(Side.RIGHT, 2)).isEqualTo(ChangeKind.NEWLY_MATCHED);
        assertThat(changes.before().place(Side.LEFT, 2).word()).isEqualTo("open");
        assertThat(changes.after().place(Side.LEFT, 2).partners())
                .containsExactly(new Place.Partner(Side.RIGHT, 2));
        assertThat(changes.isEmpty()).isFalse();
    }

    @Test
    void whatOnlyOneCanReadIsAChangeOfItsOwn() {
        Changes changes = Changes.of(run(RULES), run(RULES.replace("decimals: 2", "decimals: 3")));

        assertThat(changes.before().place(Side.LEFT, 3).word()).isEqualTo("rejected");
        assertThat(changes.kind(Side.LEFT, 3)).isEqualTo(ChangeKind.NEWLY_MATCHED);
        assertThat(changes.kind(Side.LEFT, 1)).isEqualTo(ChangeKind.UNCHANGED);
        assertThat(changes.kind(Side.LEFT, 4)).isEqualTo(ChangeKind.UNCHANGED);
        Changes strict =
                Changes.of(
                        run(RULES.replace("same,", "s,").replace("reference, amount]", "amount]")),
                        run(RULES.replace("{column: amount}", "{column: amount, sign: opposite}")));
        assertThat(strict.kind(Side.LEFT, 3)).isEqualTo(ChangeKind.UNCHANGED);
        assertThat(strict.kind(Side.LEFT, 2)).isEqualTo(ChangeKind.CHANGED_READING);
    }

    @Test
    void everyChangeIsOneLineOfTheFile() throws IOException {
        Changes changes = Changes.of(run(RULES), run(RULES + near("2.00")));
        var out = new ByteArrayOutputStream();

        ChangesCsv.write(changes, out, 2);

        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo(
                        """
                        change,side,line,currency,amount_before,amount_after,status_before,\
                        status_after,pass_before,pass_after,match_before,match_after,\
                        partners_before,partners_after,break_before,break_after
                        newly-matched,left,2,XXX,2.00,2.00,open,matched,,near,,2,,right:2,\
                        missing-on-right,amount-differs
                        newly-matched,right,2,XXX,2.50,2.50,open,matched,,near,,2,,left:2,\
                        missing-on-left,amount-differs
                        """);
    }

    @Test
    void filesThatAreSplitDifferentlyCannotBeCompared() {
        Outcome one = run(RULES);
        Outcome other =
                run(
                        RULES.replace("left: {", "left: {skip: 1, header: false, ")
                                .replaceFirst("column: ref", "column: '1'")
                                .replaceFirst("column: amount", "column: '2'"));

        assertThatThrownBy(() -> Changes.of(one, other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("left file");
    }

    private static String near(String amount) {
        return "  - {name: near, kind: close, key: [reference], amount: " + amount + "}\n";
    }

    private static Outcome run(String rules) {
        return Reconciler.run(
                new Reconciler.Inputs(
                        ArrayBytes.of("left.csv", FILE),
                        ArrayBytes.of("right.csv", OTHER),
                        TestRules.of(rules),
                        Reconciler.Decided.NOTHING),
                Progress.NONE,
                1);
    }
}
