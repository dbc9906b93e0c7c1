package dev.recon.engine.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Months and weekdays are read as the languages of Europe write them.
class DayNamesTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "en", "en-GB", "de", "de-AT", "fr", "es", "es-PE", "it", "pt", "nl", "sv", "da",
                "nb", "fi", "pl", "cs", "sk", "hu", "ro", "sl", "sr-Latn", "bg", "ru", "uk", "el",
                "tr", "et", "lv", "lt", "id"
            })
    void everyDayOfAYearIsReadInEachLanguage(String tag) {
        Locale language = Locale.forLanguageTag(tag);
        for (String written : new String[] {"d MMMM yyyy", "d MMM yyyy"}) {
            DateTimeFormatter format = DateTimeFormatter.ofPattern(written, language);
            for (int day = 0; day < 365; day++) {
                String text = FIRST.plusDays(day).format(format);
                assertThat(parse("d MMM yyyy", text))
                        .as(text)
                        .isEqualTo((int) FIRST.plusDays(day).toEpochDay());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "fr", "es", "it", "nl", "sv", "nb", "pl", "cs", "ru", "tr"})
    void aWeekdayBeforeADateIsThatOfTheDate(String tag) {
        Locale language = Locale.forLanguageTag(tag);
        for (String written : new String[] {"EEEE, d MMMM yyyy", "EEE d MMM yyyy"}) {
            DateTimeFormatter format = DateTimeFormatter.ofPattern(written, language);
            for (int day = 0; day < 60; day++) {
                LocalDate date = FIRST.plusDays(day);
                String text = date.format(format);
                assertThat(parse("EEE d MMM yyyy", text))
                        .as(text)
                        .isEqualTo((int) date.toEpochDay());
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    EEE d MMM yyyy   | Fri, 02 Jan 2026 11:22:33 GMT | 2026-01-02
                    EEE MMM d yyyy   | Fri Jan 02 2026               | 2026-01-02
                    EEE MMM d, yyyy  | Friday, January 2nd, 2026     | 2026-01-02
                    EEE d. MMM yyyy  | Fr., 2. Januar 2026           | 2026-01-02
                    EEE d/M/yyyy     | Fri 2/1/2026                  | 2026-01-02
                    EEE d/M/yyyy     | Fri 1/2/2026                  |
                    EEE M/d/yyyy     | Fri 1/2/2026                  | 2026-01-02
                    EEE d. MMM yyyy  | Fr.,, 2. Januar 2026          |
                    EEE d MMM yyyy   | Someday 2 Jan 2026            |
                    d MMM yyyy       | 2nd January 2026              | 2026-01-02
                    d MMM yyyy       | 1er janvier 2026              | 2026-01-01
                    d MMM yyyy       | 1º de enero de 2026           | 2026-01-01
                    d MMM yyyy       | 5 de enero del 2026           | 2026-01-05
                    d MMM yyyy       | 3rd of March 2026             | 2026-03-03
                    d MMM yyyy       | 3rdx March 2026               |
                    d MMM yyyy       | 5 de 2026                     |
                    MMM yyyy         | enero de 2026                 | 2026-01-01
                    ddMMMyyyy        | 02JAN2026                     | 2026-01-02
                    d/MMM/yyyy       | 02/Jan/2026                   | 2026-01-02
                    yyyy. M. d.      | 2026. 01. 02.                 | 2026-01-02
                    yyyy. MMM d.     | 2026. január 2.               | 2026-01-02
                    yyyyMMdd         | 20260102140211                | 2026-01-02
                    yyyyMMdd         | 202601021402                  | 2026-01-02
                    yyyyMMdd         | 20260102246000                |
                    yyyyMMdd         | 2026010214021                 |
                    ddMMyyyy         | 02012026140211                |
                    d.M.yyyy         | ０２．０１．２０２６               | 2026-01-02
                    yyyy-MM-dd       | ٢٠٢٦-٠١-٠٢                    | 2026-01-02
                    """)
    void readsWhatPeopleAndProgramsPutAroundADate(String pattern, String text, LocalDate date) {
        int day = date == null ? DatePattern.NOT_A_DATE : (int) date.toEpochDay();
        assertThat(parse(pattern, text)).isEqualTo(day);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'2026-01-02", "=\"2026-01-02\"", "2026\u20111\u20112"})
    void readsWhatASpreadsheetTakesForText(String text) {
        String pattern = text.contains("01") ? "yyyy-MM-dd" : "yyyy-M-d";
        assertThat(parse(pattern, text)).isEqualTo(20_455);
    }

    @Test
    void writesTheWeekdayThatItReads() {
        DatePattern pattern = DatePattern.of("EEE d MMM yyyy");
        for (int day = 20_454; day < 20_500; day++) {
            assertThat(parse(pattern.toString(), pattern.format(day))).isEqualTo(day);
        }
        assertThat(pattern.format(20_455)).isEqualTo("Fri 2 Jan 2026");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EEE d MMM yyyy",
                "EEE MMM d yyyy",
                "EEE MMM d, yyyy",
                "yyyy. M. d.",
                "ddMMMyyyy",
                "d/MMM/yyyy",
                "dd-MM-yy",
                "d-M-yyyy",
                "EEE d/M/yyyy"
            })
    void aColumnOfSuchDatesIsFoundByItsCells(String pattern) {
        DatePattern written = DatePattern.of(pattern);
        List<String> cells = IntStream.range(20_454, 20_554).mapToObj(written::format).toList();
        assertThat(Profiler.type(cells))
                .isInstanceOfSatisfying(
                        ColumnType.Date.class,
                        date -> assertThat(date.patterns()).containsExactly(written));
    }

    @Test
    void aNumberThatOnlyBeginsWithADayIsNoDate() {
        assertThat(Profiler.type(numbers(n -> n * 7919 % 24 * 10_000 + n % 60)))
                .isInstanceOf(ColumnType.Date.class);
        assertThat(Profiler.type(numbers(n -> n % 40))).isInstanceOf(ColumnType.Code.class);
    }

    private static List<String> numbers(IntUnaryOperator behind) {
        return IntStream.range(0, 100)
                .mapToObj(n -> "202601%02d%06d".formatted(n % 28 + 1, behind.applyAsInt(n)))
                .toList();
    }

    private static int parse(String pattern, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return DatePattern.of(pattern).parse(bytes, 0, bytes.length);
    }
}
