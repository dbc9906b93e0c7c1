package dev.recon.engine.propose;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Random;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;

/// The sales of a shop by day, and what its card company pays of them.
class TakingsTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 2);
    private static final int DAYS = 30;

    /// Both files, and how many days are paid.
    private record Files(String sales, String bank, int paid) {
        /// @param paidOf what is paid of the cents of a day
        static Files of(long seed, ToLongFunction<long[]> paidOf) {
            Random random = new Random(seed);
            StringBuilder sales = new StringBuilder("Receipt,Sold on,Total\n");
            StringBuilder bank = new StringBuilder("Booked;Details;Amount\n");
            int paid = 0;
            for (int n = 0; n < DAYS; n++) {
                LocalDate day = FIRST.plusDays(n);
                long[] cents = random.longs(1 + random.nextInt(9), 150, 14_000).toArray();
                for (int sale = 0; sale < cents.length; sale++) {
                    sales.append(
                            "%d,%s,%s%n".formatted(70_100 + n * 10 + sale, day, of(cents[sale])));
                }
                if (n % 11 != 5) {
                    paid++;
                    LocalDate later = day.plusDays(1 + random.nextInt(2));
                    bank.append(
                            "%s;SETTLEMENT;%s%n".formatted(later, of(paidOf.applyAsLong(cents))));
                }
                long other = random.nextLong(-90_000, 90_000);
                bank.append("%s;TRANSFER %d;%s%n".formatted(day, n % 4, of(other)));
            }
            return new Files(sales.toString(), bank.toString(), paid);
        }

        private static String of(long cents) {
            return "%s%d.%02d"
                    .formatted(cents < 0 ? "-" : "", Math.abs(cents) / 100, Math.abs(cents) % 100);
        }
    }

    private static long sum(long[] cents) {
        long sum = 0;
        for (long cent : cents) {
            sum += cent;
        }
        return sum;
    }

    @Test
    void aPercentIsKeptOfEachDay() {
        Files files = Files.of(7, cents -> sum(cents) - Math.round(sum(cents) * 0.0125));
        UnknownRun run = UnknownRun.of(files.sales, files.bank);
        assertThat(run.matched()).hasSize(files.paid);
        assertThat(run.breaks())
                .filteredOn(each -> each.startsWith("amount-differs"))
                .hasSize(files.paid)
                .allMatch(each -> each.contains("the fee of 1.25 % (matched"));

        UnknownRun mirrored = UnknownRun.of(files.bank, files.sales);
        assertThat(mirrored.matched()).hasSize(files.paid);
    }

    @Test
    void aPercentAndAnAmountAreKeptOfEachSale() {
        Files files =
                Files.of(
                        8,
                        cents -> {
                            long net = 0;
                            for (long cent : cents) {
                                net += cent - Math.round(cent * 0.029) - 30;
                            }
                            return net;
                        });
        UnknownRun run = UnknownRun.of(files.sales, files.bank);
        assertThat(run.matched()).hasSize(files.paid);
        assertThat(run.breaks()).anyMatch(each -> each.contains("2.9 % + 0.30 for each"));
    }

    /// What varies from day to day follows no fee.
    @Test
    void whatIsNoFeeIsNotTakenForOne() {
        for (int seed = 20; seed < 30; seed++) {
            Random share = new Random(seed);
            Files files = Files.of(seed, cents -> (long) (sum(cents) * share.nextDouble(0.8, 1.0)));
            assertThat(matched(files)).as("seed %s", seed).isLessThan(3);
        }
    }

    /// Files without anything in common are refused, which matches nothing either.
    private static int matched(Files files) {
        try {
            return UnknownRun.of(files.sales, files.bank).matched().size();
        } catch (dev.recon.engine.read.InputProblem nothing) {
            return 0;
        }
    }
}
