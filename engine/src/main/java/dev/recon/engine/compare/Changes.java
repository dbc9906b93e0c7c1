package dev.recon.engine.compare;

import dev.recon.engine.Outcome;
import dev.recon.engine.table.Side;
import java.util.Arrays;
import java.util.stream.IntStream;

/// What two rule sets make of the same two files, line by line.
///
/// Lines are what both runs have in common: one of them may reject what the other reads. 1 byte a
/// line for its kind; everything else is looked up in the two outcomes, for those that are shown.
/// About 30 ns a line.
public final class Changes {
    private static final ChangeKind[] KINDS = ChangeKind.values();

    private final Run before;
    private final Run after;
    private final SameMatches matches;
    private final byte[] left;
    private final byte[] right;

    private Changes(Outcome before, Outcome after) {
        this.before = new Run(before);
        this.after = new Run(after);
        this.matches = new SameMatches(this.before, this.after);
        this.left = kinds(Side.LEFT);
        this.right = kinds(Side.RIGHT);
    }

    /// Compares two outcomes on the same files, both split into lines in the same way.
    public static Changes of(Outcome before, Outcome after) {
        for (Side side : Side.values()) {
            if (!before.rules().layout(side).dialect().equals(after.rules().layout(side).dialect())
                    || before.read(side).records() != after.read(side).records()) {
                throw new IllegalArgumentException(
                        "the two runs split the " + side.word() + " file differently");
            }
        }
        return new Changes(before, after);
    }

    private byte[] kinds(Side side) {
        byte[] kinds = new byte[before.outcome().read(side).records()];
        for (int at = 0; at < kinds.length; at++) {
            int line = at + 1;
            ChangeKind kind = kind(side, before.row(side, line), after.row(side, line));
            kinds[at] = (byte) kind.number();
        }
        return kinds;
    }

    private ChangeKind kind(Side side, int rowBefore, int rowAfter) {
        boolean held = before.holds(side, rowBefore);
        if (held != after.holds(side, rowAfter)) {
            return held ? ChangeKind.NEWLY_BROKEN : ChangeKind.NEWLY_MATCHED;
        }
        boolean sameReading = isReadTheSame(side, rowBefore, rowAfter);
        if (held) {
            if (!matches.holds(side, rowBefore, rowAfter)
                    || (sameReading && !usesTheSame(side, rowBefore, rowAfter))) {
                return ChangeKind.CHANGED_PARTNER;
            }
            if (before.status(side, rowBefore) != after.status(side, rowAfter)) {
                return ChangeKind.CHANGED_STATUS;
            }
        }
        if (!sameReading) {
            return ChangeKind.CHANGED_READING;
        }
        return before.breakOf(side, rowBefore) == after.breakOf(side, rowAfter)
                ? ChangeKind.UNCHANGED
                : ChangeKind.CHANGED_BREAK;
    }

    private boolean isReadTheSame(Side side, int rowBefore, int rowAfter) {
        if (rowBefore < 0 || rowAfter < 0) {
            return rowBefore == rowAfter;
        }
        return before.table(side).currencies().packed()[rowBefore]
                        == after.table(side).currencies().packed()[rowAfter]
                && isSame(before.units(side, rowBefore), after.units(side, rowAfter));
    }

    private boolean usesTheSame(Side side, int rowBefore, int rowAfter) {
        return isSame(before.used(side, rowBefore), after.used(side, rowAfter));
    }

    /// Are two amounts the same, each counted with the decimals of its run?
    private boolean isSame(long unitsBefore, long unitsAfter) {
        int more = after.table(Side.LEFT).decimals() - before.table(Side.LEFT).decimals();
        long factor = 1;
        for (int decimal = Math.abs(more); decimal > 0; decimal--) {
            factor *= 10;
        }
        long coarse = more > 0 ? unitsBefore : unitsAfter;
        long fine = more > 0 ? unitsAfter : unitsBefore;
        return fine % factor == 0 && fine / factor == coarse;
    }

    /// The first run.
    public Run before() {
        return before;
    }

    /// The second run.
    public Run after() {
        return after;
    }

    /// The lines of a side: its entries and the rejected ones.
    public int lines(Side side) {
        return column(side).length;
    }

    private byte[] column(Side side) {
        return side == Side.LEFT ? left : right;
    }

    /// What becomes of a line, from 1.
    public ChangeKind kind(Side side, int line) {
        return KINDS[column(side)[line - 1]];
    }

    /// Does everything stay as it is?
    public boolean isEmpty() {
        return IntStream.concat(stream(left), stream(right))
                .allMatch(kind -> kind == ChangeKind.UNCHANGED.number());
    }

    private static IntStream stream(byte[] kinds) {
        return IntStream.range(0, kinds.length).map(at -> kinds[at]);
    }

    /// The first lines of a side that changed in one way, ascending.
    public int[] first(ChangeKind kind, Side side, int most) {
        byte[] kinds = column(side);
        int[] found = new int[Math.min(most, kinds.length)];
        int count = 0;
        for (int at = 0; at < kinds.length && count < found.length; at++) {
            if (kinds[at] == kind.number()) {
                found[count++] = at + 1;
            }
        }
        return Arrays.copyOf(found, count);
    }
}
