package dev.recon.engine.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.engine.Seeds;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/// An amount is read exactly, or refused; never read wrongly.
class AmountParserTest {
    private static final long NONE = AmountParser.NOT_AN_AMOUNT;
    static final List<String> NONE_OF_THESE =
            List.of(
                    "",
                    " ",
                    "-",
                    "+",
                    ".",
                    ",",
                    "()",
                    "€",
                    "EUR",
                    "abc",
                    "12.345",
                    "1.2.3",
                    "1,23",
                    "12-31",
                    "12,-",
                    "12.---",
                    "-",
                    "=12",
                    "=\"\"",
                    "''12",
                    "12/31",
                    "2026-01-31",
                    "31.12.2026",
                    "1,2345.00",
                    "1234,567.00",
                    "0,123",
                    "1,,234",
                    ",123",
                    "1,234,",
                    "12..5",
                    "--12",
                    "-12-",
                    "(-12)",
                    "(12",
                    "12)",
                    "-(12)",
                    "1e5",
                    "0x12",
                    "12 34",
                    "1 2",
                    "12.00 EUR EUR",
                    "EUR 12 €",
                    "INV 12",
                    "INV12",
                    "A12",
                    "12B",
                    "NaN",
                    "12²",
                    "①",
                    "½",
                    "1'23",
                    "1,234'567",
                    "1,23,45",
                    "1,234,56,789",
                    "1,23,456,789",
                    "12,345,67",
                    "1'23'456",
                    "XKR 12",
                    "Rs",
                    "12.00 CR-",
                    "12%",
                    "\u0000",
                    "1234567890123456789",
                    "9999999999999999.999",
                    "92233720368547758.08");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    12.00            | 1200
                    -12.00           | -1200
                    +12              | 1200
                    .5               | 50
                    5.               | 500
                    0012             | 1200
                    0                | 0
                    -0.00            | 0
                    1234.5           | 123450
                    1,234.50         | 123450
                    1'234.50         | 123450
                    1’234.50         | 123450
                    1 234.50         | 123450
                    1\u00A0234.50    | 123450
                    1\u202F234.50    | 123450
                    12,345,678.90    | 1234567890
                    1,23,456.78      | 12345678
                    12,34,56,789.00  | 12345678900
                    12.500           | 1250
                    """)
    void readsDigitsMarksAndGroups(String text, long cents) {
        assertThat(parse('.', 2, text)).isEqualTo(cents);
        assertThat(parse('.', 2, "  " + text + " ")).isEqualTo(cents);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    (12.00)          | -1200
                    (1,234.50)       | -123450
                    12.00-           | -1200
                    12.00 -          | -1200
                    12.00+           | 1200
                    - 12.00          | -1200
                    −12.00           | -1200
                    –12.00           | -1200
                    €12              | 1200
                    -€12             | -1200
                    €-12.00          | -1200
                    € 12             | 1200
                    12 €             | 1200
                    12.00€           | 1200
                    (€12.00)         | -1200
                    USD 12.00        | 1200
                    usd 12.00        | 1200
                    12.00 USD        | 1200
                    -12.00 USD       | -1200
                    USD -12.00       | -1200
                    12.00 CR         | 1200
                    12.00 DR         | -1200
                    12.00CR          | 1200
                    12.00 D          | -1200
                    12.00 S          | -1200
                    12.00 H          | 1200
                    999999999999999.99 | 99999999999999999
                    """)
    void readsWhatPeopleAndBanksWriteWithAPoint(String text, long cents) {
        assertThat(parse('.', 2, text)).isEqualTo(cents);
        assertThat(parse('.', 2, "  " + text + " ")).isEqualTo(cents);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    US$ 12.00        | 1200
                    -R$ 1,234.50     | -123450
                    ₹ 1,23,456.78    | 12345678
                    Rs. 1,23,456.78  | 12345678
                    12.00 kr         | 1200
                    12.00 zł         | 1200
                    12.00 Kč         | 1200
                    SFr. 12.00       | 1200
                    """)
    void readsTheNamesOfCurrencies(String text, long cents) {
        assertThat(parse('.', 2, text)).isEqualTo(cents);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    1.234,56    | 123456
                    1 234,50    | 123450
                    1'234,50    | 123450
                    1,23        | 123
                    ,5          | 50
                    5,          | 500
                    1.234       | 123400
                    -1.234.567,8 | -123456780
                    12,-        | 1200
                    1.234,--    | 123400
                    12,- €      | 1200
                    ١٢٫٥        | 1250
                    12,00-      | -1200
                    (1.234,56)  | -123456
                    1.234,56 €  | 123456
                    CHF 1'234,50 | 123450
                    """)
    void readsWhatPeopleAndBanksWriteWithAComma(String text, long cents) {
        assertThat(parse(',', 2, text)).isEqualTo(cents);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    12.-             | 1200
                    1,234.--         | 123400
                    -12.-            | -1200
                    CHF 12.-         | 1200
                    １２．３４          | 1234
                    －１２            | -1200
                    ١٢٣٤٫٥٠          | 123450
                    ١٬٢٣٤٫٥٠         | 123450
                    """)
    void readsDashesForNoDecimalsAndDigitsOfOtherScripts(String text, long cents) {
        assertThat(parse('.', 2, text)).isEqualTo(cents);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'-1234.50", "=\"-1234.50\"", "=\"(1,234.50)\"", "' -1,234.50 "})
    void readsWhatASpreadsheetTakesForText(String text) {
        assertThat(parse('.', 2, text)).isEqualTo(-123450);
    }

    @ParameterizedTest
    @FieldSource("NONE_OF_THESE")
    void refusesWhatIsNoAmountOfTwoDecimals(String text) {
        assertThat(parse('.', 2, text)).isEqualTo(NONE);
    }

    @Test
    void saysHowToMendAnAmountWithTooManyDecimals() {
        assertThat(new AmountParser('.', 2).expected("12.345")).startsWith("at most 2 decimals");
        assertThat(new AmountParser('.', 2).expected("x")).contains("1,234.56");
        assertThat(new AmountParser(',', 2).expected("x")).contains("1.234,56");
        assertThat(new AmountParser(',', 2).expected("12.34")).contains("1.234,56");
    }

    @Test
    void readsWhatBigDecimalReadsInEveryNotation() {
        for (int seed = 0; seed < Seeds.share(40_000); seed++) {
            Random random = new Random(seed);
            char mark = random.nextBoolean() ? '.' : ',';
            int decimals = random.nextInt(10);
            BigDecimal value =
                    new BigDecimal(new BigInteger(random.nextInt(60), random), random.nextInt(10));
            String text = AmountNotation.write(value, mark, random);
            long expected =
                    AmountNotation.isNegative(text)
                            ? -units(value, decimals)
                            : units(value, decimals);
            assertThat(parse(mark, decimals, text))
                    .as("seed %s: '%s' with %s and %s decimals", seed, text, mark, decimals)
                    .isEqualTo(expected);
        }
    }

    @Test
    void whatIsReadIsWhatStandsThereWithoutItsDress() {
        String alphabet = "0123456789012345678901234567890123456789..,,'  -+()€EURDCRSH";
        for (int seed = 0; seed < Seeds.share(40_000); seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(12); length > 0; length--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            long read = parse('.', 3, text.toString());
            if (read != NONE) {
                String plain = text.toString().replaceAll("RS\\.", "");
                plain = plain.replaceAll("(?<=[0-9][.])--?", "");
                String bare = plain.replaceAll("[^0-9.]", "");
                if (plain.matches("[-+]?[0-9.]+E[-+]?[0-9]+")) {
                    bare = plain.replaceAll("^[-+]", "");
                    plain = plain.replaceAll("E.*", "");
                }
                assertThat(BigDecimal.valueOf(Math.abs(read), 3))
                        .as("'%s'", text)
                        .isEqualByComparingTo(new BigDecimal(bare));
                boolean negative = plain.replaceAll("[A-Z]{3}", "").matches(".*[-(DS].*");
                assertThat(read < 0).as("'%s'", text).isEqualTo(negative && read != 0);
            }
        }
    }

    /// The exact units, or none where they need more decimals or digits than there are.
    private static long units(BigDecimal value, int decimals) {
        try {
            BigDecimal units = value.setScale(decimals, RoundingMode.UNNECESSARY);
            return units.unscaledValue().longValueExact();
        } catch (ArithmeticException _) {
            return NONE;
        }
    }

    private static long parse(char mark, int decimals, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new AmountParser(mark, decimals).parse(bytes, 0, bytes.length);
    }
}
