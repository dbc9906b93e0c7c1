package dev.recon.engine.propose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.engine.money.Currency;
import java.math.BigDecimal;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Amounts of which one side counts another unit than the other.
class ScaleFinderTest {
    private static final int OTHER = 8;
    private static final int YEN = 16;

    /// @param power by which the left is written, of an amount in hundredths
    @ParameterizedTest
    @CsvSource({
        "4, multiplied by 0.000001, 2",
        "-5, multiplied by 1000, 2",
        "1, multiplied by 0.001, 2"
    })
    void oneSideIsMultiplied(int power, String why, int decimals) {
        IntFunction<String> left = n -> written(cents(n), power);
        UnknownRun run = run(left, n -> written(cents(n) + (n == OTHER ? 500 : 0), -2));
        assertThat(run.matched()).containsExactlyInAnyOrderElementsOf(UnknownRun.sameLines());
        assertThat(run.breaks())
                .containsExactly(
                        "amount-differs The left is 5.00 less than the right"
                                + " (matched by pass reference-other-amount)");
        assertThat(run.proposal().rules().decimals()).isEqualTo(decimals);
        assertThat(run.proposal().fields())
                .anySatisfy(field -> assertThat(field.why()).contains(why));
    }

    /// What a board reads are thousands without decimals.
    @Test
    void thousandsThatAreRoundedAreTheSameOnceTheOtherSideIs() {
        IntFunction<String> left =
                n -> String.valueOf((cents(n) + (n == OTHER ? 900_000 : 0) + 50_000) / 100_000);
        UnknownRun run = run(left, n -> written(cents(n), -2));
        assertThat(run.matched()).containsExactlyInAnyOrderElementsOf(UnknownRun.sameLines());
        assertThat(run.breaks()).singleElement().asString().startsWith("amount-differs");
        assertThat(run.proposal().fields())
                .anySatisfy(
                        field -> assertThat(field.why()).contains("multiplied by 0.001, rounded"));
    }

    /// A processor counts cents, yen and thousandths of dinars; the shop writes what people write.
    @Test
    void smallestUnitsAreThoseOfTheCurrencyOfEachLine() {
        String[] currencies = {"EUR", "JPY", "KWD", "EUR", "USD"};
        IntFunction<String> currency = n -> currencies[n % currencies.length];
        UnknownRun run =
                UnknownRun.of(
                        UnknownRun.file(
                                "charge,amount,currency",
                                n -> row(n, each -> String.valueOf(cents(each)), currency)),
                        UnknownRun.file(
                                "order,total,currency",
                                n -> row(n, each -> major(each, currency.apply(each)), currency)));
        assertThat(run.matched()).containsExactlyInAnyOrderElementsOf(UnknownRun.sameLines());
        assertThat(run.breaks())
                .containsExactly(
                        "amount-differs The left is JPY 500 less than the right"
                                + " (matched by pass reference-other-amount)");
        assertThat(run.proposal().fields())
                .anySatisfy(field ->
                        assertThat(field.why()).contains("smallest units of its currency"));
    }

    private static String row(int n, IntFunction<String> amount, IntFunction<String> currency) {
        return "K" + (900 + n * 7) + "," + amount.apply(n) + "," + currency.apply(n);
    }

    /// Order [#YEN] has 500 yen more.
    private static String major(int n, String currency) {
        return written(cents(n) + (n == YEN ? 500 : 0), -Currency.of(currency).decimals());
    }

    /// Numbers that only have as many digits are another thing.
    @Test
    void numbersThatAreNotTheSameAreNotMultiplied() {
        UnknownRun run = run(n -> written(cents(n) * 997 + 13L * n, 0), n -> written(cents(n), -2));
        assertThat(run.proposal().fields())
                .noneSatisfy(field -> assertThat(field.why()).contains("multiplied"));
    }

    private static UnknownRun run(IntFunction<String> left, IntFunction<String> right) {
        return UnknownRun.of(
                UnknownRun.file(
                        "order,who,cost amount,clicks", n -> row(n, left) + "," + n * 7 % 40),
                UnknownRun.file("ref,name,spend amount", n -> row(n, right)));
    }

    private static String row(int n, IntFunction<String> amount) {
        return "K" + (900 + n * 7) + ",Name " + n + "," + amount.apply(n);
    }

    private static long cents(int n) {
        return 3_217_419 + n * 17_389L * n + n * 211L;
    }

    private static String written(long cents, int power) {
        return BigDecimal.valueOf(cents).scaleByPowerOfTen(power).toPlainString();
    }
}
