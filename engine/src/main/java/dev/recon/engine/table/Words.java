package dev.recon.engine.table;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Eight bytes at a time: reads and comparisons of byte ranges that are short more often than not.
///
/// `Arrays.equals` is made for long ranges, and is fast only once the thorough compiler has seen
/// it; a text of a key has a dozen bytes, and a run ends before then.
public final class Words {
    private static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private Words() {}

    /// The eight bytes from `at`, the first one lowest.
    public static long at(byte[] bytes, int at) {
        return (long) LONG.get(bytes, at);
    }

    /// Do `length` bytes of both arrays agree, from the given places on?
    public static boolean isSame(byte[] bytes, int start, byte[] others, int from, int length) {
        int at = 0;
        for (; at + Long.BYTES <= length; at += Long.BYTES) {
            if (at(bytes, start + at) != at(others, from + at)) {
                return false;
            }
        }
        if (at == length) {
            return true;
        }
        if (length >= Long.BYTES) {
            int last = length - Long.BYTES;
            return at(bytes, start + last) == at(others, from + last);
        }
        for (; at < length; at++) {
            if (bytes[start + at] != others[from + at]) {
                return false;
            }
        }
        return true;
    }
}
