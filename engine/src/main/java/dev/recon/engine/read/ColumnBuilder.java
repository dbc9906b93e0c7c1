package dev.recon.engine.read;

import dev.recon.engine.table.Limits;
import java.util.Arrays;

/// Collects one column of a table, stretch after stretch in the order of the file.
///
/// Its arrays have room behind the rows that were appended, so that values are copied once: from
/// the buffers of a reader to where they stay.
sealed interface ColumnBuilder
        permits ColumnBuilder.Amounts,
                ColumnBuilder.Currencies,
                ColumnBuilder.Dates,
                ColumnBuilder.Times,
                ColumnBuilder.Hashes,
                TextColumnBuilder,
                TokenColumnBuilder {
    /// Makes room for `rows` rows.
    void grow(int rows);

    /// Appends the values of `count` rows, the first of which is `row` here and 0 there.
    void append(FieldBuilder part, int row, int count);

    /// A builder for the values of one field.
    static ColumnBuilder of(FieldBuilder first) {
        return switch (first) {
            case FieldBuilder.Amounts _ -> new Amounts();
            case FieldBuilder.Currencies _ -> new Currencies();
            case FieldBuilder.Dates _ -> new Dates();
            case TimeBuilder _ -> new Times();
            case TokenBuilder _ -> new TokenColumnBuilder();
            case TextBuilder text when text.isOnlyHashes() -> new Hashes();
            case TextBuilder _ -> new TextColumnBuilder(TextColumnBuilder.SAMPLE_ROWS);
            case FieldBuilder.Wrapping made -> of(made.values());
        };
    }

    /// How long an array becomes that holds `used` values of the first `part` of `whole` rows, and
    /// needs room for `needed`: as much as all rows will take by the same measure, and a little.
    ///
    /// @throws InputProblem when that is more than an array holds
    static int room(String column, long needed, int part, int whole) {
        if (needed > Limits.ARENA_BYTES_MAX) {
            throw new InputProblem(
                    new Problem(
                            column,
                            "more than " + Limits.ARENA_BYTES_MAX + " bytes of text in a column",
                            "at most " + Limits.ARENA_BYTES_MAX,
                            "Choose a shorter column as key, or split the file."));
        }
        double whenFull = (double) needed * whole / Math.max(1, part);
        double spare = part < whole ? 1.01 : 1;
        return (int) Math.clamp((long) (whenFull * spare), needed, Limits.ARENA_BYTES_MAX);
    }

    /// Amounts in units.
    final class Amounts implements ColumnBuilder {
        long[] units = new long[0];

        @Override
        public void grow(int rows) {
            units = Arrays.copyOf(units, rows);
        }

        @Override
        public void append(FieldBuilder part, int row, int count) {
            System.arraycopy(((FieldBuilder.Amounts) part).units, 0, units, row, count);
        }
    }

    /// Packed currencies.
    final class Currencies implements ColumnBuilder {
        short[] packed = new short[0];

        @Override
        public void grow(int rows) {
            packed = Arrays.copyOf(packed, rows);
        }

        @Override
        public void append(FieldBuilder part, int row, int count) {
            System.arraycopy(((FieldBuilder.Currencies) part).packed, 0, packed, row, count);
        }
    }

    /// Days.
    final class Dates implements ColumnBuilder {
        int[] days = new int[0];

        @Override
        public void grow(int rows) {
            days = Arrays.copyOf(days, rows);
        }

        @Override
        public void append(FieldBuilder part, int row, int count) {
            System.arraycopy(((FieldBuilder.Dates) part).days, 0, days, row, count);
        }
    }

    /// Seconds of a day.
    final class Times implements ColumnBuilder {
        int[] seconds = new int[0];

        @Override
        public void grow(int rows) {
            seconds = Arrays.copyOf(seconds, rows);
        }

        @Override
        public void append(FieldBuilder part, int row, int count) {
            System.arraycopy(((TimeBuilder) part).seconds, 0, seconds, row, count);
        }
    }

    /// Hashes of texts that are only compared.
    final class Hashes implements ColumnBuilder {
        long[] hashes = new long[0];

        @Override
        public void grow(int rows) {
            hashes = Arrays.copyOf(hashes, rows);
        }

        @Override
        public void append(FieldBuilder part, int row, int count) {
            System.arraycopy(((TextBuilder) part).hashes, 0, hashes, row, count);
        }
    }
}
