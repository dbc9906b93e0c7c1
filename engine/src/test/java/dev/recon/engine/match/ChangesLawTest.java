package dev.recon.engine.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.engine.Outcome;
import dev.recon.engine.Seeds;
import dev.recon.engine.compare.ChangeKind;
import dev.recon.engine.compare.Changes;
import dev.recon.engine.compare.Place;
import dev.recon.engine.money.Money;
import dev.recon.engine.report.ChangeTally;
import dev.recon.engine.report.ChangeTotals;
import dev.recon.engine.report.Shift;
import dev.recon.engine.report.Tally;
import dev.recon.engine.report.Totals;
import dev.recon.engine.rules.Comparison;
import dev.recon.engine.rules.DayWindow;
import dev.recon.engine.table.Side;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What holds when two rule sets are compared, tried on thousands of random scenes.
class ChangesLawTest {
    private static final int SEEDS = Seeds.share(600);

    /// The same entries under two rule sets, with and without decisions.
    private record Two(Outcome before, Outcome after) {
        static Two of(long seed) {
            Scene scene = scene(seed);
            Scene other = scene(seed + 2);
            Decisions decided = seed % 3 == 0 ? Decisions.NONE : scene.decisions();
            Scene changed = new Scene(scene.left(), scene.right(), other.passes(), decided);
            List<Comparison> compare = List.of(new Comparison("date", new DayWindow(1, 1)));
            return new Two(
                    SceneOutcome.of(scene, compare),
                    SceneOutcome.of(changed, seed % 5 == 0 ? List.of() : compare));
        }

        private static Scene scene(long seed) {
            return seed % 2 == 0 ? Scene.of(seed) : GroupScenes.small(seed);
        }
    }

    @Test
    void aRunComparedWithItselfHasNoChanges() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Changes changes = Changes.of(Two.of(seed).before(), Two.of(seed).before());
            assertThat(changes.isEmpty()).as("seed %d", seed).isTrue();
            ChangeTotals totals = ChangeTotals.of(changes);
            assertThat(totals.changed()).isZero();
            assertThat(totals.passes()).isEmpty();
            assertThat(totals.breaks()).isEmpty();
        }
    }

    @Test
    void theOtherWayRoundIsTheMirrorImage() {
        Set<ChangeKind> seen = EnumSet.noneOf(ChangeKind.class);
        for (long seed = 0; seed < SEEDS; seed++) {
            Two two = Two.of(seed);
            Changes there = Changes.of(two.before(), two.after());
            Changes back = Changes.of(two.after(), two.before());
            for (Side side : Side.values()) {
                for (int line = 1; line <= there.lines(side); line++) {
                    seen.add(there.kind(side, line));
                    assertThat(back.kind(side, line))
                            .as("seed %d %s %d", seed, side, line)
                            .isEqualTo(there.kind(side, line).mirrored());
                }
            }
            ChangeTotals totals = ChangeTotals.of(there);
            ChangeTotals mirror = ChangeTotals.of(back);
            for (ChangeTally tally : totals.kinds()) {
                ChangeTally other = mirror.of(tally.kind().mirrored());
                assertThat(other.before()).isEqualTo(tally.after());
                assertThat(other.after()).isEqualTo(tally.before());
                assertThat(other.lines()).isEqualTo(tally.lines());
            }
        }
        assertThat(seen).containsAll(EnumSet.complementOf(EnumSet.of(ChangeKind.CHANGED_READING)));
    }

    @Test
    void everyLineIsWhatItsTwoPlacesSay() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Two two = Two.of(seed);
            Changes changes = Changes.of(two.before(), two.after());
            for (Side side : Side.values()) {
                for (int line = 1; line <= changes.lines(side); line++) {
                    assertThat(changes.kind(side, line))
                            .as("seed %d %s %d", seed, side, line)
                            .isEqualTo(plainly(two, side, line));
                }
            }
        }
    }

    /// The same by objects, without any columns; entries are read alike by both runs.
    private static ChangeKind plainly(Two two, Side side, int line) {
        Matching before = two.before().matching();
        Matching after = two.after().matching();
        int row = line - 1;
        boolean held = !before.isOpen(side, row);
        boolean holds = !after.isOpen(side, row);
        if (held != holds) {
            return held ? ChangeKind.NEWLY_BROKEN : ChangeKind.NEWLY_MATCHED;
        }
        if (held && !members(two.before(), side, row).equals(members(two.after(), side, row))) {
            return ChangeKind.CHANGED_PARTNER;
        }
        if (held
                && before.status(before.matchOf(side, row))
                        != after.status(after.matchOf(side, row))) {
            return ChangeKind.CHANGED_STATUS;
        }
        Changes itself = Changes.of(two.before(), two.after());
        Place one = itself.before().place(side, line);
        Place other = itself.after().place(side, line);
        return one.breakKind().equals(other.breakKind())
                ? ChangeKind.UNCHANGED
                : ChangeKind.CHANGED_BREAK;
    }

    /// All entries of the match of an entry, and what it uses of this one.
    private static List<String> members(Outcome outcome, Side side, int row) {
        Matching matching = outcome.matching();
        int match = matching.matchOf(side, row);
        List<String> members = new ArrayList<>();
        for (Side of : Side.values()) {
            for (int member : matching.rows(of, match)) {
                members.add(of + " " + member);
            }
        }
        long units = outcome.read(side).table().amounts().units()[row];
        members.add("uses " + matching.allocated(side, row, units));
        return members;
    }

    @Test
    void valuesAddUpToThoseOfTheTwoRuns() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Two two = Two.of(seed);
            ChangeTotals totals = ChangeTotals.of(Changes.of(two.before(), two.after()));
            addUp(totals, Totals.of(two.before()), ChangeTally::before);
            addUp(totals, Totals.of(two.after()), ChangeTally::after);
            assertThat(totals.kinds().stream().mapToLong(ChangeTally::lines).sum())
                    .isEqualTo(Totals.of(two.before()).entries());
            long byPass = totals.passes().stream().mapToLong(Shift::lines).sum();
            long byBreak = totals.breaks().stream().mapToLong(Shift::lines).sum();
            assertThat(List.of(byPass, byBreak)).containsOnly(totals.changed());
        }
    }

    private static void addUp(
            ChangeTotals totals, Totals run, Function<ChangeTally, ChangeTally.Placed> when) {
        assertThat(sum(totals.kinds().stream().flatMap(k -> when.apply(k).matched().stream())))
                .isEqualTo(sum(both(run.left().matched(), run.right().matched())));
        assertThat(sum(totals.kinds().stream().flatMap(k -> when.apply(k).suggested().stream())))
                .isEqualTo(sum(both(run.left().suggested(), run.right().suggested())));
        assertThat(sum(totals.kinds().stream().flatMap(k -> when.apply(k).open().stream())))
                .isEqualTo(sum(both(run.left().open(), run.right().open())));
    }

    private static Stream<Money> both(Tally left, Tally right) {
        return Stream.concat(left.values().stream(), right.values().stream());
    }

    private static Map<String, Long> sum(Stream<Money> values) {
        Map<String, Long> sums = new TreeMap<>();
        values.forEach(money -> sums.merge(money.currency().code(), money.units(), Long::sum));
        return sums;
    }
}
