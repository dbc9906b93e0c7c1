package dev.recon.server.explain;

import dev.recon.engine.match.Decisions;
import dev.recon.server.run.DecisionLog.Parted;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;

/// Lines that people parted, as rows that no pass may match.
///
/// @param left the row of a left line, below 0 when it is not here
/// @param right the row of a right line
record PartedRows(IntUnaryOperator left, IntUnaryOperator right) {
    Decisions of(List<Parted> all) {
        List<Decisions.Veto> vetoes = new ArrayList<>();
        List<Decisions.OwnVeto> ownVetoes = new ArrayList<>();
        for (Parted lines : all) {
            List<Integer> lefts = rows(left, lines.left());
            List<Integer> rights = rows(right, lines.right());
            boolean isOfOneSide = lines.left().isEmpty() || lines.right().isEmpty();
            if (isOfOneSide || (!lefts.isEmpty() && !rights.isEmpty())) {
                Decisions.Parted parted = new Decisions.Parted(lefts, rights);
                parted.vetoes().forEach(vetoes::add);
                parted.ownVetoes().forEach(ownVetoes::add);
            }
        }
        return new Decisions(List.of(), vetoes, ownVetoes);
    }

    private static List<Integer> rows(IntUnaryOperator rowOf, List<Integer> lines) {
        return lines.stream().map(rowOf::applyAsInt).filter(row -> row >= 0).toList();
    }
}
