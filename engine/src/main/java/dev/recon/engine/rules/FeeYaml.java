package dev.recon.engine.rules;

import dev.recon.engine.table.Limits;
import dev.recon.engine.table.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Reads and writes the passes that match a gross amount with what a fee left of it.
final class FeeYaml {
    static final List<String> FEE =
            List.of("name", "kind", "key", "schedule", "gross", "days", "ambiguous");
    private static final String LEARN = "learn";
    private static final int SCHEDULES_MAX = 20;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,15}(\\.[0-9]{1,9})?");
    private static final BigDecimal FIXED_MAX = BigDecimal.valueOf(Limits.UNITS_MAX);
    private static final String EXPECTED =
            "learn, or a schedule such as {percent: 2.9, fixed: 0.30}";
    private static final SequencedMap<String, Rounding> ROUNDINGS = new LinkedHashMap<>();
    private static final SequencedMap<String, Side> SIDES = new LinkedHashMap<>();

    static {
        for (Rounding rounding : Rounding.values()) {
            ROUNDINGS.put(rounding.word(), rounding);
        }
        for (Side side : Side.values()) {
            SIDES.put(side.word(), side);
        }
    }

    private final int decimals;

    FeeYaml(int decimals) {
        this.decimals = decimals;
    }

    /// @param key the fields of its key, as read
    Pass fee(String name, YamlMap map, List<String> key) {
        PassYaml.requireNoAmount(map, "key", key, "fields without it: a fee is kept of it");
        List<Schedule> schedules =
                map.require("schedule", EXPECTED).map(this::schedules).orElse(List.of());
        return new Pass.Fee(
                name,
                key,
                schedules,
                map.find("gross").map(at -> at.oneOf(SIDES)).orElse(Side.LEFT),
                NearYaml.days(map),
                PassYaml.ambiguous(map));
    }

    private List<Schedule> schedules(YamlValue value) {
        if (value.isText() && value.raw().equals(LEARN)) {
            return List.of();
        }
        List<YamlValue> items = value.isMap() ? List.of(value) : value.items(EXPECTED);
        if (value.isList() && (items.isEmpty() || items.size() > SCHEDULES_MAX)) {
            value.fault("1 to " + SCHEDULES_MAX + " schedules");
        }
        List<Schedule> schedules = new ArrayList<>();
        items.forEach(item -> schedule(item).ifPresent(schedules::add));
        return schedules;
    }

    /// One schedule; none where it is not one, which is told.
    Optional<Schedule> schedule(YamlValue item) {
        YamlMap map = YamlMap.of(item, List.of("percent", "fixed", "rounding"));
        if (!item.isMap()) {
            return Optional.empty();
        }
        if (!map.has("percent") && !map.has("fixed")) {
            item.fault(EXPECTED);
        }
        BigDecimal percent =
                map.find("percent")
                        .map(at -> number(at, Schedule.PERCENT_DECIMALS, "0 to 100 percent"))
                        .orElse(BigDecimal.ZERO);
        BigDecimal fixed =
                map.find("fixed")
                        .map(at -> number(at, decimals, "an amount of 0 or more"))
                        .orElse(BigDecimal.ZERO);
        Rounding rounding =
                map.find("rounding").map(at -> at.oneOf(ROUNDINGS)).orElse(Rounding.HALF_UP);
        if (percent.compareTo(BigDecimal.valueOf(100)) > 0) {
            map.find("percent").ifPresent(at -> at.fault("at most 100 percent"));
            return Optional.empty();
        }
        if (fixed.movePointRight(decimals).compareTo(FIXED_MAX) > 0) {
            String most = FIXED_MAX.movePointLeft(decimals).toPlainString();
            map.find("fixed").ifPresent(at -> at.fault("an amount of at most " + most));
            return Optional.empty();
        }
        return Optional.of(new Schedule(percent, fixed, rounding));
    }

    private static BigDecimal number(YamlValue value, int decimalsMax, String expected) {
        boolean number = value.isNumber() && NUMBER.matcher(value.raw()).matches();
        BigDecimal found = number ? new BigDecimal(value.raw()) : BigDecimal.ZERO;
        if (!number || found.stripTrailingZeros().scale() > decimalsMax) {
            value.fault(expected + " with at most " + decimalsMax + " decimals");
            return BigDecimal.ZERO;
        }
        return found;
    }

    static String write(List<Schedule> schedules) {
        if (schedules.isEmpty()) {
            return LEARN;
        }
        return schedules.size() == 1
                ? write(schedules.getFirst())
                : schedules.stream()
                        .map(FeeYaml::write)
                        .collect(Collectors.joining(", ", "[", "]"));
    }

    private static String write(Schedule schedule) {
        return "{percent: "
                + schedule.percent().toPlainString()
                + ", fixed: "
                + schedule.fixed().toPlainString()
                + ", rounding: "
                + schedule.rounding().word()
                + "}";
    }
}
