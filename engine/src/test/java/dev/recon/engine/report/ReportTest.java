package dev.recon.engine.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.engine.Outcome;
import dev.recon.engine.classify.BreakKind;
import dev.recon.engine.money.Currency;
import dev.recon.engine.money.Money;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportTest {
    private static final Currency EUR = Currency.of("EUR");

    @Test
    void theFilesOfTheExampleAreTheOnesThatSomebodyHasRead() throws IOException {
        Golden.matches("matches.csv", csv(MatchesCsv::write, 1));
        Golden.matches("breaks.csv", csv(BreaksCsv::write, 1));
        Golden.matches("summary.json", SummaryJson.text(Example.report(), Example.stages()));
        Golden.matches("report.html", ReportHtml.text(Example.report()));
    }

    @Test
    void theNumberOfThreadsDoesNotShow() throws IOException {
        assertThat(csv(MatchesCsv::write, 8)).isEqualTo(csv(MatchesCsv::write, 1));
        assertThat(csv(BreaksCsv::write, 8)).isEqualTo(csv(BreaksCsv::write, 1));
    }

    @Test
    void theExampleHasEveryKindOfBreak() {
        assertThat(Example.report().totals().kinds())
                .extracting(KindTotals::kind)
                .containsExactly(BreakKind.values());
        assertThat(Example.report().totals().kinds())
                .allSatisfy(kind -> assertThat(kind.differences().count()).isPositive());
    }

    @Test
    void theProofHoldsInEveryCurrency() {
        assertThat(Example.report().proofs())
                .extracting(proof -> proof.currency().code())
                .containsExactly("CHF", "EUR", "JPY", "USD");
        assertThat(Example.report().holds()).isTrue();
    }

    @Test
    void aProofWithOneCentTooMuchAnywhereDoesNotHold() {
        assertThat(proof(0, 0, 0, 0, 0, 0, 0, 0).holds()).isTrue();
        for (int term = 0; term < 8; term++) {
            int[] cents = new int[8];
            cents[term] = 1;
            assertThat(proof(cents).holds()).as("term %d", term).isFalse();
        }
        assertThat(proof(1, 0, 1, 1, 0, 0, 0, 0).holds()).isTrue();
        assertThat(proof(1, 0, 0, 0, 1, 0, 0, 0).holds()).isTrue();
        assertThat(proof(1, 0, 0, 0, 0, 1, 0, 0).holds()).isTrue();
        assertThat(proof(0, 1, 0, 0, 0, 0, 1, 0).holds()).isTrue();
    }

    private static Proof proof(int... cents) {
        Money[] terms =
                Arrays.stream(cents).mapToObj(c -> new Money(EUR, c, 2)).toArray(Money[]::new);
        return new Proof(
                terms[0], terms[1], terms[2], terms[3], terms[4], terms[5], terms[6], terms[7]);
    }

    @Test
    void aSumThatDoesNotFitIsAnErrorAndNotAWrongNumber() {
        Sums sums = new Sums(1);
        sums.add(0, EUR.packed(), Long.MAX_VALUE);
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> sums.add(0, EUR.packed(), 1))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void amountsAreWrittenAsMoneyWritesThem() {
        Random random = new Random(7);
        for (int round = 0; round < 100_000; round++) {
            long units = random.nextLong() >> random.nextInt(64);
            if (random.nextInt(3) == 0) {
                units = units / 100_000 * 100_000;
            }
            int decimals = random.nextInt(Money.DECIMALS_MAX + 1);
            int min = random.nextInt(decimals + 1);
            byte[] written = new CsvBuffer(4).amount(units, decimals, min).toBytes();
            assertThat(new String(written, StandardCharsets.US_ASCII))
                    .isEqualTo(Money.value(units, decimals, min))
                    .isEqualTo(plain(units, decimals, min));
        }
        byte[] least = new CsvBuffer(4).amount(Long.MIN_VALUE, 2, 2).toBytes();
        assertThat(new String(least, StandardCharsets.US_ASCII)).isEqualTo("-92233720368547758.08");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "plain|plain",
                "a,b|`\"a,b\"`",
                "say \"so\"|`\"say \"\"so\"\"\"`",
                "=1+1|'=1+1",
                "+1|'+1",
                "-1|'-1",
                "@me|'@me",
                "=a,\"b\"|`\"'=a,\"\"b\"\"\"`",
                "a=b|a=b",
                "a;=1+1|a;'=1+1",
                "a; =1;-x;'-y|a; =1;'-x;'-y",
                "＝1+1|'＝1+1"
            })
    void textIsQuotedAndNeverAFormula(String text, String cell) {
        assertThat(new String(CsvBuffer.cell(text), StandardCharsets.UTF_8)).isEqualTo(cell);
    }

    @Test
    void aLineBreakBeginsACellWhereQuotesAreNotKnown() {
        assertThat(CsvText.safe("a\n=1+1\r\n+2")).isEqualTo("a\n'=1+1\r\n'+2");
        assertThat(CsvText.safe("\r\n=1")).isEqualTo("'\r\n'=1");
        assertThat(CsvText.safe("a\nb;c")).isEqualTo("a\nb;c");
    }

    @Test
    void jsonEscapesWhatWouldBreakIt() {
        assertThat(Json.quoted("a\"b\\c\nd\te\u0001f\u2028"))
                .isEqualTo("\"a\\\"b\\\\c\\nd\\te\\u0001f\\u2028\"");
    }

    @Test
    void nothingFromAFileBecomesPartOfThePage() {
        String page = ReportHtml.text(Example.report());
        assertThat(page).contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;");
        assertThat(page).contains("right &lt;bank&gt;.csv", "&lt;b&gt;same&lt;/b&gt;");
        assertThat(page).doesNotContainIgnoringCase("<script", "<bank>", "<b>same");
        assertThat(Html.escape("<a href=\"x\" id='y'>&\u0000\u009b\n</a>"))
                .isEqualTo(
                        "&lt;a href=&quot;x&quot; id=&#39;y&#39;&gt;&amp;\uFFFD\uFFFD &lt;/a&gt;");
    }

    @Test
    void thePageIsOneFileWithoutScript() {
        assertThat(ReportHtml.text(Example.report()))
                .doesNotContain(
                        "src=", "href=", "url(", "@import", "<script", "http://", "https://");
    }

    /// The same number by other means.
    private static String plain(long units, int decimals, int decimalsMin) {
        BigDecimal exact = BigDecimal.valueOf(units, decimals);
        int scale = Math.max(decimalsMin, exact.stripTrailingZeros().scale());
        return exact.setScale(scale).toPlainString();
    }

    private interface Csv {
        void write(Outcome outcome, java.io.OutputStream out, int threads) throws IOException;
    }

    private static String csv(Csv csv, int threads) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        csv.write(Example.outcome(), out, threads);
        return out.toString(StandardCharsets.UTF_8);
    }
}
