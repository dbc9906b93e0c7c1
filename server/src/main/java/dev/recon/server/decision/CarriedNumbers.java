package dev.recon.server.decision;

import dev.recon.engine.table.Side;
import dev.recon.server.decision.DecisionStore.Stored;
import dev.recon.server.decision.SaidStore.Said;
import dev.recon.server.run.Carried;
import dev.recon.server.run.Decision;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Which line of the next run an entry of the earlier one is.
///
/// @param same do the lines keep their numbers? Else only carried ones have one
record CarriedNumbers(boolean same, Map<Integer, Integer> left, Map<Integer, Integer> right) {
    static final CarriedNumbers SAME = new CarriedNumbers(true, Map.of(), Map.of());

    static CarriedNumbers of(Carried carried) {
        return new CarriedNumbers(false, carried.lines(Side.LEFT), carried.lines(Side.RIGHT));
    }

    /// A decision on what is left of its entries. What was matched is settled unless all of it is
    /// carried; what was parted stays so as long as two of it are left.
    Optional<Stored> bind(Stored decision) {
        List<Integer> lefts = numbers(left, decision.left());
        List<Integer> rights = numbers(right, decision.right());
        int kept = lefts.size() + rights.size();
        boolean parts =
                decision.kind().equals(Decision.UNMATCH) || decision.kind().equals(Decision.REJECT);
        boolean whole = kept == decision.left().size() + decision.right().size();
        return whole || (parts && kept > 1)
                ? Optional.of(decision.on(lefts, rights))
                : Optional.empty();
    }

    /// What waits, if all of its entries are there.
    Optional<Proposed> bind(Proposed waiting) {
        if (same) {
            return Optional.of(waiting);
        }
        List<Integer> lefts = numbers(left, waiting.left());
        List<Integer> rights = numbers(right, waiting.right());
        return lefts.size() == waiting.left().size() && rights.size() == waiting.right().size()
                ? Optional.of(
                        waiting.on(
                                lefts.stream().sorted().toList(),
                                rights.stream().sorted().toList()))
                : Optional.empty();
    }

    /// A comment on what is left of its entries.
    Optional<Said> about(Said said) {
        if (same) {
            return Optional.of(said);
        }
        List<Integer> lefts = numbers(left, said.left());
        List<Integer> rights = numbers(right, said.right());
        return lefts.isEmpty() && rights.isEmpty()
                ? Optional.empty()
                : Optional.of(new Said(said.decision(), lefts, rights));
    }

    private static List<Integer> numbers(Map<Integer, Integer> numbers, List<Integer> lines) {
        return lines.stream().map(numbers::get).filter(Objects::nonNull).toList();
    }
}
