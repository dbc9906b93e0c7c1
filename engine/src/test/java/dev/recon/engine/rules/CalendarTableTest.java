package dev.recon.engine.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.util.Calendar;
import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// The table of holidays is what the libraries say: holidays by Jollyday, weekends by ICU (the week
/// data of Unicode's CLDR). `-Dgolden=write` writes it anew.
class CalendarTableTest {
    private static final Path TABLE =
            Path.of("src/main/resources/dev/recon/engine/rules/calendars.txt");
    private static final List<String> OTHERS = List.of("GB-ENG", "GB-SCT", "TARGET", "NYSE", "LME");
    private static final String COUNTRIES =
            "AE AR AT AU BA BE BG BR CA CH CL CO CY CZ DE DK EE EG ES FI FR GB GR HK HR HU IE IN IS"
                    + " IT JP KE KW LI LT LU LV MA MT MX NG NL NO NZ PE PH PL PT QA RO RS SA SE SG"
                    + " SI SK TR UA US VN ZA";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMdd", Locale.ROOT);

    @Test
    void theTableIsWhatTheLibrariesSay() throws IOException {
        String table = table();
        if ("write".equals(System.getProperty("golden"))) {
            Files.writeString(TABLE, table);
        }
        assertThat(Files.readString(TABLE)).isEqualTo(table);
    }

    private static String table() {
        StringBuilder table = new StringBuilder();
        table.append("# Weekends and public holidays: Jollyday 2.19.0, ICU 79.1 (CLDR).\n");
        for (String country : COUNTRIES.split(" ", -1)) {
            table.append(country).append(weekend(country)).append('\n');
            addYears(table, country.toLowerCase(Locale.ROOT));
        }
        for (String other : OTHERS) {
            table.append(other).append(" saturday sunday\n");
            addYears(table, other.toLowerCase(Locale.ROOT));
        }
        return table.toString();
    }

    private static String weekend(String country) {
        Calendar.WeekData week = Calendar.getWeekDataForRegion(country);
        StringBuilder days = new StringBuilder();
        for (int day = week.weekendOnset; ; day = day % 7 + 1) {
            // ICU counts from Sunday = 1, java.time from Monday = 1.
            DayOfWeek found = DayOfWeek.of((day + 5) % 7 + 1);
            days.append(' ').append(found.toString().toLowerCase(Locale.ROOT));
            if (day == week.weekendCease) {
                return days.toString();
            }
        }
    }

    private static void addYears(StringBuilder table, String calendar) {
        String[] parts = calendar.split("-", -1);
        HolidayManager manager = HolidayManager.getInstance(ManagerParameters.create(parts[0]));
        String[] regions = Arrays.copyOfRange(parts, 1, parts.length);
        for (int year = Calendars.YEAR_FIRST; year <= Calendars.YEAR_LAST; year++) {
            TreeSet<LocalDate> days = new TreeSet<>();
            for (Holiday holiday : manager.getHolidays(Year.of(year), regions)) {
                if (holiday.getType() != HolidayType.OBSERVANCE) {
                    days.add(holiday.getDate());
                }
            }
            table.append(year);
            days.forEach(day -> table.append(' ').append(DAY.format(day)));
            table.append('\n');
        }
    }
}
