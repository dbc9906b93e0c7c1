package dev.recon.engine.rules;

import dev.recon.engine.read.FieldSource;
import dev.recon.engine.table.Table;
import java.util.List;
import java.util.Optional;

/// Reads and writes times of day, and how far they may be apart.
final class TimeYaml {
    static final String SECONDS = "seconds";
    static final String AHEAD = "ahead";

    private TimeYaml() {}

    static FieldSource read(YamlValue value) {
        YamlMap map = YamlMap.of(value, "a map such as {column: Time}");
        map.requireKnown(List.of("column", AHEAD));
        int limit = TimeWindow.SECONDS_MAX;
        int ahead = map.find(AHEAD).map(at -> at.whole(-limit, limit, 0)).orElse(0);
        return new FieldSource.Time(FieldYaml.column(map, "column"), ahead);
    }

    /// The seconds of a pass, if it has some: both sides must map a time and a date, and the window
    /// says of both what `days` would say of the date.
    static Optional<TimeWindow> find(YamlMap map, FieldNames fields) {
        Optional<YamlValue> found = map.find(SECONDS);
        found.ifPresent(value -> {
            if (map.has("days")) {
                value.fault("seconds beside days", "one of them: seconds count across days");
            }
            for (String field : List.of(Table.DATE, Table.TIME)) {
                if (!fields.isOnBoth(field)) {
                    value.fault("seconds without a " + field, "a " + field + " on both sides");
                }
            }
        });
        return found.map(TimeYaml::window);
    }

    private static TimeWindow window(YamlValue value) {
        if (value.isMap()) {
            YamlMap map = YamlMap.of(value, List.of("before", "after"));
            if (!map.has("before") && !map.has("after")) {
                value.fault("before, after or both, such as {before: 5, after: 90}");
            }
            return new TimeWindow(
                    map.find("before").map(TimeYaml::count).orElse(0),
                    map.find("after").map(TimeYaml::count).orElse(0));
        }
        int seconds = count(value);
        return new TimeWindow(seconds, seconds);
    }

    private static int count(YamlValue value) {
        return value.whole(0, TimeWindow.SECONDS_MAX, 0);
    }

    static String write(TimeWindow seconds) {
        return seconds.before() == seconds.after()
                ? String.valueOf(seconds.after())
                : "{before: " + seconds.before() + ", after: " + seconds.after() + "}";
    }
}
