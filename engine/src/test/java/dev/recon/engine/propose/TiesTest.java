package dev.recon.engine.propose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.engine.table.Side;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Two files as systems export them, of which no single entry looks like one of the other side: the
/// sign stands in a column of its own, or only what several entries come to agrees.
class TiesTest {
    private static final LocalDate START = LocalDate.of(2026, 3, 2);

    private final Random random = new Random(7);
    private final List<String> left = new ArrayList<>();
    private final List<String> right = new ArrayList<>();

    @Test
    void aColumnThatTellsPlusFromMinusIsKnownByWhatItTells() {
        left.add("day,text,amount");
        right.add("booked;what;size;q");
        for (int n = 0; n < 60; n++) {
            int cents = 100 + random.nextInt(900_000);
            boolean in = random.nextBoolean();
            left.add(day(n) + ",entry " + n + "," + money(in ? cents : -cents));
            right.add(day(n) + ";card;" + money(cents) + ";" + (in ? "x7" : "b"));
        }
        assertEachMatchedOnce("amount-near-date", 60);
    }

    @Test
    void theLinesOfAnOrderAreTiedByWhatTheyComeTo() {
        left.add("settlement,order,kind,amount,day");
        right.add("order no,price,tax,expected,bought");
        for (int n = 0; n < 40; n++) {
            String order = "30%d-%07d".formatted(n % 4, 7_919 * n % 9_999_991);
            int price = 500 + random.nextInt(20_000);
            int tax = price * 19 / 100;
            int fee = -price * 15 / 100;
            int[] parts = {price, tax, fee};
            for (int part = 0; part < parts.length; part++) {
                left.add("S1," + order + ",k" + part + "," + money(parts[part]) + "," + day(n + 2));
            }
            right.add(
                    String.join(
                            ",",
                            order,
                            money(price),
                            money(tax),
                            money(price + tax + fee - (n == 11 ? 50 : 0)),
                            day(n)));
        }
        Set<String> found = found();
        assertThat(found)
                .filteredOn(match -> match.startsWith("MATCHED reference-sums"))
                .hasSize(39);
        assertThat(found)
                .filteredOn(match -> match.startsWith("SUGGESTED reference-sums"))
                .hasSize(1);
        assertMirrored(found);
    }

    @Test
    void thePayoutThatTheBankNamesIsTheSumOfItsLines() {
        addPayouts(true);
        assertEachMatchedOnce("reference-in-text-and-sum", 20);
    }

    @Test
    void thePayoutThatTheBankDoesNotNameIsTheSumOfItsLines() {
        addPayouts(false);
        assertEachMatchedOnce("sum-of-one-payout", 20);
    }

    private void addPayouts(boolean named) {
        left.add("day;text;amount");
        right.add("payout,paid on,id,gross,fee,net");
        for (int n = 0; n < 20; n++) {
            String payout = "po_%c%05dQ".formatted('A' + n, 7_919 * n % 99_991);
            long net = 0;
            for (int line = 0; line < 5 + n % 7; line++) {
                int gross = 500 + random.nextInt(30_000);
                int fee = gross * 14 / 1_000 + 25;
                net += gross - fee;
                right.add(
                        String.join(
                                ",",
                                payout,
                                day(3 * n),
                                "txn" + random.nextInt(1_000_000_000),
                                money(gross),
                                money(fee),
                                money(gross - fee)));
            }
            String text = named ? "PROVIDER " + payout + " SHOP 4711" : "PROVIDER SHOP 4711";
            left.add(day(3 * n + 1) + ";" + text + ";" + money(net));
            left.add(day(3 * n) + ";rent;" + money(-100 - random.nextInt(90_000)));
        }
    }

    @Test
    void aPaymentIsTheSumOfTheInvoicesThatItNames() {
        left.add("invoice,customer,date,gross");
        right.add("booked;purpose;amount");
        for (int n = 0; n < 30; n++) {
            List<String> named = new ArrayList<>();
            long sum = 0;
            for (int invoice = 0; invoice <= n % 3; invoice++) {
                String number = "RE-2026-%05d".formatted(10_000 + 10 * n + invoice);
                int cents = 1_000 + random.nextInt(500_000);
                left.add(String.join(",", number, "C" + n, day(n), money(cents)));
                named.add(number);
                sum += cents;
            }
            boolean less = n % 3 > 0 && n % 10 == 7;
            String purpose = "Invoices " + String.join(" + ", named);
            right.add(day(n + 9) + ";" + purpose + ";" + money(less ? sum - sum / 50 : sum));
        }
        Set<String> found = found();
        assertThat(passes(found))
                .containsExactlyInAnyOrder(
                        "MATCHED reference-in-text 10",
                        "MATCHED reference-in-text-and-sum 18",
                        "SUGGESTED reference-in-text-and-sum 2");
        assertMirrored(found);
    }

    /// One paid twice in full is a duplicate, not a sum; one paid in part alone differs.
    @Test
    void anInvoiceIsTheSumOfThePaymentsThatNameIt() {
        left.add("invoice,customer,date,gross");
        right.add("booked;purpose;amount");
        for (int n = 0; n < 40; n++) {
            String number = "RE-2026-%05d".formatted(10_000 + 7 * n);
            int cents = 1_000 + random.nextInt(500_000);
            left.add(String.join(",", number, "C" + n, day(n), money(cents)));
            int part = n % 4 == 0 ? cents / 3 : cents;
            right.add(day(n + 9) + ";Invoice " + number + ";" + money(n == 7 ? part / 2 : part));
            if (n % 4 == 0 && n != 12) {
                right.add(day(n + 30) + ";Rest of " + number + ";" + money(cents - part));
            }
            if (n == 9) {
                right.add(day(n + 11) + ";Invoice " + number + ";" + money(cents));
            }
        }
        Set<String> found = found();
        assertThat(passes(found))
                .containsExactlyInAnyOrder(
                        "MATCHED reference-in-text 29",
                        "MATCHED reference-in-text-other-amount 2",
                        "MATCHED reference-in-text-and-sum 9");
        assertMirrored(found);
    }

    @Test
    void anInvoiceIsCitedByItsLastDigits() {
        left.add("invoice,date,gross");
        right.add("booked;purpose;amount");
        for (int n = 0; n < 40; n++) {
            String number = String.valueOf(10_000 + 7 * n);
            String other = String.valueOf(20_000 + 7 * n);
            int cents = 1_000 + random.nextInt(500_000);
            int more = 1_000 + random.nextInt(500_000);
            left.add("RE-2026-" + number + "," + day(n) + "," + money(cents));
            left.add("RE-2026-" + other + "," + day(n) + "," + money(more));
            boolean both = n % 4 == 1;
            String cited = n % 4 == 0 ? "RE-2026-" + number : number;
            String purpose = "paid " + cited + (both ? " + " + other : "") + " customer 4711";
            right.add(day(n + 9) + ";" + purpose + ";" + money(both ? cents + more : cents));
        }
        Set<String> found = found();
        assertThat(passes(found))
                .containsExactlyInAnyOrder(
                        "MATCHED reference-in-text 10",
                        "MATCHED number-in-text 20",
                        "MATCHED number-in-text-and-sum 10");
        assertMirrored(found);
    }

    @Test
    void theNumberOfAnOrderGoesBeforeTheAddressOfItsCustomer() {
        left.add("order,mail,total,day");
        right.add("id,gross,description,mail,day");
        for (int n = 0; n < 60; n++) {
            String mail = "p" + n % 20 + "@example.com";
            String total = money(1_000 + random.nextInt(9) * 500);
            left.add(String.join(",", "#10%02d".formatted(n), mail, total, day(n)));
            right.add(
                    String.join(
                            ",",
                            "txn" + random.nextInt(1_000_000_000),
                            total,
                            "Charge for order #10%02d".formatted(n),
                            mail,
                            day(n)));
        }
        assertEachMatchedOnce("reference-in-text", 60);
    }

    @Test
    void theLinesOfAnOrderAreTiedByItsNumberInATextAndNotByTheirCustomer() {
        left.add("order,mail,sku,price,day");
        right.add("id,gross,description,mail,day");
        for (int n = 0; n < 60; n++) {
            String mail = "p" + n % 20 + "@example.com";
            long sum = 0;
            for (int line = 0; line < 1 + n % 3; line++) {
                int cents = 1_000 + random.nextInt(900) * 50;
                sum += cents;
                String sku = "S" + random.nextInt(30);
                left.add(String.join(",", "#10%02d".formatted(n), mail, sku, money(cents), day(n)));
            }
            String charged = "Charge for order #10%02d".formatted(n);
            String id = "txn" + random.nextInt(1_000_000_000);
            right.add(String.join(",", id, money(sum), charged, mail, day(n)));
        }
        assertEachMatchedOnce("reference-in-text-and-sum", 60);
    }

    @Test
    void theSalariesOfAMonthAreOneDebit() {
        left.add("number;name;month;net");
        right.add("booked;text;amount");
        for (int month = 1; month <= 4; month++) {
            long sum = 0;
            for (int person = 0; person < 25; person++) {
                int cents = 200_000 + 5_000 * random.nextInt(50);
                sum += cents;
                left.add("%04d;P%d;%02d/2026;%s".formatted(person, person, month, money(cents)));
            }
            right.add("2026-0%d-27;salaries;%s".formatted(month, money(-sum)));
            right.add("2026-0%d-03;rent;%s".formatted(month, money(-150_017 - month)));
        }
        assertEachMatchedOnce("sum-of-one-month", 4);
    }

    /// All that a run matches is so many matches of one pass, and each is right: the files hold
    /// nothing else that could be matched.
    private void assertEachMatchedOnce(String pass, int matches) {
        Set<String> found = found();
        assertThat(passes(found)).containsExactly("MATCHED " + pass + " " + matches);
        assertMirrored(found);
    }

    private static List<String> passes(Set<String> found) {
        Map<String, Integer> counts = new TreeMap<>();
        for (String match : found) {
            String[] words = match.split(" ", 3);
            counts.merge(words[0] + " " + words[1], 1, Integer::sum);
        }
        return counts.entrySet().stream()
                .map(count -> count.getKey() + " " + count.getValue())
                .toList();
    }

    private Set<String> found() {
        return MatchedLines.of(text(left), text(right), Side.LEFT, 1);
    }

    /// Threads, sides and the order of the lines change nothing.
    private void assertMirrored(Set<String> found) {
        String ours = text(left);
        String theirs = text(right);
        assertThat(MatchedLines.of(ours, theirs, Side.LEFT, 2)).isEqualTo(found);
        assertThat(MatchedLines.of(theirs, ours, Side.RIGHT, 2)).isEqualTo(found);
        String shuffled = MatchedLines.shuffled(ours, random);
        String others = MatchedLines.shuffled(theirs, random);
        assertThat(MatchedLines.of(shuffled, others, Side.LEFT, 2)).isEqualTo(found);
    }

    private static String text(List<String> lines) {
        return String.join("\n", lines) + "\n";
    }

    private static String day(int after) {
        return START.plusDays(after).toString();
    }

    private static String money(long cents) {
        long size = Math.abs(cents);
        return String.format(
                Locale.ROOT, "%s%d.%02d", cents < 0 ? "-" : "", size / 100, size % 100);
    }
}
