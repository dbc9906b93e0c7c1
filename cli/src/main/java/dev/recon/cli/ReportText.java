package dev.recon.cli;

import dev.recon.cli.Terminal.Style;
import dev.recon.engine.read.RejectedLine;
import dev.recon.engine.report.KindTotals;
import dev.recon.engine.report.PassTotals;
import dev.recon.engine.report.Proof;
import dev.recon.engine.report.Report;
import dev.recon.engine.report.SideTotals;
import dev.recon.engine.report.Tally;
import dev.recon.engine.table.Side;
import java.util.List;
import java.util.function.Function;

/// What a run found, for a person at a terminal: at most a screen.
record ReportText(Terminal terminal) {
    private static final int REJECTED_SHOWN = 3;
    private static final int PROOFS_SHOWN = 12;

    void print(Report report) {
        headline(report);
        entries(report);
        passes(report);
        breaks(report);
        rejected(report);
        proofs(report);
    }

    private void headline(Report report) {
        SideTotals left = report.totals().left();
        SideTotals right = report.totals().right();
        long all = left.all().count() + right.all().count();
        long matched = left.matched().count() + right.matched().count();
        long breaks = report.totals().breaks();
        String share = Amounts.percent(matched, all) + " of " + Amounts.count(all) + " entries";
        String proof = report.holds() ? "the proof holds" : "THE PROOF DOES NOT HOLD";
        Style style = report.isReconciled() && report.holds() ? Style.GOOD : Style.BOLD;
        String found =
                breaks == 0
                        ? "no breaks"
                        : Amounts.count(breaks) + (breaks == 1 ? " break" : " breaks");
        String line = share + " matched, " + found + ", " + proof;
        terminal.out().println(terminal.styled(style, line));
    }

    private void entries(Report report) {
        SideTotals left = report.totals().left();
        SideTotals right = report.totals().right();
        Grid grid = new Grid("lrr").row("entries", "left", "right");
        grid.row("all", count(left.all()), count(right.all()));
        row(grid, "matched", report, SideTotals::matched);
        row(grid, "suggested", report, SideTotals::suggested);
        row(grid, "open", report, SideTotals::open);
        if (left.rejected() + right.rejected() > 0) {
            grid.row("rejected", Amounts.count(left.rejected()), Amounts.count(right.rejected()));
        }
        print(grid);
    }

    private static void row(
            Grid grid, String name, Report report, Function<SideTotals, Tally> part) {
        Tally left = part.apply(report.totals().left());
        Tally right = part.apply(report.totals().right());
        if (left.count() + right.count() > 0) {
            grid.row(name, count(left), count(right));
        }
    }

    private void passes(Report report) {
        Grid grid = new Grid("lrr").row("pass", "matched", "suggested");
        for (PassTotals pass : report.totals().passes()) {
            grid.row(pass.name(), Amounts.count(pass.matched()), Amounts.count(pass.suggested()));
        }
        print(grid);
    }

    private void breaks(Report report) {
        Grid grid = new Grid("lrl").row("break", "count", "difference");
        for (KindTotals kind : report.totals().kinds()) {
            if (kind.differences().count() > 0) {
                grid.row(
                        kind.kind().word(),
                        count(kind.differences()),
                        Amounts.sums(kind.differences()));
            }
        }
        if (report.totals().breaks() > 0) {
            print(grid);
        }
    }

    private void rejected(Report report) {
        for (Side side : Side.values()) {
            List<RejectedLine> lines = report.outcome().read(side).rejected();
            String name = report.outcome().file(side).name();
            for (RejectedLine line : lines.subList(0, Math.min(REJECTED_SHOWN, lines.size()))) {
                String column = line.column().isEmpty() ? "" : ", column " + line.column();
                terminal.out()
                        .printf(
                                "%s %s:%d%s: found %s; expected %s%n",
                                terminal.styled(Style.BAD, "rejected"),
                                name,
                                line.physicalLine(),
                                column,
                                line.found(),
                                line.expected());
            }
            int more = lines.size() - REJECTED_SHOWN;
            if (more > 0) {
                terminal.out()
                        .printf(
                                "         and %s more of %s: all are in summary.json%n",
                                Amounts.count(more), name);
            }
        }
    }

    private void proofs(Report report) {
        Grid grid =
                new Grid("lrrrrrl")
                        .row(
                                "proof",
                                "left",
                                "- right",
                                "= matches",
                                "+ open left",
                                "- open right",
                                "");
        List<Proof> proofs = report.proofs();
        for (Proof proof : proofs.subList(0, Math.min(PROOFS_SHOWN, proofs.size()))) {
            grid.row(
                    proof.currency().code(),
                    Amounts.value(proof.left()),
                    Amounts.value(proof.right()),
                    Amounts.value(proof.inMatches()),
                    Amounts.value(proof.openLeft()),
                    Amounts.value(proof.openRight()),
                    proof.holds() ? "holds" : "DOES NOT HOLD");
        }
        print(grid);
        if (proofs.size() > PROOFS_SHOWN) {
            terminal.out()
                    .println(
                            "and "
                                    + (proofs.size() - PROOFS_SHOWN)
                                    + " more currencies: the proof "
                                    + (report.holds() ? "holds in all" : "does not hold in all"));
        }
    }

    private void print(Grid grid) {
        List<String> lines = grid.lines();
        terminal.out().println(terminal.styled(Style.BOLD, lines.getFirst()));
        lines.stream().skip(1).forEach(terminal.out()::println);
    }

    private static String count(Tally tally) {
        return Amounts.count(tally.count());
    }
}
