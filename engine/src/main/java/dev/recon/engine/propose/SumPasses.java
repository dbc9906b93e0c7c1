package dev.recon.engine.propose;

import dev.recon.engine.read.FieldSource;
import dev.recon.engine.rules.Ambiguity;
import dev.recon.engine.rules.DayWindow;
import dev.recon.engine.rules.Pass;
import dev.recon.engine.rules.TextSearch;
import dev.recon.engine.rules.Tolerance;
import dev.recon.engine.rules.Unequal;
import dev.recon.engine.table.Side;
import dev.recon.engine.table.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The passes for entries that only together agree with one of the other side: what one text names,
/// and what one batch comes to.
///
/// @param key what goes with each: the currency, where both sides have it
record SumPasses(Draft draft, List<String> key, Optional<DayWindow> days) {
    private static final String NUMBER = "number";

    /// All entries that references in texts tie together; a person sees those whose sums differ.
    Pass named(TextSearch search) {
        return named(Table.REFERENCE, search, Unequal.SUGGEST);
    }

    private Pass named(String what, TextSearch search, Unequal unequal) {
        return new Pass.Group(
                what + "-in-text-and-sum",
                key,
                Optional.of(search),
                Tolerance.Absolute.EQUAL,
                DayWindow.ANY,
                unequal);
    }

    /// The last digits of references stand in texts, and the amount agrees, or the sum.
    ///
    /// @param withAmount the key and the amount
    List<Pass> numbers(TextSearch search, List<String> withAmount) {
        Pass single =
                new Pass.Reference(
                        NUMBER + "-in-text",
                        search.find(),
                        search.in(),
                        withAmount,
                        search.lengthMin(),
                        search.lengthMax(),
                        Ambiguity.BEST);
        return List.of(single, named(NUMBER, search, Unequal.LEAVE));
    }

    /// All entries of one batch come to one entry of the other side.
    Pass batch(BatchFinder.Batch batch) {
        BatchBy by = batch.by();
        List<String> fields =
                by.columns().stream().map(column -> field(by.of(), column.name())).toList();
        return new Pass.Batch(
                "sum-of-one-" + String.join("-", fields),
                by.of(),
                fields,
                key,
                batch.fee(),
                Tolerance.Absolute.EQUAL,
                days.orElse(DayWindow.ANY),
                Ambiguity.SUGGEST);
    }

    private String field(Side side, String column) {
        return draft.sources(side).entrySet().stream()
                .filter(entry ->
                        isDate(entry.getValue(), column)
                                || (entry.getValue() instanceof FieldSource.Text(String of, _)
                                        && of.equals(column)))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    /// Is a field the date that stands in this column?
    static boolean isDate(@Nullable FieldSource field, String column) {
        return field instanceof FieldSource.Date(String of, _) && of.equals(column);
    }
}
