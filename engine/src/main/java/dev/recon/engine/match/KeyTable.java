package dev.recon.engine.match;

import java.util.Arrays;

/// Brings equal hashes of one part together: a hash table of lists, one for each side.
///
/// 16 bytes a slot with at most half of the slots used, 4 bytes a key for its list and on the left
/// 4 for its slot: a part of 16,384 keys a side stays within 1.3 MB. A million equal keys are one
/// list, not a million probes.
final class KeyTable {
    private int[] slotHash = new int[0];
    private int[] slotLeft = new int[0];
    private int[] slotRight = new int[0];
    private int[] slotOf = new int[0];
    private int[] nextLeft = new int[0];
    private int[] nextRight = new int[0];
    private int mask;

    /// Fills the table with one part of each side.
    void fill(Partitions left, Partitions right, int part) {
        int leftCount = left.end(part) - left.start(part);
        int rightCount = right.end(part) - right.start(part);
        clear(leftCount);
        slotOf = slotOf.length < leftCount ? new int[leftCount] : slotOf;
        nextLeft = nextLeft.length < leftCount ? new int[leftCount] : nextLeft;
        nextRight = nextRight.length < rightCount ? new int[rightCount] : nextRight;
        addLeft(left.packed(), left.start(part), leftCount);
        addRight(right.packed(), right.start(part), rightCount);
    }

    /// The slot of the left key at a place of its part, from 1.
    int slot(int place) {
        return slotOf[place - 1];
    }

    /// The first left key of a slot as place in its part + 1, 0 for none.
    int left(int slot) {
        return slotLeft[slot];
    }

    /// The first right key of a slot as place in its part + 1, 0 for none.
    int right(int slot) {
        return slotRight[slot];
    }

    int afterLeft(int place) {
        return nextLeft[place - 1];
    }

    int afterRight(int place) {
        return nextRight[place - 1];
    }

    private void clear(int keys) {
        int size = Math.max(16, Integer.highestOneBit(Math.max(1, keys)) * 4);
        if (slotLeft.length < size) {
            slotHash = new int[size];
            slotLeft = new int[size];
            slotRight = new int[size];
        } else {
            Arrays.fill(slotLeft, 0, size, 0);
            Arrays.fill(slotRight, 0, size, 0);
        }
        mask = size - 1;
    }

    /// From the last to the first, so that each list ascends.
    private void addLeft(long[] packed, int start, int count) {
        for (int place = count; place > 0; place--) {
            int hash = (int) (packed[start + place - 1] >>> Integer.SIZE);
            int slot = hash & mask;
            while (slotLeft[slot] != 0 && slotHash[slot] != hash) {
                slot = slot + 1 & mask;
            }
            slotOf[place - 1] = slot;
            nextLeft[place - 1] = slotLeft[slot];
            slotLeft[slot] = place;
            slotHash[slot] = hash;
        }
    }

    private void addRight(long[] packed, int start, int count) {
        for (int place = count; place > 0; place--) {
            int hash = (int) (packed[start + place - 1] >>> Integer.SIZE);
            int slot = hash & mask;
            while (slotLeft[slot] != 0 && slotHash[slot] != hash) {
                slot = slot + 1 & mask;
            }
            if (slotLeft[slot] != 0) {
                nextRight[place - 1] = slotRight[slot];
                slotRight[slot] = place;
            }
        }
    }
}
