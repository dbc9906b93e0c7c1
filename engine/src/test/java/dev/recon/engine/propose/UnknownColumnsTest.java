package dev.recon.engine.propose;

import static dev.recon.engine.propose.UnknownRun.file;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Which columns are the key, the amount and the currency, and what is told of the others.
class UnknownColumnsTest {
    private static final int ROWS = 100;
    private static final int CHANGED = 7;

    private static List<String> told(String left, String right) {
        return UnknownRun.of(left, right).breaks().stream()
                .map(told -> told.replaceAll(" \\(matched by.*", ""))
                .toList();
    }

    private static String balance(int n) {
        return n % 2 == 0 ? "0.00" : 100 + n * 7 + "." + (10 + n % 80);
    }

    /// Half of the balances are nothing, so that no column of amounts has as many values in common
    /// as the numbers of the accounts.
    @Test
    void anAccountNumberIsNoAmount() {
        String left = file("Account,Closing", n -> 70_000 + n * 3 + "," + balance(n), ROWS);
        String right =
                file(
                        "acct,closing_balance,ccy",
                        n -> 70_000 + n * 3 + "," + (n == CHANGED ? "3.50" : balance(n)) + ",EUR",
                        ROWS);
        assertThat(told(left, right))
                .singleElement()
                .asString()
                .startsWith("amount-differs The left is EUR 145.67 more");
    }

    /// One side says what is bought first, the other what the currency is quoted in.
    @Test
    void entriesOfOneReferenceNeedNotNameTheirTwoCurrenciesInOneOrder() {
        String left = file("Trade,CCY1,Amt1,CCY2,Amt2,Rate", n -> trade(n, true), ROWS);
        String right =
                file(
                        "Our Ref,Buy Ccy,Buy Amt,Sell Ccy,Sell Amt,Exch Rate",
                        n -> trade(n, n % 2 == 0),
                        ROWS);
        assertThat(UnknownRun.of(left, right).matched()).hasSize(ROWS);
    }

    private static String trade(int n, boolean isFirst) {
        String one = (n % 3 == 0 ? "USD," : "GBP,") + (17_000 + n * 1_037) + ".50";
        String two = (n % 3 == 0 ? "CHF," : "EUR,") + (15_000 + n * 913) + ".25";
        String pair = isFirst ? one + "," + two : two + "," + one;
        return "FX%d,%s,1.%04d".formatted(260_013 + n * 17, pair, 1_000 + n * 13);
    }

    /// Four of the five that are barred are that on both sides.
    @Test
    void aRareFlagHasAWordOnEachSide() {
        String left =
                file(
                        "kunde,sperre,saldo",
                        n -> customer(n) + (n % 20 == 3 ? ",J," : ",N,") + n + ".50",
                        ROWS);
        String right =
                file(
                        "customer,allowed,balance",
                        n -> customer(n) + (isAllowed(n) ? ",1," : ",0,") + n + ".50",
                        ROWS);
        assertThat(told(left, right))
                .containsExactlyInAnyOrder(
                        "field-differs sperre is N on the left, 0 on the right",
                        "field-differs sperre is J on the left, 1 on the right");
    }

    private static boolean isAllowed(int n) {
        return n != CHANGED && (n % 20 != 3 || n == 43);
    }

    private static String customer(int n) {
        return "K" + (5_003 + n * 37);
    }

    /// A name that one side cuts bears the number of its account out; it is no better key.
    @Test
    void cutNamesBearAKeyOut() {
        String left =
                file(
                        "acct,holder,branch",
                        n -> account(n) + "," + name(n) + ",Mitte" + n % 3,
                        ROWS);
        String right =
                file(
                        "account,name,code",
                        n ->
                                account(n)
                                        + ","
                                        + (n == CHANGED ? "Omega Werkzeug Handel" : name(n))
                                                .substring(0, 20)
                                        + ",0"
                                        + n % 3,
                        ROWS);
        assertThat(told(left, right))
                .containsExactly(
                        "field-differs party is "
                                + name(CHANGED)
                                + " on the left, Omega Werkzeug Hande on the right");
    }

    private static String account(int n) {
        return "%010d".formatted(13_466_351L * (n + 1) % 1_000_000_007L);
    }

    private static String name(int n) {
        return "Süd %c%c Software GmbH Becker".formatted('A' + n % 26, 'a' + n / 26 + n % 5);
    }
}
