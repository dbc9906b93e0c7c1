package dev.recon.engine.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/// Amounts too large to be added up exactly are a problem with its line, never a wrong sum.
class SumBoundTest {
    /// The largest amount with 18 digits, of which two decimals are units.
    private static final String LARGEST = "9999999999999999.99";

    @Test
    void anAmountOfNineteenDigitsRejectsItsLine() {
        ReadResult read = Reads.read("reference,amount\nA,1.00\nB," + "1" + LARGEST + "\n");
        assertThat(read.table().rows()).isEqualTo(1);
        assertThat(read.rejected()).hasSize(1);
        assertThat(read.rejected().getFirst().line()).isEqualTo(2);
    }

    @Test
    void fourOfTheLargestAreRead() {
        assertThat(Reads.read(file(4, LARGEST, "EUR")).table().rows()).isEqualTo(4);
    }

    @Test
    void theLineWithWhichTheSumBecomesTooLargeIsNamed() {
        assertThatThrownBy(() -> Reads.read(file(7, LARGEST, "EUR")))
                .isInstanceOfSatisfying(
                        InputProblem.class,
                        refused -> {
                            assertThat(refused.problem().where()).isEqualTo("test.csv, line 5");
                            assertThat(refused.problem().found()).contains(LARGEST);
                            assertThat(refused.problem().expected()).contains("of EUR");
                            assertThat(refused.problem().mend()).contains("decimals");
                        });
    }

    @Test
    void anAmountWhoseDifferencesWouldNotBeExactIsNamed() {
        String file = "reference,amount\nA,1\nB,3000000000\n";
        assertThatThrownBy(() -> Reads.read(file, 9))
                .isInstanceOfSatisfying(
                        InputProblem.class,
                        refused -> {
                            assertThat(refused.problem().where()).isEqualTo("test.csv, line 2");
                            assertThat(refused.problem().expected()).startsWith("an amount");
                        });
    }

    @Test
    void signsDoNotHideIt() {
        String file = file(3, LARGEST, "EUR") + row("-" + LARGEST, "EUR").repeat(2);
        assertThatThrownBy(() -> Reads.read(file)).isInstanceOf(InputProblem.class);
    }

    @Test
    void everyCurrencyHasItsOwnSum() {
        String file = file(4, LARGEST, "EUR") + row(LARGEST, "USD").repeat(4);
        assertThat(Reads.read(file).table().rows()).isEqualTo(8);
    }

    private static String file(int rows, String amount, String currency) {
        return "reference,amount,currency\n" + row(amount, currency).repeat(rows);
    }

    private static String row(String amount, String currency) {
        return "A," + amount + "," + currency + "\n";
    }
}
