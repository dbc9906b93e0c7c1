package dev.recon.engine.propose;

import static dev.recon.engine.propose.UnknownRun.ROWS;
import static dev.recon.engine.propose.UnknownRun.file;
import static dev.recon.engine.propose.UnknownRun.sameLines;
import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.engine.read.FieldSource;
import dev.recon.engine.read.NormalForm;
import dev.recon.engine.transform.LookUpTable;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/// Two tables of the same things as two systems export them: what a person sees at a glance is
/// found, and what was changed is told with its field.
class UnknownTablesTest {
    private static final String[] CITIES = {"Rome", "Oslo", "Bern", "Riga", "Kiel"};

    @Test
    void zerosInFrontOfANumberMeanNothingWhereOneSideLacksThem() {
        String left =
                file(
                        "cust_no,name,city",
                        n -> String.format("%010d,Name %d,%s", 4_000 + n * 7, n, CITIES[n % 5]));
        String right =
                file(
                        "customer_id,town,title",
                        n ->
                                String.format(
                                        "%d,%s,%s",
                                        4_000 + n * 7,
                                        n == 9 ? "Paris" : CITIES[n % 5],
                                        "NAME " + n));
        UnknownRun run = UnknownRun.of(left, right);
        assertThat(run.proposal().rules().left().fields().get("reference"))
                .isEqualTo(new FieldSource.Text("cust_no", NormalForm.NUMBER));
        assertThat(run.matched()).containsExactlyInAnyOrderElementsOf(sameLines());
        assertThat(run.breaks())
                .containsExactly(
                        "field-differs city is Kiel on the left, Paris on the right"
                                + " (matched by pass same-reference)");
    }

    @Test
    void aLargeFileIsSampledAndItsKeyStillOfTwoColumns() {
        String left =
                file(
                        "company,document,text",
                        n -> String.format("%d,%010d,text %d", 1000 * (1 + n % 3), n / 3, n),
                        90_000);
        String right =
                file(
                        "doc,remark,firm",
                        n -> {
                            int other = (int) (n * 7_919L % 90_000);
                            return String.format(
                                    "%d,text %d,%d", other / 3, other, 1000 * (1 + other % 3));
                        },
                        90_000);
        Proposal proposal = UnknownRun.propose(left, right);
        assertThat(proposal.rules().passes().getFirst().key())
                .containsExactly("reference", "company");
    }

    @Test
    void aCodeWrittenInGroupsIsTheSameCode() {
        IntFunction<String> code = n -> String.format("DE%020d", 1_234_567L * (n + 3));
        String left =
                file(
                        "vendor,iban",
                        n -> "Firm " + n + "," + code.apply(n).replaceAll("(.{4})", "$1 ").strip());
        String right =
                file("iban,name", n -> code.apply(n).toLowerCase(Locale.ROOT) + ",FIRM " + n);
        UnknownRun run = UnknownRun.of(left, right);
        assertThat(run.matched()).containsExactlyInAnyOrderElementsOf(sameLines());
        assertThat(run.breaks()).isEmpty();
    }

    @Test
    void twoColumnsTogetherAreAKeyWhereNoneIsAlone() {
        String left =
                file(
                        "company,document,plant,text",
                        n ->
                                String.format(
                                        "%d,%010d,P%d,text %d",
                                        1000 + n % 4 * 1000, 700 + n / 4, n % 3, n));
        String right =
                file(
                        "doc,firm,site,remark",
                        n ->
                                String.format(
                                        "%d,%d,%s,text %d",
                                        700 + n / 4,
                                        1000 + n % 4 * 1000,
                                        n == 5 ? "P9" : "P" + n % 3,
                                        n == 6 ? 99 : n));
        UnknownRun run = UnknownRun.of(left, right);
        assertThat(run.proposal().rules().passes().getFirst().key())
                .containsExactly("reference", "company");
        assertThat(run.matched()).containsExactlyInAnyOrderElementsOf(sameLines());
        assertThat(run.breaks())
                .hasSize(2)
                .anySatisfy(told ->
                        assertThat(told).contains("plant is P2 on the left, P9 on the right"))
                .anySatisfy(told ->
                        assertThat(told)
                                .contains("own_text is text 6 on the left, text 99 on the right"));
    }

    @Test
    void anAccountAndADayAreAKeyOfBalances() {
        IntFunction<LocalDate> day = n -> LocalDate.EPOCH.plusDays(20_000 + n / 4);
        String left =
                file(
                        "account,value date,closing balance",
                        n -> String.format("%07d,%s,%d.25", 40 + n % 4, day.apply(n), n * n));
        String right =
                file(
                        "acct,as of,balance",
                        n ->
                                String.format(
                                        "%d,%s,%d.25",
                                        40 + n % 4,
                                        day.apply(n)
                                                .format(DateTimeFormatter.ofPattern("dd.MM.yyyy")),
                                        n == 11 ? 7 : n * n));
        UnknownRun run = UnknownRun.of(left, right);
        assertThat(run.proposal().rules().passes().getFirst().key())
                .containsExactly("reference", "date", "amount");
        assertThat(run.matched()).containsExactlyInAnyOrderElementsOf(sameLines());
        assertThat(run.breaks())
                .containsExactly(
                        "amount-differs The left is 114.00 more than the right"
                                + " (matched by pass reference-date-other-amount)");
    }

    @Test
    void whatAllCodesOfOneSideBeginWithIsNoPartOfTheKey() {
        String left = file("invoice,total", n -> String.format("INV-%08d,%d.50", 900 + n * 7, n));
        String right = file("no,amount", n -> (900 + n * 7) + "," + (n == 3 ? "99.50" : n + ".50"));
        UnknownRun run = UnknownRun.of(left, right);
        assertThat(run.matched()).containsExactlyInAnyOrderElementsOf(sameLines());
        assertThat(run.breaks())
                .containsExactly(
                        "amount-differs The left is 96.00 less than the right"
                                + " (matched by pass reference-other-amount)");
    }

    @Test
    void paymentsOfOneAccountAndDayAreNotOneByThat() {
        IntFunction<String> row =
                n -> "40" + n % 4 + "," + LocalDate.EPOCH.plusDays(20_000 + n / 4) + ",";
        String left = file("account,day,amount", n -> row.apply(n) + n * n + ".25");
        String right =
                file(
                        "acct,booked,sum",
                        n -> row.apply(n) + (n % 3 == 0 ? n * 31 + 7 : n * n) + ".25");
        assertThat(UnknownRun.of(left, right).proposal().rules().passes())
                .allSatisfy(pass -> assertThat(pass.name()).doesNotEndWith("other-amount"));
    }

    @Test
    void codesThatStandForEachOtherBecomeATable() {
        String[] words = {"active", "blocked", "closed"};
        String left = file("no,name,status", n -> "K" + (500 + n * 3) + ",Name " + n + "," + n % 3);
        String right =
                file(
                        "id,title,state",
                        n ->
                                String.format(
                                        "k-%d,NAME %d,%s",
                                        500 + n * 3, n, n == 7 ? "closed" : words[n % 3]));
        UnknownRun run = UnknownRun.of(left, right);
        assertThat(run.proposal().rules().lookUps().values())
                .singleElement()
                .extracting(LookUpTable::values)
                .isEqualTo(Map.of("0", "active", "1", "blocked", "2", "closed"));
        assertThat(run.breaks())
                .containsExactly(
                        "field-differs status is 1 on the left, closed on the right"
                                + " (matched by pass same-reference)");
    }

    @Test
    void columnsThatNearlyAlwaysSayOneThingAreNoTable() {
        String left =
                file(
                        "no,name,flag",
                        n -> "K" + (500 + n * 3) + ",Name " + n + "," + (n < 3 ? 1 : 0));
        String right =
                file(
                        "id,title,state",
                        n -> "k-" + (500 + n * 3) + ",NAME " + n + "," + (n > 36 ? "off" : "on"));
        assertThat(UnknownRun.of(left, right).proposal().rules().lookUps()).isEmpty();
    }

    @Test
    void numbersWrittenInAnotherWayAreNoCodes() {
        String left =
                file("no,name,year", n -> "K" + (500 + n * 3) + ",Name " + n + ",199" + n % 4);
        String right =
                file(
                        "id,title,since",
                        n -> "k-" + (500 + n * 3) + ",NAME " + n + ",199" + n % 4 + ".0");
        assertThat(UnknownRun.of(left, right).proposal().rules().lookUps()).isEmpty();
    }

    @Test
    void numbersOfHousesAreNoReferences() {
        IntFunction<String> street = n -> "Long Street " + (140 + (n * 7 + 3) % ROWS);
        String left = file("no,street", n -> (140 + n) + "," + street.apply(n));
        String right =
                file(
                        "id,address",
                        n -> (140 + n) + "," + (n == 6 ? "New Lane 1" : street.apply(n)));
        UnknownRun run = UnknownRun.of(left, right);
        assertThat(run.proposal().rules().left().fields()).doesNotContainKey("text");
        assertThat(run.breaks())
                .containsExactly(
                        "field-differs street is Long Street 145 on the left, New Lane 1 on the"
                                + " right (matched by pass same-reference)");
    }

    @Test
    void namesInAnotherOrderAreTheSamePeople() {
        String[] first = {"Anna", "Ben", "Carla", "David", "Emma", "Finn", "Greta"};
        String[] last = {"Weber", "Novak", "Martin", "Silva", "Olsen"};
        IntFunction<String> born = n -> LocalDate.EPOCH.plusDays(n * 191L).toString();
        String left =
                file(
                        "name,birthday",
                        n ->
                                "\""
                                        + last[n % 5]
                                        + n / 35
                                        + ", "
                                        + first[n % 7]
                                        + "\","
                                        + born.apply(n),
                        140);
        String right =
                file(
                        "employee,born on",
                        n -> first[n % 7] + " " + last[n % 5] + n / 35 + "," + born.apply(n),
                        140);
        UnknownRun run = UnknownRun.of(left, right);
        assertThat(run.proposal().rules().left().fields()).containsKey("name");
        assertThat(run.matched()).hasSize(140);
    }

    @Test
    void aPriceIsNotComparedWithAQuantity() {
        String left =
                file(
                        "trade,isin,price,quantity",
                        n -> String.format("T%d,DE%010d,%d.%02d,%d", n, n * 37, n * 7, n, 100 + n));
        String right = file("isin code,units", n -> String.format("DE%010d,%d", n * 37, 100 + n));
        UnknownRun run = UnknownRun.of(left, right);
        assertThat(run.proposal().rules().left().fields().get("amount"))
                .isEqualTo(new FieldSource.Amount("quantity", '.', false));
        assertThat(run.matched()).containsExactlyInAnyOrderElementsOf(sameLines());
        assertThat(run.breaks()).isEmpty();
    }

    @Test
    void paymentsOfAnAccountMayReachTheOtherSideADayLater() {
        IntFunction<String> account = n -> String.format("DE%018d", 1_000 + n % 20);
        String left =
                file(
                        "iban,net pay,paid",
                        n -> account.apply(n) + "," + (2_000 + n) + ".50," + day(n / 20 * 30));
        String right =
                file(
                        "booked,account,amount",
                        n ->
                                day(n / 20 * 30 + n % 3 / 2)
                                        + ","
                                        + account.apply(n)
                                        + ",-"
                                        + (2_000 + n)
                                        + ".50");
        assertThat(UnknownRun.of(left, right).matched())
                .containsExactlyInAnyOrderElementsOf(sameLines());
    }

    private static String day(int later) {
        return LocalDate.of(2026, 3, 2).plusDays(later).toString();
    }
}
