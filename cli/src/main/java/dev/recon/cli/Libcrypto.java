package dev.recon.cli;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.Optional;

/// SHA-256 by the system's libcrypto (OpenSSL 1.1 or 3), where there is one.
///
/// The processor has instructions for it, and libcrypto uses them from the first byte: 0.8 s a
/// gigabyte. Java uses them only once its thorough compiler has compiled the digest, and needs 8 s
/// a gigabyte before. Linking costs 0.1 s of processor time, so it is for large files.
final class Libcrypto {
    private static final String[] NAMES = {"libcrypto.so.3", "libcrypto.so.1.1"};

    /// More than the state of any digest in either version has (`SHA256_CTX` has 112 bytes).
    private static final long STATE_BYTES = 512;

    private static final long ALIGNMENT = 64;
    private static final long BUFFER_BYTES = 1 << 18;
    private static final long DIGEST_BYTES = 32;
    private static final int DONE = 1;

    private final Arena arena;
    private final MethodHandle init;
    private final MethodHandle update;
    private final MethodHandle finish;

    private Libcrypto(Arena arena, SymbolLookup library) {
        this.arena = arena;
        this.init = link(library, "SHA256_Init", ADDRESS);
        this.update = link(library, "SHA256_Update", ADDRESS, ADDRESS, JAVA_LONG);
        this.finish = link(library, "SHA256_Final", ADDRESS, ADDRESS);
    }

    /// The library, loaded for as long as `arena` is open; empty where the system has none.
    @SuppressWarnings("restricted") // a system library is native code; the launcher allows it
    static Optional<Libcrypto> find(Arena arena) {
        for (String name : NAMES) {
            try {
                SymbolLookup library = SymbolLookup.libraryLookup(name, arena);
                return Optional.of(new Libcrypto(arena, library));
            } catch (IllegalArgumentException _) {
                // Not here by this name; Java's own digest has the same result.
            }
        }
        return Optional.empty();
    }

    /// The digest of all bytes of `source`, 32 bytes.
    byte[] sha256(ReadableByteChannel source) throws IOException {
        MemorySegment state = arena.allocate(STATE_BYTES, ALIGNMENT);
        MemorySegment buffer = arena.allocate(BUFFER_BYTES, ALIGNMENT);
        MemorySegment digest = arena.allocate(DIGEST_BYTES, ALIGNMENT);
        ByteBuffer bytes = buffer.asByteBuffer();
        require(() -> (int) init.invokeExact(state));
        for (int count = source.read(bytes); count >= 0; count = source.read(bytes)) {
            long length = count;
            require(() -> (int) update.invokeExact(state, buffer, length));
            bytes.clear();
        }
        require(() -> (int) finish.invokeExact(digest, state));
        return digest.toArray(JAVA_BYTE);
    }

    @SuppressWarnings("restricted") // as above; the signatures are those of OpenSSL's sha.h
    private static MethodHandle link(
            SymbolLookup library, String name, MemoryLayout... parameters) {
        MemorySegment function =
                library.find(name)
                        .orElseThrow(() -> new IllegalArgumentException("no function " + name));
        return Linker.nativeLinker()
                .downcallHandle(function, FunctionDescriptor.of(JAVA_INT, parameters));
    }

    private static void require(Call call) {
        int result;
        try {
            result = call.run();
        } catch (Throwable failure) {
            throw new IllegalStateException("libcrypto could not be called", failure);
        }
        if (result != DONE) {
            throw new IllegalStateException("libcrypto refused to make a SHA-256");
        }
    }

    /// A call of a native function.
    @FunctionalInterface
    private interface Call {
        int run() throws Throwable;
    }
}
