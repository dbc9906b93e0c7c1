package dev.recon.engine.propose;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Trial balances: accounts without a balance say nothing on one side and `0.00` on the other.
class EmptyAmountsTest {
    /// Nothing in either column, in every eighth account; another amount in the sixth.
    private static String twoColumns(int n) {
        String amount = isZero(n) ? "" : money(cents(n));
        return account(n) + (n % 2 == 0 ? ";" + amount + ";" : ";;" + amount);
    }

    @Test
    void nothingInBothColumnsIsZeroWhereTheOtherSideSaysZero() {
        UnknownRun run =
                UnknownRun.of(
                        UnknownRun.file("Konto;Soll;Haben", EmptyAmountsTest::twoColumns),
                        UnknownRun.file("account;balance", EmptyAmountsTest::balance));
        assertThat(run.matched()).containsExactlyInAnyOrderElementsOf(UnknownRun.sameLines());
        assertThat(run.breaks())
                .singleElement()
                .asString()
                .startsWith("amount-differs")
                .contains("5.00");
        assertThat(run.proposal().fields())
                .anySatisfy(field -> assertThat(field.why()).contains("nothing is zero"));
    }

    @Test
    void anEmptyCellIsZeroWhereTheOtherSideSaysZero() {
        UnknownRun run =
                UnknownRun.of(
                        UnknownRun.file("account;balance", EmptyAmountsTest::balance),
                        UnknownRun.file(
                                "no;closing amount",
                                n -> account(n) + ";" + (isZero(n) ? "" : money(signed(n)))));
        assertThat(run.matched()).containsExactlyInAnyOrderElementsOf(UnknownRun.sameLines());
    }

    /// A line without an amount may be a heading: who writes no zeros has not said that it is one.
    @Test
    void nothingIsNotZeroWhereNobodyWritesZeros() {
        UnknownRun run =
                UnknownRun.of(
                        UnknownRun.file("Konto;Soll;Haben", EmptyAmountsTest::twoColumns),
                        UnknownRun.file(
                                "account;balance",
                                n -> account(n) + ";" + money(isZero(n) ? 700 + n : signed(n))));
        assertThat(run.matched()).hasSize(UnknownRun.ROWS - UnknownRun.ROWS / 8);
        assertThat(run.proposal().fields())
                .noneSatisfy(field -> assertThat(field.why()).contains("nothing is zero"));
    }

    private static boolean isZero(int n) {
        return n % 8 == 3;
    }

    private static String account(int n) {
        return "K" + (1_000 + n * 37);
    }

    private static long cents(int n) {
        return 4_000 + n * 977L * n;
    }

    /// Debits are below zero.
    private static long signed(int n) {
        return n % 2 == 0 ? -cents(n) : cents(n);
    }

    private static String balance(int n) {
        return account(n) + ";" + money(isZero(n) ? 0 : signed(n) + (n == 5 ? 500 : 0));
    }

    private static String money(long cents) {
        String sign = cents < 0 ? "-" : "";
        return sign + Math.abs(cents) / 100 + "." + "%02d".formatted(Math.abs(cents) % 100);
    }
}
