package dev.recon.engine.propose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/// A text that mostly is a reference, and sometimes cites several.
class CitingTextsTest {
    private static final int INVOICES = 60;
    private static final List<String> FIRST = List.of("Ana", "Oskar", "Felix");
    private static final List<String> LAST =
            List.of("Ludwig", "Graf", "Vogt", "Fuchs", "Brandt", "Lange", "Maier");

    /// Every fifth invoice is paid less a credit note, by a text that names both.
    @Test
    void aPaymentLessACreditNoteIsTheSumOfBoth() {
        List<String> invoices = new ArrayList<>(List.of("doc,date,amount"));
        List<String> payments = new ArrayList<>(List.of("date,amount,text"));
        List<String> expected = new ArrayList<>();
        for (int n = 0; n < INVOICES; n++) {
            int cents = 10_000 + 7_919 * n % 80_000;
            String text = "INV-" + (1000 + n);
            invoices.add(text + "," + day(n) + "," + money(cents));
            String lines = String.valueOf(invoices.size() - 1);
            if (n % 5 == 0) {
                String note = "CN-" + (3000 + n);
                invoices.add(note + "," + day(n + 2) + "," + money(-cents / 7));
                lines += " " + (invoices.size() - 1);
                cents -= cents / 7;
                text += " less " + note;
            }
            payments.add(day(n + 9) + "," + money(cents) + "," + text);
            expected.add(lines + " = " + (payments.size() - 1));
        }
        String left = String.join("\n", invoices) + "\n";
        String right = String.join("\n", payments) + "\n";

        UnknownRun run = UnknownRun.of(left, right);
        assertThat(run.matched()).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(run.breaks()).isEmpty();
        assertThat(UnknownRun.of(right, left).matched()).hasSameSizeAs(expected);
    }

    /// Fees are few, so whoever pays as much on a near day is anybody: the name says who it is.
    @Test
    void aMistypedReferenceGoesToWhoPaid() {
        List<String> left = new ArrayList<>(List.of("policy,holder,due,premium"));
        List<String> right = new ArrayList<>(List.of("date;payer;amount;purpose"));
        for (int n = 1; n <= INVOICES; n++) {
            String policy = "LV-%d".formatted(3_000_000 + n * 7_919);
            String cited = n % 20 == 3 ? "LV-%d".formatted(9_000_000 + n) : policy;
            String who = FIRST.get(n / 7 % FIRST.size()) + " " + LAST.get(n % LAST.size());
            String fee = n % 3 == 0 ? "78.00" : "65.00";
            if (n % 20 != 9) {
                left.add("%s,%s,2026-03-01,%s".formatted(policy, who, fee));
            }
            if (n % 20 != 12) {
                right.add("2026-03-0%d;%s;%s;premium %s".formatted(n % 9 + 1, who, fee, cited));
            }
        }
        UnknownRun run =
                UnknownRun.of(String.join("\n", left) + "\n", String.join("\n", right) + "\n");

        assertThat(run.matched()).hasSize(51);
        assertThat(run.suggested()).containsExactlyInAnyOrder("3 = 3", "22 = 22", "41 = 41");
        assertThat(run.breaks()).hasSize(6).allMatch(told -> told.startsWith("missing"));
    }

    /// One side has the account as machines do, the other in a text, in blocks as it is printed;
    /// the amounts say nothing.
    @Test
    void anAccountIsPrintedInBlocks() {
        String left =
                UnknownRun.file(
                        "iban;member;fee",
                        n -> account(n) + ";Member " + (n * 37 % 101) + ";25.00");
        String right =
                UnknownRun.file(
                        "date;amount;purpose",
                        n -> day(n / 4) + ";25.00;dues " + blocks(account(n)) + " from home");

        assertThat(UnknownRun.of(left, right).matched())
                .containsExactlyInAnyOrderElementsOf(UnknownRun.sameLines());
        assertThat(UnknownRun.of(right, left).matched())
                .containsExactlyInAnyOrderElementsOf(UnknownRun.sameLines());
    }

    /// A payment by the number of the invoice is of its net amount and its tax together.
    @Test
    void netAndTaxComeToWhatWasPaid() {
        String left =
                UnknownRun.file(
                        "invoice,net,tax",
                        n ->
                                "RG"
                                        + (4_000 + n * 3)
                                        + ","
                                        + money(10_000 + n * 717)
                                        + ","
                                        + n * n % 53
                                        + ".50");
        String right =
                UnknownRun.file(
                        "date,text,amount",
                        n ->
                                day(n)
                                        + ",paid RG"
                                        + (4_000 + n * 3)
                                        + ","
                                        + money(
                                                10_000
                                                        + n * 717
                                                        + n * n % 53 * 100
                                                        + (n == 7 ? 40 : 50)));
        UnknownRun run = UnknownRun.of(left, right);
        assertThat(run.matched()).containsExactlyInAnyOrderElementsOf(UnknownRun.sameLines());
        assertThat(run.breaks())
                .singleElement()
                .asString()
                .startsWith("amount-differs The left is 0.10 more than the right");
    }

    /// Invoices are numbered as years are, and each text has a date.
    @Test
    void theYearOfADateIsNoReference() {
        String left =
                UnknownRun.file("invoice,amount", n -> (2_000 + n) + "," + money(4_000 + n * 700));
        String right =
                UnknownRun.file(
                        "date,text,amount",
                        n ->
                                "%s,Invoice %d of %02d.03.2025,%s"
                                        .formatted(
                                                day(n),
                                                2_000 + n,
                                                n % 27 + 1,
                                                money(
                                                        4_000
                                                                + n * 700
                                                                + (n == 9 || n == 25 ? 100 : 0))));
        UnknownRun run = UnknownRun.of(left, right);
        assertThat(run.matched()).containsExactlyInAnyOrderElementsOf(UnknownRun.sameLines());
        assertThat(run.breaks()).hasSize(2).allMatch(told -> told.startsWith("amount-differs"));
    }

    private static String account(int n) {
        return "DE%02d37040044%010d".formatted(10 + n * 7 % 89, 532_013_000L + n * 7_919L);
    }

    private static String blocks(String account) {
        return account.replaceAll("(.{4})(?=.)", "$1 ");
    }

    private static String day(int n) {
        return java.time.LocalDate.of(2026, 3, 2).plusDays(n).toString();
    }

    private static String money(int cents) {
        return String.format(Locale.ROOT, "%.2f", cents / 100.0);
    }
}
