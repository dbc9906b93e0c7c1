package dev.recon.server.platform;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// What happens, told to those who watch, and kept for a while for those who come back.
///
/// The rows in the database are the truth; an event only says that it is worth a look. Ids grow,
/// also over restarts, because they begin with the clock.
@Component
public final class LiveEvents {
    private static final long IDS_PER_MILLI = 1000;

    private final JsonMapper json;
    private final Deque<Kept> kept = new ArrayDeque<>();
    private final Map<Long, Watcher> watchers = new LinkedHashMap<>();
    private long lastWatcher;
    private final long firstId = System.currentTimeMillis() * IDS_PER_MILLI;
    private long lastId = firstId;

    private record Kept(long id, UUID workspaceId, String text) {}

    private record Watcher(UUID workspaceId, Consumer<String> target) {}

    /// Ends a watch.
    public interface Watch extends AutoCloseable {
        @Override
        void close();
    }

    LiveEvents(JsonMapper json) {
        this.json = json;
    }

    /// Tells everybody who watches the workspace.
    public synchronized void publish(
            UUID workspaceId, String type, Map<String, ? extends @Nullable Object> fields) {
        long id = ++lastId;
        String text = text(id, type, fields);
        kept.addLast(new Kept(id, workspaceId, text));
        if (kept.size() > Limits.LIVE_EVENTS_KEPT) {
            kept.removeFirst();
        }
        for (Watcher watcher : watchers.values()) {
            if (watcher.workspaceId.equals(workspaceId)) {
                watcher.target.accept(text);
            }
        }
    }

    /// Sends what was missed since `lastSeen` (0: nothing was), then everything that comes. When
    /// what was missed is no longer kept, the first event is a `reset`.
    public synchronized Watch watch(UUID workspaceId, long lastSeen, Consumer<String> target) {
        if (lastSeen > 0) {
            long oldest = kept.isEmpty() ? lastId + 1 : kept.getFirst().id;
            if (lastSeen < oldest - 1 || lastSeen > lastId) {
                target.accept(text(lastId, "reset", Map.of()));
            } else {
                kept.stream()
                        .filter(event -> event.id > lastSeen)
                        .filter(event -> event.workspaceId.equals(workspaceId))
                        .forEach(event -> target.accept(event.text));
            }
        }
        long number = ++lastWatcher;
        watchers.put(number, new Watcher(workspaceId, target));
        return () -> forget(number);
    }

    /// Tells everybody in all workspaces that this server goes.
    public synchronized void drain(int retryMillis) {
        String text = text(++lastId, "draining", Map.of("retryMillis", retryMillis));
        watchers.values().forEach(watcher -> watcher.target.accept(text));
    }

    private synchronized void forget(long number) {
        watchers.remove(number);
    }

    private String text(long id, String type, Map<String, ? extends @Nullable Object> fields) {
        Map<String, @Nullable Object> event = new LinkedHashMap<>();
        event.put("id", id);
        event.put("type", type);
        event.putAll(fields);
        return json.writeValueAsString(event);
    }
}
