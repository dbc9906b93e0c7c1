package dev.recon.server.run;

import dev.recon.engine.table.Bytes;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Copies of texts on the disk, kept for the next look: a bounded number of them, those that were
/// read last.
///
/// Whoever has a text holds no copy, it takes one for each read. So a copy that makes place for
/// another is closed when nobody reads it any more, and is made again where somebody reads on. Only
/// those wait for a copy that is being made who want the same one.
///
/// @param <K> what names a text; it never changes
final class KeptCopies<K> {
    private final int max;
    private final Map<K, Copy> copies = new LinkedHashMap<>(16, 0.75f, true);

    /// Keeps up to `max` copies, and those that are being read.
    KeptCopies(int max) {
        this.max = max;
    }

    /// One copy. How many read it, and whether it goes with the last of them, is guarded by
    /// [#copies]; its bytes by itself, so that one is made while others are read.
    private static final class Copy {
        private int readers;
        private boolean isGoing;
        private @Nullable Bytes bytes;

        synchronized Bytes bytes(Supplier<Bytes> make) {
            if (bytes == null) {
                bytes = make.get();
            }
            return bytes;
        }

        synchronized void close() {
            if (bytes != null) {
                bytes.close();
            }
        }
    }

    /// A text; closing it closes nothing.
    ///
    /// @param make copies it; whoever reads it last closes the copy
    Bytes open(K key, Supplier<Bytes> make) {
        return use(key, make, copy -> new Text(key, make, copy.name(), copy.size()));
    }

    /// Closes all copies, those that are being read with their last reader.
    void closeAll() {
        close(leave(0));
    }

    private <T> T use(K key, Supplier<Bytes> make, Function<Bytes, T> use) {
        Copy copy = take(key);
        try {
            close(leave(max));
            return use.apply(copy.bytes(make));
        } finally {
            giveBack(copy);
        }
    }

    private Copy take(K key) {
        synchronized (copies) {
            Copy copy = copies.computeIfAbsent(key, _ -> new Copy());
            copy.readers++;
            return copy;
        }
    }

    private void giveBack(Copy copy) {
        boolean isLast;
        synchronized (copies) {
            copy.readers--;
            isLast = copy.isGoing && copy.readers == 0;
        }
        if (isLast) {
            copy.close();
        }
    }

    /// Lets the copies go that were not read for the longest time until so many are left, and gives
    /// those that nobody reads.
    private List<Copy> leave(int left) {
        List<Copy> idle = new ArrayList<>();
        synchronized (copies) {
            Iterator<Copy> eldest = copies.values().iterator();
            for (int more = copies.size() - left; more > 0; more--) {
                Copy copy = eldest.next();
                eldest.remove();
                copy.isGoing = true;
                if (copy.readers == 0) {
                    idle.add(copy);
                }
            }
        }
        return idle;
    }

    private static void close(List<Copy> idle) {
        idle.forEach(Copy::close);
    }

    /// A text whose copy is taken for each read.
    private final class Text implements Bytes {
        private final K key;
        private final Supplier<Bytes> make;
        private final String name;
        private final long size;

        Text(K key, Supplier<Bytes> make, String name, long size) {
            this.key = key;
            this.make = make;
            this.name = name;
            this.size = size;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public long size() {
            return size;
        }

        @Override
        public int read(long position, byte[] target, int offset, int length) {
            return use(key, make, copy -> copy.read(position, target, offset, length));
        }

        @Override
        public void close() {
            // The copy is kept for the next look.
        }
    }
}
