package dev.recon.engine.propose;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Random;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;

/// What is paid a day later for all sales of a day, or of a shop on a day, which nothing names.
class BatchesTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 2);
    private static final int DAYS = 30;

    /// What a processor lists are moments, no two alike; the bank books days.
    @Test
    void theDaysOfMomentsMakeBatches() {
        UnknownRun run = run(new String[] {""}, new String[] {""}, paid -> paid);
        assertThat(run.matched()).hasSize(DAYS);
        assertThat(run.breaks()).isEmpty();
        assertThat(run.proposal().rules().passes())
                .anySatisfy(pass -> assertThat(pass.name()).isEqualTo("sum-of-one-date"));
    }

    @Test
    void shopsAndDaysMakeBatchesTogether() {
        String[] shops = {"101", "102", "105"};
        UnknownRun run = run(shops, new String[] {"101", "102", "105"}, paid -> paid);
        assertThat(run.matched()).hasSize(3 * DAYS);
        assertThat(run.breaks()).isEmpty();
    }

    /// The bank knows the shops by other numbers, and keeps a part.
    @Test
    void aFeeOfShopsAndDaysIsFound() {
        UnknownRun run =
                run(
                        new String[] {"101", "102"},
                        new String[] {"900801", "900802"},
                        paid -> paid - Math.round(paid * 0.015));
        assertThat(run.matched()).hasSize(2 * DAYS);
        assertThat(run.breaks()).hasSize(2 * DAYS).allMatch(each -> each.contains("1.5 %"));
    }

    /// Claims are paid months later: where the sums say what belongs together, days do not bind.
    @Test
    void sumsOfANumberNeedNoDays() {
        Random random = new Random(4);
        StringBuilder paid = new StringBuilder("Claim,Paid on,Amount\n");
        StringBuilder closed = new StringBuilder("Case;Closed;Total\n");
        for (int n = 0; n < DAYS; n++) {
            long sum = 0;
            for (int part = 0; part < 2 + n % 3; part++) {
                long cents = random.nextLong(5_000, 900_000);
                sum += cents;
                paid.append("C%d,%s,%s%n".formatted(400 + n * 7, day(random), money(cents)));
            }
            closed.append("Z%d;%s;%s%n".formatted(88_000 + n * 3, day(random), money(sum)));
        }
        UnknownRun run = UnknownRun.of(paid.toString(), closed.toString());
        assertThat(run.matched()).hasSize(DAYS);
    }

    private static LocalDate day(Random random) {
        return FIRST.plusDays(random.nextInt(700));
    }

    private static UnknownRun run(String[] shops, String[] theirs, LongUnaryOperator net) {
        Random random = new Random(3);
        StringBuilder sales = new StringBuilder("receipt,sold,shop,total\n");
        StringBuilder bank = new StringBuilder("value date;merchant;amount\n");
        for (int n = 0; n < DAYS; n++) {
            for (int shop = 0; shop < shops.length; shop++) {
                long sum = 0;
                for (int sale = 2 + random.nextInt(7); sale > 0; sale--) {
                    long cents = random.nextLong(150, 14_000);
                    sum += cents;
                    sales.append(
                            "%06x,%s %02d:%02d:%02d,%s,%s%n"
                                    .formatted(
                                            random.nextInt(1 << 24),
                                            FIRST.plusDays(n),
                                            8 + random.nextInt(12),
                                            random.nextInt(60),
                                            random.nextInt(60),
                                            shops[shop],
                                            money(cents)));
                }
                bank.append(
                        "%s;%s;%s%n"
                                .formatted(
                                        FIRST.plusDays(n + 1L),
                                        theirs[shop],
                                        money(net.applyAsLong(sum))));
            }
        }
        return UnknownRun.of(sales.toString(), bank.toString());
    }

    private static String money(long cents) {
        return "%d.%02d".formatted(cents / 100, cents % 100);
    }
}
