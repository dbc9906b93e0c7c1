package dev.recon.server.live;

import dev.recon.server.platform.Scope;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
        List<LiveStore.Stored> found = after(read);
        for (LiveStore.Stored event : found) {
            String text = LiveEvents.withId(event.id(), event.text());
            watchers.values().forEach(watcher -> watcher.accept(text));
            read = event.id();
            lag.record(Duration.between(event.at(), Instant.now()));
        }
    }

    /// Adds a watcher, who is first told what happened after an event, or to read everything again
    /// when that is not known any more.
    synchronized void add(long number, LiveEvents.From from, Consumer<String> watcher) {
        readOn();
        List<String> missed = new ArrayList<>();
        if (from.wasSeen() && !has(from.event())) {
            missed.add(LiveEvents.withId(read, LiveEvents.RESET));
        } else {
            after(from.event()).stream()
                    .filter(event -> event.id() <= read)
                    .forEach(event -> missed.add(LiveEvents.withId(event.id(), event.text())));
        }
        missed.forEach(watcher);
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

    void forgetOld() {
        Scope.in(
                workspaceId,
                () -> {
                    store.forgetOld(workspaceId);
                    return true;
                });
    }

    private List<LiveStore.Stored> after(long id) {
        return Scope.in(workspaceId, () -> store.after(workspaceId, id));
    }

    private boolean has(long id) {
        return Scope.in(workspaceId, () -> store.has(workspaceId, id));
    }
}
