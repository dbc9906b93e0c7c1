package dev.recon.engine.propose;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Dues that are paid weeks late, or weeks early: the nearest due day is often that of another
/// month.
class CarelessTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

    private final List<String> left = new ArrayList<>(List.of("contract,due,amount"));
    private final List<String> right = new ArrayList<>(List.of("booked,purpose,amount"));
    private final List<String> truth = new ArrayList<>();

    /// Thirty contracts over eight months; one payment of twelve lacks.
    ///
    /// @param later how many days after its due day one is paid
    private void make(ToIntFunction<Random> later) {
        Random random = new Random(11);
        for (int n = 0; n < 240; n++) {
            LocalDate due = FIRST.plusMonths(n / 30);
            String contract = "MV-" + (20_117 + n % 30 * 13);
            String amount = (n % 3 == 0 ? 720 : 850) + ".00";
            left.add(contract + "," + due + "," + amount);
            int days = later.applyAsInt(random);
            if (random.nextInt(12) > 0) {
                right.add(due.plusDays(days) + ",rent " + contract + "," + amount);
                truth.add((left.size() - 1) + " = " + (right.size() - 1));
            }
        }
    }

    private static int late(Random random) {
        return random.nextInt(3) == 0 ? 6 + random.nextInt(19) : random.nextInt(6);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, -1})
    void whatIsPaidWeeksLateOrEarlyGoesToItsOwnMonth(int direction) {
        make(random -> direction * late(random));
        UnknownRun run = UnknownRun.of(file(left), file(right));
        assertThat(run.matched()).containsExactlyInAnyOrderElementsOf(truth);
        assertThat(run.suggested()).isEmpty();
    }

    @Test
    void swappedFilesGiveTheSameMatches() {
        make(CarelessTest::late);
        assertThat(UnknownRun.of(file(right), file(left)).matched())
                .map(pair -> pair.split(" = ", -1)[1] + " = " + pair.split(" = ", -1)[0])
                .containsExactlyInAnyOrderElementsOf(truth);
    }

    /// Whoever pays on any day of the month pays for either of two.
    @Test
    void onAnyDayOfTheMonthNothingTellsMonthsApart() {
        make(random -> random.nextInt(30));
        UnknownRun run = UnknownRun.of(file(left), file(right));
        assertThat(run.proposal().fields())
                .noneSatisfy(field -> assertThat(field.why()).startsWith("comes again and again"));
        assertThat(truth).containsAll(run.matched());
    }

    private static String file(List<String> lines) {
        return String.join("\n", lines) + "\n";
    }
}
