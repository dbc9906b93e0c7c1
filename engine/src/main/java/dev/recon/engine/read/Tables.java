package dev.recon.engine.read;

import dev.recon.engine.money.Currency;
import dev.recon.engine.table.AmountColumn;
import dev.recon.engine.table.Column;
import dev.recon.engine.table.CurrencyColumn;
import dev.recon.engine.table.DateColumn;
import dev.recon.engine.table.HashColumn;
import dev.recon.engine.table.Limits;
import dev.recon.engine.table.Lines;
import dev.recon.engine.table.Parallel;
import dev.recon.engine.table.Table;
import dev.recon.engine.table.TextColumn;
import dev.recon.engine.table.TokenColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/// Joins the columns of all stretches into one table: one copy of each value, on all threads.
record Tables(Layout layout, int decimals, int threads) {
    Table join(List<Stretch> stretches, List<RejectedLine> rejected) {
        int[] firstRows = firsts(stretches, Stretch::rows);
        int rows = firstRows[stretches.size()];
        AmountColumn amounts = new AmountColumn(new long[rows]);
        CurrencyColumn currencies = new CurrencyColumn(new short[rows]);
        DateColumn dates = new DateColumn(new int[rows]);
        Map<String, Column> texts = new HashMap<>();
        Map<String, TokenColumn> tokens = new HashMap<>();
        fillMissing(currencies, dates);
        List<Builders.Named> fields = stretches.getFirst().builders();
        for (int field = 0; field < fields.size(); field++) {
            Parts parts = new Parts(stretches, field, firstRows);
            String name = fields.get(field).field();
            switch (fields.get(field).builder()) {
                case FieldBuilder.Amounts _ -> parts.amounts(amounts.units());
                case FieldBuilder.Currencies _ -> parts.currencies(currencies.packed());
                case FieldBuilder.Dates _ -> parts.dates(dates.days());
                case TextBuilder text ->
                        texts.put(name, text.isOnlyHashes() ? parts.hashes() : parts.texts());
                case TokenBuilder _ -> tokens.put(name, parts.tokens());
            }
        }
        int[] lines = rejected.stream().mapToInt(RejectedLine::line).toArray();
        return new Table(
                decimals,
                amounts,
                currencies,
                dates,
                texts,
                tokens,
                lines(stretches, firstRows, lines));
    }

    private void fillMissing(CurrencyColumn currencies, DateColumn dates) {
        FieldSource currency = layout.fields().get(Table.CURRENCY);
        Currency constant =
                currency instanceof FieldSource.CurrencyConstant(Currency named)
                        ? named
                        : Currency.NONE;
        if (!(currency instanceof FieldSource.CurrencyColumn)) {
            Arrays.fill(currencies.packed(), constant.packed());
        }
        if (!layout.fields().containsKey(Table.DATE)) {
            Arrays.fill(dates.days(), DateColumn.ABSENT);
        }
    }

    private Lines lines(List<Stretch> stretches, int[] firstRows, int[] rejected) {
        int count = stretches.size();
        int[] offsets = new int[firstRows[count]];
        long[] starts = new long[count];
        Parallel.run(
                threads,
                count,
                n -> {
                    Stretch stretch = stretches.get(n);
                    starts[n] = stretch.start();
                    System.arraycopy(stretch.offsets(), 0, offsets, firstRows[n], stretch.rows());
                });
        return new Lines(offsets, Arrays.copyOf(firstRows, count), starts, rejected);
    }

    private static int[] firsts(List<Stretch> stretches, ToIntFunction<Stretch> size) {
        int[] firsts = new int[stretches.size() + 1];
        for (int n = 0; n < stretches.size(); n++) {
            firsts[n + 1] = Math.addExact(firsts[n], size.applyAsInt(stretches.get(n)));
        }
        return firsts;
    }

    /// The parts of one field, one a stretch.
    private final class Parts {
        private final List<FieldBuilder> parts = new ArrayList<>();
        private final int[] rows;

        Parts(List<Stretch> stretches, int field, int[] firstRows) {
            stretches.forEach(stretch -> parts.add(stretch.builders().get(field).builder()));
            this.rows = firstRows;
        }

        void amounts(long[] target) {
            each((n, from, count) ->
                    copy(((FieldBuilder.Amounts) parts.get(n)).units, target, from, count));
        }

        void currencies(short[] target) {
            each((n, from, count) ->
                    copy(((FieldBuilder.Currencies) parts.get(n)).packed, target, from, count));
        }

        void dates(int[] target) {
            each((n, from, count) ->
                    copy(((FieldBuilder.Dates) parts.get(n)).days, target, from, count));
        }

        HashColumn hashes() {
            long[] hashes = new long[rows[parts.size()]];
            each((n, from, count) ->
                    copy(((TextBuilder) parts.get(n)).hashes, hashes, from, count));
            return new HashColumn(hashes);
        }

        TextColumn texts() {
            List<TextBuilder> texts = parts.stream().map(TextBuilder.class::cast).toList();
            return joined(texts, rows);
        }

        TokenColumn tokens() {
            List<TokenBuilder> builders = parts.stream().map(TokenBuilder.class::cast).toList();
            int[] firsts = new int[builders.size() + 1];
            for (int n = 0; n < builders.size(); n++) {
                int count = rows[n + 1] - rows[n];
                int own = count == 0 ? 0 : builders.get(n).ends[count - 1];
                firsts[n + 1] = Math.addExact(firsts[n], own);
            }
            int[] ends = new int[rows[parts.size()]];
            each((n, from, count) -> {
                for (int row = 0; row < count; row++) {
                    ends[from + row] = firsts[n] + builders.get(n).ends[row];
                }
            });
            List<TextBuilder> texts = builders.stream().map(builder -> builder.tokens).toList();
            return new TokenColumn(joined(texts, firsts), ends);
        }

        private TextColumn joined(List<TextBuilder> texts, int[] firsts) {
            long[] starts = new long[texts.size() + 1];
            for (int n = 0; n < texts.size(); n++) {
                int count = firsts[n + 1] - firsts[n];
                starts[n + 1] = starts[n] + (count == 0 ? 0 : texts.get(n).ends[count - 1]);
            }
            requireArena(starts[texts.size()]);
            long[] hashes = new long[firsts[texts.size()]];
            int[] ends = new int[hashes.length];
            byte[] arena = new byte[(int) starts[texts.size()]];
            Parallel.run(
                    threads,
                    texts.size(),
                    n -> {
                        TextBuilder text = texts.get(n);
                        int count = firsts[n + 1] - firsts[n];
                        int base = (int) starts[n];
                        System.arraycopy(text.hashes, 0, hashes, firsts[n], count);
                        System.arraycopy(text.arena, 0, arena, base, (int) (starts[n + 1] - base));
                        for (int row = 0; row < count; row++) {
                            ends[firsts[n] + row] = base + text.ends[row];
                        }
                    });
            return new TextColumn(hashes, ends, arena);
        }

        private void requireArena(long bytes) {
            if (bytes > Limits.ARENA_BYTES_MAX) {
                throw new InputProblem(
                        new Problem(
                                parts.getFirst().column(),
                                bytes + " bytes of text in one key column",
                                "at most " + Limits.ARENA_BYTES_MAX,
                                "Choose a shorter column as key, or split the file."));
            }
        }

        private void each(PartTask task) {
            Parallel.run(threads, parts.size(), n -> task.run(n, rows[n], rows[n + 1] - rows[n]));
        }

        private static void copy(Object source, Object target, int from, int count) {
            System.arraycopy(source, 0, target, from, count);
        }
    }

    /// Work on the part of stretch `n`, whose `count` rows begin at `from` of the table.
    private interface PartTask {
        void run(int n, int from, int count);
    }
}
