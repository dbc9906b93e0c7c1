package dev.recon.server.breaks;

import dev.recon.engine.explain.EntryExplanation;
import dev.recon.engine.table.Side;
import dev.recon.server.explain.Explained.Candidate;
import dev.recon.server.explain.Explained.Own;
import dev.recon.server.explain.Explained.RuleChange;
import dev.recon.server.explain.Explained.SumSearch;
import dev.recon.server.explain.ExplanationView;
import dev.recon.server.explain.Explanations;
import dev.recon.server.platform.Words;
import dev.recon.server.run.Entry;
import dev.recon.server.run.RunRow;
import dev.recon.server.run.RunTables;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Says why the entry of a break is open: the nearest entries of the other side, and which change
/// of the rules would match one of them.
@Service
record CandidateService(
        CandidateStore store, RunTables tables, Explanations explanations, ExplanationView view) {
    /// @param searched how many entries were looked at
    /// @param sums which several of them come to it, or nearly
    /// @param own the nearest entries of its own side, which it could cancel with or repeat
    /// @param change the smallest change of the rules that would match the entry
    record Candidates(
            List<Candidate> items,
            int searched,
            List<SumSearch> sums,
            List<Own> own,
            @Nullable RuleChange change) {}

    Candidates find(RunRow run, Break about, int limit) {
        if (about.side().isEmpty() || about.matchNumber().isPresent()) {
            return new Candidates(List.of(), 0, List.of(), List.of(), null);
        }
        Side side = Words.side(about.side().get());
        int line = listed(about.row(), side).line();
        EntryExplanation explanation =
                explanations.entry(
                        new Explanations.Asked(run, side, line, () -> near(run, about, side)),
                        limit);
        return new Candidates(
                view.candidates(run, explanation.candidates()),
                explanation.searched(),
                ExplanationView.sums(explanation.sums()),
                view.own(run, explanation.own()),
                ExplanationView.change(explanation, tables.rules(run)));
    }

    private List<Integer> near(RunRow run, Break about, Side side) {
        return store.near(run, about, side.other().word()).stream()
                .map(found -> listed(found.row(), side.other()).line())
                .sorted()
                .toList();
    }

    private static Entry.Listed listed(BreakRow row, Side side) {
        return Objects.requireNonNull(side == Side.LEFT ? row.left() : row.right());
    }
}
