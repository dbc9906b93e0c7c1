package dev.recon.engine.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Money is exact, and prints as many decimals as its currency has.
class MoneyTest {
    @ParameterizedTest
    @CsvSource({
        "EUR, 120450, 2, 1204.50",
        "EUR, -120450, 2, -1204.50",
        "EUR, 0, 2, 0.00",
        "EUR, -5, 2, -0.05",
        "EUR, 120, 1, 12.0",
        "EUR, 12, 0, 12",
        "EUR, 120000, 4, 12.00",
        "EUR, 120010, 4, 12.001",
        "JPY, 1200, 2, 12",
        "JPY, 1250, 2, 12.5",
        "KWD, 12500, 3, 12.500",
        "KWD, 1250, 2, 12.50",
        "XXX, 1250, 2, 12.50",
        "EUR, 9223372036854775807, 2, 92233720368547758.07",
        "EUR, -9223372036854775808, 2, -92233720368547758.08",
        "EUR, -9223372036854775808, 9, -9223372036.854775808",
        "EUR, 100000, 0, 100000"
    })
    void printsPlainDecimals(String currency, long units, int decimals, String value) {
        Money money = new Money(Currency.of(currency), units, decimals);
        assertThat(money.value()).isEqualTo(value);
        assertThat(money).hasToString(currency.equals("XXX") ? value : currency + " " + value);
    }

    @Test
    void whatIsPrintedIsExactlyWhatIsMeant() {
        Random random = new Random(1);
        for (int trial = 0; trial < 50_000; trial++) {
            long units = random.nextLong() >> random.nextInt(64);
            int decimals = random.nextInt(10);
            String value = Money.value(units, decimals, random.nextInt(4));
            BigDecimal exact = BigDecimal.valueOf(units, decimals);
            assertThat(new BigDecimal(value)).isEqualByComparingTo(exact);
            assertThat(value).matches("-?[0-9]+(\\.[0-9]+)?");
        }
    }

    @Test
    void sumsAreExactOrFail() {
        Money most = new Money(Currency.of("EUR"), Long.MAX_VALUE, 2);
        Money cent = new Money(Currency.of("EUR"), 1, 2);
        assertThat(most.minus(cent).plus(cent)).isEqualTo(most);
        assertThat(cent.minus(cent).isZero()).isTrue();
        assertThatThrownBy(() -> most.plus(cent)).isInstanceOf(ArithmeticException.class);
        Money other = new Money(Currency.of("USD"), 1, 2);
        Money finer = new Money(Currency.of("EUR"), 1, 3);
        assertThatThrownBy(() -> cent.plus(other)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> cent.minus(finer)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Money(Currency.NONE, 1, 10))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyCodeHasItsOwnPackedForm() {
        short expected = 1;
        for (char a = 'A'; a <= 'Z'; a++) {
            for (char b = 'A'; b <= 'Z'; b++) {
                for (char c = 'A'; c <= 'Z'; c++) {
                    String code = "" + a + b + c;
                    Currency currency = Currency.of(code);
                    assertThat(currency.packed()).isEqualTo(expected++);
                    assertThat(currency.code()).isEqualTo(code);
                    assertThat(Currency.of(code.toLowerCase(Locale.ROOT))).isEqualTo(currency);
                }
            }
        }
        short outside = expected;
        assertThatThrownBy(() -> new Currency(outside))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void onlyLettersMakeACode() {
        for (int letter = -200; letter < 0x3000; letter++) {
            boolean ascii = (letter | 0x20) >= 'a' && (letter | 0x20) <= 'z';
            assertThat(Currency.pack(letter, 'A', 'B') != 0).as("%s", letter).isEqualTo(ascii);
            assertThat(Currency.pack('Z', letter, 'B') != 0).as("%s", letter).isEqualTo(ascii);
            assertThat(Currency.pack('Z', 'Z', letter) != 0).as("%s", letter).isEqualTo(ascii);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "EU", "EURO", "E1R", "€€€", "E R", "ÄÖÜ"})
    void refusesWhatIsNoCode(String code) {
        assertThatThrownBy(() -> Currency.of(code)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"EUR,2,true", "JPY,0,true", "KWD,3,true", "XXX,2,true", "QQQ,2,false"})
    void knowsTheDecimalsOfListedCurrencies(String code, int decimals, boolean listed) {
        assertThat(Currency.of(code).decimals()).isEqualTo(decimals);
        assertThat(Currency.of(code).isListed()).isEqualTo(listed);
        assertThat(Currency.of(code)).hasToString(code);
    }
}
