package dev.recon.engine.probable;

import dev.recon.engine.table.Side;
import java.util.List;

/// Tells which block keys of a field two entries share; one thread may use it.
final class SharedKeys {
    private final List<List<BlockKey>> keys;
    private final long[] ours;
    private final long[] theirs;

    SharedKeys(Entries entries) {
        keys = entries.fields().stream().map(Field::blockKeys).toList();
        int most =
                keys.stream().flatMap(List::stream).mapToInt(BlockKey::keysMax).max().orElseThrow();
        ours = new long[most];
        theirs = new long[most];
    }

    /// One bit for each block key of a field in the order of [Field#blockKeys].
    int mask(int field, int left, int right) {
        int mask = 0;
        List<BlockKey> of = keys.get(field);
        for (int key = 0; key < of.size(); key++) {
            mask |= isShared(of.get(key), left, right) ? 1 << key : 0;
        }
        return mask;
    }

    private boolean isShared(BlockKey key, int left, int right) {
        int our = key.source().keys(Side.LEFT, left, ours);
        int their = key.source().keys(Side.RIGHT, right, theirs);
        for (int at = 0; at < our; at++) {
            for (int other = 0; other < their; other++) {
                if (ours[at] == theirs[other]) {
                    return true;
                }
            }
        }
        return false;
    }
}
