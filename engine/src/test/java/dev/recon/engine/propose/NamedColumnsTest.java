package dev.recon.engine.propose;

import static dev.recon.engine.propose.UnknownRun.ROWS;
import static dev.recon.engine.propose.UnknownRun.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.recon.engine.read.FieldSource;
import dev.recon.engine.read.InputProblem;
import dev.recon.engine.read.NormalForm;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/// Two files of one layout with no value on both sides: names say what corresponds, and everything
/// is missing on the other side.
class NamedColumnsTest {
    private static final String[] CITIES = {"Rome", "Oslo", "Bern", "Riga", "Kiel"};

    private static IntFunction<String> orders(int first, int month) {
        return n ->
                String.format(
                        "%d,2026-%02d-%02d,Firm %d,%d.%02d,EUR",
                        first + n, month, 1 + n % 28, n % 7, first % 977 + n, month);
    }

    @Test
    void ordersOfTwoMonthsAreMissingOnTheOtherSide() {
        String left = file("Order No,Date,Customer,Amount,Currency", orders(1_000, 1));
        String right = file("order_no,date,customer,amount,currency", orders(2_000, 2));
        UnknownRun run = UnknownRun.of(left, right);
        assertThat(run.proposal().fields())
                .extracting(ProposedField::field)
                .containsExactly("reference", "amount", "currency", "date", "party");
        assertThat(run.proposal().fields())
                .allSatisfy(field ->
                        assertThat(field.why())
                                .endsWith("by name: no values tie entries together"));
        assertAllMissing(run);
    }

    @Test
    void columnsInAnotherOrderAreFoundByTheirNames() {
        String left =
                file(
                        "net,gross,order,due,date",
                        n -> row(n, 11) + ",A-" + n + ",2026-01-31,2026-01-" + day(n));
        String right =
                file(
                        "date,due,order,gross,net",
                        n -> "2026-03-" + day(n) + ",2026-03-31,B-" + n + "," + row(n, 73));
        UnknownRun run = UnknownRun.of(left, right);
        assertThat(run.proposal().fields())
                .allSatisfy(field -> assertThat(field.left()).isEqualTo(field.right()));
        assertThat(run.proposal().rules().left().fields().get("date"))
                .asString()
                .contains("date")
                .doesNotContain("due");
        assertAllMissing(run);
    }

    private static String day(int n) {
        return String.format("%02d", 1 + n % 28);
    }

    private static String row(int n, int cents) {
        return (n * 3 + 5) + "." + cents + "," + (n * 5 + 900) + "." + cents;
    }

    @Test
    void numbersOfRowsAreNoKeyByTheirNameEither() {
        String left = file("no,order,amount", n -> n + 1 + ",K" + (500 + n) + "," + n + ".11");
        String right = file("no,order,amount", n -> n + 1 + ",M" + (900 + n) + "," + n + ".13");
        UnknownRun run = UnknownRun.of(left, right);
        assertThat(run.proposal().rules().left().fields().get("reference"))
                .isEqualTo(new FieldSource.Text("order", NormalForm.CODE));
        assertAllMissing(run);
    }

    @Test
    void twoColumnsOfOneNameEachAreTheKeyWhereNoneIsAlone() {
        String left =
                file(
                        "account,day,amount",
                        n -> "40" + n % 4 + ",2026-01-" + day(n / 4) + "," + n + ".11");
        String right =
                file(
                        "account,day,amount",
                        n -> "40" + n % 4 + ",2026-02-" + day(n / 4) + "," + n + ".13");
        UnknownRun run = UnknownRun.of(left, right);
        assertThat(run.proposal().rules().passes().getFirst().key())
                .containsExactly("reference", "date", "amount");
        assertAllMissing(run);
    }

    @Test
    void tablesWithoutMoneyAreTakenByNameToo() {
        String left = file("id,city", n -> "A" + (100 + n) + "," + CITIES[n % 5]);
        String right = file("ID,City", n -> "B" + (700 + n) + "," + CITIES[(n + 1) % 5]);
        UnknownRun run = UnknownRun.of(left, right);
        assertThat(run.proposal().rules().passes().getFirst().key()).containsExactly("reference");
        assertAllMissing(run);
    }

    @Test
    void aFewEntriesAreTakenByNameToo() {
        String left = file("Order No,Date,Customer,Amount,Currency", orders(1_000, 1), 5);
        String right = file("Order No,Date,Customer,Amount,Currency", orders(2_000, 2), 4);
        UnknownRun run = UnknownRun.of(left, right);
        assertThat(run.proposal().rules().left().fields()).containsKeys("reference", "party");
        assertThat(run.matched()).isEmpty();
        assertThat(run.breaks()).hasSize(9);
    }

    @Test
    void anotherKindOfCellsIsAnotherColumn() {
        String left = file("id,state,total", n -> "A" + (100 + n) + ",2026-01-" + day(n) + ",x");
        String right = file("id,state,total", n -> "B" + (700 + n) + ",open," + n + ".50");
        assertThat(UnknownRun.of(left, right).proposal().rules().left().fields())
                .containsOnlyKeys("reference");
    }

    @Test
    void numbersOfRowsAloneStayAQuestionForAPerson() {
        String left = file("no,amount", n -> n + 1 + "," + n + ".11");
        String right = file("no,amount", n -> n + 1 + "," + n + ".13");
        assertThatThrownBy(() -> UnknownRun.of(left, right)).isInstanceOf(InputProblem.class);
    }

    @Test
    void aDayWithoutBookingsLeavesAllMissing() {
        String left = file("Order No,Date,Customer,Amount,Currency", orders(1_000, 1));
        String right = "Order No,Date,Customer,Amount,Currency\n";
        UnknownRun run = UnknownRun.of(left, right);
        assertThat(run.proposal().fields())
                .allSatisfy(field ->
                        assertThat(field.why())
                                .isEqualTo("by name: the right side has no entries"));
        assertThat(run.proposal().rules().right().fields())
                .containsOnlyKeys("reference", "amount", "currency", "date", "party");
        assertThat(run.breaks())
                .hasSize(ROWS)
                .allSatisfy(told -> assertThat(told).startsWith("missing-on-right"));
        assertThat(UnknownRun.of(right, left).breaks())
                .hasSize(ROWS)
                .allSatisfy(told -> assertThat(told).startsWith("missing-on-left"));
    }

    @Test
    void anEmptySideMayCallItsColumnsOtherwise() {
        String left = file("Order No,Date,Customer,Amount,Currency", orders(1_000, 1));
        UnknownRun run = UnknownRun.of(left, "Belegnr;Datum;Kunde;Betrag;Währung\n");
        assertThat(run.proposal().rules().right().fields().get("amount"))
                .isEqualTo(new FieldSource.Amount("Betrag", '.', false));
        assertThat(run.breaks()).hasSize(ROWS);
        assertThat(UnknownRun.of(left, "foo;bar\n").breaks()).hasSize(ROWS);
        String texts = file("who,what", n -> "Firm " + n % 3 + ",a thing " + n % 5);
        assertThat(UnknownRun.of("foo;bar\n", texts).breaks()).hasSize(ROWS);
    }

    @Test
    void twoFilesWithoutEntriesAreRefused() {
        assertThatThrownBy(() -> UnknownRun.of("id,amount\n", "id,amount\n"))
                .isInstanceOf(InputProblem.class)
                .hasMessageContaining("left.csv: found a header, but no line behind it");
    }

    private static void assertAllMissing(UnknownRun run) {
        assertThat(run.matched()).isEmpty();
        assertThat(run.suggested()).isEmpty();
        assertThat(run.breaks())
                .hasSize(2 * ROWS)
                .allSatisfy(told -> assertThat(told).startsWith("missing-on-"));
    }
}
