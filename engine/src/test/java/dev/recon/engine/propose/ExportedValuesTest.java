package dev.recon.engine.propose;

import static dev.recon.engine.propose.UnknownRun.file;
import static dev.recon.engine.propose.UnknownRun.sameLines;
import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.engine.rules.RuleSetYaml;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/// Values as databases and programs export them mean what they mean elsewhere.
class ExportedValuesTest {
    private static final String LEFT =
            file("doc,reference,date,amount", n -> line(n, "INV-" + reference(n)));

    @Test
    void aWordForNoValueIsNoReferenceThatManyShare() {
        UnknownRun run =
                UnknownRun.of(
                        LEFT,
                        file(
                                "txn,ref,booked,amount",
                                n -> line(n, n % 4 == 0 ? "NULL" : "INV-" + reference(n))));
        assertThat(run.matched()).containsExactlyInAnyOrderElementsOf(sameLines());
        assertThat(run.breaks()).isEmpty();
        assertThat(RuleSetYaml.write(run.proposal().rules())).contains("  absent: [\"NULL\"]\n");
    }

    @Test
    void aMarkForNoValueAmongDatesIsNone() {
        UnknownRun run =
                UnknownRun.of(
                        LEFT,
                        file(
                                "txn,ref,booked,amount",
                                n ->
                                        line(n, "INV-" + reference(n))
                                                .replace(date(n), n % 5 == 0 ? "-" : date(n))));
        assertThat(run.matched()).containsExactlyInAnyOrderElementsOf(sameLines());
        assertThat(run.proposal().rules().right().absent().words()).isEqualTo(List.of("-"));
    }

    @Test
    void textsInApostrophesAreTheSameTexts() {
        UnknownRun run =
                UnknownRun.of(
                        LEFT,
                        file(
                                "'txn','ref','booked','amount'",
                                n -> line(n, "INV-" + reference(n)).replaceAll("([^,]+)", "'$1'")));
        assertThat(run.matched()).containsExactlyInAnyOrderElementsOf(sameLines());
        assertThat(run.breaks()).isEmpty();
    }

    @Test
    void floatingPointNumbersAreTheAmountsThatWereMeant() {
        UnknownRun scientific =
                UnknownRun.of(LEFT, file("ref,amount", n -> floating(n, "%.6E", units(n) / 100.0)));
        UnknownRun noise =
                UnknownRun.of(
                        LEFT, file("ref,amount", n -> floating(n, "%.11f", units(n) / 100.0)));
        for (UnknownRun run : List.of(scientific, noise)) {
            assertThat(run.matched()).containsExactlyInAnyOrderElementsOf(sameLines());
            assertThat(run.breaks()).isEmpty();
            assertThat(run.proposal().rules().right().fields()).containsKey("amount");
        }
    }

    private static String floating(int n, String form, double value) {
        double noisy = form.contains("f") && n % 3 == 0 ? value + 1e-11 : value;
        return "INV-" + reference(n) + "," + String.format(Locale.ROOT, form, noisy);
    }

    private static String line(int n, String reference) {
        return String.format(
                Locale.ROOT, "%d,%s,%s,%.2f", 900 + n, reference, date(n), units(n) / 100.0);
    }

    private static int reference(int n) {
        return 10_000 + n * 7_919 % 9_000;
    }

    private static long units(int n) {
        return (n % 3 - 1) * 1_000_000L + n * 12_345L + 17;
    }

    private static String date(int n) {
        return LocalDate.of(2026, 1, 5).plusDays(n).toString();
    }
}
