package dev.recon.server.platform;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Unpacked segments that were looked at lately, a bounded number of them.
///
/// @param <K> what names a segment; it carries the workspace
public final class RecentBytes<K> {
    private final Map<K, byte[]> recent;

    /// Keeps up to `max` of them.
    public RecentBytes(int max) {
        this.recent = new Recent<>(max);
    }

    /// The bytes of a segment, loaded when they are not here. Bytes are shared: read them only.
    public byte[] get(K key, Supplier<byte[]> load) {
        byte[] known = find(key);
        if (known != null) {
            return known;
        }
        byte[] loaded = load.get();
        synchronized (recent) {
            recent.put(key, loaded);
        }
        return loaded;
    }

    private byte @Nullable [] find(K key) {
        synchronized (recent) {
            return recent.get(key);
        }
    }

    private static final class Recent<K> extends LinkedHashMap<K, byte[]> {
        private static final long serialVersionUID = 1L;
        private final int max;

        Recent(int max) {
            super(max * 2, 0.75f, true);
            this.max = max;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, byte[]> eldest) {
            return size() > max;
        }
    }
}
