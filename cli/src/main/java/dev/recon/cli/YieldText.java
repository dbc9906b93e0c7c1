package dev.recon.cli;

import dev.recon.engine.report.PassTotals;
import dev.recon.engine.report.Totals;

/// What each pass of a proposal would match, for a person at a terminal.
record YieldText(Terminal terminal) {
    /// One line for each pass, and one for what none of them matches.
    void print(Totals totals) {
        Grid grid = new Grid("lrrl");
        for (PassTotals pass : totals.passes()) {
            String suggested = "and " + Amounts.count(pass.suggested()) + " suggested";
            grid.row(
                    pass.name(),
                    Amounts.count(pass.matched()),
                    Amounts.percent(pass.entries(), totals.entries()),
                    pass.suggested() == 0 ? "" : suggested);
        }
        grid.row(
                "no pass",
                "",
                Amounts.percent(totals.open(), totals.entries()),
                "of the entries stay open");
        new Section(terminal).print("yield", grid);
    }
}
