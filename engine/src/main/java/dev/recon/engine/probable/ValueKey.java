package dev.recon.engine.probable;

import dev.recon.engine.table.Column;
import dev.recon.engine.table.Side;

/// Blocks of entries that have the same value in a column, compared or not.
final class ValueKey {
    private ValueKey() {}

    static BlockKey of(Population population, Entries entries, String name) {
        Column left = population.left().get(name);
        Column right = population.right().get(name);
        return new BlockKey(
                "equal " + name,
                1,
                (side, place, keys) -> {
                    keys[0] =
                            side == Side.LEFT
                                    ? left.hash(entries.leftRows()[place])
                                    : right.hash(entries.rightRows()[place]);
                    return keys[0] == 0 ? 0 : 1;
                });
    }
}
