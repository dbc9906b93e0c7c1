package dev.recon.engine.propose;

import static dev.recon.engine.propose.UnknownRun.file;
import static dev.recon.engine.propose.UnknownRun.sameLines;
import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.engine.read.FieldSource;
import dev.recon.engine.read.NormalForm;
import dev.recon.engine.rules.RuleSet;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/// Names, numbers and amounts that two systems write in two ways.
class UnknownNamesTest {
    private static final String[] FIRST = {"Ada", "Ben", "Cleo", "Dan", "Eva", "Finn", "Gus"};
    private static final String[] LAST = {"Berg", "Conti", "Evans", "Keller", "Novak"};

    private static String first(int n) {
        return FIRST[n % FIRST.length];
    }

    private static String last(int n) {
        return LAST[n % LAST.length];
    }

    /// Half of the gifts are of 25.00, so that only the name tells them apart.
    private static String gift(int n) {
        return n % 2 == 0 ? "25.00" : n + ".75";
    }

    @Test
    void theFamilyNameComesFirstInOneFile() {
        String left =
                file(
                        "donor,day,amount",
                        n ->
                                "\"%s, %s\",2026-03-%02d,%s"
                                        .formatted(last(n), first(n), n % 20 + 1, gift(n)));
        String right =
                file(
                        "date,description,credit",
                        n ->
                                "2026-03-%02d,%s %s,%s"
                                        .formatted(
                                                n % 20 + 2,
                                                first(n).toUpperCase(Locale.ROOT),
                                                last(n),
                                                gift(n)));
        UnknownRun run = UnknownRun.of(left, right);
        assertThat(run.proposal().rules().left().fields()).containsValue(person("donor"));
        assertThat(run.proposal().rules().right().fields()).containsValue(person("description"));
        assertThat(run.proposal().fields())
                .extracting(ProposedField::why)
                .contains("same names in paired entries, whichever comes first");
        assertThat(run.matched()).hasSizeGreaterThan(35).isSubsetOf(sameLines());
    }

    /// Guests and their seats: nothing is counted, and each has a name in its own way.
    @Test
    void firstAndFamilyNameStandInTwoColumns() {
        String[] middle = {"Ann", "Lee", "Jo"};
        String left =
                file(
                        "first;last;class",
                        n -> first(n) + " " + middle[n % 3] + ";" + last(n) + ";" + n % 2);
        String right =
                file(
                        "guest,seat",
                        n ->
                                "\"%s, %s %s\",%d"
                                        .formatted(
                                                last(n), first(n), middle[n % 3], n * 17 % 41 + 1));
        UnknownRun run = UnknownRun.of(left, right);
        assertThat(run.matched()).containsExactlyInAnyOrderElementsOf(sameLines());
        assertThat(run.breaks()).isEmpty();
        assertThat(UnknownRun.of(right, left).matched())
                .containsExactlyInAnyOrderElementsOf(sameLines());
    }

    /// A parcel that weighs a kilogram more is a difference; pounds are no kilograms.
    @Test
    void oneSideWritesTheUnitBehindItsNumbers() {
        String left = file("shipment,weight", n -> "S" + (1000 + n * 3) + "," + n * 7 + ".50 kg");
        String right =
                file(
                        "parcel;gewicht",
                        n ->
                                "S"
                                        + (1000 + n * 3)
                                        + ";"
                                        + (n == 9 ? "64,5" : n == 12 ? "84,5 lb" : n * 7 + ",5"));
        UnknownRun run = UnknownRun.of(left, right);
        assertThat(run.proposal().fields())
                .extracting(ProposedField::why)
                .contains("same values in paired entries, in kg");
        assertThat(run.breaks())
                .containsExactlyInAnyOrder(
                        "field-differs weight is 63.50 kg on the left, 64,5 on the right (matched"
                                + " by pass same-reference)",
                        "field-differs weight is 84.50 kg on the left, 84,5 lb on the right"
                                + " (matched by pass same-reference)");
        assertThat(UnknownRun.of(right, left).breaks()).hasSize(2);
    }

    private static FieldSource person(String column) {
        return new FieldSource.Text(column, NormalForm.PERSON);
    }

    @Test
    void legalFormsStandInOneFileAlone() {
        String left =
                file(
                        "invoice,customer,amount",
                        n -> "R%d,%s %s GmbH,%d.50".formatted(7_000 + n * 3, last(n), first(n), n));
        String right =
                file(
                        "no,debtor,sum",
                        n -> "R%d,%s %s,%d.50".formatted(7_000 + n * 3, last(n), first(n), n));
        RuleSet rules = UnknownRun.propose(left, right).rules();
        assertThat(rules.left().fields())
                .containsValue(new FieldSource.Text("customer", NormalForm.NAME));
    }

    /// The first customers have numbers too short to count as evidence; telephones do not make up
    /// for it, because some have changed.
    @Test
    void customersAreKnownByTheirNumberRatherThanByTheirTelephone() {
        String left =
                file(
                        "cust_no,phone,points",
                        n -> "%d,%d,%d".formatted(n + 90, 5_550_000 + n * 17, n % 7),
                        60);
        String right =
                file(
                        "customer,telefon,punkte",
                        n -> "%08d,%d,%d".formatted(n + 90, 5_550_000 + n * 17 + n / 58, n % 7),
                        60);
        UnknownRun run = UnknownRun.of(left, right);
        assertThat(run.proposal().rules().left().fields().get("reference"))
                .isEqualTo(new FieldSource.Text("cust_no", NormalForm.NUMBER));
        assertThat(run.matched()).hasSize(60);
        assertThat(run.breaks()).hasSize(2).allMatch(each -> each.startsWith("field-differs"));
    }

    @Test
    void centsFilledUpWithZerosAreTheAmountOfTheOtherSide() {
        String left =
                file(
                        "account,posted,amt",
                        n ->
                                "%010d,202603%02d,%012d"
                                        .formatted(90_210 + n * 31, n % 28 + 1, n * 977));
        String right =
                file(
                        "ref,date,amount",
                        n ->
                                "%d,2026-03-%02d,%d.%02d"
                                        .formatted(
                                                90_210 + n * 31,
                                                n % 28 + 1,
                                                n * 977 / 100,
                                                n * 977 % 100));
        UnknownRun run = UnknownRun.of(left, right);
        assertThat(run.matched()).containsExactlyInAnyOrderElementsOf(sameLines());
        assertThat(run.proposal().rules().left().fields()).containsKey("amount");
        assertThat(run.proposal().rules().passes().getFirst().key()).contains("amount");
        assertThat(run.breaks()).isEmpty();
    }

    @Test
    void oneSideHasRoomForTwentyTwoLettersOfAName() {
        String left =
                file(
                        "invoice,customer,amount",
                        n -> "R%d,%s,%d.50".formatted(7_000 + n * 3, company(n), n));
        String right =
                file(
                        "no,debtor,sum",
                        n ->
                                "R%d,%s,%d.50"
                                        .formatted(
                                                7_000 + n * 3,
                                                n == 7 ? "Somebody Else Altogether" : cut(n),
                                                n));
        UnknownRun run = UnknownRun.of(left, right.replace(" Altogether", ""));
        assertThat(run.matched()).containsExactlyInAnyOrderElementsOf(sameLines());
        assertThat(run.breaks()).hasSize(1).first().asString().startsWith("field-differs");
        assertThat(run.proposal().fields())
                .extracting(ProposedField::why)
                .contains("same values in paired entries, of 22 letters at most");

        UnknownRun mirrored = UnknownRun.of(right.replace(" Altogether", ""), left);
        assertThat(mirrored.breaks())
                .singleElement()
                .asString()
                .contains("is Somebody Else on the left, " + company(7) + " on the right");
    }

    /// Some names are short enough for both.
    private static String company(int n) {
        return first(n) + " " + last(n) + (n % 3 == 0 ? "" : " Logistics and Trade International");
    }

    private static String cut(int n) {
        return company(n).substring(0, Math.min(22, company(n).length())).strip();
    }

    /// Telephones are the key, and what is compared, whichever way a side dials.
    @Test
    void oneSideWritesTheCountryBeforeTelephones() {
        String left =
                file("line,plan,fee", n -> "+43 660 %d,P%d,%d.90".formatted(phone(n), n % 4, n));
        String right =
                file("nr,tariff,sum", n -> "0660/%d,P%d,%d.90".formatted(phone(n), n % 4, n));
        UnknownRun run = UnknownRun.of(left, right);
        assertThat(run.matched()).containsExactlyInAnyOrderElementsOf(sameLines());
        assertThat(run.proposal().rules().left().fields().get("reference"))
                .isEqualTo(new FieldSource.Text("line", NormalForm.PHONE));

        UnknownRun compared =
                UnknownRun.of(
                        file("id,tel", n -> "K%d,+43 660 %d".formatted(7_100 + n, phone(n))),
                        file("id,phone", n -> "K%d,0660 %d".formatted(7_100 + n, moved(n))));
        assertThat(compared.breaks()).hasSize(2).allMatch(each -> each.startsWith("field-differs"));
        assertThat(compared.proposal().fields())
                .extracting(ProposedField::why)
                .contains("same telephone numbers in paired entries");
    }

    /// Some have a new number.
    private static int moved(int n) {
        return phone(n) + (n % 20 == 0 ? 7 : 0);
    }

    private static int phone(int n) {
        return 4_152_940 + n * 48_611;
    }
}
