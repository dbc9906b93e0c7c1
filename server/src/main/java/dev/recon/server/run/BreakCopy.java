package dev.recon.server.run;

import dev.recon.engine.Outcome;
import dev.recon.engine.classify.BreakKind;
import dev.recon.engine.classify.Breaks;
import dev.recon.engine.classify.Written;
import dev.recon.engine.evidence.BreakPieces;
import dev.recon.engine.match.Matching;
import dev.recon.engine.table.DateColumn;
import dev.recon.engine.table.Side;
import dev.recon.engine.table.Table;
import dev.recon.server.platform.CopyRows;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Writes the breaks of an outcome as rows, in PostgreSQL's own text form (COPY).
///
/// About 5 µs a break: each entry is read again from its file for the fields that lists show.
final class BreakCopy {
    static final String SQL =
            """
            COPY break (workspace_id, run_id, number, kind, side, status, currency,
                difference_units, value_units, sort_date, match_number, entries,
                left_line, left_units, left_currency, left_date, left_reference, left_party,
                right_line, right_units, right_currency, right_date, right_reference, right_party,
                words, reason) FROM STDIN
            """;

    private static final LocalDate NO_DATE = LocalDate.EPOCH;

    private final Outcome outcome;
    private final Breaks breaks;
    private final RunRow run;
    private final BreakPieces pieces;
    private final ListedFields left;
    private final ListedFields right;
    private final Written written;

    /// @param pieces takes every row, so that the result has one hash
    BreakCopy(RunRow run, Outcome outcome, BreakPieces pieces) {
        this.outcome = outcome;
        this.breaks = outcome.breaks();
        this.run = run;
        this.pieces = pieces;
        this.left = new ListedFields(outcome.rules().left(), outcome.entries(Side.LEFT));
        this.right = new ListedFields(outcome.rules().right(), outcome.entries(Side.RIGHT));
        this.written = outcome.written();
    }

    void write(CopyRows rows, Runnable check) throws SQLException {
        for (int number = 1; number <= breaks.count(); number++) {
            addRow(rows, number);
            if (rows.flushWhenFull()) {
                check.run();
            }
        }
    }

    private void addRow(CopyRows rows, int number) {
        int leftRow = breaks.leftRow(number);
        int rightRow = breaks.rightRow(number);
        int match = breaks.match(number);
        long difference = breaks.differenceUnits(number);
        rows.add(run.workspaceId()).add(run.id());
        int start = rows.mark();
        rows.add(number);
        rows.add(breaks.kind(number).word());
        boolean isOfOne = match == 0 || breaks.kind(number) == BreakKind.PARTLY_OPEN;
        rows.add(!isOfOne ? null : leftRow >= 0 ? "left" : "right");
        rows.add("open");
        rows.add(breaks.currency(number).code());
        rows.add(difference);
        rows.add(Math.absExact(difference));
        rows.add(sortDate(leftRow, rightRow));
        rows.add(match == 0 ? null : match);
        rows.add(isOfOne ? 1 : entries(match));
        String words =
                addSide(rows, Side.LEFT, leftRow) + " " + addSide(rows, Side.RIGHT, rightRow);
        rows.add(words.strip().toLowerCase(Locale.ROOT));
        rows.add(breaks.reason(number, written));
        pieces.add(rows.endRow(start));
    }

    private String addSide(CopyRows rows, Side side, int row) {
        if (row < 0) {
            for (int column = 0; column < 6; column++) {
                rows.add(null);
            }
            return "";
        }
        Table table = outcome.read(side).table();
        ListedFields.Listed listed = (side == Side.LEFT ? left : right).read(table.lines(), row);
        rows.add(table.lines().line(row));
        rows.add(table.amounts().units()[row]);
        rows.add(table.currency(row).code());
        rows.add(date(table, row));
        rows.add(listed.reference());
        rows.add(listed.party());
        return listed.words();
    }

    private int entries(int match) {
        Matching matching = outcome.matching();
        return matching.size(Side.LEFT, match) + matching.size(Side.RIGHT, match);
    }

    private LocalDate sortDate(int leftRow, int rightRow) {
        LocalDate date = leftRow < 0 ? null : date(outcome.left().table(), leftRow);
        if (date == null && rightRow >= 0) {
            date = date(outcome.right().table(), rightRow);
        }
        return date == null ? NO_DATE : date;
    }

    private static @Nullable LocalDate date(Table table, int row) {
        int day = table.dates().days()[row];
        return day == DateColumn.ABSENT ? null : LocalDate.ofEpochDay(day);
    }
}
