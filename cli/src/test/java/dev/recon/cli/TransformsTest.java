package dev.recon.cli;

import static dev.recon.cli.CommandLineRun.recon;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A ledger and a bank that say the same in other words, from the rules to the explanation.
class TransformsTest {
    private static final String RULES =
            """
            version: 1
            decimals: 2
            lookups:
              accounts: accounts.csv
            left:
              fields:
                reference: {column: invoice}
                amount:    {column: amount}
                currency:  {constant: EUR}
                account:   {column: account}
            right:
              delimiter: ";"
              fields:
                reference: {column: Memo, extract: '(?i)inv[- ]?(\\d{4,8})'}
                amount:
                  column: Betrag
                  decimal: ","
                  sign: {column: S/H, minus: [S], plus: [H]}
                currency:  {expression: 'row["W"] == "€" ? "EUR" : row["W"]'}
                account:   {column: Konto, lookup: accounts}
            passes:
              - name: all
                kind: exact
                key: [reference, amount, currency, account]
            """;
    private static final String LEFT =
            """
            invoice,amount,account
            4711,100.00,Main
            4712,-20.50,Main
            4713,7.00,Savings
            4714,9.99,Main
            """;
    private static final String RIGHT =
            """
            Memo;Betrag;S/H;W;Konto
            Zahlung zu INV-4711 danke;100,00;H;€;1200
            Erstattung inv 4712;20,50;S;EUR;1200
            Inv4713;7,00;h;EUR;1210
            INV-4714;9,99;H;EUR;9999
            INV-4715;1,00;X;EUR;1200
            """;

    @TempDir private Path folder;
    private Path left;
    private Path right;
    private Path rules;

    @BeforeEach
    void write() throws IOException {
        left = Files.writeString(folder.resolve("ledger.csv"), LEFT);
        right = Files.writeString(folder.resolve("bank.csv"), RIGHT);
        rules = Files.writeString(folder.resolve("rules.yaml"), RULES);
        Files.writeString(folder.resolve("accounts.csv"), "number,name\n1200,Main\n1210,Savings\n");
    }

    @Test
    void whatIsSaidInOtherWordsMatches() throws IOException {
        var run = recon("match", left, right, "--rules", rules, "--out", folder.resolve("out"));

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("matched 3 of 4 left and 3 of 3 right entries");
        assertThat(run.out())
                .contains(
                        "'9999'",
                        "one of the 2 texts of the look-up table accounts",
                        "'X'",
                        "S for minus or H for plus");
        String report = Files.readString(folder.resolve("out/report.html"));
        assertThat(report).contains("4714").contains("9999");
    }

    @Test
    void theRuleSetWithItsTablesInItGivesTheSame() throws IOException {
        var embedded = recon("rules", "embed", rules);
        assertThat(embedded.out()).contains("lookups:\n  accounts:\n    \"1200\": Main\n");
        Path whole = Files.writeString(folder.resolve("whole.yaml"), embedded.out());
        Path one = folder.resolve("one");
        Path other = folder.resolve("other");
        recon("match", left, right, "--rules", rules, "--out", one, "--threads", "1");
        recon("match", left, right, "--rules", whole, "--out", other, "--threads", "8");
        for (String file : new String[] {"matches.csv", "breaks.csv"}) {
            assertThat(one.resolve(file)).hasSameTextualContentAs(other.resolve(file));
        }
        assertThat(recon("rules", "embed", whole).out()).isEqualTo(embedded.out());
    }

    @Test
    void aPreviewShowsBeforeAndAfterAndWhatARunRejects() {
        var run = recon("rules", "preview", rules, right, "--side", "right");

        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("reference: of the first 5 lines 0 without it, 0 rejected")
                .containsPattern("1  Zahlung zu INV-4711 danke +4711 +4711")
                .contains("amount: of the first 5 lines 0 without it, 1 rejected")
                .containsPattern("2  20,50 · S +-20.5")
                .contains("! line 5, column S/H: found 'X', expected S for minus or H for plus")
                .contains("! line 4, column Konto: found '9999', expected one of the 2 texts");
    }

    @Test
    void anExplanationSaysWhatWasMadeOfTheCell() {
        var run = recon("explain", left, right, "--rules", rules, "right:1");

        assertThat(run.out()).contains("reference 4711", "Memo Zahlung zu INV-4711 danke", "S/H H");
    }

    @Test
    void aTableThatIsNoneIsAFaultAtItsPlace() throws IOException {
        Files.writeString(folder.resolve("accounts.csv"), "number,name\n1200,Main,x\n");
        assertThat(recon("rules", "check", rules).err())
                .contains("rules.yaml:4:13  (/lookups/accounts)", "data record 1", "3 cells");
        Files.delete(folder.resolve("accounts.csv"));
        assertThat(recon("rules", "check", rules).err()).contains("rules.yaml:4:13");
    }
}
