package dev.recon.engine.compare;

import dev.recon.engine.Outcome;
import dev.recon.engine.classify.BreakKind;
import dev.recon.engine.classify.Breaks;
import dev.recon.engine.match.Label;
import dev.recon.engine.match.Matching;
import dev.recon.engine.match.Status;
import dev.recon.engine.table.Side;
import dev.recon.engine.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One of the two outcomes, ready to be asked by line: 1 byte a row for the kind of its break.
public final class Run {
    private static final List<BreakKind> KINDS = List.of(BreakKind.values());

    /// What stands for the pass of a match by hand.
    public static final String BY_HAND = "by hand";

    private final Outcome outcome;
    private final Matching matching;
    private final Status[] statuses;
    private final int[] passes;
    private final byte[] leftBreaks;
    private final byte[] rightBreaks;

    Run(Outcome outcome) {
        this.outcome = outcome;
        this.matching = outcome.matching();
        this.statuses = matching.labels().stream().map(Label::status).toArray(Status[]::new);
        this.passes = matching.labels().stream().mapToInt(Label::pass).toArray();
        this.leftBreaks = new byte[table(Side.LEFT).rows()];
        this.rightBreaks = new byte[table(Side.RIGHT).rows()];
        for (int number = 1; number <= outcome.breaks().count(); number++) {
            mark(outcome.breaks(), number);
        }
    }

    /// A break inside a match is one of all its entries; of two the higher kind is kept.
    private void mark(Breaks breaks, int number) {
        int match = breaks.match(number);
        if (match == 0 || breaks.kind(number) == BreakKind.PARTLY_OPEN) {
            boolean left = breaks.leftRow(number) >= 0;
            mark(
                    left ? Side.LEFT : Side.RIGHT,
                    left ? breaks.leftRow(number) : breaks.rightRow(number),
                    breaks.kind(number));
            return;
        }
        int first = breaks.leftRow(number);
        if (first >= 0 && matching.partner(Side.LEFT, first) >= 0) {
            mark(Side.LEFT, first, breaks.kind(number));
            mark(Side.RIGHT, matching.partner(Side.LEFT, first), breaks.kind(number));
            return;
        }
        for (Side side : Side.values()) {
            for (int row : matching.rows(side, match)) {
                mark(side, row, breaks.kind(number));
            }
        }
    }

    private void mark(Side side, int row, BreakKind kind) {
        byte[] breaks = breaks(side);
        int mark = KINDS.indexOf(kind) + 1;
        if (breaks[row] == 0 || breaks[row] > mark) {
            breaks[row] = (byte) mark;
        }
    }

    private byte[] breaks(Side side) {
        return side == Side.LEFT ? leftBreaks : rightBreaks;
    }

    public Outcome outcome() {
        return outcome;
    }

    Matching matching() {
        return matching;
    }

    public Table table(Side side) {
        return outcome.read(side).table();
    }

    /// The row of a line, -1 when it was rejected.
    public int row(Side side, int line) {
        return table(side).lines().row(line);
    }

    int line(Side side, int row) {
        return table(side).lines().line(row);
    }

    boolean holds(Side side, int row) {
        return row >= 0 && !matching.isOpen(side, row);
    }

    /// The status of an entry that a match holds.
    Status status(Side side, int row) {
        return statuses[matching.labelOf(side, row)];
    }

    long units(Side side, int row) {
        return table(side).amounts().units()[row];
    }

    long used(Side side, int row) {
        return matching.allocated(side, row, units(side, row));
    }

    int breakOf(Side side, int row) {
        return row < 0 ? 0 : breaks(side)[row];
    }

    /// The pass of the match that holds a line: 2 + its index, 1 for a match by hand, 0 for none.
    public int passNumber(Side side, int line) {
        int row = row(side, line);
        return holds(side, row) ? passes[matching.labelOf(side, row)] + 2 : 0;
    }

    /// The break of a line: 1 + the place of its kind, 0 for none.
    public int breakNumber(Side side, int line) {
        return breakOf(side, row(side, line));
    }

    /// The name of the pass of a place in a match.
    public String passName(Place place) {
        return place.pass() < 0 ? BY_HAND : outcome.rules().passes().get(place.pass()).name();
    }

    /// Where the run put a line.
    public Place place(Side side, int line) {
        int row = row(side, line);
        if (row < 0) {
            return new Place(
                    Optional.empty(), Optional.empty(), -1, 0, List.of(), 0, Optional.empty());
        }
        int kind = breakOf(side, row);
        int match = matching.matchOf(side, row);
        List<Place.Partner> partners = match == 0 ? List.of() : partners(side, row, match);
        int others =
                match == 0
                        ? 0
                        : matching.size(Side.LEFT, match) + matching.size(Side.RIGHT, match) - 1;
        return new Place(
                Optional.of(table(side).money(row)),
                match == 0 ? Optional.empty() : Optional.of(status(side, row)),
                match == 0 ? -1 : matching.pass(match),
                match,
                partners,
                others - partners.size(),
                kind == 0 ? Optional.empty() : Optional.of(KINDS.get(kind - 1)));
    }

    private List<Place.Partner> partners(Side side, int row, int match) {
        List<Place.Partner> partners = new ArrayList<>();
        for (Side of : Side.values()) {
            for (int other : matching.firstRows(of, match, Place.PARTNERS_MAX + 1)) {
                boolean itself = of == side && other == row;
                if (!itself && partners.size() < Place.PARTNERS_MAX) {
                    partners.add(new Place.Partner(of, line(of, other)));
                }
            }
        }
        return partners;
    }
}
