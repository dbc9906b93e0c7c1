package dev.recon.engine.explain;

import dev.recon.engine.explain.Holder.Held;
import dev.recon.engine.table.Side;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Who took a candidate, and by how much.
///
/// @param match the match that holds it
/// @param pass the pass that made the match
/// @param lines the entries that it is with, on the side of the one that is open
/// @param lead by how much the evidence of the nearest of them is above that of the open one; 0
///   when there are none, because it cancels with others of its own side
/// @param text all of it in words
public record Taken(int match, String pass, List<Integer> lines, double lead, String text) {
    private static final int LINES_SHOWN = 3;

    /// @param candidate the entry that is held
    /// @param evidence what speaks for the open entry
    static Taken of(Scope scope, EntryFields candidate, Held held, List<Evidence> evidence) {
        Side side = candidate.side().other();
        List<EntryFields> takers =
                held.rows(side).stream().map(row -> scope.fields(side, row)).toList();
        List<Evidence> best =
                takers.stream()
                        .map(taker -> FieldEvidence.of(EntryPair.of(taker, candidate)))
                        .max(Comparator.comparingDouble(Evidence::sum))
                        .orElse(List.of());
        boolean scored = !takers.isEmpty();
        double by = scored ? Evidence.sum(best) - Evidence.sum(evidence) : 0;
        double lead = Math.round(by * 10) / 10.0;
        List<Integer> lines = takers.stream().map(EntryFields::line).toList();
        return new Taken(
                held.match(),
                held.pass(),
                lines,
                lead,
                text(side, held, lines, scored ? lead(lead) : "")
                        + decisive(best, evidence).map(words -> ": " + words).orElse(""));
    }

    private static String text(Side side, Held held, List<Integer> lines, String lead) {
        List<String> names = new ArrayList<>();
        lines.stream().limit(LINES_SHOWN).forEach(line -> names.add(side.word() + ":" + line));
        int more = lines.size() - LINES_SHOWN;
        String whom =
                names.isEmpty()
                        ? "others of its own side"
                        : String.join(", ", names) + (more > 0 ? " and " + more + " more" : "");
        String by = held.pass().equals(Holder.BY_HAND) ? "by hand" : "by pass " + held.pass();
        return "taken " + by + " for " + whom + " in match:" + held.match() + lead;
    }

    private static String lead(double lead) {
        if (lead == 0) {
            return ", which scores the same";
        }
        return ", which scores " + Math.abs(lead) + (lead > 0 ? " higher" : " lower");
    }

    /// The field in which the two differ most, said of the one that took it.
    private static Optional<String> decisive(List<Evidence> taker, List<Evidence> open) {
        return taker.stream()
                .filter(one -> ahead(one, open) > 0)
                .max(Comparator.comparingDouble(one -> ahead(one, open)))
                .map(one -> one.field() + " " + one.text());
    }

    private static double ahead(Evidence taker, List<Evidence> open) {
        double other =
                open.stream()
                        .filter(one -> one.field().equals(taker.field()))
                        .mapToDouble(Evidence::weight)
                        .findFirst()
                        .orElse(0);
        return taker.weight() - other;
    }
}
