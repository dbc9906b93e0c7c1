package dev.recon.engine.propose;

import static dev.recon.engine.propose.UnknownRun.ROWS;
import static dev.recon.engine.propose.UnknownRun.file;
import static dev.recon.engine.propose.UnknownRun.sameLines;
import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.engine.Outcome;
import dev.recon.engine.read.FieldSource;
import dev.recon.engine.read.RejectedLine;
import dev.recon.engine.rules.RuleSetYaml;
import dev.recon.engine.table.Side;
import java.math.BigDecimal;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/// Files with an amount column for each currency.
class UnknownCurrenciesTest {
    private static final String[] CODES = {"EUR", "USD", "GBP"};

    /// An amount column and a currency column; one amount is a cent more than on the other side.
    private static final String LEDGER =
            file("invoice,amount,currency", n -> no(n) + "," + cents(n, 1) + "," + code(n));

    /// Five euros are not five dollars, and neither are their sums.
    @Test
    void theCurrencyStandsInTheCellOfTheAmount() {
        String left = file("inv,amount", n -> no(n) + "," + code(n) + " " + cents(n, 0));
        String right =
                file("ref,amount", n -> no(n) + "," + cents(n, 0) + " " + code(n == 4 ? n + 1 : n));
        UnknownRun run = UnknownRun.of(left, right);
        assertThat(run.matched()).hasSize(ROWS - 1).doesNotContain("5 = 5");
        assertThat(run.breaks()).hasSize(2);
        assertThat(yaml(run)).contains("currency:  {column: amount, extract: ");
    }

    @Test
    void theColumnThatIsFilledSaysTheCurrency() {
        String bank =
                file(
                        "ref,Amount EUR,Amount USD,Amount GBP,text",
                        n -> no(n) + "," + inOneOf(n, cents(n, 0)) + ",paid");
        UnknownRun run = UnknownRun.of(LEDGER, bank);
        assertThat(yaml(run))
                .contains(
                        "amount:    {currencies: {EUR: Amount EUR, USD: Amount USD,"
                                + " GBP: Amount GBP}, decimal: \".\"}")
                .contains("currency:  {from: amount}");
        assertThat(run.matched()).containsExactlyInAnyOrderElementsOf(sameLines());
        assertThat(run.breaks())
                .singleElement()
                .asString()
                .startsWith("amount-differs The left is GBP 0.01 more");
    }

    /// What one side buys, the other sells.
    @Test
    void ofSeveralCurrenciesThoseThatAgreeAreMeant() {
        String deals =
                file(
                        "deal,buy ccy,bought,sell ccy,sold",
                        n ->
                                "D%d,%s,%d.00,%s,%d.10"
                                        .formatted(n, code(n), 900 + n * 7, code(n + 1), n * 31));
        String confirmations =
                file(
                        "number,we buy,we sell,buying,selling",
                        n ->
                                "C%d,%s,%s,%d.10,%d.00"
                                        .formatted(
                                                n * 3, code(n + 1), code(n), n * 31, 900 + n * 7));
        UnknownRun run = UnknownRun.of(deals, confirmations);
        assertThat(run.matched()).containsExactlyInAnyOrderElementsOf(sameLines());
        assertThat(run.breaks()).isEmpty();
    }

    @Test
    void bothSidesMayHaveAColumnForEachCurrency() {
        String left = file("invoice,EUR,USD,GBP", n -> no(n) + "," + inOneOf(n, cents(n, 0)));
        String right =
                file(
                        "ref;betrag_eur;betrag_usd;betrag_gbp",
                        n ->
                                no(n)
                                        + ";"
                                        + inOneOf(n, cents(n, 0).replace('.', ':'))
                                                .replace(",", ";")
                                                .replace(':', ','));
        UnknownRun run = UnknownRun.of(left, right);
        assertThat(run.proposal().rules().right().fields().get("currency"))
                .isInstanceOf(FieldSource.SplitCurrency.class);
        assertThat(run.matched()).containsExactlyInAnyOrderElementsOf(sameLines());
        assertThat(run.breaks()).isEmpty();
    }

    @Test
    void debitAndCreditMayStandThereForEachCurrency() {
        IntFunction<String> signed = n -> (n % 4 == 0 ? "-" : "") + cents(n, 0);
        String left =
                file("invoice,amount,currency", n -> no(n) + "," + signed.apply(n) + "," + code(n));
        String right =
                file(
                        "ref,Debit EUR,Credit EUR,Debit USD,Credit USD,Debit GBP,Credit GBP",
                        n -> {
                            String one = n % 4 == 0 ? cents(n, 0) + "," : "," + cents(n, 0);
                            return no(n)
                                    + ","
                                    + (n % 3 == 0 ? one : ",")
                                    + ","
                                    + (n % 3 == 1 ? one : ",")
                                    + ","
                                    + (n % 3 == 2 ? one : ",");
                        });
        UnknownRun run = UnknownRun.of(left, right);
        assertThat(yaml(run)).contains("EUR: {debit: Debit EUR, credit: Credit EUR}");
        assertThat(run.matched()).containsExactlyInAnyOrderElementsOf(sameLines());
        assertThat(run.breaks()).isEmpty();
    }

    @Test
    void aLineThatFillsTwoCurrenciesIsRejectedAndSaysWhy() {
        String bank =
                file(
                        "ref,Amount EUR,Amount USD,Amount GBP",
                        n -> no(n) + (n == 7 ? ",1.00,2.00," : "," + inOneOf(n, cents(n, 0))),
                        ROWS + 20);
        String ledger =
                file(
                        "invoice,amount,currency",
                        n -> no(n) + "," + cents(n, 0) + "," + code(n),
                        ROWS + 20);
        Proposal proposal = UnknownRun.propose(ledger, bank);
        try (Outcome outcome = UnknownRun.run(proposal, ledger, bank, 1)) {
            RejectedLine line = outcome.read(Side.RIGHT).rejected().getFirst();
            assertThat(line.line()).isEqualTo(8);
            assertThat(line.column()).isEqualTo("Amount USD");
            assertThat(line.found()).isEqualTo("'2.00'");
            assertThat(line.expected())
                    .isEqualTo(
                            "an amount in exactly one of the columns \"Amount EUR\","
                                    + " \"Amount USD\" and \"Amount GBP\"");
        }
    }

    @Test
    void anAmountThatIsConvertedBesideItIsNotSplit() {
        String bank =
                file(
                        "ref,Amount EUR,Amount USD",
                        n -> no(n) + "," + cents(n, 0) + "," + cents(n * 3, 7));
        String ledger = file("invoice,amount", n -> no(n) + "," + cents(n, 0));
        UnknownRun run = UnknownRun.of(ledger, bank);
        assertThat(run.proposal().rules().right().fields().get("amount"))
                .isEqualTo(new FieldSource.Amount("Amount EUR", '.', false));
        assertThat(run.breaks()).isEmpty();
    }

    private static String yaml(UnknownRun run) {
        return RuleSetYaml.write(run.proposal().rules());
    }

    private static String no(int n) {
        return "INV-" + (4_000 + n * 7);
    }

    private static String code(int n) {
        return CODES[n % CODES.length];
    }

    private static String cents(int n, int more) {
        return BigDecimal.valueOf(1_017 + n * 731L + (n == 11 ? more : 0), 2).toString();
    }

    /// The cell under one of three currencies, the others empty.
    private static String inOneOf(int n, String cell) {
        return ",".repeat(n % CODES.length)
                + cell
                + ",".repeat(CODES.length - 1 - n % CODES.length);
    }
}
