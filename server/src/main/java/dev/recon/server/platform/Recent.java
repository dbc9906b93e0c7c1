package dev.recon.server.platform;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// What was looked at lately, a bounded number of things that do not change.
///
/// @param <K> what names one; where it belongs to a workspace, it carries it
/// @param <V> what is kept, shared by all who ask
public final class Recent<K, V> {
    private final Map<K, V> recent;

    /// Keeps up to `max` of them.
    public Recent(int max) {
        this.recent = new Eldest<>(max);
    }

    /// The value of a key, loaded when it is not here.
    public V get(K key, Supplier<V> load) {
        return find(key)
                .orElseGet(() -> {
                    V loaded = load.get();
                    put(key, loaded);
                    return loaded;
                });
    }

    /// The value of a key, where it is here.
    public Optional<V> find(K key) {
        synchronized (recent) {
            return Optional.ofNullable(recent.get(key));
        }
    }

    /// Keeps a value, in place of what was kept of its key.
    public void put(K key, V value) {
        synchronized (recent) {
            recent.put(key, value);
        }
    }

    private static final class Eldest<K, V> extends LinkedHashMap<K, V> {
        private static final long serialVersionUID = 1L;
        private final int max;

        Eldest(int max) {
            super(max * 2, 0.75f, true);
            this.max = max;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > max;
        }
    }
}
