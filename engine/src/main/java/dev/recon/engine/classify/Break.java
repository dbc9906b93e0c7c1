package dev.recon.engine.classify;

import dev.recon.engine.money.Money;
import dev.recon.engine.table.Side;

/// A difference that somebody must explain, as an object: a view made for the few that are looked
/// at. All of them, as columns, are [Breaks].
public sealed interface Break {
    /// What left minus right comes to because of this break.
    Money difference();

    /// An entry that is there more often than on the other side.
    record Duplicate(Side side, int row, Money difference) implements Break {}

    /// A match whose two sides have different sums.
    record AmountDiffers(int match, Money difference) implements Break {}

    /// A match whose dates are too far apart.
    record DateDiffers(int match, Money difference) implements Break {}

    /// A match in which a compared field is not the same.
    record FieldDiffers(int match, Money difference) implements Break {}

    /// An entry of which its match uses a part: the difference is the rest.
    record PartlyOpen(Side side, int row, int match, Money difference) implements Break {}

    /// An entry that only the right has.
    record MissingOnLeft(int rightRow, Money difference) implements Break {}

    /// An entry that only the left has.
    record MissingOnRight(int leftRow, Money difference) implements Break {}
}
