package dev.recon.engine.transform;

import static dev.cel.common.CelOverloadDecl.newGlobalOverload;
import static dev.cel.common.CelOverloadDecl.newMemberOverload;
import static dev.cel.common.types.SimpleType.BOOL;
import static dev.cel.common.types.SimpleType.INT;
import static dev.cel.common.types.SimpleType.STRING;

import com.google.re2j.Pattern;
import dev.cel.common.CelOverloadDecl;
import dev.cel.runtime.CelFunctionBinding;
import dev.recon.engine.read.DatePattern;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjuster;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// What expressions can do beside the language's own comparisons, choices and `contains`.
///
/// Each function ends within a bound that follows from the length of its arguments: patterns are
/// linear, and `replace` is the only one whose text may grow, so it has a limit.
///
/// @param patterns the patterns of the expression, compiled, as written
/// @param dates the patterns of its dates, as written
/// @param tables the look-up tables of the rule set, by name
// The maps are copies that never change, which Error Prone cannot see.
@SuppressWarnings("Immutable")
record Functions(
        Map<String, Pattern> patterns,
        Map<String, DatePattern> dates,
        Map<String, LookUpTable> tables) {
    private static final int REPLACED_CHARS_MAX = 1 << 14;

    Functions {
        patterns = Map.copyOf(patterns);
        dates = Map.copyOf(dates);
        tables = Map.copyOf(tables);
    }

    /// One overload: its name, its declaration and what it does.
    record Function(String name, CelOverloadDecl declared, CelFunctionBinding bound) {}

    List<Function> all() {
        return Stream.of(
                        texts(),
                        searches(),
                        ValueFunctions.numbers(),
                        ValueFunctions.ofOneAmount(),
                        ValueFunctions.orders(),
                        days())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Function> texts() {
        return List.of(
                new Function(
                        "_+_",
                        newGlobalOverload("join_texts", STRING, STRING, STRING),
                        CelFunctionBinding.from(
                                "join_texts", String.class, String.class, String::concat)),
                new Function(
                        "trim",
                        newMemberOverload("trim_text", STRING, STRING),
                        CelFunctionBinding.from("trim_text", String.class, String::strip)),
                new Function(
                        "upper",
                        newMemberOverload("upper_text", STRING, STRING),
                        CelFunctionBinding.from(
                                "upper_text", String.class, text -> text.toUpperCase(Locale.ROOT))),
                new Function(
                        "lower",
                        newMemberOverload("lower_text", STRING, STRING),
                        CelFunctionBinding.from(
                                "lower_text", String.class, text -> text.toLowerCase(Locale.ROOT))),
                new Function(
                        "part",
                        newMemberOverload("part_of_text", STRING, STRING, INT, INT),
                        CelFunctionBinding.from(
                                "part_of_text",
                                List.of(String.class, Long.class, Long.class),
                                args -> part((String) args[0], (Long) args[1], (Long) args[2]))),
                new Function(
                        "replace",
                        newMemberOverload("replace_in_text", STRING, STRING, STRING, STRING),
                        CelFunctionBinding.from(
                                "replace_in_text",
                                List.of(String.class, String.class, String.class),
                                args ->
                                        replaced(
                                                (String) args[0],
                                                (String) args[1],
                                                (String) args[2]))));
    }

    private List<Function> searches() {
        return List.of(
                new Function(
                        ExpressionCompiler.EXTRACT,
                        newMemberOverload("extract_text", STRING, STRING, STRING),
                        CelFunctionBinding.from(
                                "extract_text",
                                String.class,
                                String.class,
                                (text, regex) -> Extraction.find(pattern(regex), text))),
                new Function(
                        ExpressionCompiler.MATCHES,
                        newMemberOverload("text_matches", BOOL, STRING, STRING),
                        CelFunctionBinding.from(
                                "text_matches",
                                String.class,
                                String.class,
                                (text, regex) -> pattern(regex).matcher(text).find())),
                new Function(
                        ExpressionCompiler.LOOK_UP,
                        newMemberOverload("look_up_text", STRING, STRING, STRING),
                        CelFunctionBinding.from(
                                "look_up_text", String.class, String.class, this::lookedUp)));
    }

    private List<Function> days() {
        return List.of(
                new Function(
                        ExpressionCompiler.DATE,
                        newMemberOverload("date_of_text", ResultType.DATE.type(), STRING, STRING),
                        CelFunctionBinding.from(
                                "date_of_text",
                                String.class,
                                String.class,
                                (text, format) -> ExpressionValue.day(text, known(dates, format)))),
                new Function(
                        "plusDays",
                        newMemberOverload(
                                "days_later", ResultType.DATE.type(), ResultType.DATE.type(), INT),
                        CelFunctionBinding.from(
                                "days_later", LocalDate.class, Long.class, ExpressionValue::later)),
                ofMonth("firstOfMonth", "first_of_month", TemporalAdjusters.firstDayOfMonth()),
                ofMonth("lastOfMonth", "last_of_month", TemporalAdjusters.lastDayOfMonth()),
                weekday("onOrAfter", "day_on_or_after", TemporalAdjusters::nextOrSame),
                weekday("onOrBefore", "day_on_or_before", TemporalAdjusters::previousOrSame));
    }

    /// The first or the last day of the month of a day.
    private static Function ofMonth(String name, String overload, TemporalAdjuster to) {
        return new Function(
                name,
                newMemberOverload(overload, ResultType.DATE.type(), ResultType.DATE.type()),
                CelFunctionBinding.from(overload, LocalDate.class, day -> day.with(to)));
    }

    /// The day itself, or the nearest one of a day of the week.
    private static Function weekday(
            String name,
            String overload,
            java.util.function.Function<DayOfWeek, TemporalAdjuster> to) {
        return new Function(
                name,
                newMemberOverload(overload, ResultType.DATE.type(), ResultType.DATE.type(), STRING),
                CelFunctionBinding.from(
                        overload,
                        LocalDate.class,
                        String.class,
                        (day, weekday) ->
                                day.with(to.apply(ExpressionValue.weekday(weekday, name)))));
    }

    private Pattern pattern(String regex) {
        return known(patterns, regex);
    }

    private String lookedUp(String text, String table) {
        Map<String, String> values = known(tables, table).values();
        String value = values.get(text);
        if (value == null && !text.isEmpty()) {
            throw new UnfitArgument(
                    "a text of the look-up table " + table + ", found " + LookUp.shown(text));
        }
        return value == null ? "" : value;
    }

    /// What was found when the expression was compiled.
    static <T> T known(Map<String, T> all, String name) {
        T found = all.get(name);
        if (found == null) {
            throw new IllegalStateException("not compiled: " + name);
        }
        return found;
    }

    private static String part(String text, long from, long to) {
        int start = Math.clamp(from, 0, text.length());
        return text.substring(start, Math.clamp(to, start, text.length()));
    }

    private static String replaced(String text, String from, String to) {
        if (from.isEmpty()) {
            throw new UnfitArgument("a text to replace that is not empty");
        }
        StringBuilder made = new StringBuilder();
        int at = 0;
        for (int next; (next = text.indexOf(from, at)) >= 0; at = next + from.length()) {
            made.append(text, at, next).append(to);
            if (made.length() > REPLACED_CHARS_MAX) {
                throw new UnfitArgument(
                        "at most " + REPLACED_CHARS_MAX + " characters from replace()");
            }
        }
        return made.append(text, at, text.length()).toString();
    }
}
