package dev.recon.engine.read;

import dev.recon.engine.money.Currency;
import dev.recon.engine.table.AmountColumn;
import dev.recon.engine.table.Column;
import dev.recon.engine.table.CurrencyColumn;
import dev.recon.engine.table.DateColumn;
import dev.recon.engine.table.HashColumn;
import dev.recon.engine.table.Limits;
import dev.recon.engine.table.Lines;
import dev.recon.engine.table.Table;
import dev.recon.engine.table.TimeColumn;
import dev.recon.engine.table.TokenColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Makes a table of what is read, stretch after stretch in the order of the file.
///
/// The first stretch tells how many rows a byte makes, and so about how many there will be: the
/// arrays are made once, a little too long, and filled in place. A file whose later lines are
/// shorter makes them grow.
final class TableBuilder {
    private static final double SPARE = 1.02;

    private final Layout layout;
    private final int decimals;
    private final long fileBytes;
    private final List<Builders.Named> fields = new ArrayList<>();
    private final List<ColumnBuilder> columns = new ArrayList<>();
    private final List<Stretch> stretches = new ArrayList<>();
    private int[] offsets = new int[0];
    private int rows;
    private int rejects;

    /// @param fileBytes where the file ends
    TableBuilder(Layout layout, int decimals, long fileBytes) {
        this.layout = layout;
        this.decimals = decimals;
        this.fileBytes = fileBytes;
    }

    /// Appends the next stretch of the file.
    void append(StretchReader read) {
        Stretch stretch = read.stretch();
        if (stretches.isEmpty()) {
            for (Builders.Named named : read.builders()) {
                fields.add(named);
                columns.add(ColumnBuilder.of(named.builder().values()));
            }
        }
        stretches.add(stretch);
        int needed = Math.addExact(rows, stretch.rows());
        if (needed > offsets.length) {
            grow(expected(needed));
        }
        System.arraycopy(read.offsets(), 0, offsets, rows, stretch.rows());
        for (int field = 0; field < columns.size(); field++) {
            FieldBuilder part = read.builders().get(field).builder().values();
            columns.get(field).append(part, rows, stretch.rows());
        }
        rows = needed;
        rejects += stretch.rejects().size();
    }

    /// How many rows there will be when what is still to come is like what came.
    private int expected(int needed) {
        long start = stretches.getFirst().start();
        long end = stretches.getLast().end();
        if (end == fileBytes) {
            return needed;
        }
        double whole = (double) needed * (fileBytes - start) / Math.max(1, end - start);
        return Math.clamp((long) (whole * SPARE), needed, Limits.ROWS_MAX);
    }

    private void grow(int rowsMax) {
        offsets = Arrays.copyOf(offsets, rowsMax);
        columns.forEach(column -> column.grow(rowsMax));
    }

    /// What was appended, in order.
    List<Stretch> stretches() {
        return stretches;
    }

    int rejects() {
        return rejects;
    }

    /// The position behind what was appended, or `none` before anything was.
    long end(long none) {
        return stretches.isEmpty() ? none : stretches.getLast().end();
    }

    /// The finished table.
    Table table(List<RejectedLine> rejected) {
        Map<String, Column> texts = new HashMap<>();
        Map<String, TokenColumn> tokens = new HashMap<>();
        for (int field = 0; field < columns.size(); field++) {
            String name = fields.get(field).field();
            switch (columns.get(field)) {
                case ColumnBuilder.Hashes made ->
                        texts.put(name, new HashColumn(made.hashes, rows));
                case ColumnBuilder.Times made ->
                        texts.put(name, new TimeColumn(made.seconds, rows));
                case TextColumnBuilder made -> texts.put(name, made.column(rows));
                case TokenColumnBuilder made -> tokens.put(name, made.column(rows));
                case ColumnBuilder.Dates made -> {
                    if (!name.equals(Table.DATE)) {
                        texts.put(name, new DateColumn(made.days, rows));
                    }
                }
                case ColumnBuilder.Amounts _, ColumnBuilder.Currencies _ -> {}
            }
        }
        return new Table(
                decimals, amounts(), currencies(), dates(), texts, tokens, lines(rejected));
    }

    private AmountColumn amounts() {
        for (ColumnBuilder column : columns) {
            if (column instanceof ColumnBuilder.Amounts made) {
                return new AmountColumn(made.units, rows);
            }
        }
        return new AmountColumn(new long[rows]);
    }

    private CurrencyColumn currencies() {
        for (ColumnBuilder column : columns) {
            if (column instanceof ColumnBuilder.Currencies made) {
                return new CurrencyColumn(made.packed, rows);
            }
        }
        Currency constant =
                layout.fields().get(Table.CURRENCY)
                                instanceof FieldSource.CurrencyConstant(Currency named)
                        ? named
                        : Currency.NONE;
        short[] packed = new short[rows];
        Arrays.fill(packed, constant.packed());
        return new CurrencyColumn(packed);
    }

    private DateColumn dates() {
        for (int field = 0; field < columns.size(); field++) {
            if (columns.get(field) instanceof ColumnBuilder.Dates made
                    && fields.get(field).field().equals(Table.DATE)) {
                return new DateColumn(made.days, rows);
            }
        }
        int[] days = new int[rows];
        Arrays.fill(days, DateColumn.ABSENT);
        return new DateColumn(days);
    }

    private Lines lines(List<RejectedLine> rejected) {
        int[] firstRows = new int[stretches.size()];
        long[] starts = new long[stretches.size()];
        int row = 0;
        for (int n = 0; n < stretches.size(); n++) {
            firstRows[n] = row;
            starts[n] = stretches.get(n).start();
            row += stretches.get(n).rows();
        }
        int[] lines = rejected.stream().mapToInt(RejectedLine::line).toArray();
        return new Lines(offsets, firstRows, starts, lines, rows);
    }
}
