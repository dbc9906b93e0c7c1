package dev.recon.engine.match;

import dev.recon.engine.money.Currency;
import dev.recon.engine.rules.Ambiguity;
import dev.recon.engine.rules.BatchFee;
import dev.recon.engine.rules.Comparison;
import dev.recon.engine.rules.CurrencyPair;
import dev.recon.engine.rules.DayWindow;
import dev.recon.engine.rules.Offset;
import dev.recon.engine.rules.Pass;
import dev.recon.engine.rules.Rounding;
import dev.recon.engine.rules.Schedule;
import dev.recon.engine.rules.TextSearch;
import dev.recon.engine.rules.TimeWindow;
import dev.recon.engine.rules.Tolerance;
import dev.recon.engine.rules.Unequal;
import dev.recon.engine.table.DateColumn;
import dev.recon.engine.table.Side;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the words of a scenario's line.
final class ScenarioWords {
    private static final Pattern WORD = Pattern.compile("([^\\s\"]*)\"([^\"]*)\"|(\\S+)");

    private ScenarioWords() {}

    /// Words between blanks; quotes hold blanks together.
    static List<String> split(String line) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(line);
        while (matcher.find()) {
            words.add(
                    matcher.group(3) == null
                            ? matcher.group(1) + matcher.group(2)
                            : matcher.group(3));
        }
        return words;
    }

    static TestEntry entry(List<String> words) {
        Map<String, String> texts = new HashMap<>();
        for (String word : words.subList(5, words.size())) {
            String[] parts = word.split("=", 2);
            boolean asItIs = List.of("text", "time").contains(parts[0]);
            texts.put(parts[0], asItIs ? parts[1] : code(parts[1]));
        }
        if (!words.get(1).equals("-")) {
            texts.put("reference", code(words.get(1)));
        }
        int day =
                words.get(2).equals("-")
                        ? DateColumn.ABSENT
                        : Math.toIntExact(LocalDate.parse(words.get(2)).toEpochDay());
        String currency = words.get(3).equals("-") ? "XXX" : words.get(3);
        return new TestEntry(words.getFirst(), units(words.get(4)), currency, day, texts);
    }

    static long units(String amount) {
        return new BigDecimal(amount).movePointRight(2).longValueExact();
    }

    private static String code(String text) {
        return text.replaceAll("[^A-Za-z0-9]", "").toUpperCase(Locale.ROOT);
    }

    static Comparison comparison(String word) {
        String[] parts = word.split("=", 2);
        if (parts.length > 1 && parts[1].equals("differs")) {
            return new Comparison(parts[0], DayWindow.ANY, true);
        }
        return new Comparison(parts[0], parts.length == 1 ? DayWindow.ANY : window(parts[1]));
    }

    /// Passes are separated by semicolons.
    static List<Pass> passes(List<String> words) {
        List<Pass> passes = new ArrayList<>();
        for (String pass : String.join(" ", words).split(";", -1)) {
            passes.add(pass(split(pass)));
        }
        return passes;
    }

    private static Pass pass(List<String> words) {
        String kind = words.getFirst();
        Map<String, String> options = new HashMap<>();
        for (String word : words.subList(1, words.size())) {
            String[] parts = word.split("=", 2);
            options.put(parts[0], parts[1]);
        }
        String name = options.getOrDefault("name", kind);
        Ambiguity ambiguous =
                Ambiguity.valueOf(
                        options.getOrDefault("ambiguous", "best").toUpperCase(Locale.ROOT));
        return switch (kind) {
            case "exact" ->
                    new Pass.Exact(
                            name, fields(options, "key", "reference+currency+amount"), ambiguous);
            case "reference" -> reference(name, options, ambiguous);
            case "close" ->
                    new Pass.Close(
                            name,
                            fields(options, "key", "reference+currency"),
                            tolerance(options.getOrDefault("amount", "any")),
                            window(options.getOrDefault("days", "any")),
                            Optional.ofNullable(options.get("seconds")).map(ScenarioWords::seconds),
                            fields(options, "similar", ""),
                            ambiguous,
                            new BigDecimal(options.getOrDefault("precision", "0")));
            case "group" -> group(name, options);
            case "batch" -> batch(name, options, ambiguous);
            case "sum" -> sum(name, options);
            case "fee" -> fee(name, options, ambiguous);
            case "fx" -> fx(name, options, ambiguous);
            case "contra" -> contra(name, options, ambiguous);
            default -> throw new IllegalArgumentException("no such pass: " + kind);
        };
    }

    private static Pass reference(String name, Map<String, String> options, Ambiguity ambiguous) {
        return new Pass.Reference(
                name,
                options.getOrDefault("find", "reference"),
                options.getOrDefault("in", "text"),
                fields(options, "key", "currency+amount"),
                Integer.parseInt(options.getOrDefault("min", "3")),
                Integer.parseInt(options.getOrDefault("max", "20")),
                ambiguous);
    }

    private static Pass sum(String name, Map<String, String> options) {
        return new Pass.Sum(
                name,
                fields(options, "key", "account"),
                window(options.getOrDefault("days", "any")),
                fields(options, "evidence", ""),
                Integer.parseInt(options.getOrDefault("entries", "5")),
                Integer.parseInt(options.getOrDefault("against", "1")),
                Ambiguity.valueOf(
                        options.getOrDefault("ambiguous", "suggest").toUpperCase(Locale.ROOT)));
    }

    private static Pass group(String name, Map<String, String> options) {
        Optional<TextSearch> search =
                Optional.ofNullable(options.get("in"))
                        .map(in -> new TextSearch("reference", in, 3, 20));
        return new Pass.Group(
                name,
                fields(options, "key", search.isPresent() ? "" : "reference"),
                search,
                tolerance(options.getOrDefault("amount", "0")),
                window(options.getOrDefault("days", "any")),
                Unequal.valueOf(options.getOrDefault("unequal", "leave").toUpperCase(Locale.ROOT)));
    }

    private static Pass batch(String name, Map<String, String> options, Ambiguity ambiguous) {
        return new Pass.Batch(
                name,
                Side.valueOf(options.getOrDefault("of", "right").toUpperCase(Locale.ROOT)),
                fields(options, "by", "batch"),
                fields(options, "key", ""),
                schedules(options.getOrDefault("schedule", "learn")).stream()
                        .findFirst()
                        .map(schedule -> new BatchFee(schedule, per(options))),
                tolerance(options.getOrDefault("amount", "0")),
                window(options.getOrDefault("days", "any")),
                ambiguous);
    }

    private static BatchFee.Per per(Map<String, String> options) {
        return BatchFee.Per.valueOf(options.getOrDefault("per", "batch").toUpperCase(Locale.ROOT));
    }

    private static Pass contra(String name, Map<String, String> options, Ambiguity ambiguous) {
        String side = options.getOrDefault("side", "both").toUpperCase(Locale.ROOT);
        return new Pass.Contra(
                name,
                fields(options, "key", "reference"),
                side.equals("BOTH") ? List.of(Side.values()) : List.of(Side.valueOf(side)),
                Offset.valueOf(options.getOrDefault("entries", "pair").toUpperCase(Locale.ROOT)),
                tolerance(options.getOrDefault("amount", "0")),
                window(options.getOrDefault("days", "any")),
                fields(options, "similar", ""),
                ambiguous);
    }

    private static Pass fx(String name, Map<String, String> options, Ambiguity ambiguous) {
        return new Pass.Fx(
                name,
                fields(options, "key", "reference"),
                fields(options, "pairs", "").stream()
                        .map(pair -> CurrencyPair.find(pair).orElseThrow())
                        .toList(),
                tolerance(options.getOrDefault("amount", "0")),
                window(options.getOrDefault("days", "any")),
                ambiguous);
    }

    private static Pass fee(String name, Map<String, String> options, Ambiguity ambiguous) {
        return new Pass.Fee(
                name,
                fields(options, "key", "reference+currency"),
                schedules(options.getOrDefault("schedule", "learn")),
                Side.valueOf(options.getOrDefault("gross", "left").toUpperCase(Locale.ROOT)),
                window(options.getOrDefault("days", "any")),
                ambiguous);
    }

    /// `learn`, `2.9%+0.30`, `26.375%`, `0.30`; several with a bar between them.
    private static List<Schedule> schedules(String word) {
        List<Schedule> schedules = new ArrayList<>();
        for (String part : word.equals("learn") ? new String[0] : word.split("\\|", -1)) {
            String[] parts = part.contains("%") ? part.split("%", -1) : new String[] {"0", part};
            String fixed = parts[1].isEmpty() ? "0" : parts[1].replace("+", "");
            schedules.add(
                    new Schedule(
                            new BigDecimal(parts[0]), new BigDecimal(fixed), Rounding.HALF_UP));
        }
        return schedules;
    }

    private static List<String> fields(Map<String, String> options, String name, String otherwise) {
        String value = options.getOrDefault(name, otherwise);
        return value.isEmpty() ? List.of() : List.of(value.split("\\+", -1));
    }

    /// `any`, `0.05`, `1.5%`, `1.5%<5.00` with a cap, `-1.00..0.05` for 1.00 below to 0.05 above,
    /// or `EUR:0.05|other:0` by currency.
    static Tolerance tolerance(String word) {
        if (word.contains("other:")) {
            SequencedMap<Currency, Tolerance> byCurrency = new LinkedHashMap<>();
            for (String part : word.split("\\|", -1)) {
                if (part.startsWith("other:")) {
                    return new Tolerance.PerCurrency(byCurrency, tolerance(part.substring(6)));
                }
                byCurrency.put(Currency.of(part.substring(0, 3)), tolerance(part.substring(4)));
            }
        }
        String[] ends = word.split("\\.\\.", -1);
        return ends.length == 1
                ? bound(word)
                : new Tolerance.Range(bound(ends[0].substring(1)), bound(ends[1]));
    }

    private static Tolerance.Bound bound(String word) {
        if (word.equals("any")) {
            return new Tolerance.Any();
        }
        String[] parts = word.split("%", -1);
        BigDecimal number = new BigDecimal(parts[0]);
        if (parts.length == 1) {
            return new Tolerance.Absolute(number);
        }
        return parts[1].isEmpty()
                ? new Tolerance.Percent(number)
                : new Tolerance.Capped(number, new BigDecimal(parts[1].substring(1)));
    }

    /// `any`, `3` for 3 days before and after, `-1..3`, or `-1..3@DE` in business days.
    private static TimeWindow seconds(String word) {
        DayWindow same = window(word);
        return new TimeWindow(same.before(), same.after());
    }

    private static DayWindow window(String word) {
        if (word.equals("any")) {
            return DayWindow.ANY;
        }
        String[] parts = word.split("@", -1);
        String[] bounds = parts[0].split("\\.\\.", -1);
        int first = Math.abs(Integer.parseInt(bounds[0]));
        int last = bounds.length == 1 ? first : Integer.parseInt(bounds[1]);
        return new DayWindow(first, last, parts.length == 1 ? "" : parts[1]);
    }
}
