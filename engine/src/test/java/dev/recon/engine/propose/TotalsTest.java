package dev.recon.engine.propose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.engine.Outcome;
import dev.recon.engine.read.RejectedLine;
import dev.recon.engine.read.Totals;
import dev.recon.engine.table.Side;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Lines of a report that are sums of others are no entries: they are kept and told as such, where
/// they are proved, and only there.
class TotalsTest {
    private static final int MONTHS = 4;
    private static final int ENTRIES = 10;

    /// @param wrong the month whose sum is a cent too much, -1 for none
    private static String report(int wrong) {
        List<String> lines = new ArrayList<>(List.of("date,invoice,customer,amount"));
        long all = 0;
        for (int month = 0; month < MONTHS; month++) {
            long sum = 0;
            for (int n = 0; n < ENTRIES; n++) {
                lines.add(
                        "%s,INV-%d,Customer %d,%s"
                                .formatted(day(month, n), number(month, n), n, money(month, n)));
                sum += cents(month, n);
            }
            all += sum;
            lines.add(
                    "Total month %d,,,%s".formatted(month, money(sum + (month == wrong ? 1 : 0))));
        }
        lines.add("Grand total,,," + money(all));
        return String.join("\n", lines) + "\n";
    }

    private static String payments() {
        List<String> lines = new ArrayList<>(List.of("booked,reference,value"));
        for (int month = 0; month < MONTHS; month++) {
            for (int n = 0; n < ENTRIES; n++) {
                LocalDate booked = day(month, n).plusDays(2);
                lines.add("%s,INV-%d,%s".formatted(booked, number(month, n), money(month, n)));
            }
        }
        return String.join("\n", lines) + "\n";
    }

    private static LocalDate day(int month, int n) {
        return LocalDate.of(2026, month + 1, 2 * n + 1);
    }

    private static int number(int month, int n) {
        return 7_000 + month * ENTRIES + n;
    }

    private static long cents(int month, int n) {
        return 1_250 + (month * ENTRIES + n) * 977L % 8_000;
    }

    private static String money(int month, int n) {
        return money(cents(month, n));
    }

    private static String money(long cents) {
        return LedgerAndBank.money(cents);
    }

    @Test
    void sumsOfMonthsAndOfAllAreRejectedAndNothingElse() {
        String left = report(-1);
        UnknownRun run = UnknownRun.of(left, payments());
        assertThat(run.matched()).hasSize(MONTHS * ENTRIES);
        assertThat(run.breaks()).isEmpty();
        assertThat(run.proposal().rules().left().totals())
                .isEqualTo(new Totals(List.of("amount"), List.of("invoice", "customer"), '.'));
        try (Outcome outcome = UnknownRun.run(run.proposal(), left, payments(), 2)) {
            assertThat(outcome.read(Side.LEFT).rejected())
                    .extracting(RejectedLine::line)
                    .containsExactly(11, 22, 33, 44, 45);
            assertThat(outcome.read(Side.LEFT).rejected())
                    .extracting(RejectedLine::found)
                    .containsExactly(
                            "the sum of 10 lines above",
                            "the sum of 10 lines above",
                            "the sum of 10 lines above",
                            "the sum of 10 lines above",
                            "the sum of 40 lines above");
        }
    }

    /// What does not come to it may be an entry: a person has to see it.
    @Test
    void aLineThatIsNoSumStaysAnEntry() {
        String left = report(2);
        UnknownRun run = UnknownRun.of(left, payments());
        try (Outcome outcome = UnknownRun.run(run.proposal(), left, payments(), 1)) {
            assertThat(outcome.read(Side.LEFT).rejected())
                    .extracting(RejectedLine::found)
                    .filteredOn(found -> found.startsWith("the sum of"))
                    .hasSize(3);
        }
    }

    /// Entries that lack a reference are entries, also where one of them happens to be a sum.
    @Test
    void entriesWithoutReferenceAreNoSums() {
        List<String> left = new ArrayList<>(List.of("date,invoice,amount"));
        List<String> right = new ArrayList<>(List.of("booked,reference,value"));
        IntStream.range(0, 40)
                .forEach(n -> {
                    String number = n % 5 == 3 ? "" : "INV-" + (7_000 + n * 3);
                    long cents = n == 3 ? cents(0, 0) + cents(0, 1) + cents(0, 2) : cents(0, n);
                    String cells = ",%s,%s".formatted(number, money(cents));
                    left.add(day(n / 10, n % 10) + cells);
                    right.add(day(n / 10, n % 10) + cells);
                });
        UnknownRun run =
                UnknownRun.of(String.join("\n", left) + "\n", String.join("\n", right) + "\n");
        assertThat(run.proposal().rules().left().totals()).isEqualTo(Totals.NONE);
        assertThat(run.matched()).hasSize(40);
    }

    /// Withdrawals without a reference are entries, though each says what the one above it does.
    @Test
    void equalEntriesWithoutReferenceAreNoSums() {
        String left = report(-1);
        String bank = payments() + "2026-05-01,,-500.00\n".repeat(5);
        UnknownRun run = UnknownRun.of(left, bank);
        assertThat(run.proposal().rules().right().totals()).isEqualTo(Totals.NONE);
    }
}
