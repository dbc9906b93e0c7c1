package dev.recon.server.run;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/// The least sure matches behind a place, as many as are wanted: by confidence, then by number.
///
/// A million matches of which nearly all are sure cost one look at their confidence each, about 2
/// ns; only those that are among the least sure so far are taken apart.
public final class LeastSure {
    private static final Comparator<MatchFact> ORDER =
            Comparator.comparingDouble(MatchFact::confidence).thenComparingInt(MatchFact::number);

    private final Place after;
    private final int max;
    private final PriorityQueue<MatchFact> surestFirst = new PriorityQueue<>(ORDER.reversed());

    /// A place in the list.
    public record Place(double confidence, int number) {
        /// Before every match.
        public static final Place START = new Place(0, 0);

        /// Does a match stand behind this place?
        public boolean isBefore(double otherConfidence, int otherNumber) {
            return otherConfidence > confidence
                    || (otherConfidence == confidence && otherNumber > number);
        }
    }

    public LeastSure(Place after, int max) {
        this.after = after;
        this.max = max;
    }

    /// Could a match be among them?
    boolean wants(double confidence, int number) {
        MatchFact surest = surestFirst.peek();
        return after.isBefore(confidence, number)
                && (surest == null
                        || surestFirst.size() < max
                        || new Place(confidence, number)
                                .isBefore(surest.confidence(), surest.number()));
    }

    void add(MatchFact fact) {
        surestFirst.add(fact);
        if (surestFirst.size() > max) {
            surestFirst.remove();
        }
    }

    List<MatchFact> facts() {
        return surestFirst.stream().sorted(ORDER).toList();
    }
}
