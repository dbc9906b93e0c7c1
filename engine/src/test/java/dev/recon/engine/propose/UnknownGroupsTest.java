package dev.recon.engine.propose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.recon.engine.read.InputProblem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Several entries of one side that come together to one of the other: by what they do so.
class UnknownGroupsTest {
    @Test
    void whatWasSoldEachDayComesToTheSumOfAMonth() {
        List<String> left = new ArrayList<>(List.of("date,receipt,total"));
        List<String> right = new ArrayList<>(List.of("month,sales"));
        for (int month = 1; month <= 6; month++) {
            int sum = month == 4 ? 700 : 0;
            for (int n = 0; n < 20; n++) {
                int cents = 300 + (n * 977 + month * 131) % 9_000;
                sum += cents;
                left.add("%s,R%d%02d,%s".formatted(day(month, n), month, n, money(cents)));
            }
            right.add("2026-%02d,%s".formatted(month, money(sum)));
        }
        UnknownRun run = UnknownRun.of(file(left), file(right));
        assertThat(run.matched()).hasSize(5).contains(lines(1, 20) + " = 1");
        assertThat(run.breaks())
                .singleElement()
                .asString()
                .startsWith("amount-differs The left is 7.00 less than the right");
    }

    @Test
    void aMonthOfTwoShopsIsTwoGroups() {
        List<String> left = new ArrayList<>(List.of("date,receipt,shop,total"));
        List<String> right = new ArrayList<>(List.of("month,shop,sales"));
        for (int month = 1; month <= 6; month++) {
            int[] sums = {0, 0};
            for (int n = 0; n < 20; n++) {
                int cents = 300 + (n * 977 + month * 131) % 9_000;
                sums[n % 2] += cents;
                String shop = n % 2 == 0 ? "Bern" : "Oslo";
                left.add("%s,R%d%02d,%s,%s".formatted(day(month, n), month, n, shop, money(cents)));
            }
            right.add("%02d/2026,Bern,%s".formatted(month, money(sums[0])));
            right.add("%02d/2026,Oslo,%s".formatted(month, money(sums[1])));
        }
        UnknownRun run = UnknownRun.of(file(left), file(right));
        assertThat(run.matched()).hasSize(12);
        assertThat(run.breaks()).isEmpty();
    }

    /// Each security pays again and again: the sums of all its days agree, too, and say less.
    @Test
    void dividendsOfThreeDepotsComeTogetherByDay() {
        List<String> left = new ArrayList<>(List.of("date,isin,depot,amount"));
        List<String> right = new ArrayList<>(List.of("value_date;isin;gross"));
        List<String> expected = new ArrayList<>();
        for (int n = 0; n < 40; n++) {
            String day = LocalDate.of(2026, 1, 5).plusDays(n * 7L).toString();
            String isin = "DE000716%d600".formatted(n % 5);
            int sum = n == 12 ? 400 : 0;
            for (int depot = 1; depot <= 3; depot++) {
                int cents = 1_000 + (n * 977 + depot * 1_310) % 90_000;
                sum += cents;
                left.add("%s,%s,D%d,%s".formatted(day, isin, depot, money(cents)));
            }
            right.add("%s;%s;%s".formatted(day, isin, money(sum)));
            expected.add(lines(3 * n + 1, 3 * n + 3) + " = " + (n + 1));
        }
        expected.remove(12);
        UnknownRun run = UnknownRun.of(file(left), file(right));
        assertThat(run.matched()).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(run.breaks())
                .singleElement()
                .asString()
                .startsWith("amount-differs The left is 4.00 less than the right");
    }

    /// All members owe one of two fees, so that sums tell nobody apart; their numbers do.
    @Test
    void feesThatMembersPayInPartsAreSummedUpByTheirNumber() {
        List<String> left = new ArrayList<>(List.of("member,name,fee"));
        List<String> right = new ArrayList<>(List.of("day,member no,paid,by"));
        for (int n = 0; n < 60; n++) {
            int cents = n % 4 == 0 ? 12_000 : 24_000;
            left.add("%d,Name %d,%s".formatted(10_230 + n * 4, n, money(cents)));
            int parts = n == 9 ? 0 : n % 3 == 0 ? 1 : 2 * (n % 3);
            for (int part = 0; part < parts; part++) {
                int paid = cents / parts - (n == 7 && part == 0 ? 500 : 0);
                right.add("%s,%d,%s,SEPA".formatted(day(1 + part, 4), 10_230 + n * 4, money(paid)));
            }
        }
        UnknownRun run = UnknownRun.of(file(left), file(right));
        assertThat(run.matched()).hasSize(58);
        assertThat(run.suggested()).hasSize(1);
        assertThat(run.breaks())
                .hasSize(2)
                .anySatisfy(one -> assertThat(one).startsWith("missing-on-right"))
                .anySatisfy(one -> assertThat(one).contains("left is 5.00 more"));
    }

    /// Numbers of rows are on both sides, too, and mean nothing.
    @Test
    void feesOfOneSizeAreNotSummedUpByNumbersOfRows() {
        List<String> left = new ArrayList<>(List.of("no,amount"));
        List<String> right = new ArrayList<>(List.of("line,paid"));
        for (int n = 1; n <= 60; n++) {
            left.add(n + 1_000 + ",240.00");
            for (int part = 0; part < 2; part++) {
                right.add(n + 1_000 + ",120.00");
            }
        }
        assertThatThrownBy(() -> UnknownRun.of(file(left), file(right)))
                .isInstanceOf(InputProblem.class);
    }

    /// Orders agree as a whole, too; but where one item lacks, only that one is to be looked at.
    @Test
    void itemsOfAnOrderAreSummedUpByItem() {
        List<String> left = new ArrayList<>(List.of("po,item,material,quantity"));
        List<String> right = new ArrayList<>(List.of("document,order,position,received"));
        int matched = 0;
        for (int n = 0; n < 60; n++) {
            String order = "45000" + (10_000 + n / 3 * 3);
            int item = (n % 3 + 1) * 10;
            int quantity = 10 + n * n % 87;
            left.add("%s,%d,M-%d,%d".formatted(order, item, 4_000 + n * 7 % 31, quantity));
            int first = n % 3 < 2 ? quantity / 3 : quantity;
            String place = ",%s,%05d,".formatted(order, item);
            right.add("D" + (800 + n * 2) + place + first);
            if (first < quantity && n != 7) {
                right.add("D" + (801 + n * 2) + place + (quantity - first));
            }
            matched += n == 7 ? 0 : 1;
        }
        UnknownRun run = UnknownRun.of(file(left), file(right));
        assertThat(run.matched()).hasSize(matched);
        assertThat(run.suggested()).hasSize(1).first().asString().startsWith("8 = ");
        assertThat(run.breaks()).singleElement().asString().startsWith("amount-differs The left");
    }

    /// A customer has several invoices, and prices are few; each invoice is spread over its months.
    @Test
    void anInvoiceIsSpreadOverItsMonths() {
        List<String> left = new ArrayList<>(List.of("invoice,customer,start,amount"));
        List<String> right = new ArrayList<>(List.of("month,invoice,customer,revenue"));
        int[] prices = {120, 240, 588};
        for (int n = 0; n < 40; n++) {
            int months = n % 5 == 0 ? 1 : n % 3 == 0 ? 3 : 12;
            int price = prices[n * n % 7 % 3];
            LocalDate start = LocalDate.of(2026, 1 + n % 6, 1);
            String who = "in-%x,Customer %d".formatted(70_000 + n * 911, n % 16);
            left.add("%s,%s,%d.00".formatted(who, start, price));
            for (int month = 0; month < months; month++) {
                String named = start.plusMonths(month).toString().substring(0, 7);
                right.add("%s,%s,%d.00".formatted(named, who, price / months));
            }
        }
        UnknownRun run = UnknownRun.of(file(left), file(right));
        assertThat(run.proposal().rules().passes().getFirst().key()).contains("reference");
        assertThat(run.matched()).hasSize(40);
        assertThat(run.breaks()).isEmpty();
    }

    private static LocalDate day(int month, int n) {
        return LocalDate.of(2026, month, 1 + n * 11 % 28);
    }

    private static String money(int cents) {
        return "%d.%02d".formatted(cents / 100, cents % 100);
    }

    private static String lines(int first, int last) {
        return String.join(
                " ", IntStream.rangeClosed(first, last).mapToObj(String::valueOf).toList());
    }

    private static String file(List<String> lines) {
        return String.join("\n", lines) + "\n";
    }
}
