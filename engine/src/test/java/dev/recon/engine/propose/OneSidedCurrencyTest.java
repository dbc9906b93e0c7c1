package dev.recon.engine.propose;

import static dev.recon.engine.propose.UnknownRun.file;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// One side has amounts of two currencies, the other no column that says any.
class OneSidedCurrencyTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 2, 2);

    private static String left() {
        return file(
                "made,what,amount,currency",
                n ->
                        "%s,%s,%d.%02d,%s"
                                .formatted(
                                        FIRST.plusDays(n),
                                        n % 2 == 0 ? "Taxi" : "Hotel",
                                        20 + n * 7,
                                        n * 13 % 100,
                                        n % 10 == 3 ? "USD" : "EUR"));
    }

    /// Whatever was paid in dollars is another amount in euros, but for one by chance.
    private static String right(String amount) {
        return file(
                "card,booked," + amount,
                n ->
                        "*%d,%s,%d.%02d"
                                .formatted(
                                        4_000 + n % 9,
                                        FIRST.plusDays(n),
                                        20 + n * 7 - (n % 10 == 3 && n > 3 ? 3 : 0),
                                        n * 13 % 100));
    }

    @Test
    void theNameOfTheAmountSaysIt() {
        UnknownRun run = UnknownRun.of(left(), right("amount EUR"));
        assertThat(run.matched()).hasSize(36).doesNotContain("4 = 4");
        assertThat(run.breaks()).hasSize(8).allMatch(told -> told.startsWith("missing"));
    }

    @Test
    void sumsOfSeveralCurrenciesSaySo() {
        Proposal proposal = UnknownRun.propose(left(), right("amount"));
        assertThat(proposal.fields())
                .filteredOn(field -> field.field().equals("amount"))
                .singleElement()
                .satisfies(field ->
                        assertThat(field.why())
                                .contains("currency (EUR, USD) is not read, and all are added up"));
        assertThat(proposal.questions())
                .singleElement()
                .satisfies(asks -> assertThat(asks.chosen()).isEqualTo("none"));
    }

    @Test
    void aPersonSaysIt() {
        Map<String, String> answers = Map.of("right.currency", "EUR");
        Proposal proposal = UnknownRun.propose(left(), right("amount"), answers);
        assertThat(proposal.fields())
                .filteredOn(field -> field.field().equals("currency"))
                .singleElement()
                .satisfies(field ->
                        assertThat(field.why()).isEqualTo("all of the right side are EUR"));
    }
}
