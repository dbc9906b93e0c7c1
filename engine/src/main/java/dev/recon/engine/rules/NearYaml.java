package dev.recon.engine.rules;

import java.util.List;

/// Reads how far dates may be apart.
final class NearYaml {
    static final String ANY = "any";
    static final int DAYS_MAX = 36_500;

    private NearYaml() {}

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
