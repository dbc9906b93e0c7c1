package dev.recon.engine.explain;

import dev.recon.engine.table.Column;
import dev.recon.engine.table.DateColumn;
import dev.recon.engine.table.Side;
import dev.recon.engine.table.Table;
import dev.recon.engine.table.TextColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Finds the entries of the other side that come nearest to one entry: a first look at all of them.
///
/// No index is kept: one pass over the columns takes about 20 ns a row (measured: 1 M rows in 15 to
/// 25 ms), rounds each weight to tenths, and remembers the best few. What lines say beyond the
/// columns is asked of those alone.
final class NearestScan {
    /// How many open entries the first look keeps; they can be matched.
    private static final int OPEN_MAX = 32;

    /// How many taken ones it keeps beside them; they may say why nothing is free.
    private static final int TAKEN_MAX = 16;

    /// How many of its own side, open and taken each.
    private static final int OWN_MAX = 8;

    private static final int AMOUNT_SAME = tenths(FirstLook.AMOUNT_SAME);
    private static final int AMOUNT_FAR = tenths(FirstLook.AMOUNT_FAR);
    private static final int DATE_SAME = tenths(FirstLook.DATE_SAME);
    private static final int DATE_FAR = tenths(FirstLook.DATE_FAR);
    private static final int DATE_PER_DAY = tenths(FirstLook.DATE_PER_DAY);
    private static final int CURRENCY_OTHER = tenths(FirstLook.CURRENCY_OTHER);

    /// Tenths that a factor of 2 in the relative difference of amounts costs.
    private static final double PER_DOUBLING = 10 * FirstLook.AMOUNT_PER_TENTH * Math.log10(2);

    private final Scope scope;
    private final Table ours;
    private final Table theirs;
    private final Side other;
    private final int row;
    private final int itself;
    private final int sign;
    private final List<TextScan> texts = new ArrayList<>();
    private final List<TokenScan> tokens = new ArrayList<>();

    /// @param sign -1 looks for amounts of the opposite sign
    private NearestScan(Scope scope, Asked asked, int sign) {
        this.scope = scope;
        this.row = asked.row;
        this.other = asked.lookAt;
        this.itself = asked.side == asked.lookAt ? row : -1;
        this.sign = sign;
        this.ours = scope.table(asked.side);
        this.theirs = scope.table(other);
        for (Map.Entry<String, Column> field : ours.texts().entrySet()) {
            Column facing = theirs.texts().get(field.getKey());
            if (facing != null && field.getValue().isPresent(row)) {
                texts.add(TextScan.of(field.getKey(), field.getValue(), row, facing));
            }
        }
        theirs.tokens()
                .forEach((field, column) -> {
                    if (ours.texts().get(Table.REFERENCE) instanceof TextColumn references
                            && references.isPresent(row)) {
                        tokens.add(new TokenScan.OfReference(references.hash(row), column));
                    }
                });
        ours.tokens()
                .forEach((field, column) -> {
                    if (theirs.texts().get(Table.REFERENCE) instanceof TextColumn references) {
                        tokens.add(TokenScan.OfTokens.of(column, row, references));
                    }
                });
    }

    /// The nearest open rows of the other side, then the nearest taken ones.
    static int[] nearest(Scope scope, Side side, int row) {
        Asked asked = new Asked(side, row, side.other());
        return new NearestScan(scope, asked, 1).run(OPEN_MAX, TAKEN_MAX);
    }

    /// The rows of its own side that come nearest to an entry, open ones first.
    static int[] own(Scope scope, EntryFields entry, int sign) {
        Asked asked = new Asked(entry.side(), entry.row(), entry.side());
        return new NearestScan(scope, asked, sign).run(OWN_MAX, OWN_MAX);
    }

    /// The entry, and the side that is looked at.
    private record Asked(Side side, int row, Side lookAt) {}

    private int[] run(int openMax, int takenMax) {
        BestRows open = new BestRows(openMax);
        BestRows taken = new BestRows(takenMax);
        int rows = theirs.rows();
        for (int at = 0; at < rows; at++) {
            int score = score(at);
            boolean near = score >= open.least() || score >= taken.least();
            if (near && at != itself) {
                BestRows best = scope.holder().isOpen(other, at) ? open : taken;
                best.offer(at, score, content(at));
            }
        }
        return IntStream.concat(Arrays.stream(open.rows()), Arrays.stream(taken.rows())).toArray();
    }

    private int score(int at) {
        int score = amount(sign * theirs.amounts().units()[at]);
        if (ours.currencies().packed()[row] != theirs.currencies().packed()[at]) {
            score += CURRENCY_OTHER;
        }
        int day = ours.dates().days()[row];
        int theirDay = theirs.dates().days()[at];
        if (day != DateColumn.ABSENT && theirDay != DateColumn.ABSENT) {
            long apart = Math.abs((long) day - theirDay);
            score += (int) Math.max(DATE_FAR, DATE_SAME - DATE_PER_DAY * apart);
        }
        for (int text = 0; text < texts.size(); text++) {
            score += texts.get(text).tenths(at);
        }
        for (int token = 0; token < tokens.size(); token++) {
            score += tokens.get(token).tenths(at);
        }
        return score;
    }

    /// By the relative difference, with the logarithm taken from the exponent and one step of the
    /// fraction.
    private int amount(long units) {
        long mine = ours.amounts().units()[row];
        if (mine == units) {
            return AMOUNT_SAME;
        }
        double larger = Math.max(Math.abs((double) mine), Math.abs((double) units));
        double apart = Math.abs((double) mine - units) / larger;
        int exponent = Math.getExponent(apart);
        double log2 = exponent + apart * Math.scalb(1.0, -exponent) - 1;
        double weight = 10 - 20 * FirstLook.AMOUNT_PER_TENTH - log2 * PER_DOUBLING;
        return (int) Math.clamp(weight, AMOUNT_FAR, AMOUNT_SAME - 10);
    }

    /// Orders entries that score the same, however they arrived.
    private long content(int at) {
        long hash = theirs.amounts().hash(at) ^ Long.rotateLeft(theirs.dates().hash(at), 17);
        for (int text = 0; text < texts.size(); text++) {
            hash = Long.rotateLeft(hash, 23) ^ texts.get(text).hash(at);
        }
        return hash;
    }

    static int tenths(double weight) {
        return (int) Math.round(weight * 10);
    }
}
