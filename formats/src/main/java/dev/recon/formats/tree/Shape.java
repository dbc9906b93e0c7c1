package dev.recon.formats.tree;

import dev.recon.formats.format.Delivery;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;

/// Which nodes a document has, how often, and what stands below them: names only, no values.
final class Shape implements Tree.Walker {
    private static final int PATHS_MAX = 10_000;
    private static final int COLUMNS_MAX = 200_000;

    private final Delivery delivery;
    private final Map<String, Kind> kinds = new LinkedHashMap<>();
    private final List<Kind> open = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private int columns;

    Shape(Delivery delivery) {
        this.delivery = delivery;
    }

    /// All nodes of one path.
    static final class Kind {
        private final String path;
        private final int depth;
        private final SequencedSet<String> columns = new LinkedHashSet<>();
        private long count;
        private boolean isElement;

        private Kind(String path, int depth) {
            this.path = path;
            this.depth = depth;
        }

        String path() {
            return path;
        }

        List<String> columns() {
            return List.copyOf(columns);
        }

        /// Could it be an entry: does it repeat, or stand in a list, and hold something?
        private boolean isRecord() {
            return !columns.isEmpty()
                    && (count > 1 || isElement)
                    && (columns.size() > 1 || isElement);
        }
    }

    @Override
    public void enter(String name, boolean isElement) {
        names.add(name);
        String path = Paths.of(names);
        Kind kind = kinds.computeIfAbsent(path, _ -> new Kind(path, names.size()));
        kind.count++;
        kind.isElement |= isElement;
        open.add(kind);
        if (kinds.size() > PATHS_MAX) {
            throw delivery.problem(
                    "",
                    "more than " + PATHS_MAX + " different paths",
                    "a document of entries that are alike",
                    "Check that this is the file you meant.");
        }
    }

    @Override
    public void value(String text) {
        for (int at = 0; at < open.size(); at++) {
            String column = Paths.column(names, at + 1);
            if (open.get(at).columns.add(column) && ++columns > COLUMNS_MAX) {
                throw delivery.problem(
                        "",
                        "more than " + COLUMNS_MAX + " different fields",
                        "a document of entries that are alike",
                        "Check that this is the file you meant.");
            }
        }
    }

    @Override
    public void leave() {
        names.removeLast();
        open.removeLast();
    }

    /// The paths that could be entries, the likeliest first: those that repeat most, and of those
    /// the one that is nearest to the root.
    List<Kind> records() {
        return kinds.values().stream()
                .filter(Kind::isRecord)
                .sorted(
                        Comparator.comparingLong((Kind kind) -> kind.count)
                                .reversed()
                                .thenComparingInt(kind -> kind.depth))
                .toList();
    }

    Optional<Kind> find(String path) {
        return Optional.ofNullable(kinds.get(path)).filter(kind -> !kind.columns.isEmpty());
    }

    /// The whole document as one entry.
    Optional<Kind> root() {
        return kinds.values().stream().filter(kind -> !kind.columns.isEmpty()).findFirst();
    }
}
