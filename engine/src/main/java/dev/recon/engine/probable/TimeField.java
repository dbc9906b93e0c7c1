package dev.recon.engine.probable;

import dev.recon.engine.table.Hash;
import dev.recon.engine.table.Moments;
import dev.recon.engine.table.Side;
import java.util.List;

/// Times of day: how many seconds lie between the moments of two entries, which are date and time.
///
/// @param left the moments of the left entries, by place
/// @param right the moments of the right entries, by place
record TimeField(String name, int[] left, int[] right) implements Field {
    private static final int[] SECONDS = {0, 5, 30, 120, 600, 3_600, 14_400, 43_200};
    private static final List<String> WORDS =
            List.of(
                    "the same second",
                    "within 5 seconds",
                    "within 30 seconds",
                    "within 2 minutes",
                    "within 10 minutes",
                    "within an hour",
                    "within 4 hours",
                    "within 12 hours",
                    "more than 12 hours apart");
    private static final int MINUTE = 60;
    private static final int HOUR = 3_600;

    @Override
    public int levels() {
        return WORDS.size();
    }

    @Override
    public String words(int level) {
        return WORDS.get(level);
    }

    @Override
    public int level(int leftPlace, int rightPlace, TextMemory memory) {
        return level(left[leftPlace], right[rightPlace]);
    }

    static int level(int from, int to) {
        if (from == Moments.ABSENT || to == Moments.ABSENT) {
            return ABSENT;
        }
        long apart = Math.abs((long) to - from);
        int level = 0;
        while (level < SECONDS.length && apart > SECONDS[level]) {
            level++;
        }
        return level;
    }

    private int moment(Side side, int place) {
        return (side == Side.LEFT ? left : right)[place];
    }

    @Override
    public long value(Side side, int place) {
        int moment = moment(side, place);
        return moment == Moments.ABSENT ? 0 : Hash.of(moment);
    }

    @Override
    public List<BlockKey> blockKeys() {
        return List.of(
                new BlockKey(name + " within a minute", 2, spans(MINUTE)),
                new BlockKey(name + " within an hour", 2, spans(HOUR)));
    }

    /// Spans of so many seconds, and the same shifted by half.
    private BlockKey.Source spans(int seconds) {
        return (side, place, keys) -> {
            int moment = moment(side, place);
            if (moment == Moments.ABSENT) {
                return 0;
            }
            for (int shift = 0; shift < 2; shift++) {
                long span = Math.floorDiv(moment + (long) shift * seconds / 2, (long) seconds);
                keys[shift] = Hash.pair(seconds + shift, span);
            }
            return 2;
        };
    }
}
