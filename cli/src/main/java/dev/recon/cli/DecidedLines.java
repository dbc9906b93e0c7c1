package dev.recon.cli;

import dev.recon.cli.DecisionsFile.Decided;
import dev.recon.cli.DecisionsFile.Named;
import dev.recon.engine.Reconciler;
import dev.recon.engine.match.Decisions;
import dev.recon.engine.rate.Counting;
import dev.recon.engine.rules.Rates;
import dev.recon.engine.rules.RuleFault;
import dev.recon.engine.table.Side;
import dev.recon.engine.table.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Decisions on lines of the two files, turned into decisions on entries once these are read.
///
/// @param path the file that has them
record DecidedLines(Path path, List<Decided> decided) implements Reconciler.Decided {
    DecidedLines {
        decided = List.copyOf(decided);
    }

    /// @throws FaultyFile with every decision that these files and rules cannot keep
    @Override
    public Decisions on(Table left, Table right, Rates rates) {
        Keeping keeping = new Keeping(left, right, Counting.of(rates, left, right));
        decided.forEach(keeping::keep);
        if (!keeping.faults.isEmpty()) {
            throw new FaultyFile(path, keeping.faults);
        }
        return new Decisions(keeping.pins, keeping.vetoes, keeping.ownVetoes);
    }

    private static final class Keeping {
        private final Table left;
        private final Table right;
        private final Counting counting;
        private final List<Decisions.Pin> pins = new ArrayList<>();
        private final List<Decisions.Veto> vetoes = new ArrayList<>();
        private final List<Decisions.OwnVeto> ownVetoes = new ArrayList<>();
        private final Map<String, Integer> pinned = new TreeMap<>();
        private final List<RuleFault> faults = new ArrayList<>();

        Keeping(Table left, Table right, Counting counting) {
            this.left = left;
            this.right = right;
            this.counting = counting;
        }

        void keep(Decided decision) {
            int before = faults.size();
            List<Integer> lefts = rows(decision, Side.LEFT);
            List<Integer> rights = rows(decision, Side.RIGHT);
            if (faults.size() > before) {
                return;
            }
            if (!decision.pins()) {
                Decisions.Parted parted = new Decisions.Parted(lefts, rights);
                parted.vetoes().forEach(vetoes::add);
                parted.ownVetoes().forEach(ownVetoes::add);
                return;
            }
            Decisions.Pin pin = new Decisions.Pin(lefts, rights);
            if (pin.isCountable(counting)) {
                pins.add(pin);
            } else {
                fault(
                        decision,
                        1,
                        "entries of several currencies",
                        "entries of one currency, or rates by which they can be counted");
            }
        }

        private List<Integer> rows(Decided decision, Side side) {
            Table table = side == Side.LEFT ? left : right;
            List<Integer> rows = new ArrayList<>();
            for (Named named : side == Side.LEFT ? decision.left() : decision.right()) {
                String found = side.word() + " line " + named.line();
                int row = table.lines().row(named.line());
                if (row < 0) {
                    int count = table.rows() + table.lines().rejected().length;
                    boolean rejected = named.line() <= count;
                    fault(
                            decision,
                            named.column(),
                            found + (rejected ? ", which is rejected" : ", which is not there"),
                            "the line of an entry, from 1 to " + count);
                }
                Integer earlier =
                        decision.pins() ? pinned.putIfAbsent(found, decision.place()) : null;
                if (earlier != null) {
                    fault(
                            decision,
                            named.column(),
                            found + ", which line " + earlier + " matches by hand",
                            "each entry in at most one match by hand");
                }
                rows.add(row);
            }
            return rows;
        }

        private void fault(Decided decision, int column, String found, String expected) {
            faults.add(new RuleFault(decision.place(), column, "", found, expected));
        }
    }
}
