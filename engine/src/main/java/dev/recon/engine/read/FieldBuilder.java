package dev.recon.engine.read;

import dev.recon.engine.table.DateColumn;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Collects the values of one field for one stretch of a file.
///
/// A builder writes the value of a row at that row's place, so a row that is rejected half-way is
/// overwritten by the next one, and a stretch by the next stretch.
sealed interface FieldBuilder
        permits FieldBuilder.Amounts,
                FieldBuilder.Currencies,
                FieldBuilder.Dates,
                FieldBuilder.Wrapping,
                TimeBuilder,
                TextBuilder,
                TokenBuilder {
    /// The column a message names.
    String column();

    /// Takes the value of `row`; false when the cell has none that this field could have.
    boolean take(int row, RecordScanner record);

    /// Makes room for `rows` rows.
    void grow(int rows);

    /// What would have been accepted instead of `found`.
    String expected(String found);

    /// The cell of `record` that is at fault when [#take] refuses it; -1 when it is no single one.
    int cell(RecordScanner record);

    /// What a message says was found in that cell.
    default String found(String text) {
        return text.isBlank() ? "nothing" : "'" + Quoted.of(text) + "'";
    }

    /// The builder that has the values.
    default FieldBuilder values() {
        return this;
    }

    /// One that finds what it gives to another one, which has the values.
    sealed interface Wrapping extends FieldBuilder permits SplitBuilder, TransformedBuilder {
        @Override
        FieldBuilder values();

        @Override
        default void grow(int rows) {
            values().grow(rows);
        }

        @Override
        default String column() {
            return values().column();
        }
    }

    /// Amounts from one signed column.
    final class Amounts implements FieldBuilder {
        private final String column;
        private final AmountParser parser;
        private final int cell;
        private final boolean opposite;
        long[] units = new long[0];

        Amounts(String column, AmountParser parser, int cell, boolean opposite) {
            this.column = column;
            this.parser = parser;
            this.cell = cell;
            this.opposite = opposite;
        }

        @Override
        public boolean take(int row, RecordScanner record) {
            long found = parser.parse(record.bytes(), record.start(cell), record.end(cell));
            units[row] = opposite ? -found : found;
            return found != AmountParser.NOT_AN_AMOUNT;
        }

        @Override
        public void grow(int rows) {
            units = Arrays.copyOf(units, rows);
        }

        @Override
        public String column() {
            return column;
        }

        @Override
        public String expected(String found) {
            return parser.expected(found);
        }

        @Override
        public int cell(RecordScanner record) {
            return cell;
        }
    }

    /// Currencies from a column of codes.
    final class Currencies implements FieldBuilder {
        private final String column;
        private final int cell;
        short[] packed = new short[0];

        Currencies(String column, int cell) {
            this.column = column;
            this.cell = cell;
        }

        @Override
        public boolean take(int row, RecordScanner record) {
            byte[] bytes = record.bytes();
            int start = record.start(cell);
            int end = record.end(cell);
            while (start < end && bytes[start] == ' ') {
                start++;
            }
            while (end > start && bytes[end - 1] == ' ') {
                end--;
            }
            packed[row] =
                    end - start == 3
                            ? dev.recon.engine.money.Currency.pack(
                                    bytes[start], bytes[start + 1], bytes[start + 2])
                            : 0;
            return packed[row] != 0;
        }

        @Override
        public void grow(int rows) {
            packed = Arrays.copyOf(packed, rows);
        }

        @Override
        public String column() {
            return column;
        }

        @Override
        public String expected(String found) {
            return "a currency code of three letters, such as EUR";
        }

        @Override
        public int cell(RecordScanner record) {
            return cell;
        }
    }

    /// Dates of one pattern; an empty cell is an absent date.
    final class Dates implements FieldBuilder {
        private final String column;
        private final DatePattern pattern;
        private final int cell;
        int[] days = new int[0];

        Dates(String column, DatePattern pattern, int cell) {
            this.column = column;
            this.pattern = pattern;
            this.cell = cell;
        }

        @Override
        public boolean take(int row, RecordScanner record) {
            int start = record.start(cell);
            int end = record.end(cell);
            if (start == end) {
                days[row] = DateColumn.ABSENT;
                return true;
            }
            int day = pattern.parse(record.bytes(), start, end);
            if (day == DatePattern.NOT_A_DATE) {
                String text = record.text(cell).strip();
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                day = text.isEmpty() ? DateColumn.ABSENT : pattern.parse(bytes, 0, bytes.length);
                days[row] = day;
                return text.isEmpty() || day != DatePattern.NOT_A_DATE;
            }
            days[row] = day;
            return true;
        }

        @Override
        public void grow(int rows) {
            days = Arrays.copyOf(days, rows);
        }

        @Override
        public String column() {
            return column;
        }

        @Override
        public String expected(String found) {
            return "a date written as " + pattern + ", such as " + pattern.format(EXAMPLE_DAY);
        }

        @Override
        public int cell(RecordScanner record) {
            return cell;
        }

        /// 2026-01-31.
        private static final int EXAMPLE_DAY = 20_484;
    }
}
