package dev.recon.engine.rules;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;

/// Reads how far amounts and dates may be apart.
final class NearYaml {
    static final String ANY = "any";
    static final int DAYS_MAX = 36_500;
    private static final Pattern PLAIN = Pattern.compile("[0-9]{1,15}(\\.[0-9]{1,9})?");
    private static final Pattern PERCENT = Pattern.compile("([0-9]{1,3}(\\.[0-9]{1,4})?)%");
    private static final String TOLERANCE = "any, an amount such as 0.05 or a share such as 1.5%";
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    private NearYaml() {}

    static Tolerance tolerance(YamlValue value, int decimals) {
        String raw = value.raw();
        if (value.isText() && raw.equals(ANY)) {
            return new Tolerance.Any();
        }
        var percent = PERCENT.matcher(raw);
        if (value.isText() && percent.matches()) {
            return percent(value, new BigDecimal(percent.group(1)));
        }
        if (!value.isNumber() || !PLAIN.matcher(raw).matches()) {
            value.fault(raw.startsWith("-") ? "0 or more: " + TOLERANCE : TOLERANCE);
            return new Tolerance.Any();
        }
        BigDecimal amount = new BigDecimal(raw);
        if (amount.stripTrailingZeros().scale() > decimals) {
            value.fault("at most " + decimals + " decimals, as the rule set counts amounts");
        }
        return new Tolerance.Absolute(amount);
    }

    private static Tolerance percent(YamlValue value, BigDecimal percent) {
        if (percent.compareTo(WHOLE) > 0) {
            value.fault("at most 100%");
        }
        return new Tolerance.Percent(percent);
    }

    static DayWindow days(YamlValue value) {
        if (value.isMap()) {
            YamlMap map = YamlMap.of(value, List.of("before", "after"));
            if (map.values().isEmpty()) {
                value.fault("before, after or both, such as {before: 1, after: 3}");
            }
            int before = map.find("before").map(NearYaml::count).orElse(0);
            int after = map.find("after").map(NearYaml::count).orElse(0);
            return new DayWindow(before, after);
        }
        if (!value.isWhole() && !isAny(value)) {
            value.fault("a number of days, {before: 1, after: 3} or any");
            return DayWindow.ANY;
        }
        int days = count(value);
        return new DayWindow(days, days);
    }

    private static int count(YamlValue value) {
        return isAny(value) ? DayWindow.UNBOUNDED : value.whole(0, DAYS_MAX, 0);
    }

    private static boolean isAny(YamlValue value) {
        return value.isText() && value.raw().equals(ANY);
    }
}
