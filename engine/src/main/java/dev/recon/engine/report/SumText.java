package dev.recon.engine.report;

import dev.recon.engine.explain.SumSearch;
import dev.recon.engine.explain.SumSearch.Combination;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// What several entries come to, as lines and as JSON.
final class SumText {
    private SumText() {}

    static void of(SumSearch search, String title, Consumer<String> line) {
        line.accept(
                "%s of pass %s, of %,d entries%s"
                        .formatted(
                                title,
                                search.pass(),
                                search.candidates(),
                                search.isWhole() ? "" : ", not searched to the end"));
        if (search.nearest().isEmpty()) {
            line.accept("  none comes near");
        }
        for (Combination one : search.nearest()) {
            String parts =
                    one.entries().stream()
                            .map(entry ->
                                    entry.side().word()
                                            + ":"
                                            + entry.line()
                                            + " "
                                            + entry.money().value())
                            .collect(Collectors.joining(" + "));
            line.accept("  " + parts + ": " + missed(one));
        }
    }

    private static String missed(Combination one) {
        if (one.difference().isZero()) {
            return "the same amount";
        }
        String value = one.difference().value();
        boolean less = value.startsWith("-");
        return String.format(
                Locale.ROOT, "%s %s", less ? value.substring(1) : value, less ? "less" : "more");
    }

    static void of(Json json, SumSearch search) {
        json.text("pass", search.pass());
        json.number("candidates", search.candidates());
        json.flag("whole", search.isWhole());
        json.list(
                "nearest",
                search.nearest(),
                one ->
                        json.item(at -> {
                            at.list(
                                    "entries",
                                    one.entries(),
                                    entry ->
                                            at.item(of ->
                                                    of.text("side", entry.side().word())
                                                            .number("line", entry.line())
                                                            .money("amount", entry.money())));
                            at.money("difference", one.difference());
                        }));
    }
}
