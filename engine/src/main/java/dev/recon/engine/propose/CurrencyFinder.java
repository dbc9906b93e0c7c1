package dev.recon.engine.propose;

import dev.recon.engine.money.Currency;
import dev.recon.engine.read.ColumnProfile;
import dev.recon.engine.read.ColumnType;
import dev.recon.engine.read.FieldSource;
import dev.recon.engine.table.Table;
import java.util.Optional;
import java.util.OptionalDouble;

/// Finds the currency of each side.
record CurrencyFinder(Draft draft) {
    /// Currencies by column; a side without one has the only currency of the other.
    void map() {
        Optional<ColumnProfile> left = draft.left.find(ColumnType.Currency.class, Role.CURRENCY);
        Optional<ColumnProfile> right = draft.right.find(ColumnType.Currency.class, Role.CURRENCY);
        Optional<FieldSource> ours =
                left.map(column -> new FieldSource.CurrencyColumn(column.name()));
        Optional<FieldSource> theirs =
                right.map(column -> new FieldSource.CurrencyColumn(column.name()));
        if (ours.isPresent() && theirs.isPresent()) {
            ColumnProfile one = left.orElseThrow();
            ColumnProfile other = right.orElseThrow();
            double agreement =
                    draft.pairs.share(
                            (_, _) -> true,
                            (a, b) -> draft.left.words(a, one).equals(draft.right.words(b, other)));
            OptionalDouble measured =
                    agreement < 0 ? OptionalDouble.empty() : OptionalDouble.of(agreement);
            Draft.Mapped both = new Draft.Mapped(ours, theirs);
            draft.map(Table.CURRENCY, both, measured, "currency codes on both sides");
        } else if (ours.isPresent() || theirs.isPresent()) {
            ColumnProfile only = left.or(() -> right).orElseThrow();
            if (only.distinct() == 1) {
                Currency currency = Currency.of(only.samples().getFirst());
                Optional<FieldSource> constant =
                        Optional.of(new FieldSource.CurrencyConstant(currency));
                draft.map(
                        Table.CURRENCY,
                        new Draft.Mapped(ours.or(() -> constant), theirs.or(() -> constant)),
                        OptionalDouble.empty(),
                        "one side has only " + currency + ", the other does not say");
            }
        }
    }
}
