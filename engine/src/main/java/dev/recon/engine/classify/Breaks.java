package dev.recon.engine.classify;

import dev.recon.engine.fee.FittedSchedule;
import dev.recon.engine.money.Currency;
import dev.recon.engine.money.Money;
import dev.recon.engine.rate.Counting;
import dev.recon.engine.table.Side;
import java.util.List;

/// All breaks of a run, as columns: 8 bytes a break, everything else is looked up.
///
/// Breaks are numbered from 1: first those that have a left entry, in the order of that entry, then
/// those that have only a right one, in its order. A match has at most one break of its own, of the
/// highest kind in precedence; its reason names the others. Beside it, each entry of which the
/// match uses a part is a break.
public final class Breaks {
    private final Facts facts;
    private final BreakKind[] kinds;
    private final int[] rows;
    private final int withLeft;

    /// @param kinds the kind of each break
    /// @param rows the first left row of the first `withLeft` breaks, the first right one of the
    ///   others
    Breaks(Facts facts, BreakKind[] kinds, int[] rows, int withLeft) {
        this.facts = facts;
        this.kinds = kinds;
        this.rows = rows;
        this.withLeft = withLeft;
    }

    public int count() {
        return kinds.length;
    }

    /// The kind of break `number`, 1 to [#count].
    public BreakKind kind(int number) {
        return kinds[number - 1];
    }

    /// The match that the break lies in, 0 when its entry is open.
    public int match(int number) {
        return isOpen(number) ? 0 : facts.matching().matchOf(side(number), rows[number - 1]);
    }

    /// The first left entry, -1 when there is none.
    public int leftRow(int number) {
        return number <= withLeft ? rows[number - 1] : -1;
    }

    /// The first right entry, -1 when there is none.
    public int rightRow(int number) {
        if (number > withLeft) {
            return rows[number - 1];
        }
        return isOfOne(number) ? -1 : facts.matching().firstRow(Side.RIGHT, match(number));
    }

    /// What left minus right comes to because of this break, in units of the run's scale.
    public long differenceUnits(int number) {
        int row = rows[number - 1];
        Side side = side(number);
        if (isOfOne(number)) {
            long units = isOpen(number) ? facts.units(side, row) : facts.openUnits(side, row);
            return side == Side.LEFT ? units : -units;
        }
        int partner = facts.matching().partner(side, row);
        return partner >= 0
                ? facts.differenceUnits(row, partner)
                : facts.differenceUnits(facts.members(match(number)));
    }

    public Currency currency(int number) {
        return facts.counting().isPlain() || isOfOne(number)
                ? facts.table(side(number)).currency(rows[number - 1])
                : facts.currency(facts.members(match(number)));
    }

    /// What matches count in another currency than it is in: what leaves each currency, or comes
    /// into it, with the signs of left minus right.
    public void conversions(Counting.Sink sink) {
        Conversions.forEach(facts.counting(), facts.matching(), sink);
    }

    /// In plain English: what differs, by how much, and which rule says so.
    ///
    /// @param written tells fields that differ as people wrote them
    public String reason(int number, Written written) {
        return new Reasons(facts, written).of(kind(number), side(number), rows[number - 1]);
    }

    /// The schedules that explain differences of amounts, in the order in which they were asked.
    public List<FittedSchedule> schedules() {
        return facts.fees().all();
    }

    /// Break `number` as an object.
    public Break get(int number) {
        Money difference =
                new Money(currency(number), differenceUnits(number), facts.left().decimals());
        return switch (kind(number)) {
            case DUPLICATE -> new Break.Duplicate(side(number), rows[number - 1], difference);
            case PARTLY_OPEN ->
                    new Break.PartlyOpen(side(number), rows[number - 1], match(number), difference);
            case AMOUNT_DIFFERS -> new Break.AmountDiffers(match(number), difference);
            case DATE_DIFFERS -> new Break.DateDiffers(match(number), difference);
            case FIELD_DIFFERS -> new Break.FieldDiffers(match(number), difference);
            case MISSING_ON_LEFT -> new Break.MissingOnLeft(rightRow(number), difference);
            case MISSING_ON_RIGHT -> new Break.MissingOnRight(leftRow(number), difference);
        };
    }

    private Side side(int number) {
        return number <= withLeft ? Side.LEFT : Side.RIGHT;
    }

    /// Is the break a whole entry that no match holds?
    private boolean isOpen(int number) {
        return switch (kind(number)) {
            case DUPLICATE, MISSING_ON_LEFT, MISSING_ON_RIGHT -> true;
            case AMOUNT_DIFFERS, DATE_DIFFERS, FIELD_DIFFERS, PARTLY_OPEN -> false;
        };
    }

    /// Is the break one entry, and no difference inside a match?
    private boolean isOfOne(int number) {
        return isOpen(number) || kind(number) == BreakKind.PARTLY_OPEN;
    }
}
