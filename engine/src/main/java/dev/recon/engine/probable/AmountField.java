package dev.recon.engine.probable;

import dev.recon.engine.table.Hash;
import dev.recon.engine.table.Side;
import java.util.List;

/// Amounts: equal, or apart by a share of the larger one; amounts of opposite signs are far apart.
///
/// @param left the units of the left entries, by place
/// @param right the units of the right entries, by place
record AmountField(String name, long[] left, long[] right) implements Field {
    private static final double[] SHARES = {0, 0.001, 0.01, 0.03, 0.1, 0.3};
    private static final String[] WORDS = {
        "equal",
        "less than 0.1 % apart",
        "less than 1 % apart",
        "less than 3 % apart",
        "less than 10 % apart",
        "less than 30 % apart",
        "far apart"
    };

    /// Two amounts of one band differ by less than this factor.
    private static final double BAND = 1.3;

    @Override
    public int levels() {
        return WORDS.length;
    }

    @Override
    public String words(int level) {
        return WORDS[level];
    }

    @Override
    public int level(int leftPlace, int rightPlace, TextMemory memory) {
        return level(left[leftPlace], right[rightPlace]);
    }

    static int level(long one, long other) {
        if (one == other) {
            return 0;
        }
        if (one < 0 != other < 0) {
            return SHARES.length;
        }
        double larger = Math.max(Math.abs((double) one), Math.abs((double) other));
        double share = Math.abs((double) one - (double) other) / larger;
        for (int level = 1; level < SHARES.length; level++) {
            if (share < SHARES[level]) {
                return level;
            }
        }
        return SHARES.length;
    }

    private long units(Side side, int place) {
        return (side == Side.LEFT ? left : right)[place];
    }

    @Override
    public long value(Side side, int place) {
        return Hash.of(units(side, place));
    }

    @Override
    public List<BlockKey> blockKeys() {
        return List.of(
                new BlockKey("equal " + name, 1, (side, place, keys) -> one(keys, side, place)),
                new BlockKey("similar " + name, 2, this::bands));
    }

    private int one(long[] keys, Side side, int place) {
        keys[0] = value(side, place);
        return 1;
    }

    /// Two rows of bands, shifted by half a band, so that near amounts share at least one.
    private int bands(Side side, int place, long[] keys) {
        long units = units(side, place);
        double size = StrictMath.log(Math.abs((double) units) + 1) / StrictMath.log(BAND);
        long sign = units < 0 ? 1 : 0;
        keys[0] = Hash.pair(2 + sign, (long) Math.floor(size));
        keys[1] = Hash.pair(4 + sign, (long) Math.floor(size + 0.5));
        return 2;
    }
}
