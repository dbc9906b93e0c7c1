package dev.recon.engine.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.recon.engine.Seeds;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Dates are those of java.time, or refused.
class DatePatternTest {
    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2100, 12, 31);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yyyy-MM-dd", "dd/MM/yyyy", "MM/dd/yyyy", "dd.MM.yyyy", "yyyyMMdd", "yyyy/MM/dd",
                "yyyy.MM.dd", "dd-MM-yyyy", "MM-dd-yyyy", "d/M/yyyy", "M/d/yyyy", "d.M.yyyy",
                "d-MMM-yyyy", "d MMM yyyy", "MMM d, yyyy", "yyyy-M-d", "ddMMyyyy", "dd MMM yyyy"
            })
    void readsAndWritesEveryDayOfTwoCenturies(String pattern) {
        DatePattern tested = DatePattern.of(pattern);
        DateTimeFormatter oracle = DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
        for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
            String text = oracle.format(day);
            assertThat(parse(tested, text)).as(text).isEqualTo((int) day.toEpochDay());
            assertThat(tested.format((int) day.toEpochDay())).isEqualTo(text);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"dd/MM/yy", "MM/dd/yy", "dd.MM.yy", "d-MMM-yy", "d MMM yy"})
    void twoDigitsOfAYearAreFrom1970To2069(String pattern) {
        DatePattern tested = DatePattern.of(pattern);
        DateTimeFormatter oracle = DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
        for (LocalDate day = LocalDate.of(1970, 1, 1);
                day.getYear() < 2070;
                day = day.plusDays(1)) {
            assertThat(parse(tested, oracle.format(day))).isEqualTo((int) day.toEpochDay());
        }
    }

    @Test
    void aDayThatJavaTimeDoesNotKnowIsNone() {
        DatePattern iso = DatePattern.of("yyyy-MM-dd");
        for (int seed = 0; seed < Seeds.share(20_000); seed++) {
            Random random = new Random(seed);
            int year = random.nextInt(10_000);
            int month = random.nextInt(20);
            int day = random.nextInt(40);
            String text = String.format("%04d-%02d-%02d", year, month, day);
            assertThat(parse(iso, text)).as(text).isEqualTo(epochDay(year, month, day));
        }
    }

    private static int epochDay(int year, int month, int day) {
        try {
            return year == 0
                    ? DatePattern.NOT_A_DATE
                    : (int) LocalDate.of(year, month, day).toEpochDay();
        } catch (DateTimeException _) {
            return DatePattern.NOT_A_DATE;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-31T10:00", "2026-01-31 10:00:00", "2026-01-31T10:00:00Z",
                "2026-01-31T10:00:00.123+02:00", "2026-01-31 1:05 PM", "2026-01-31 00:00:00 UTC",
                "2026-01-31T100000"
            })
    void aTimeBehindTheDateIsPassedOver(String text) {
        assertThat(parse(DatePattern.of("yyyy-MM-dd"), text))
                .isEqualTo((int) LocalDate.of(2026, 1, 31).toEpochDay());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "2026",
                "2026-01",
                "2026-1-31",
                "26-01-31",
                "2026-01-3",
                "2026-01-311",
                "2026/01/31",
                "2026-01-31x",
                "2026-01-31 ",
                "2026-01-31T",
                "2026-01-31 7 apples",
                "2026-01-31 3",
                "2026-01-31 2026-02-01",
                "2026-01-31T25",
                "20260131",
                "x026-01-31",
                "2026-00-01",
                "2026-13-01",
                "2026-02-29",
                "2025-04-31",
                "２０2x-01-31"
            })
    void refusesWhatIsNoDate(String text) {
        assertThat(parse(DatePattern.of("yyyy-MM-dd"), text)).isEqualTo(DatePattern.NOT_A_DATE);
    }

    @ParameterizedTest
    @CsvSource({"29-FEB-2024,19782", "1 jan 1970,", "1-Jan-1970,0", "31-Foo-2024,", "5-Ja,"})
    void readsTheNamesOfMonthsInEitherCase(String text, Integer day) {
        int read = parse(DatePattern.of("d-MMM-yyyy"), text);
        assertThat(read).isEqualTo(day == null ? DatePattern.NOT_A_DATE : day);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "yyyy-W | 2026-W05 | 20479",
                "yyyyW | 2026W05 | 20479",
                "W/yyyy | w5/2026 | 20479",
                "W yyyy | KW 5 2026 | 20479",
                "W yyyy | Week 05 2026 | 20479",
                "W/yy | KW05/26 | 20479",
                "yyyy-W | 2026-W01 | 20451",
                "yyyy-W | 2026-W53 | 20815",
                "yyyy-W | 2025-W53 |",
                "yyyy-W | 2026-W00 |",
                "yyyy-W | 2026-05 |",
                "yyyy-MM | 2026-03 | 20513",
                "MM/yyyy | 03/2026 | 20513",
                "yyyyMM | 202603 | 20513",
                "MMM yyyy | März 2026 | 20513",
                "yyyy-MM | 2026-13 |",
                "yyyy-MM | 2026-03-05 |",
                "yyyyMM | 20260305 |",
                "W yyyy | Q 1 2026 |"
            })
    void aPeriodIsItsFirstDay(String pattern, String text, Integer day) {
        int read = parse(DatePattern.of(pattern), text);
        assertThat(read).isEqualTo(day == null ? DatePattern.NOT_A_DATE : day);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "d. MMM yyyy | 1. März 2026 | 20513",
                "d. MMM yyyy | 1. MÄRZ 2026 | 20513",
                "d-MMM-yyyy | 01-Mär-2026 | 20513",
                "dd.MMM.yyyy | 01.Mrz.2026 | 20513",
                "d MMM yyyy | 1 août 2025 | 20301",
                "d MMM yyyy | 15 déc. 2025 | 20437",
                "MMM d, yyyy | September 30, 2025 | 20361",
                "d MMM yyyy | 12 giugno 2025 | 20251",
                "yyyy年M月d日 | 2026年3月1日 | 20513",
                "yyyy年MM月dd日 | 2026年03月01日 | 20513",
                "d. MMM yyyy | 1. Marzipan 2026 |",
                "yyyy年M月d日 | 2026年3月1 |",
                "epoch-seconds | 1772323200 | 20513",
                "epoch-seconds | 1772409599.5 | 20513",
                "epoch-millis | 1772409599999 | 20513",
                "spreadsheet-days | 46082 | 20513",
                "spreadsheet-days | 46082.75 | 20513",
                "spreadsheet-days | 46082x |",
                "spreadsheet-days | 2958465 | 2932896",
                "spreadsheet-days | 2958466 |",
                "epoch-seconds | 46082.7.5 |",
                "epoch-millis | 99999999999999999999 |"
            })
    void readsMonthsAndSeparatorsOfOtherLanguages(String pattern, String text, Integer day) {
        int read = parse(DatePattern.of(pattern), text);
        assertThat(read).isEqualTo(day == null ? DatePattern.NOT_A_DATE : day);
    }

    @ParameterizedTest
    @ValueSource(strings = {"epoch-seconds", "epoch-millis", "spreadsheet-days"})
    void readsAndWritesDaysThatAreCounted(String pattern) {
        DatePattern tested = DatePattern.of(pattern);
        for (int day = 0; day < 40_000; day++) {
            assertThat(parse(tested, tested.format(day))).isEqualTo(day);
        }
    }

    @Test
    void writesSeparatorsOfOtherLanguages() {
        assertThat(DatePattern.of("yyyy年M月d日").format(20_513)).isEqualTo("2026年3月1日");
        assertThat(DatePattern.of("yyyy-W").format(20_451)).isEqualTo("2026-W01");
        assertThat(DatePattern.of("MM/yyyy").format(20_513)).isEqualTo("03/2026");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yyyy",
                "MM",
                "dd/MM",
                "yyy-MM-dd",
                "yyyy-MM-dd-dd",
                "yyyy-MMMM-dd",
                "yyyy-MM-ddd",
                "yyyy-mm-dd",
                "yyyy-MM-W",
                "EEE yyyy-MM",
                "EEE EEE yyyy-MM-dd",
                "yyyy-WW",
                "yyyy-MM-dd HH"
            })
    void refusesAPatternThatDoesNotSayOneYearMonthAndDay(String pattern) {
        assertThatThrownBy(() -> DatePattern.of(pattern))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("found " + pattern);
    }

    @Test
    void refusesAPatternThatIsTooLong() {
        assertThatThrownBy(() -> DatePattern.of("yyyy-MM-dd" + "-".repeat(119)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected at most 100 characters, found 129");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dd'MM'yyyy", "dd[MM]yyyy", "dd{MM}yyyy", "dd#MM#yyyy", "'yyyy-MM-dd'"})
    void writesMarksThatMeanSomethingElsewhere(String pattern) {
        DatePattern tested = DatePattern.of(pattern);
        assertThat(parse(tested, tested.format(20_484))).isEqualTo(20_484);
    }

    private static int parse(DatePattern pattern, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return pattern.parse(bytes, 0, bytes.length);
    }
}
