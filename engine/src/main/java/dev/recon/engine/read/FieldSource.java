package dev.recon.engine.read;

import dev.recon.engine.money.Currency;
import java.util.List;

/// Where a field of an entry comes from, and how its text is understood.
///
/// Columns are named as in the header; a file without one has columns `1`, `2`, `3` and so on.
public sealed interface FieldSource {
    /// One column with a signed amount.
    ///
    /// @param decimalMark `.` or `,`; the other one, blanks and apostrophes may group digits
    /// @param opposite is a plus on this side a minus on the other?
    record Amount(String column, char decimalMark, boolean opposite) implements FieldSource {}

    /// Several columns of which one is filled: a debit and a credit column, one for each currency,
    /// or a debit and a credit column for each currency.
    ///
    /// @param parts two or more; either all of them have a currency, or none has
    /// @param negativeDebits are debits written with their minus? then they count as they stand
    record SplitAmount(
            List<AmountPart> parts, char decimalMark, boolean opposite, boolean negativeDebits)
            implements FieldSource {
        public SplitAmount {
            parts = List.copyOf(parts);
            long named = parts.stream().filter(part -> part.currency().isPresent()).count();
            if (parts.size() < 2 || (named > 0 && named < parts.size())) {
                throw new IllegalArgumentException("no parts of one amount: " + parts);
            }
        }

        /// A debit and a credit column: the amount is credit minus debit.
        public static SplitAmount of(
                String debit, String credit, char decimalMark, boolean opposite) {
            return new SplitAmount(
                    List.of(AmountPart.of(debit, true), AmountPart.of(credit, false)),
                    decimalMark,
                    opposite,
                    false);
        }

        /// Does the column that is filled say the currency?
        public boolean saysCurrency() {
            return parts.getFirst().currency().isPresent();
        }
    }

    /// The currency of that column of an amount that is filled.
    record SplitCurrency(SplitAmount amount) implements FieldSource {
        public SplitCurrency {
            if (!amount.saysCurrency()) {
                throw new IllegalArgumentException("no currencies: " + amount);
            }
        }
    }

    /// A column of ISO 4217 codes.
    record CurrencyColumn(String column) implements FieldSource {}

    /// One currency for the whole file.
    record CurrencyConstant(Currency currency) implements FieldSource {}

    /// A column of dates; a time behind the date is passed over.
    record Date(String column, DatePattern pattern) implements FieldSource {}

    /// A column in which times of day stand, alone or behind a date.
    ///
    /// @param ahead how many seconds the clock of this side is ahead of that of the other
    record Time(String column, int ahead) implements FieldSource {}

    /// A column of text.
    record Text(String column, NormalForm form) implements FieldSource {}

    /// A text that a transform makes of one or more columns, understood as another source would
    /// understand its column.
    ///
    /// @param as how the text is understood; its column is the transform's first one
    record Transformed(FieldSource as, Transform transform) implements FieldSource {
        public Transformed {
            if (as instanceof Transformed) {
                throw new IllegalArgumentException("a transform of a transform: " + as);
            }
        }
    }

    /// The columns that the field is made of, in the order of the rule set.
    default List<String> columns() {
        return switch (this) {
            case Amount amount -> List.of(amount.column());
            case SplitAmount split -> split.parts().stream().map(AmountPart::column).toList();
            case SplitCurrency split -> split.amount().columns();
            case CurrencyColumn currency -> List.of(currency.column());
            case CurrencyConstant _ -> List.of();
            case Date date -> List.of(date.column());
            case Time time -> List.of(time.column());
            case Text text -> List.of(text.column());
            case Transformed made -> made.transform().columns();
        };
    }

    /// How its text is understood, whatever it is made of.
    default FieldSource understood() {
        return this instanceof Transformed made ? made.as() : this;
    }
}
