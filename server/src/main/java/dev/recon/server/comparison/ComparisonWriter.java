package dev.recon.server.comparison;

import dev.recon.engine.compare.ChangeKind;
import dev.recon.engine.compare.Changes;
import dev.recon.engine.compare.Place;
import dev.recon.engine.compare.Run;
import dev.recon.engine.report.ChangeTally;
import dev.recon.engine.report.ChangeTotals;
import dev.recon.engine.table.DateColumn;
import dev.recon.engine.table.Side;
import dev.recon.engine.table.Table;
import dev.recon.server.comparison.ComparisonQueue.Lease;
import dev.recon.server.platform.CopyRows;
import dev.recon.server.platform.Money;
import dev.recon.server.run.ListedFields;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// Writes what a comparison found: its totals, which are whole, and as many of the lines that
/// change as people look at. About 10 µs a line.
@Component
record ComparisonWriter(
        ComparisonQueue queue,
        DataSource source,
        TransactionTemplate transaction,
        JsonMapper json) {
    /// How many lines are listed; the totals count all of them.
    static final int KEPT_MAX = 100_000;

    private static final String SQL =
            """
            COPY comparison_change (workspace_id, comparison_id, number, change, side, line,
                currency, date, reference, party, words, before, after) FROM STDIN
            """;

    /// False when the comparison is no longer the worker's, and then nothing is kept.
    boolean write(Lease lease, Changes changes, ChangeTotals totals) {
        Boolean written =
                transaction.execute(status -> {
                    Lines lines = new Lines(lease, changes);
                    CopyRows.write(source, SQL, lines::writeTo);
                    boolean ours = finish(lease, changes, totals, lines.number);
                    if (!ours) {
                        status.setRollbackOnly();
                    }
                    return ours;
                });
        return Boolean.TRUE.equals(written);
    }

    private boolean finish(Lease lease, Changes changes, ChangeTotals totals, int kept) {
        long all = (long) changes.lines(Side.LEFT) + changes.lines(Side.RIGHT);
        List<Comparison.Change> found =
                totals.kinds().stream().map(ComparisonWriter::change).toList();
        String text =
                json.writeValueAsString(new Comparison.Totals(all, totals.changed(), kept, found));
        return queue.finish(lease, text, totals.changed(), kept);
    }

    private static Comparison.Change change(ChangeTally tally) {
        return new Comparison.Change(
                tally.kind().word(),
                tally.left(),
                tally.right(),
                placed(tally.before()),
                placed(tally.after()));
    }

    private static Comparison.Placed placed(ChangeTally.Placed placed) {
        return new Comparison.Placed(
                money(placed.matched()), money(placed.suggested()), money(placed.open()));
    }

    private static List<Money> money(List<dev.recon.engine.money.Money> values) {
        return values.stream().map(ComparisonWriter::money).toList();
    }

    private static Money money(dev.recon.engine.money.Money value) {
        return Money.of(value.currency().code(), value.units(), value.decimals());
    }

    /// The lines that change, by the order of the changes, then of the files.
    private final class Lines {
        private final Lease lease;
        private final Changes changes;
        private final ListedFields left;
        private final ListedFields right;
        private int number;

        Lines(Lease lease, Changes changes) {
            this.lease = lease;
            this.changes = changes;
            var after = changes.after().outcome();
            this.left = new ListedFields(after.rules().left(), after.entries(Side.LEFT));
            this.right = new ListedFields(after.rules().right(), after.entries(Side.RIGHT));
        }

        void writeTo(CopyRows rows) throws SQLException {
            for (ChangeKind kind : ChangeKind.values()) {
                if (kind == ChangeKind.UNCHANGED) {
                    continue;
                }
                for (Side side : Side.values()) {
                    for (int line : changes.first(kind, side, KEPT_MAX - number)) {
                        add(rows, kind, side, line);
                    }
                }
            }
        }

        private void add(CopyRows rows, ChangeKind kind, Side side, int line) throws SQLException {
            Place before = changes.before().place(side, line);
            Place after = changes.after().place(side, line);
            Optional<dev.recon.engine.money.Money> amount = after.amount().or(before::amount);
            ListedFields.Listed listed = listed(side, line);
            int start = rows.mark();
            rows.add(lease.workspaceId()).add(lease.id()).add(++number);
            rows.add(kind.word()).add(side.word()).add(line);
            rows.add(amount.map(of -> of.currency().code()).orElse(""));
            rows.add(date(side, line)).add(listed.reference()).add(listed.party());
            rows.add(listed.words().toLowerCase(Locale.ROOT));
            rows.add(json.writeValueAsString(where(changes.before(), before)));
            rows.add(json.writeValueAsString(where(changes.after(), after)));
            rows.endRow(start);
            rows.flushWhenFull();
        }

        private ListedFields.Listed listed(Side side, int line) {
            int row = changes.after().row(side, line);
            if (row < 0) {
                return new ListedFields.Listed(null, null, "");
            }
            Table table = changes.after().table(side);
            return (side == Side.LEFT ? left : right).read(table.lines(), row);
        }

        private @Nullable LocalDate date(Side side, int line) {
            int row = changes.after().row(side, line);
            int day = row < 0 ? DateColumn.ABSENT : changes.after().table(side).dates().days()[row];
            return day == DateColumn.ABSENT ? null : LocalDate.ofEpochDay(day);
        }
    }

    private static Comparison.Where where(Run run, Place place) {
        return new Comparison.Where(
                place.word(),
                place.amount().map(ComparisonWriter::money).orElse(null),
                place.match() == 0 ? null : run.passName(place),
                place.partners().stream()
                        .map(of -> new Comparison.Partner(of.side().word(), of.line()))
                        .toList(),
                place.morePartners(),
                place.breakKind().map(kind -> kind.word()).orElse(null));
    }
}
