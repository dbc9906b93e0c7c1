package dev.recon.engine.match;

/// How many subsets of both sides would come to the same sum by accident.
///
/// The pairs of subsets whose sums nearly agree are counted; spread evenly over the sums that the
/// amounts can make there, so many would agree. It is counted from each side, and halved, so that
/// neither side is preferred. Of pairs with nearly the same sum only a share has dates that fit; it
/// is measured on each subset and its next above. Half a pair stands for none.
///
/// Cost: two walks along both lists. With n entries a side the number of pairs grows with n^4 to
/// n^6, and so does what a match needs as evidence.
final class SeveralChance {
    private static final int NEAR_SHARE = 64;
    private static final int NEAR_STEPS_MIN = 100;

    private final SideSubsets lefts;
    private final SideSubsets rights;
    private final Nearness nearness;
    private final long grain;
    private long tried;
    private long fitting;

    SeveralChance(SideSubsets lefts, SideSubsets rights, Nearness nearness) {
        this.lefts = lefts;
        this.rights = rights;
        this.nearness = nearness;
        this.grain = grain(lefts, grain(rights, 0));
    }

    private static long grain(SideSubsets side, long start) {
        long grain = start;
        for (int place = 0; place < side.entries; place++) {
            grain = SubsetSums.divisor(grain, side.amount(place));
        }
        return grain;
    }

    double get() {
        if (lefts.count == 0 || rights.count == 0) {
            return 0;
        }
        long largest = Math.max(lefts.sums[lefts.count - 1], rights.sums[rights.count - 1]);
        double least = 0.5 * grain / (2.0 * window(largest));
        double near = (near(lefts, rights) + near(rights, lefts)) / 2;
        return Math.max(least, near * (fitting + 1) / (tried + 1));
    }

    /// How far a sum may be off to be near: no further than there are sums.
    private long window(long sum) {
        return Math.min(sum, Math.max(NEAR_STEPS_MIN * grain, sum / NEAR_SHARE));
    }

    /// How many subsets of the others agree with one of ours by accident, whatever their dates.
    private double near(SideSubsets ours, SideSubsets theirs) {
        double near = 0;
        int from = 0;
        int equal = 0;
        int above = 0;
        int to = 0;
        for (int at = 0; at < ours.count; at++) {
            long sum = ours.sums[at];
            long window = window(sum);
            from = first(theirs, from, sum - window);
            equal = first(theirs, equal, sum);
            above = first(theirs, above, sum + 1);
            to = first(theirs, to, sum + window + 1);
            int count = to - from - (above - equal);
            near += count * (double) grain / (2.0 * window);
            if (above < to) {
                tried++;
                fitting += fits(ours, at, theirs, above) ? 1 : 0;
            }
        }
        return near;
    }

    /// The first place, from `start` on, whose sum is this one or more.
    private static int first(SideSubsets side, int start, long sum) {
        int at = start;
        while (at < side.count && side.sums[at] < sum) {
            at++;
        }
        return at;
    }

    private boolean fits(SideSubsets ours, int subset, SideSubsets theirs, int other) {
        boolean isLeft = ours == lefts;
        for (int one : ours.places(subset)) {
            for (int place : theirs.places(other)) {
                int day = ours.day(one);
                int otherDay = theirs.day(place);
                if (!nearness.holds(isLeft ? day : otherDay, isLeft ? otherDay : day)) {
                    return false;
                }
            }
        }
        return true;
    }
}
