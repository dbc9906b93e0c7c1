package dev.recon.server.delivery;

import dev.recon.server.source.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How a source stands: what it delivered last, and what is wrong with that, in words.
///
/// @param health the worst that is to be said: `new`, `fine`, `drifted`, `unusual`, `late`, `held`
///   or `refused`
/// @param recentLines the lines of the last deliveries, the oldest first
/// @param cadence when it delivers; nothing before that can be told
/// @param lateSeconds how long the next delivery is overdue
public record Standing(
        Source source,
        @Nullable Delivery last,
        String health,
        List<Remark> remarks,
        List<Integer> recentLines,
        @Nullable Cadence cadence,
        @Nullable Instant dueAt,
        long lateSeconds) {
    private static final int SHOWN_MAX = 12;
    private static final double BROKEN_MIN = 0.01;
    private static final int BROKEN_FACTOR = 3;
    private static final int PERCENT = 100;
    private static final List<String> WORST_FIRST =
            List.of("refused", "held", "late", "unusual", "drifted");

    /// One thing to be said.
    ///
    /// @param about the health that it means
    record Remark(String about, String text) {}

    /// @param deliveries of the source, newest first
    static Standing of(
            Source source, List<Delivery> deliveries, Optional<Cadence> said, Instant now) {
        List<Delivery> taken = deliveries.stream().filter(Delivery::isTaken).toList();
        Optional<Cadence> cadence =
                said.or(() ->
                        Cadence.learn(
                                taken.stream().map(Delivery::arrivedAt).toList(),
                                Cadence.USUAL_CALENDAR));
        List<Remark> remarks = new ArrayList<>();
        Delivery last = deliveries.isEmpty() ? null : deliveries.getFirst();
        if (last != null && !last.isTaken()) {
            remarks.add(new Remark(last.state(), String.valueOf(last.reason())));
        }
        Instant due =
                last == null
                        ? null
                        : cadence.map(each -> each.dueAfter(last.arrivedAt())).orElse(null);
        long late = due == null ? 0 : Math.max(0, Duration.between(due, now).toSeconds());
        if (late > 0) {
            remarks.add(new Remark("late", "The next delivery is overdue by " + words(late) + "."));
        }
        if (last != null) {
            judge(
                    last,
                    taken.stream().filter(each -> each.number() != last.number()).toList(),
                    remarks);
        }
        String health =
                WORST_FIRST.stream()
                        .filter(each -> remarks.stream().anyMatch(it -> it.about.equals(each)))
                        .findFirst()
                        .orElse(last == null ? "new" : "fine");
        List<Integer> lines =
                taken.stream().limit(SHOWN_MAX).map(Delivery::lines).toList().reversed();
        return new Standing(source, last, health, remarks, lines, cadence.orElse(null), due, late);
    }

    private static void judge(Delivery last, List<Delivery> past, List<Remark> remarks) {
        if (last.isTaken() && !last.changes().isEmpty()) {
            remarks.add(
                    new Remark(
                            "drifted",
                            "Its shape differs from the delivery before: "
                                    + last.severity()
                                    + "."));
        }
        if (last.state().equals(Delivery.REFUSED)) {
            return;
        }
        List<Integer> lines = past.stream().map(Delivery::lines).toList();
        Usual.of(lines)
                .filter(usual -> !usual.holds(last.lines()))
                .ifPresent(usual -> remarks.add(unusual(last, usual, lines.size())));
        double share = share(last);
        double before = past.stream().mapToDouble(Standing::share).max().orElse(0);
        if (!past.isEmpty() && share > Math.max(BROKEN_MIN, BROKEN_FACTOR * before)) {
            remarks.add(
                    new Remark(
                            "drifted",
                            String.format(
                                    Locale.ROOT,
                                    "%d of %d lines cannot be split as the first line is (%.1f %%);"
                                            + " before it were at most %.1f %%.",
                                    last.broken(),
                                    last.lines(),
                                    PERCENT * share,
                                    PERCENT * before)));
        }
    }

    private static double share(Delivery delivery) {
        return delivery.lines() == 0 ? 0 : (double) delivery.broken() / delivery.lines();
    }

    private static Remark unusual(Delivery last, Usual usual, int past) {
        return new Remark(
                "unusual",
                String.format(
                        Locale.ROOT,
                        "It has %,d lines; usual are %,d to %,d, for the middle one of the %d"
                                + " deliveries before has %,d.",
                        last.lines(),
                        (long) Math.ceil(usual.low()),
                        (long) usual.high(),
                        past,
                        Math.round(usual.median())));
    }

    private static String words(long seconds) {
        Duration late = Duration.ofSeconds(seconds);
        if (late.toDays() > 1) {
            return late.toDays() + " days";
        }
        return late.toHours() > 1 ? late.toHours() + " hours" : late.toMinutes() + " minutes";
    }
}
