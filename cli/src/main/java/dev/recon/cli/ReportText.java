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
import java.util.stream.IntStream;

/// What a run found, for a person at a terminal: at most a screen.
record ReportText(Terminal terminal) {
    private static final int REJECTED_SHOWN = 3;
    private static final int PROOFS_SHOWN = 12;
    private static final int CONVERTED = 4;

    void print(Report report) {
        headline(report);
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
        long suggested = report.totals().passes().stream().mapToLong(PassTotals::suggested).sum();
        String toConfirm = suggested == 0 ? "" : Amounts.count(suggested) + " suggested, ";
        String line =
                "matched %s of %s left and %s of %s right entries (%s), %s%s, %s"
                        .formatted(
                                count(left.matched()),
                                count(left.all()),
                                count(right.matched()),
                                count(right.all()),
                                Amounts.percent(matched, all),
                                toConfirm,
                                breaks == 1 ? "1 break" : Amounts.count(breaks) + " breaks",
                                report.holds() ? "the proof holds" : "THE PROOF DOES NOT HOLD");
        boolean good = report.isReconciled() && report.holds();
        terminal.out().println(terminal.styled(good ? Style.GOOD : Style.BOLD, line));
    }

    private void passes(Report report) {
        Grid grid = new Grid("lrl");
        for (PassTotals pass : report.totals().passes()) {
            grid.row(pass.name(), Amounts.count(pass.matched()), more(report, pass));
        }
        new Section(terminal).print("pass", grid);
    }

    /// What else a pass says: its suggestions, and what it did not search to the end.
    private static String more(Report report, PassTotals pass) {
        String suggested =
                pass.suggested() == 0
                        ? ""
                        : "and " + Amounts.count(pass.suggested()) + " suggested";
        String stopped = report.stopped(pass);
        return suggested + (suggested.isEmpty() || stopped.isEmpty() ? "" : ", ") + stopped;
    }

    private void breaks(Report report) {
        Grid grid = new Grid("lrl");
        for (KindTotals kind : report.totals().kinds()) {
            Tally found = kind.differences();
            if (found.count() > 0) {
                grid.row(kind.kind().word(), count(found), Amounts.sums(found));
            }
        }
        new Section(terminal).print("break", grid);
    }

    private void rejected(Report report) {
        Grid grid = new Grid("ll");
        for (Side side : Side.values()) {
            List<RejectedLine> lines = report.outcome().read(side).rejected();
            String name = report.outcome().file(side).name();
            for (RejectedLine line : lines.subList(0, Math.min(REJECTED_SHOWN, lines.size()))) {
                String column = line.column().isEmpty() ? "" : ", column " + line.column();
                grid.row(
                        name + ":" + line.physicalLine() + column,
                        "found " + line.found() + "; expected " + line.expected());
            }
            int more = lines.size() - REJECTED_SHOWN;
            if (more > 0) {
                grid.row(name, Amounts.count(more) + " more lines; all are in summary.json");
            }
        }
        new Section(terminal).print("reject", grid);
    }

    private void proofs(Report report) {
        List<Proof> proofs = report.proofs();
        boolean converts = report.converts();
        Grid grid = new Grid(converts ? "lrrrrrrl" : "lrrrrrl");
        grid.row(
                cells(
                        converts,
                        "",
                        "left",
                        "- right",
                        "= in matches",
                        "+ converted",
                        "+ open left",
                        "- open right",
                        ""));
        for (Proof proof : proofs.subList(0, Math.min(PROOFS_SHOWN, proofs.size()))) {
            grid.row(
                    cells(
                            converts,
                            Amounts.code(proof.currency()),
                            Amounts.value(proof.left()),
                            Amounts.value(proof.right()),
                            Amounts.value(proof.inMatches()),
                            Amounts.value(proof.converted()),
                            Amounts.value(proof.openLeft()),
                            Amounts.value(proof.openRight()),
                            proof.holds() ? "" : "DOES NOT HOLD"));
        }
        new Section(terminal).print("proof", grid);
        if (proofs.size() > PROOFS_SHOWN) {
            int more = proofs.size() - PROOFS_SHOWN;
            terminal.out().println("       and " + more + " more currencies in summary.json");
        }
    }

    /// A row of the proof; the fifth cell, what is converted, only where anything is.
    private static String[] cells(boolean converts, String... all) {
        return IntStream.range(0, all.length)
                .filter(at -> converts || at != CONVERTED)
                .mapToObj(at -> all[at])
                .toArray(String[]::new);
    }

    private static String count(Tally tally) {
        return Amounts.count(tally.count());
    }
}
