package dev.recon.server.live;

import dev.recon.server.platform.Limits;
import dev.recon.server.platform.Scope;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/// One workspace's events at this server: how far they were read, and who is told.
final class Topic {
    private final UUID workspaceId;
    private final LiveStore store;
    private final Timer lag;
    private final Map<Long, Consumer<String>> watchers = new LinkedHashMap<>();
    private long read;

    Topic(UUID workspaceId, LiveStore store, Timer lag) {
        this.lag = lag;
        this.workspaceId = workspaceId;
        this.store = store;
        this.read = Scope.in(workspaceId, () -> store.last(workspaceId));
    }

    /// Reads what is new and tells it.
    synchronized void readOn() {
        List<LiveStore.Stored> found;
        do {
            found = after(read);
            for (LiveStore.Stored event : found) {
                String text = LiveEvents.withId(event.id(), event.text());
                watchers.values().forEach(watcher -> watcher.accept(text));
                read = event.id();
                lag.record(Duration.between(event.at(), Instant.now()));
            }
        } while (found.size() == Limits.LIVE_EVENTS_READ_MAX);
    }

    /// Adds a watcher, who is first told what happened after an event, or to read everything again
    /// when that is not known any more, or too much to be told one by one.
    synchronized void add(long number, LiveEvents.From from, Consumer<String> watcher) {
        readOn();
        boolean isKnown = !from.wasSeen() || has(from.event());
        List<LiveStore.Stored> missed = isKnown ? after(from.event()) : List.of();
        if (!isKnown || missed.size() > Limits.LIVE_EVENTS_MISSED_MAX) {
            watcher.accept(LiveEvents.withId(read, LiveEvents.RESET));
        } else {
            missed.stream()
                    .filter(event -> event.id() <= read)
                    .forEach(event -> watcher.accept(LiveEvents.withId(event.id(), event.text())));
        }
        watchers.put(number, watcher);
    }

    /// Forgets a watcher; true when nobody is left.
    synchronized boolean remove(long number) {
        watchers.remove(number);
        return watchers.isEmpty();
    }

    /// Tells something that is no event of the workspace.
    synchronized void tell(String text) {
        String whole = LiveEvents.withId(read, text);
        watchers.values().forEach(watcher -> watcher.accept(whole));
    }

    private List<LiveStore.Stored> after(long id) {
        return Scope.in(workspaceId, () -> store.after(workspaceId, id));
    }

    private boolean has(long id) {
        return Scope.in(workspaceId, () -> store.has(workspaceId, id));
    }
}
