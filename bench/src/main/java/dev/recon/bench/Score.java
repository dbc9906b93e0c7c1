package dev.recon.bench;

import dev.recon.bench.Results.Found;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Compares what a run left with the truth, kind by kind.
///
/// A group *appears* when a person who opens the result sees it for what it is: its entries are in
/// one match (or suggestion) with the right partner, or, where there is no partner or one entry too
/// many, the odd entry is a break of the right kind.
final class Score {
    private static final Map<String, String> LONELY =
            Map.of("left_only", "missing-on-right", "right_only", "missing-on-left");

    private final Ids left;
    private final Ids right;
    private final Results results;
    private final Map<String, KindScore> kinds = new TreeMap<>();
    private final KindScore all = new KindScore("all");

    private Score(Ids left, Ids right, Results results) {
        this.left = left;
        this.right = right;
        this.results = results;
    }

    /// The score of a run, as a table and a few examples of what was missed.
    ///
    /// @param folder where `matches.csv` and `breaks.csv` are
    static String of(Path truthFile, Path leftFile, Path rightFile, Path folder)
            throws IOException {
        Truth truth = Truth.read(truthFile);
        Ids left = Ids.read(leftFile, truth.leftIds());
        Ids right = Ids.read(rightFile, truth.rightIds());
        Score score = new Score(left, right, Results.read(folder));
        score.add(truth);
        return score.text();
    }

    private void add(Truth truth) {
        truth.groups().forEach(this::judge);
        countPairs(truth);
    }

    private KindScore kind(Truth.Group group) {
        return kinds.computeIfAbsent(group.kind(), KindScore::new);
    }

    private void judge(Truth.Group group) {
        KindScore kind = kind(group);
        kind.groups++;
        all.groups++;
        Set<Integer> matches = matches(group);
        boolean strangers = matches.stream().anyMatch(match -> hasStranger(match, group));
        if (strangers) {
            kind.wrong++;
            all.wrong++;
        }
        if (!strangers && appears(group, matches, kind)) {
            kind.appears++;
            all.appears++;
        } else {
            kind.miss(describe(group));
        }
    }

    /// Counts how the group came out, and says whether that is right.
    private boolean appears(Truth.Group group, Set<Integer> matches, KindScore kind) {
        String lonely = LONELY.get(group.kind());
        if (lonely != null) {
            boolean found = breaks(group).equals(Set.of(lonely)) && matches.isEmpty();
            kind.asBreak += found ? 1 : 0;
            return found;
        }
        if (matches.isEmpty()) {
            return false;
        }
        boolean suggested = matches.stream().anyMatch(m -> found(m).status().equals("suggested"));
        kind.suggested += suggested ? 1 : 0;
        kind.matched += suggested ? 0 : 1;
        boolean differs = matches.stream().anyMatch(results.breakOfMatch()::containsKey);
        kind.asBreak += differs ? 1 : 0;
        return switch (group.kind()) {
            case "duplicate" -> breaks(group).contains("duplicate");
            case "fee", "fee_small" ->
                    matches.stream()
                            .anyMatch(m -> "amount-differs".equals(results.breakOfMatch().get(m)));
            default -> matches.size() == 1 && isWhole(matches.iterator().next(), group);
        };
    }

    private boolean isWhole(int match, Truth.Group group) {
        Found found = found(match);
        return found.left().size() == group.left().size()
                && found.right().size() == group.right().size();
    }

    private Found found(int match) {
        Found found = results.matches().get(match);
        if (found == null) {
            throw new IllegalArgumentException("no match " + match);
        }
        return found;
    }

    private boolean hasStranger(int match, Truth.Group group) {
        Found found = found(match);
        return !lines(group.left(), left).containsAll(found.left())
                || !lines(group.right(), right).containsAll(found.right());
    }

    private Set<Integer> matches(Truth.Group group) {
        Set<Integer> matches = new HashSet<>();
        for (int line : lines(group.left(), left)) {
            addIfThere(matches, results.matchOfLeft().get(line));
        }
        for (int line : lines(group.right(), right)) {
            addIfThere(matches, results.matchOfRight().get(line));
        }
        return matches;
    }

    private Set<String> breaks(Truth.Group group) {
        Set<String> breaks = new HashSet<>();
        for (int line : lines(group.left(), left)) {
            addIfThere(breaks, results.breakOfLeft().get(line));
        }
        for (int line : lines(group.right(), right)) {
            addIfThere(breaks, results.breakOfRight().get(line));
        }
        return breaks;
    }

    private static <T> void addIfThere(Set<T> set, @Nullable T value) {
        if (value != null) {
            set.add(value);
        }
    }

    private static List<Integer> lines(List<String> names, Ids ids) {
        return names.stream().map(ids::line).toList();
    }

    /// Pairs in the sense of record linkage: each left with each right entry of a group. A found
    /// pair counts for the kind of its left entry, or of its right one when the left has none.
    private void countPairs(Truth truth) {
        Map<Integer, Truth.Group> ofLeft = new HashMap<>();
        Map<Integer, Truth.Group> ofRight = new HashMap<>();
        for (Truth.Group group : truth.groups()) {
            lines(group.left(), left).forEach(line -> ofLeft.put(line, group));
            lines(group.right(), right).forEach(line -> ofRight.put(line, group));
            int pairs = pairs(group);
            kind(group).truePairs += pairs;
            all.truePairs += pairs;
        }
        for (Found found : results.matches().values()) {
            Truth.Group group = ofLeft.get(found.left().getFirst());
            Truth.Group other = ofRight.get(found.right().getFirst());
            boolean correct = group != null && group.equals(other);
            all.foundPairs += found.pairs();
            all.rightPairs += correct ? found.pairs() : 0;
            Truth.Group blamed = group == null ? other : group;
            if (blamed != null) {
                kind(blamed).foundPairs += found.pairs();
                kind(blamed).rightPairs += correct ? found.pairs() : 0;
            }
        }
    }

    /// One to one there is one pair; a duplicate has one pair whatever copy is taken.
    private static int pairs(Truth.Group group) {
        boolean duplicate = group.kind().equals("duplicate");
        return duplicate ? 1 : group.left().size() * group.right().size();
    }

    private String describe(Truth.Group group) {
        List<String> parts = new ArrayList<>();
        for (int line : lines(group.left(), left)) {
            Integer match = results.matchOfLeft().get(line);
            parts.add("left " + line + " " + outcome(match, results.breakOfLeft().get(line)));
        }
        for (int line : lines(group.right(), right)) {
            Integer match = results.matchOfRight().get(line);
            parts.add("right " + line + " " + outcome(match, results.breakOfRight().get(line)));
        }
        return String.join("; ", parts);
    }

    private String outcome(@Nullable Integer match, @Nullable String broken) {
        if (match == null) {
            return "open, " + broken;
        }
        Found found = found(match);
        return "%s by %s: left %s, right %s, %s"
                .formatted(
                        found.status(),
                        found.pass(),
                        found.left(),
                        found.right(),
                        results.breakOfMatch().getOrDefault(match, "no break"));
    }

    private String text() {
        List<String> lines = new ArrayList<>();
        lines.add(KindScore.head());
        kinds.values().forEach(kind -> lines.add(kind.row()));
        lines.add(all.row());
        lines.add(String.format(Locale.ROOT, "F1 over all pairs: %.4f", all.f1()));
        for (KindScore kind : kinds.values()) {
            kind.examples().forEach(miss -> lines.add("missed " + kind.kind + ": " + miss));
        }
        return String.join("\n", lines) + "\n";
    }
}
