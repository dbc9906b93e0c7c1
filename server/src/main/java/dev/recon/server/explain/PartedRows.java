package dev.recon.server.explain;

import dev.recon.engine.match.Decisions;
import dev.recon.engine.table.Side;
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
        for (Parted parted : all) {
            List<Integer> lefts = rows(left, parted.left());
            List<Integer> rights = rows(right, parted.right());
            lefts.forEach(
                    one -> rights.forEach(other -> vetoes.add(new Decisions.Veto(one, other))));
            if (parted.right().isEmpty()) {
                addOwn(Side.LEFT, lefts, ownVetoes);
            } else if (parted.left().isEmpty()) {
                addOwn(Side.RIGHT, rights, ownVetoes);
            }
        }
        return new Decisions(List.of(), vetoes, ownVetoes);
    }

    private static List<Integer> rows(IntUnaryOperator rowOf, List<Integer> lines) {
        return lines.stream().map(rowOf::applyAsInt).filter(row -> row >= 0).toList();
    }

    private static void addOwn(Side side, List<Integer> rows, List<Decisions.OwnVeto> vetoes) {
        for (int at = 0; at < rows.size(); at++) {
            for (int other : rows.subList(at + 1, rows.size())) {
                vetoes.add(new Decisions.OwnVeto(side, rows.get(at), other));
            }
        }
    }
}
