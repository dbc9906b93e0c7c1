package dev.recon.engine.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/// The calendars of business days that rule sets may name: countries by ISO 3166, TARGET and some
/// exchanges, and joint ones such as `DE+US`, whose business days are those of both.
///
/// They are a table that comes with the engine (`calendars.txt`), so that a run gives the same
/// bytes whatever library anybody has; a test holds it against the libraries that it was made with.
public final class Calendars {
    static final int YEAR_FIRST = 2015;
    static final int YEAR_LAST = 2045;

    private static final int START = (int) LocalDate.of(YEAR_FIRST, 1, 1).toEpochDay();
    private static final int END = (int) LocalDate.of(YEAR_LAST + 1, 1, 1).toEpochDay();
    private static final int WEEK = 7;

    /// 45 kB each. Joint ones have as many names as somebody cares to write.
    private static final int KEPT_MAX = 200;

    private static final Map<String, BusinessDays> MADE = new ConcurrentHashMap<>();

    private Calendars() {}

    private static final class Read {
        static final SequencedMap<String, Days> ALL = Calendars.read();
    }

    /// @param off for each day from [#START], is it a day off?
    private record Days(boolean[] off, boolean[] weekend) {
        Days() {
            this(new boolean[END - START], new boolean[WEEK]);
        }

        void addWeekend(DayOfWeek day) {
            weekend[day.getValue() - 1] = true;
            for (int at = 0; at < off.length; at++) {
                off[at] |= LocalDate.ofEpochDay(START + at).getDayOfWeek() == day;
            }
        }

        void add(Days other) {
            for (int at = 0; at < off.length; at++) {
                off[at] |= other.off[at];
            }
            for (int at = 0; at < WEEK; at++) {
                weekend[at] |= other.weekend[at];
            }
        }
    }

    /// The names of all calendars, in their order.
    public static Set<String> names() {
        return Read.ALL.keySet();
    }

    public static boolean isKnown(String name) {
        return Read.ALL.keySet().containsAll(parts(name));
    }

    /// The business days of a calendar, or of several with a plus between them.
    public static BusinessDays get(String name) {
        BusinessDays made = MADE.get(name);
        if (made == null) {
            made = make(name);
            if (MADE.size() >= KEPT_MAX) {
                MADE.clear();
            }
            MADE.put(name, made);
        }
        return made;
    }

    /// How many are kept in memory.
    static int kept() {
        return MADE.size();
    }

    private static List<String> parts(String name) {
        return List.of(name.split("\\+", -1));
    }

    private static BusinessDays make(String name) {
        Days days = new Days();
        for (String part : parts(name)) {
            Days found = Read.ALL.get(part);
            if (found == null) {
                throw new IllegalArgumentException("no calendar " + part);
            }
            days.add(found);
        }
        return new BusinessDays(START, days.off(), days.weekend());
    }

    /// Lines are `DE saturday sunday`, then one for each year: `2026 0101 0403 ...`.
    private static SequencedMap<String, Days> read() {
        SequencedMap<String, Days> all = new TreeMap<>();
        Days days = new Days();
        for (String line : text().split("\n", -1)) {
            String[] words = line.split(" ", -1);
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            if (!Character.isDigit(line.charAt(0))) {
                days = new Days();
                all.put(words[0], days);
                for (int at = 1; at < words.length; at++) {
                    days.addWeekend(DayOfWeek.valueOf(words[at].toUpperCase(Locale.ROOT)));
                }
                continue;
            }
            for (int at = 1; at < words.length; at++) {
                int month = Integer.parseInt(words[at].substring(0, 2));
                int day = Integer.parseInt(words[at].substring(2));
                LocalDate date = LocalDate.of(Integer.parseInt(words[0]), month, day);
                days.off()[(int) date.toEpochDay() - START] = true;
            }
        }
        return Collections.unmodifiableSequencedMap(all);
    }

    private static String text() {
        try (InputStream file = Calendars.class.getResourceAsStream("calendars.txt")) {
            if (file == null) {
                throw new IllegalStateException("the engine was built without its calendars.txt");
            }
            return new String(file.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
