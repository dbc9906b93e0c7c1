package dev.recon.server.figure;

import dev.recon.server.figure.WorkStore.Found;
import dev.recon.server.figure.WorkStore.Open;
import dev.recon.server.metric.Level;
import dev.recon.server.metric.Levels;
import dev.recon.server.platform.Limits;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/// Figures of what is matched, what is open and since when, and what waits.
@Component
record WorkFigures(WorkStore store, Levels levels) {
    private static final List<String> AGES = List.of("0-7", "8-30", "31-90", "91-");

    /// Reads all of them now.
    void read() {
        Found found = store.found();
        set(
                "recon.match.ratio",
                "Part of the entries of the newest results that is matched",
                ratio(found.matched() + store.matchedByPeople(), found.entries()));
        set(
                "recon.auto.match.ratio",
                "Part of the entries of the newest results that no person matched",
                ratio(found.automatic(), found.entries()));
        set(
                "recon.breaks.overdue",
                "Breaks of the newest results that are open for too long",
                (double) store.openLongerThan(Limits.BREAK_DAYS_MAX));
        set(
                "recon.proposals.pending",
                "Decisions that wait for another person",
                (double) store.waiting());
        open(store.open());
        levels.set(
                Level.of("recon.queue.dead.letters", "What was given up after all attempts"),
                store.givenUp().stream()
                        .map(one -> Levels.value((double) one.count(), "queue", one.queue()))
                        .toList());
    }

    private void open(List<Open> found) {
        List<Levels.Value> values = new ArrayList<>();
        for (String side : List.of("left", "right")) {
            for (String age : AGES) {
                double entries =
                        found.stream()
                                .filter(one -> one.side().equals(side) && one.age().equals(age))
                                .mapToDouble(Open::entries)
                                .sum();
                values.add(Levels.value(entries, "side", side, "age.bucket", age));
            }
        }
        levels.set(
                Level.of("recon.open.entries", "Open entries of the newest results, by days"),
                values);
    }

    private void set(String name, String meaning, double value) {
        levels.set(Level.of(name, meaning), List.of(Levels.value(value)));
    }

    private static double ratio(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
