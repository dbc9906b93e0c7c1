package dev.recon.engine.table;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Eight bytes of an array as one number.
public final class Words {
    private static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private Words() {}

    /// The eight bytes from `at`, the first one lowest.
    public static long at(byte[] bytes, int at) {
        return (long) LONG.get(bytes, at);
    }

    /// Do two stretches of `length` bytes agree?
    ///
    /// Eight bytes at a time, the last eight once more where they are not whole: `Arrays.equals` is
    /// made for long arrays, and is fast only once the thorough compiler has seen it, while the
    /// text of a key has a dozen bytes and a run ends before then.
    public static boolean isSame(byte[] one, int start, byte[] other, int from, int length) {
        int at = 0;
        for (; at + Long.BYTES <= length; at += Long.BYTES) {
            if (at(one, start + at) != at(other, from + at)) {
                return false;
            }
        }
        if (at < length && length > Long.BYTES) {
            int last = length - Long.BYTES;
            return at(one, start + last) == at(other, from + last);
        }
        while (at < length && one[start + at] == other[from + at]) {
            at++;
        }
        return at == length;
    }
}
