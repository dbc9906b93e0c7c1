package dev.recon.engine.explain;

import dev.recon.engine.explain.Holder.Held;
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
/// @param decisive the field that speaks most for the nearest of them, and not for the open one
/// @param text all of it in words
public record Taken(
        int match,
        String pass,
        List<Integer> lines,
        double lead,
        Optional<Evidence> decisive,
        String text) {
    private static final int LINES_SHOWN = 3;

    public Taken {
        lines = List.copyOf(lines);
    }

    /// @param takers the entries of the side of the open one that the match holds
    /// @param best what speaks for the nearest of them
    /// @param evidence what speaks for the open entry
    static Taken of(
            Held held, List<EntryFields> takers, List<Evidence> best, List<Evidence> evidence) {
        double by = takers.isEmpty() ? 0 : Evidence.sum(best) - Evidence.sum(evidence);
        double lead = Math.round(by * 10) / 10.0;
        Optional<Evidence> decisive = decisive(best, evidence);
        return new Taken(
                held.match(),
                held.pass(),
                takers.stream().map(EntryFields::line).toList(),
                lead,
                decisive,
                text(held, takers, lead)
                        + decisive.map(one -> ": " + one.field() + " " + one.text()).orElse(""));
    }

    private static String text(Held held, List<EntryFields> takers, double lead) {
        List<String> names = new ArrayList<>();
        takers.stream()
                .limit(LINES_SHOWN)
                .forEach(taker -> names.add(taker.side().word() + ":" + taker.line()));
        int more = takers.size() - LINES_SHOWN;
        String whom =
                names.isEmpty()
                        ? "others of its own side"
                        : String.join(", ", names) + (more > 0 ? " and " + more + " more" : "");
        String by = held.pass().equals(Holder.BY_HAND) ? "by hand" : "by pass " + held.pass();
        return "taken "
                + by
                + " for "
                + whom
                + " in match:"
                + held.match()
                + (takers.isEmpty() ? "" : lead(lead));
    }

    private static String lead(double lead) {
        if (lead == 0) {
            return ", which scores the same";
        }
        return ", which scores " + Math.abs(lead) + (lead > 0 ? " higher" : " lower");
    }

    /// The field in which the two differ most, said of the one that took it.
    private static Optional<Evidence> decisive(List<Evidence> taker, List<Evidence> open) {
        return taker.stream()
                .filter(one -> ahead(one, open) > 0)
                .max(Comparator.comparingDouble(one -> ahead(one, open)));
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
