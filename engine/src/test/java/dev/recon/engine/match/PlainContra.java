package dev.recon.engine.match;

import dev.recon.engine.rules.Offset;
import dev.recon.engine.rules.Pass;
import dev.recon.engine.table.Side;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// What a contra pass is, in plain words: what is above zero against what is below it, each entry
/// of one side; or all entries of a key, when their sum is small enough.
final class PlainContra {
    private final Scene scene;
    private final Side side;
    private final TreeSet<Integer> open = new TreeSet<>();

    /// The matches, each by what its entries say, then its pass and whether it is suggested.
    final List<String> matches = new ArrayList<>();

    PlainContra(Scene scene, Side side) {
        this.scene = scene;
        this.side = side;
        for (int row = 0; row < scene.entries(side).size(); row++) {
            open.add(row);
        }
        scene.decisions()
                .pins()
                .forEach(pin -> open.removeAll(side == Side.LEFT ? pin.left() : pin.right()));
    }

    void run() {
        for (int index = 0; index < scene.passes().size(); index++) {
            Pass.Contra pass = (Pass.Contra) scene.passes().get(index);
            if (!pass.sides().contains(side)) {
                continue;
            }
            if (pass.offset() == Offset.ALL) {
                runAll(pass, index);
            } else {
                runPairs(pass, index);
            }
        }
    }

    private TestEntry entry(int row) {
        return scene.entries(side).get(row);
    }

    private static TestEntry turned(TestEntry entry) {
        return new TestEntry(
                entry.name(), -entry.units(), entry.currency(), entry.day(), entry.texts());
    }

    private void runPairs(Pass.Contra pass, int index) {
        List<Integer> above = open.stream().filter(row -> entry(row).units() > 0).toList();
        List<Integer> below = open.stream().filter(row -> entry(row).units() < 0).toList();
        List<Decisions.Veto> vetoes = new ArrayList<>();
        for (int one = 0; one < above.size(); one++) {
            for (int other = 0; other < below.size(); other++) {
                if (isForbidden(above.get(one), below.get(other))) {
                    vetoes.add(new Decisions.Veto(one, other));
                }
            }
        }
        PlainMatcher plain =
                new PlainMatcher(
                        above.stream().map(this::entry).toList(),
                        below.stream().map(row -> turned(entry(row))).toList(),
                        new Decisions(List.of(), vetoes),
                        Scene.FIELDS);
        below.forEach(row -> plain.asTheyAre.put(turned(entry(row)), entry(row)));
        Pass.Close close = Pass.Close.of(pass, pass.amount(), pass.days(), pass.similar());
        plain.run(List.of(close));
        for (PlainMatcher.Match match : plain.matches) {
            List<Integer> two = List.of(above.get(match.left()), below.get(match.right()));
            take(two, index, match.isSuggested());
        }
    }

    private boolean isForbidden(int one, int other) {
        List<Decisions.OwnVeto> vetoes = scene.decisions().ownVetoes();
        return vetoes.contains(new Decisions.OwnVeto(side, one, other))
                || vetoes.contains(new Decisions.OwnVeto(side, other, one));
    }

    private void runAll(Pass.Contra pass, int index) {
        Map<String, List<Integer>> byKey = new LinkedHashMap<>();
        for (int row : open) {
            String key = PlainCandidate.key(pass, entry(row));
            if (!key.isEmpty() && entry(row).units() != 0) {
                byKey.computeIfAbsent(key, _ -> new ArrayList<>()).add(row);
            }
        }
        for (List<Integer> rows : byKey.values()) {
            if (cancel(pass, rows)) {
                take(rows, index, false);
            }
        }
    }

    private boolean cancel(Pass.Contra pass, List<Integer> rows) {
        long above = 0;
        long below = 0;
        for (int row : rows) {
            above += Math.max(0, entry(row).units());
            below += Math.max(0, -entry(row).units());
            for (int other : rows) {
                boolean two = entry(row).units() > 0 && entry(other).units() < 0;
                boolean inside =
                        PlainCandidate.isInside(pass.days(), entry(row).day(), entry(other).day());
                if ((two && !inside) || isForbidden(row, other)) {
                    return false;
                }
            }
        }
        TestEntry like = entry(rows.getFirst());
        return above > 0
                && below > 0
                && PlainCandidate.isNear(pass.amount(), sum(like, above), sum(like, below));
    }

    private static TestEntry sum(TestEntry like, long units) {
        return new TestEntry("S", units, like.currency(), like.day(), like.texts());
    }

    private void take(List<Integer> rows, int pass, boolean isSuggested) {
        open.removeAll(rows);
        matches.add(
                rows.stream().map(row -> entry(row).line()).sorted().toList()
                        + " "
                        + pass
                        + (isSuggested ? "suggested" : "matched"));
    }
}
