package dev.recon.server.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.engine.rules.Ambiguity;
import dev.recon.engine.rules.BatchFee;
import dev.recon.engine.rules.DayWindow;
import dev.recon.engine.rules.Offset;
import dev.recon.engine.rules.Pass;
import dev.recon.engine.rules.Rounding;
import dev.recon.engine.rules.Schedule;
import dev.recon.engine.rules.Tolerance;
import dev.recon.engine.table.Side;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PassWordsTest {
    private static Pass.Contra contra(List<Side> sides, Offset offset, DayWindow days) {
        return new Pass.Contra(
                "back",
                List.of("party"),
                sides,
                offset,
                Tolerance.Absolute.EQUAL,
                days,
                List.of(),
                Ambiguity.SUGGEST);
    }

    @Test
    void aRefundIsSaidInASentence() {
        Pass pass = contra(List.of(Side.LEFT), Offset.PAIR, new DayWindow(0, 30));
        assertThat(PassWords.of(pass).text())
                .isEqualTo(
                        "Two entries of the left that cancel, with the same party; without their"
                                + " signs the same amount; the date of what is below zero 0 days"
                                + " before to 30 after. Of several, the nearest is suggested.");
    }

    @Test
    void whatIsKeptOfABatchIsSaid() {
        Schedule schedule =
                new Schedule(new BigDecimal("2.9"), new BigDecimal("0.30"), Rounding.HALF_UP);
        Pass pass =
                new Pass.Batch(
                        "takings",
                        Side.LEFT,
                        List.of("date"),
                        List.of(),
                        Optional.of(new BatchFee(schedule, BatchFee.Per.ENTRY)),
                        Tolerance.Absolute.EQUAL,
                        new DayWindow(0, 3),
                        Ambiguity.SUGGEST);
        assertThat(PassWords.of(pass).text())
                .startsWith(
                        "All entries of the left with the same date come together, less the fee of"
                                + " 2.9 % + 0.30 for each, to one of the other side;");
    }

    @Test
    void oneDayIsNotSeveral() {
        Pass pass = contra(List.of(Side.LEFT), Offset.PAIR, new DayWindow(1, 30));
        assertThat(PassWords.of(pass).text()).contains(" 1 day before to 30 after");
    }

    @Test
    void anEndThatIsOpenIsNotANumber() {
        DayWindow later = new DayWindow(0, DayWindow.UNBOUNDED);
        Pass pass = contra(List.of(Side.values()), Offset.ALL, later);
        assertThat(PassWords.of(pass).text())
                .isEqualTo(
                        "All entries of one side that cancel, with the same party; without their"
                                + " signs the same amount; the date of what is below zero 0 days"
                                + " before to any number of days after.");
    }
}
