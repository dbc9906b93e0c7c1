package dev.recon.server.run;

import dev.recon.engine.Outcome;
import dev.recon.engine.classify.BreakKind;
import dev.recon.engine.classify.Breaks;
import dev.recon.engine.evidence.BreakPieces;
import dev.recon.engine.match.Matching;
import dev.recon.engine.table.DateColumn;
import dev.recon.engine.table.Side;
import dev.recon.engine.table.Table;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;

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

    private static final int FLUSH_CHARS = 1 << 16;
    private static final LocalDate NO_DATE = LocalDate.EPOCH;

    private final Outcome outcome;
    private final Breaks breaks;
    private final String prefix;
    private final BreakPieces pieces;
    private final ListedFields left;
    private final ListedFields right;
    private final StringBuilder rows = new StringBuilder(FLUSH_CHARS + 4096);

    /// @param pieces takes every row, so that the result has one hash
    BreakCopy(RunRow run, Outcome outcome, BreakPieces pieces) {
        this.outcome = outcome;
        this.breaks = outcome.breaks();
        this.prefix = run.workspaceId() + "\t" + run.id() + "\t";
        this.pieces = pieces;
        this.left = new ListedFields(outcome.rules().left(), outcome.entries(Side.LEFT));
        this.right = new ListedFields(outcome.rules().right(), outcome.entries(Side.RIGHT));
    }

    void write(CopyIn target, Runnable check) throws SQLException {
        for (int number = 1; number <= breaks.count(); number++) {
            addRow(number);
            if (rows.length() >= FLUSH_CHARS) {
                check.run();
                flush(target);
            }
        }
        flush(target);
    }

    private void flush(CopyIn target) throws SQLException {
        byte[] bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
        target.writeToCopy(bytes, 0, bytes.length);
        rows.setLength(0);
    }

    private void addRow(int number) {
        int leftRow = breaks.leftRow(number);
        int rightRow = breaks.rightRow(number);
        int match = breaks.match(number);
        long difference = breaks.differenceUnits(number);
        rows.append(prefix);
        int start = rows.length();
        add(number);
        add(breaks.kind(number).word());
        boolean isOfOne = match == 0 || breaks.kind(number) == BreakKind.PARTLY_OPEN;
        add(!isOfOne ? null : leftRow >= 0 ? "left" : "right");
        add("open");
        add(breaks.currency(number).code());
        add(difference);
        add(Math.absExact(difference));
        add(sortDate(leftRow, rightRow));
        add(match == 0 ? null : match);
        add(isOfOne ? 1 : entries(match));
        String words =
                addSide(Side.LEFT, leftRow, left) + " " + addSide(Side.RIGHT, rightRow, right);
        add(words.strip().toLowerCase(Locale.ROOT));
        add(breaks.reason(number));
        rows.setCharAt(rows.length() - 1, '\n');
        pieces.add(rows.substring(start));
    }

    private String addSide(Side side, int row, ListedFields fields) {
        if (row < 0) {
            for (int column = 0; column < 6; column++) {
                add(null);
            }
            return "";
        }
        Table table = outcome.read(side).table();
        ListedFields.Listed listed = fields.read(table.lines(), row);
        add(table.lines().line(row));
        add(table.amounts().units()[row]);
        add(table.currency(row).code());
        add(date(table, row));
        add(listed.reference());
        add(listed.party());
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

    private void add(@Nullable Object value) {
        if (value == null) {
            rows.append("\\N\t");
            return;
        }
        String text = value.toString();
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            switch (letter) {
                case '\\' -> rows.append("\\\\");
                case '\t' -> rows.append("\\t");
                case '\n' -> rows.append("\\n");
                case '\r' -> rows.append("\\r");
                case '\b' -> rows.append("\\b");
                case '\f' -> rows.append("\\f");
                case '\u000B' -> rows.append("\\v");
                case '\0' -> rows.append('\uFFFD');
                default -> rows.append(letter);
            }
        }
        rows.append('\t');
    }
}
