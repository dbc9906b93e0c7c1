package dev.recon.engine.read;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/// Checks that bytes are UTF-8, at the cost of a look at every eighth byte where they are ASCII.
final class Utf8 {
    private static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long HIGH_BITS = 0x8080808080808080L;

    private Utf8() {}

    /// Is any of the first `length` bytes not ASCII?
    static boolean hasHighBytes(byte[] bytes, int length) {
        long seen = 0;
        int at = 0;
        for (; at + Long.BYTES <= length; at += Long.BYTES) {
            seen |= (long) LONG.get(bytes, at);
        }
        for (; at < length; at++) {
            seen |= (long) bytes[at] << (Long.SIZE - Byte.SIZE);
        }
        return (seen & HIGH_BITS) != 0;
    }

    /// The place of the first byte between `start` and `end` that is not UTF-8, or -1.
    static int firstBroken(byte[] bytes, int start, int end) {
        int at = start;
        while (at < end && bytes[at] >= 0) {
            at++;
        }
        if (at == end) {
            return -1;
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer input = ByteBuffer.wrap(bytes, at, end - at);
        CoderResult result = decoder.decode(input, CharBuffer.allocate(end - at), true);
        return result.isError() ? input.position() : -1;
    }
}
