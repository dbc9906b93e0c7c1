package dev.recon.engine.propose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.engine.rules.Pass;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Equal amounts and near days are no evidence where chance gives as many.
class AmountsByChanceTest {
    private static final LocalDate START = LocalDate.of(2026, 1, 1);
    private static final int DAYS = 90;
    private static final int ROWS = 600;

    @Test
    void nothingIsMatchedOfTwoShopsThatHaveNothingToDoWithEachOther() {
        UnknownRun run = UnknownRun.of(shop("date,amount", 1), shop("day,total", 2));
        assertThat(run.matched()).isEmpty();
    }

    @Test
    void daysThatChanceGivesAsWellMakeNoWindow() {
        Proposal proposal = UnknownRun.propose(shop("date,amount", 1), shop("day,total", 2));
        Pass.Close near = (Pass.Close) proposal.rules().passes().getFirst();
        assertThat(near.days().before() + near.days().after()).isLessThan(DAYS / 6);
    }

    @Test
    void distinctAmountsOnNearDaysAreEvidence() {
        Random random = new Random(3);
        List<String> left = new ArrayList<>();
        List<String> right = new ArrayList<>();
        for (int n = 0; n < ROWS / 2; n++) {
            LocalDate day = START.plusDays(random.nextInt(DAYS));
            left.add(day + "," + (100 + 7 * n) + ".50");
            right.add(day.plusDays(1 + random.nextInt(3)) + "," + (100 + 7 * n) + ".50");
        }
        Collections.shuffle(right, random);
        UnknownRun run = UnknownRun.of(file("date,amount", left), file("day,total", right));
        assertThat(run.matched()).hasSize(ROWS / 2);
    }

    @Test
    void numbersThatAreCountedUpAreNoTypingErrorsOfEachOther() {
        UnknownRun run =
                UnknownRun.of(
                        invoices("invoice,date,amount", 0), invoices("Rechnung,Datum,Betrag", 1));
        assertThat(run.matched()).allMatch(AmountsByChanceTest::isOneInvoice).hasSize(240);
        assertThat(run.suggested()).isEmpty();
    }

    @Test
    void mistypedNumbersOfDistinctAmountsAreFoundAllTheSame() {
        UnknownRun run =
                UnknownRun.of(
                        UnknownRun.file(
                                "invoice,date,amount",
                                n ->
                                        "INV"
                                                + (1000 + n)
                                                + ","
                                                + START.plusDays(n)
                                                + ","
                                                + (100 + n)
                                                + ".50"),
                        UnknownRun.file(
                                "Rechnung,Datum,Betrag",
                                n ->
                                        "INV"
                                                + (n % 8 == 0 ? 9000 + n : 1000 + n)
                                                + ","
                                                + START.plusDays(n)
                                                + ","
                                                + (100 + n)
                                                + ".50"));
        assertThat(run.matched()).containsExactlyInAnyOrderElementsOf(UnknownRun.sameLines());
    }

    /// Of 300 invoices of three prices each side lacks every tenth.
    private static String invoices(String header, int side) {
        Random random = new Random(5);
        List<String> rows = new ArrayList<>();
        for (int n = 0; n < ROWS / 2; n++) {
            LocalDate day = START.plusDays(random.nextInt(DAYS));
            int price = 10 * (1 + random.nextInt(3));
            rows.add(n % 10 == side ? "" : "INV%d,%s,%d.90".formatted(100_000 + n, day, price));
        }
        rows.removeIf(String::isEmpty);
        return file(header, rows);
    }

    /// Both lack 30, one in each ten: the lines before are as many on both sides but for that one.
    private static boolean isOneInvoice(String match) {
        return match.matches("(\\d+) = \\1");
    }

    /// Prices between 1 and 200 on any day of three months.
    private static String shop(String header, int seed) {
        Random random = new Random(seed);
        List<String> rows = new ArrayList<>();
        for (int n = 0; n < ROWS; n++) {
            LocalDate day = START.plusDays(random.nextInt(DAYS));
            rows.add("%s,%d.%02d".formatted(day, random.nextInt(1, 40), random.nextInt(100)));
        }
        return file(header, rows);
    }

    private static String file(String header, List<String> rows) {
        return header + "\n" + String.join("\n", rows) + "\n";
    }
}
