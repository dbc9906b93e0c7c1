package dev.recon.engine.propose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.engine.rules.Pass;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Some entries of a key that tells nearly all apart come to one of the other side together.
class PartPaymentsTest {
    private static final int ROWS = 60;

    @Test
    void aSalaryOfWhichAPartGoesToSavings() {
        List<String> left = new ArrayList<>(List.of("employee,account,net"));
        List<String> right = new ArrayList<>(List.of("account,amount"));
        for (int n = 1; n <= ROWS; n++) {
            int cents = 180_000 + n * 7_919 % 90_000;
            int saved = n % 20 == 7 ? 50_000 + n : 0;
            String account = "AT%08d".formatted(n * 7_654_321 % 100_000_000);
            left.add("P%04d,%s,%s".formatted(n, account, money(cents)));
            right.add("%s,%s".formatted(account, money(cents - saved)));
            if (saved > 0) {
                right.add("%s,%s".formatted(account, money(saved)));
            }
        }
        UnknownRun run = UnknownRun.of(file(left), file(right));

        assertThat(run.matched()).hasSize(ROWS).contains("7 = 7 8", "27 = 28 29", "47 = 49 50");
        assertThat(run.breaks()).isEmpty();
    }

    /// What does not come to the same stays what it was: the nearest amount, and an entry too many.
    @Test
    void aPartThatIsShortIsTold() {
        List<String> left = new ArrayList<>(List.of("order,total"));
        List<String> right = new ArrayList<>(List.of("order,paid"));
        for (int n = 1; n <= ROWS; n++) {
            int cents = 5_000 + n * 977 % 9_000;
            left.add("A-%06d,%s".formatted(n * 131, money(cents)));
            right.add("A-%06d,%s".formatted(n * 131, money(n == 9 ? cents - 2_000 : cents)));
        }
        right.add("A-%06d,15.00".formatted(9 * 131));
        UnknownRun run = UnknownRun.of(file(left), file(right));

        assertThat(run.matched()).hasSize(ROWS).contains("9 = 9");
        assertThat(run.breaks())
                .hasSize(2)
                .anyMatch(told -> told.startsWith("amount-differs"))
                .anyMatch(told -> told.startsWith("missing"));
    }

    @Test
    void linesThatAreTwiceAreNoParts() {
        List<String> left = new ArrayList<>(List.of("order,total"));
        List<String> right = new ArrayList<>(List.of("order,paid"));
        for (int n = 1; n <= ROWS; n++) {
            String line = "A-%06d,%s".formatted(n * 131, money(5_000 + n * 977 % 9_000));
            left.add(line);
            right.add(line);
            if (n % 20 == 0) {
                right.add(line);
            }
        }
        UnknownRun run = UnknownRun.of(file(left), file(right));

        assertThat(run.proposal().rules().passes()).noneMatch(pass -> pass instanceof Pass.Group);
        assertThat(run.breaks()).hasSize(3).allMatch(told -> told.startsWith("duplicate"));
    }

    private static String file(List<String> lines) {
        return String.join("\n", lines) + "\n";
    }

    private static String money(int cents) {
        return "%d.%02d".formatted(cents / 100, cents % 100);
    }
}
