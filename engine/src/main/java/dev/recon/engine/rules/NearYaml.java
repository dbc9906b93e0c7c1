package dev.recon.engine.rules;

import java.util.List;

/// Reads and writes how far amounts and dates may be apart.
final class NearYaml {
    static final String ANY = "any";
    static final int DAYS_MAX = 36_500;

    private NearYaml() {}

    /// Limits of a pass that have to hold for both.
    record Near(Tolerance amount, DayWindow days) {}

    /// Reads both limits of a pass; without a key at least one of them must bound something.
    ///
    /// @param key the fields of its key, as read
    /// @param example a tolerance as such a pass has it
    static Near near(YamlMap map, List<String> key, int decimals, String example) {
        Tolerance amount =
                map.require("amount", "how far amounts may be apart, such as amount: " + example)
                        .map(new ToleranceYaml(decimals)::read)
                        .orElse(new Tolerance.Any());
        DayWindow days = days(map);
        boolean timed = map.has(TimeYaml.SECONDS);
        boolean free = amount instanceof Tolerance.Any && days.equals(DayWindow.ANY) && !timed;
        map.find("key")
                .filter(list -> list.isList() && key.isEmpty() && free && map.has("amount"))
                .ifPresent(list -> list.fault("a field, or limits for amount or days"));
        return new Near(amount, days);
    }

    /// The days of a pass; any where it says nothing.
    static DayWindow days(YamlMap map) {
        return map.find("days").map(NearYaml::days).orElse(DayWindow.ANY);
    }

    static DayWindow days(YamlValue value) {
        if (value.isMap()) {
            YamlMap map = YamlMap.of(value, List.of("before", "after", "calendar"));
            if (!map.has("before") && !map.has("after")) {
                value.fault("before, after or both, such as {before: 1, after: 3}");
            }
            int before = map.find("before").map(NearYaml::count).orElse(0);
            int after = map.find("after").map(NearYaml::count).orElse(0);
            String calendar = map.find("calendar").map(NearYaml::calendar).orElse("");
            return new DayWindow(before, after, calendar);
        }
        if (!value.isWhole() && !isAny(value)) {
            value.fault("a number of days, {before: 1, after: 3} or any");
            return DayWindow.ANY;
        }
        int days = count(value);
        return new DayWindow(days, days);
    }

    static String write(DayWindow days) {
        String ends = "{before: " + written(days.before()) + ", after: " + written(days.after());
        if (days.isInBusinessDays()) {
            return ends + ", calendar: " + YamlText.scalar(days.calendar()) + "}";
        }
        return days.before() == days.after() ? written(days.before()) : ends + "}";
    }

    private static String written(int days) {
        return days == DayWindow.UNBOUNDED ? ANY : String.valueOf(days);
    }

    private static String calendar(YamlValue value) {
        String name = value.text("the name of a calendar, such as TARGET, DE or DE+US");
        if (!value.isText() || Calendars.isKnown(name)) {
            return value.isText() ? name : "";
        }
        String hint = Spelling.hint(name, Calendars.names());
        value.fault("a calendar such as TARGET, a country such as DE, or DE+US for both" + hint);
        return "";
    }

    private static int count(YamlValue value) {
        return isAny(value) ? DayWindow.UNBOUNDED : value.whole(0, DAYS_MAX, 0);
    }

    private static boolean isAny(YamlValue value) {
        return value.isText() && value.raw().equals(ANY);
    }
}
