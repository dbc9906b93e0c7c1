package dev.recon.engine.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.engine.table.TimeColumn;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Times of day as files write them.
class TimeOfDayTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "14:02,14:02:00",
                "14:02:11,14:02:11",
                "9:05,09:05:00",
                "2026-01-31T14:02:11,14:02:11",
                "2026-01-31 14:02:11,14:02:11",
                "31/01/2026 14:02,14:02:00",
                "31 Jan 2026 14:02,14:02:00",
                "20260131T140211,14:02:11",
                "20260131T1402,14:02:00",
                "20260131140211,14:02:11",
                "202601311402,14:02:00",
                "14:02:11.250,14:02:11",
                "`14:02:11,250`,14:02:11",
                "2:02 PM,14:02:00",
                "2:02:11pm,14:02:11",
                "12:00 AM,00:00:00",
                "12:30 PM,12:30:00",
                "01/31/2026 2:02 PM,14:02:00",
                "14:02:11Z,14:02:11",
                "14:02:11 UTC,14:02:11",
                "2026-01-31T14:02:11+02:00,12:02:11",
                "14:02:11-0530,19:32:11",
                "14:02:11+02,12:02:11",
                "00:30+01:00,23:30:00",
                "23:59:59,23:59:59"
            })
    void aTimeIsFoundInACell(String cell, String time) {
        assertThat(TimeColumn.text(parse(cell))).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-01-31",
                "24:00",
                "14:60",
                "14:02:60",
                "14:2",
                "13:02 PM",
                "0:02 AM",
                "114:02",
                "14:02 h",
                "14:02:11+19:00",
                "INV:14",
                "20260131T14021",
                "T",
                "ratio 14:02:11:05",
                ":30",
                "14:"
            })
    void anythingElseIsNone(String cell) {
        assertThat(parse(cell)).isEqualTo(TimeOfDay.ABSENT);
        assertThat(TimeOfDay.written(cell)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-31T14:02:11+02:00,14:02:11+02:00",
        "31/01/2026 2:02 PM,2:02 PM",
        "20260131T140211,140211",
        "14:02,14:02"
    })
    void aPersonSeesTheTimeAsItIsWritten(String cell, String written) {
        assertThat(TimeOfDay.written(cell)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({"14:02,true", "2:02 PM,true", "2026-01-31 14:02,false", "2026-01-31,false"})
    void aDateBeforeItMeansThatItIsNotAlone(String cell, boolean alone) {
        byte[] bytes = cell.getBytes(StandardCharsets.UTF_8);
        assertThat(TimeOfDay.isAlone(bytes, 0, bytes.length)).isEqualTo(alone);
    }

    private static int parse(String cell) {
        byte[] bytes = cell.getBytes(StandardCharsets.UTF_8);
        return TimeOfDay.parse(bytes, 0, bytes.length);
    }
}
