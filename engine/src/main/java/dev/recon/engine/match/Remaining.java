package dev.recon.engine.match;

/// The cells of one side that are not used up, so that a search can jump over those that are: two
/// union-find forests over the places of the cells, 8 bytes a cell.
final class Remaining {
    private int[] next = new int[0];
    private int[] previous = new int[0];

    /// All of `count` cells remain.
    void fill(int count) {
        if (next.length < count + 2) {
            next = new int[count + 2];
            previous = new int[count + 2];
        }
        for (int place = 0; place < count + 2; place++) {
            next[place] = place;
            previous[place] = place;
        }
    }

    void remove(int cell) {
        next[cell] = cell + 1;
        previous[cell + 1] = cell;
    }

    /// The first remaining cell from `cell` on; the number of cells when there is none.
    int from(int cell) {
        int found = cell;
        while (next[found] != found) {
            next[found] = next[next[found]];
            found = next[found];
        }
        return found;
    }

    /// The last remaining cell up to `cell`, -1 when there is none.
    int upTo(int cell) {
        int found = cell + 1;
        while (previous[found] != found) {
            previous[found] = previous[previous[found]];
            found = previous[found];
        }
        return found - 1;
    }
}
