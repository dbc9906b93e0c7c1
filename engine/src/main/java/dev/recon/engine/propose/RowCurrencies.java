package dev.recon.engine.propose;

import dev.recon.engine.money.Currency;
import dev.recon.engine.read.AmountPart;
import dev.recon.engine.read.ColumnProfile;
import dev.recon.engine.read.FieldSource;
import dev.recon.engine.read.NormalForm;
import dev.recon.engine.read.Transform;
import dev.recon.engine.table.Side;
import dev.recon.engine.table.Table;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The currencies of sampled entries, as they are mapped.
record RowCurrencies(Draft draft) {
    static final String UNKNOWN = "-";

    /// The code of each entry; all the same where the side does not say any.
    String[] of(Side side) {
        return of(side, draft.sources(side).get(Table.CURRENCY));
    }

    /// The same by a source that is not mapped yet.
    String[] of(Side side, @Nullable FieldSource source) {
        if (source instanceof FieldSource.CurrencyColumn(String name)) {
            return draft.sample(side).values(column(side, name), NormalForm.CODE);
        }
        if (source instanceof FieldSource.Transformed(_, Transform transform)) {
            return new FieldValues(draft, side).made(transform, NormalForm.CODE);
        }
        String[] codes = new String[draft.sample(side).rows()];
        Arrays.fill(
                codes,
                source instanceof FieldSource.CurrencyConstant(Currency only)
                        ? only.code()
                        : UNKNOWN);
        if (source instanceof FieldSource.SplitCurrency(FieldSource.SplitAmount split)) {
            for (AmountPart part : split.parts()) {
                long[] units =
                        draft.sample(side)
                                .amounts(column(side, part.column()), split.decimalMark());
                for (int row = 0; row < codes.length; row++) {
                    if (AmountColumns.isFilled(units[row])) {
                        codes[row] = part.currency().orElseThrow().code();
                    }
                }
            }
        }
        return codes;
    }

    private ColumnProfile column(Side side, String name) {
        return draft.sample(side).inspection().find(name).orElseThrow();
    }
}
