package dev.recon.engine.probable;

import dev.recon.engine.table.Side;
import java.util.List;

/// One compared field of both sides: its values by place, and how alike two of them are.
///
/// How alike is a *level*, a small number; what a level weighs is learnt. An entry is a *place*:
/// its number in the order of [Entries].
sealed interface Field permits AmountField, DateField, TextField, TimeField {
    /// The level of a pair of which one side has no value: it says nothing.
    int ABSENT = -1;

    /// The levels of a field fit five bits of a pattern, with one for absent.
    int LEVELS_MAX = 31;

    String name();

    /// The number of levels; level 0 is equality.
    int levels();

    /// What a level means, for people.
    String words(int level);

    /// The level seen from the other side: the same, unless it says which side is more or later.
    default int mirrored(int level) {
        return level;
    }

    /// How far a level is from equality, roughly: where learning begins.
    default int rank(int level) {
        return level;
    }

    /// Levels of which each speaks for a match no louder than the one before it, whatever the files
    /// are like. Amounts may all differ by a fee, and days by one: of these nobody knows.
    default int[] falling() {
        return new int[0];
    }

    /// How alike two entries are, [#ABSENT] when one has no value.
    int level(int left, int right, TextMemory memory);

    /// A hash of the value of an entry, 0 when it has none.
    long value(Side side, int place);

    /// The ways to cut the values of this field into blocks.
    List<BlockKey> blockKeys();
}
