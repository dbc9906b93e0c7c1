package dev.recon.engine.report;

import dev.recon.engine.Outcome;
import dev.recon.engine.classify.BreakKind;
import dev.recon.engine.classify.Breaks;
import dev.recon.engine.match.Matching;
import dev.recon.engine.money.Currency;
import dev.recon.engine.money.Money;
import dev.recon.engine.rate.Counting;
import dev.recon.engine.table.Side;
import dev.recon.engine.table.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/// The identity that must hold to the cent, for one currency: left - right = differences inside
/// matches + converted + open left - open right + excluded.
///
/// The terms come from different places, so that a fault in one of them shows: the totals from the
/// amounts alone, the differences from the pairs as the left sees them, what is open from each
/// side's own marks. A match of two currencies counts in one of them: what it holds of the other
/// leaves that one, and what this is worth comes into the first. In addition, every difference
/// inside a match must be one that a break reports.
///
/// @param left the total of all left entries, with signs
/// @param right the total of all right entries
/// @param inMatches the sum over all matches of left minus right
/// @param inBreaks the part of it that breaks report
/// @param converted what matches count in another currency: plus what leaves this one, minus what
///   comes into it, and the other way about for right entries
/// @param openLeft the total of the open left entries, and of what matches leave of left entries
/// @param openRight the same of the right
/// @param excluded the total of the excluded left entries minus that of the right ones
public record Proof(
        Money left,
        Money right,
        Money inMatches,
        Money inBreaks,
        Money converted,
        Money openLeft,
        Money openRight,
        Money excluded) {
    public Currency currency() {
        return left.currency();
    }

    /// Left minus right.
    public Money difference() {
        return left.minus(right);
    }

    /// Does every cent have its place?
    public boolean holds() {
        Money inPlace = inMatches.plus(converted);
        Money explained = inPlace.plus(openLeft).minus(openRight).plus(excluded);
        return difference().equals(explained) && inMatches.equals(inBreaks);
    }

    /// One proof for each currency of either side, by its code.
    static List<Proof> of(Outcome outcome) {
        Sums left = total(outcome.left().table());
        Sums right = total(outcome.right().table());
        Sums matches = differences(outcome);
        Sums breaks = reported(outcome.breaks());
        Sums converted = new Sums(1);
        outcome.breaks()
                .conversions((currency, units) -> converted.add(0, currency.packed(), units));
        Sums openLeft = open(outcome, Side.LEFT);
        Sums openRight = open(outcome, Side.RIGHT);
        int decimals = outcome.rules().decimals();
        TreeSet<Currency> currencies = new TreeSet<>(Comparator.comparing(Currency::code));
        currencies.addAll(left.currencies());
        currencies.addAll(right.currencies());
        List<Proof> proofs = new ArrayList<>();
        for (Currency currency : currencies) {
            proofs.add(
                    new Proof(
                            new Money(currency, left.net(currency), decimals),
                            new Money(currency, right.net(currency), decimals),
                            new Money(currency, matches.net(currency), decimals),
                            new Money(currency, breaks.net(currency), decimals),
                            new Money(currency, converted.net(currency), decimals),
                            new Money(currency, openLeft.net(currency), decimals),
                            new Money(currency, openRight.net(currency), decimals),
                            new Money(currency, 0, decimals)));
        }
        return proofs;
    }

    private static Sums total(Table table) {
        Sums sums = new Sums(1);
        long[] units = table.amounts().units();
        short[] currencies = table.currencies().packed();
        for (int row = 0; row < table.rows(); row++) {
            sums.add(0, currencies[row], units[row]);
        }
        return sums;
    }

    private static Sums differences(Outcome outcome) {
        Sums sums = new Sums(1);
        Matching matching = outcome.matching();
        Table left = outcome.left().table();
        Table right = outcome.right().table();
        Counting counting = Counting.of(outcome.rules().rates(), left, right);
        for (int row = 0; row < left.rows(); row++) {
            int partner = matching.partner(Side.LEFT, row);
            if (partner >= 0 && !counting.isMixed(row, partner)) {
                add(sums, left, row, 1);
                add(sums, right, partner, -1);
            } else if (partner >= 0) {
                addMixed(sums, counting, row, partner);
            } else if (isFirstOfGroup(matching, row)) {
                addGroup(sums, outcome, counting, matching.matchOf(Side.LEFT, row));
            }
        }
        for (int match = matching.withLeft() + 1; match <= matching.count(); match++) {
            addGroup(sums, outcome, counting, match);
        }
        return sums;
    }

    private static boolean isFirstOfGroup(Matching matching, int row) {
        return !matching.isOpen(Side.LEFT, row)
                && matching.firstRow(Side.LEFT, matching.matchOf(Side.LEFT, row)) == row;
    }

    /// Two entries of two currencies, in that of their match.
    private static void addMixed(Sums sums, Counting counting, int row, int partner) {
        Currency in = counting.currency(row, partner);
        sums.add(0, in.packed(), counting.units(Side.LEFT, row, in));
        sums.add(0, in.packed(), Math.negateExact(counting.units(Side.RIGHT, partner, in)));
    }

    /// What a match uses of its entries.
    private static void addGroup(Sums sums, Outcome outcome, Counting counting, int match) {
        int[] lefts = outcome.matching().rows(Side.LEFT, match);
        int[] rights = outcome.matching().rows(Side.RIGHT, match);
        if (counting.isMixed(lefts, rights)) {
            Currency in = counting.currency(lefts, rights);
            for (int row : lefts) {
                sums.add(0, in.packed(), counting.units(Side.LEFT, row, in));
            }
            for (int row : rights) {
                sums.add(0, in.packed(), Math.negateExact(counting.units(Side.RIGHT, row, in)));
            }
            return;
        }
        for (Side side : Side.values()) {
            Table table = outcome.read(side).table();
            int sign = side == Side.LEFT ? 1 : -1;
            for (int row : outcome.matching().rows(side, match)) {
                long units = table.amounts().units()[row];
                long used = outcome.matching().allocated(side, row, units);
                sums.add(0, table.currencies().packed()[row], Math.multiplyExact(sign, used));
            }
        }
    }

    private static void add(Sums sums, Table table, int row, int sign) {
        long units = table.amounts().units()[row];
        sums.add(0, table.currencies().packed()[row], Math.multiplyExact(sign, units));
    }

    private static Sums open(Outcome outcome, Side side) {
        Sums sums = new Sums(1);
        Table table = outcome.read(side).table();
        for (int row = 0; row < table.rows(); row++) {
            if (outcome.matching().isOpen(side, row)) {
                add(sums, table, row, 1);
            }
        }
        for (int row : outcome.matching().partlyOpen(side)) {
            long units = table.amounts().units()[row];
            long rest = units - outcome.matching().allocated(side, row, units);
            sums.add(0, table.currencies().packed()[row], rest);
        }
        return sums;
    }

    private static Sums reported(Breaks breaks) {
        Sums sums = new Sums(1);
        for (int number = 1; number <= breaks.count(); number++) {
            if (breaks.match(number) > 0 && breaks.kind(number) != BreakKind.PARTLY_OPEN) {
                sums.add(0, breaks.currency(number).packed(), breaks.differenceUnits(number));
            }
        }
        return sums;
    }
}
