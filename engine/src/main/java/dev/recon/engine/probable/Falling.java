package dev.recon.engine.probable;

/// Pools levels until what they weigh falls from the most alike to the least: the likeliest such
/// shares there are (pool adjacent violators, Ayer et al. 1955).
///
/// Few pairs teach that names of half the same letters speak for a match more than equal ones, or
/// that a difference speaks for one; the truth of each level is then what they say together.
final class Falling {
    private Falling() {}

    /// Changes shares of matches where their ratio to chance rises along these levels; what a pool
    /// has together stays the same.
    ///
    /// @param levels from the most alike to the least
    static void pool(double[] shares, double[] chance, int[] levels) {
        int[] ends = new int[levels.length];
        double[] matches = new double[levels.length];
        double[] strangers = new double[levels.length];
        int pools = 0;
        for (int at = 0; at < levels.length; at++) {
            ends[pools] = at + 1;
            matches[pools] = shares[levels[at]];
            strangers[pools++] = chance[levels[at]];
            while (pools > 1
                    && matches[pools - 1] * strangers[pools - 2]
                            > matches[pools - 2] * strangers[pools - 1]) {
                pools--;
                ends[pools - 1] = ends[pools];
                matches[pools - 1] += matches[pools];
                strangers[pools - 1] += strangers[pools];
            }
        }
        int at = 0;
        for (int pool = 0; pool < pools; pool++) {
            for (; at < ends[pool]; at++) {
                shares[levels[at]] = chance[levels[at]] * matches[pool] / strangers[pool];
            }
        }
    }
}
