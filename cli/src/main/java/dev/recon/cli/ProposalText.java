package dev.recon.cli;

import dev.recon.cli.Terminal.Style;
import dev.recon.engine.propose.Proposal;
import dev.recon.engine.propose.ProposedField;
import dev.recon.engine.propose.Question;
import dev.recon.engine.propose.UnreadColumns;
import dev.recon.engine.read.Inspection;
import dev.recon.engine.table.Side;
import java.util.List;
import java.util.Locale;

/// What the engine would do with two files, for a person at a terminal.
record ProposalText(Terminal terminal) {
    private static final int PERCENT = 100;
    private static final int COLUMNS_MAX = 20;

    /// The field map, and the questions that stay open.
    void print(Proposal proposal) {
        Grid grid = new Grid("llllrl");
        for (ProposedField field : proposal.fields()) {
            grid.row(
                    field.field(),
                    field.left().orElse("-"),
                    "=",
                    field.right().orElse("-"),
                    agreement(field),
                    field.why());
        }
        new Section(terminal).print("map", grid);
        new Section(terminal).print("unread", unread(proposal));
        proposal.questions().forEach(this::ask);
    }

    /// What no field reads, and is therefore not compared.
    private static Grid unread(Proposal proposal) {
        Grid grid = new Grid("ll");
        for (Side side : Side.values()) {
            Inspection inspection = side == Side.LEFT ? proposal.left() : proposal.right();
            List<String> columns = UnreadColumns.of(proposal.rules(), side, inspection);
            if (!columns.isEmpty()) {
                String more = columns.size() > COLUMNS_MAX ? ", …" : "";
                String names =
                        String.join(
                                ", ", columns.subList(0, Math.min(columns.size(), COLUMNS_MAX)));
                grid.row(side.word(), "compared with nothing: " + names + more);
            }
        }
        return grid;
    }

    private void ask(Question question) {
        String where = question.side().map(side -> side.word() + " ").orElse("");
        terminal.out()
                .println(
                        terminal.styled(Style.BOLD, "? ")
                                + where
                                + question.column()
                                + ": "
                                + question.text());
        for (Question.Option option : question.options()) {
            boolean chosen = option.value().equals(question.chosen());
            terminal.out()
                    .printf(
                            "  %s --answer '%s=%s'  %s (%s)%n",
                            chosen ? "*" : " ",
                            question.id(),
                            option.value(),
                            option.label(),
                            option.proof());
        }
    }

    private static String agreement(ProposedField field) {
        return field.agreement().isEmpty()
                ? ""
                : String.format(Locale.ROOT, "%.1f %%", PERCENT * field.agreement().getAsDouble());
    }
}
