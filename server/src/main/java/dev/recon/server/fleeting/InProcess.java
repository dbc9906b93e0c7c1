package dev.recon.server.fleeting;

import dev.recon.server.platform.Limits;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The memory of this process, bounded: what was not looked at for longest goes first.
final class InProcess implements Fleeting {
    private final InstantSource clock;
    private final Map<String, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<String, Long> buckets = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<String, List<Runnable>> ears = new ConcurrentHashMap<>();
    private long bytes;

    private record Kept(byte[] value, long until) {}

    InProcess(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public synchronized Optional<byte[]> find(String key) {
        Kept found = kept.get(key);
        if (found == null) {
            return Optional.empty();
        }
        if (found.until <= clock.millis()) {
            forget(key);
            return Optional.empty();
        }
        return Optional.of(found.value.clone());
    }

    @Override
    public synchronized void keep(String key, byte[] value, Duration timeToLive) {
        forget(key);
        if (value.length > Limits.KEPT_BYTES_MAX) {
            return;
        }
        kept.put(key, new Kept(value.clone(), clock.millis() + timeToLive.toMillis()));
        bytes += value.length;
        Iterator<Map.Entry<String, Kept>> oldest = kept.entrySet().iterator();
        while (bytes > Limits.KEPT_BYTES_MAX) {
            bytes -= oldest.next().getValue().value.length;
            oldest.remove();
        }
    }

    @Override
    public synchronized void forget(String key) {
        Kept gone = kept.remove(key);
        if (gone != null) {
            bytes -= gone.value.length;
        }
    }

    @Override
    public synchronized Turn take(String bucket, Rate rate) {
        Rate.Taken taken = rate.take(buckets.getOrDefault(bucket, 0L), clock.millis());
        buckets.put(bucket, taken.fullAt());
        if (buckets.size() > Limits.BUCKETS_MAX) {
            Iterator<String> oldest = buckets.keySet().iterator();
            oldest.next();
            oldest.remove();
        }
        return taken.turn();
    }

    @Override
    public boolean isShared() {
        return false;
    }

    @Override
    public void call(String channel) {
        ears.getOrDefault(channel, List.of()).forEach(Runnable::run);
    }

    @Override
    public void listen(String channel, Runnable then) {
        ears.computeIfAbsent(channel, _ -> new ArrayList<>()).add(then);
    }
}
