package dev.recon.engine.explain;

import dev.recon.engine.read.TimeOfDay;
import dev.recon.engine.rules.TimeWindow;
import dev.recon.engine.table.Moments;
import dev.recon.engine.table.Table;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;

/// Moments that may lie apart, but not too far.
final class TimeConditions {
    private TimeConditions() {}

    static Condition of(TimeWindow window, EntryPair pair) {
        int from = Moments.at(pair.left().table(), pair.left().row());
        int to = Moments.at(pair.right().table(), pair.right().row());
        if (from == Moments.ABSENT || to == Moments.ABSENT) {
            String which = from == Moments.ABSENT ? "left" : "right";
            String text = "the " + which + " has no date and time";
            return Condition.fails(Table.TIME, text, new Mend.None());
        }
        int apart = to - from;
        int allowed = apart > 0 ? window.after() : window.before();
        String facts = written(pair) + Wording.span(apart) + " apart" + clocks(pair);
        Distance distance = new Distance.Seconds(apart, allowed, OptionalLong.empty());
        if (window.holds(from, to)) {
            return Condition.holds(Table.TIME, facts + ", allowed are " + Wording.span(allowed))
                    .by(distance);
        }
        String missed =
                "missed by " + Wording.span(Math.abs((long) apart) - allowed) + ": " + facts;
        return Condition.fails(Table.TIME, missed, mend(window, apart)).by(distance);
    }

    /// The times as written: `14:02:11 and 14:02:40, `.
    private static String written(EntryPair pair) {
        return pair.left().get(Table.TIME) + " and " + pair.right().get(Table.TIME) + ", ";
    }

    /// What the clocks of the sides are ahead, as the rule set says: the times are as written.
    private static String clocks(EntryPair pair) {
        int ahead = ahead(pair.right()) - ahead(pair.left());
        return ahead == 0
                ? ""
                : " as the clock of the "
                        + (ahead > 0 ? "right" : "left")
                        + " is "
                        + Wording.span(ahead)
                        + " ahead";
    }

    private static int ahead(EntryFields entry) {
        byte[] time = entry.get(Table.TIME).getBytes(StandardCharsets.UTF_8);
        return TimeOfDay.parse(time, 0, time.length) - entry.seconds();
    }

    /// The same, with how far the next candidate is away.
    static Condition withNext(Condition held, long next) {
        Distance distance =
                held.distance() instanceof Distance.Seconds(int seconds, int allowed, _)
                        ? new Distance.Seconds(seconds, allowed, OptionalLong.of(next))
                        : held.distance();
        String text = held.text() + "; the next is " + Wording.span(next) + " away";
        return new Condition(held.field(), held.holds(), text, distance, held.mend());
    }

    private static Mend mend(TimeWindow window, int apart) {
        if (Math.abs((long) apart) > TimeWindow.SECONDS_MAX) {
            return new Mend.None();
        }
        TimeWindow wider =
                apart > 0
                        ? new TimeWindow(window.before(), apart)
                        : new TimeWindow(-apart, window.after());
        return new Mend.Seconds(wider, apart);
    }
}
