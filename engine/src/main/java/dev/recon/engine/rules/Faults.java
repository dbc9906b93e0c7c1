package dev.recon.engine.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.snakeyaml.engine.v2.exceptions.Mark;

/// The faults found so far, at most [#COUNT_MAX] of them.
final class Faults {
    static final int COUNT_MAX = 100;

    private final List<RuleFault> found = new ArrayList<>();

    void add(Mark mark, String path, String what, String expected) {
        int line = mark.getLine() + 1;
        int column = mark.getColumn() + 1;
        add(new RuleFault(line, column, path, what, expected));
    }

    void add(RuleFault fault) {
        if (found.size() < COUNT_MAX) {
            found.add(fault);
        }
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    /// In the order of the text.
    List<RuleFault> inOrder() {
        List<RuleFault> sorted = new ArrayList<>(found);
        sorted.sort(Comparator.comparingInt(RuleFault::line).thenComparingInt(RuleFault::column));
        return List.copyOf(sorted);
    }
}
