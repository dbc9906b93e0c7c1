package dev.recon.server.live;

import dev.recon.server.fleeting.Fleeting;
import dev.recon.server.metric.Buckets;
import dev.recon.server.trace.Trace;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// What happens, told to those who watch, and kept for an hour for those who come back, at whatever
/// server. An event is part of the database transaction of what it tells: either both are there or
/// neither. It only says that something is worth a look; the rows are the truth.
@Component
public final class LiveEvents {
    /// The channel on which servers call each other to read on.
    static final String CHANNEL = "live";

    static final String RESET = "{\"type\":\"reset\"}";

    private final LiveStore store;
    private final Fleeting fleeting;
    private final TransactionTemplate transaction;
    private final JsonMapper json;
    private final MeterRegistry meters;
    private final Timer lag;
    private final Map<UUID, Topic> topics = new ConcurrentHashMap<>();
    private final AtomicLong watchers = new AtomicLong();

    /// What events are made with.
    @Component
    record Parts(
            LiveStore store,
            Fleeting fleeting,
            TransactionTemplate transaction,
            JsonMapper json,
            MeterRegistry meters) {}

    /// After which event a watch begins.
    ///
    /// @param wasSeen it must still be known, or else something may have been missed
    public record From(long event, boolean wasSeen) {}

    /// Ends a watch.
    public interface Watch extends AutoCloseable {
        @Override
        void close();
    }

    LiveEvents(Parts parts) {
        this.store = parts.store;
        this.fleeting = parts.fleeting;
        this.transaction = parts.transaction;
        this.json = parts.json;
        this.meters = parts.meters;
        this.lag =
                Timer.builder("recon.notice.lag")
                        .description("How long after its change an event is told here")
                        .serviceLevelObjectives(Buckets.shortTimes())
                        .register(meters);
        fleeting.listen(CHANNEL, () -> Thread.ofVirtual().name("live-call").start(this::readOn));
    }

    /// Tells everybody who watches the workspace, now or when the caller's transaction commits.
    public void publish(
            UUID workspaceId, String type, Map<String, ? extends @Nullable Object> fields) {
        String text = text(type, fields);
        count(type);
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            transaction.executeWithoutResult(_ -> write(workspaceId, text));
            wake(workspaceId);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void beforeCommit(boolean readOnly) {
                        write(workspaceId, text);
                    }

                    @Override
                    public void afterCommit() {
                        wake(workspaceId);
                    }
                });
    }

    /// Sends what has happened after an event, then everything that comes. When what was missed is
    /// no longer kept, the first event is a `reset`.
    public Watch watch(UUID workspaceId, From from, Consumer<String> target) {
        long number = watchers.incrementAndGet();
        topics.compute(
                workspaceId,
                (_, known) -> {
                    Topic topic = known == null ? new Topic(workspaceId, store, lag) : known;
                    topic.add(number, from, target);
                    return topic;
                });
        return () ->
                topics.computeIfPresent(
                        workspaceId, (_, topic) -> topic.remove(number) ? null : topic);
    }

    /// Tells everybody in all workspaces that this server goes.
    public void drain(int retryMillis) {
        String text = text("draining", Map.of("retryMillis", retryMillis));
        topics.values().forEach(topic -> topic.tell(text));
    }

    /// Reads on in every workspace that is watched here.
    void readOn() {
        topics.values().forEach(Topic::readOn);
    }

    void readOn(UUID workspaceId) {
        Topic topic = topics.get(workspaceId);
        if (topic != null) {
            topic.readOn();
        }
    }

    /// Forgets, in all workspaces, what happened more than an hour ago.
    public void forgetOld() {
        store.forgetOld();
    }

    /// The text of an event with its id, which the database gave it.
    static String withId(long id, String text) {
        return "{\"id\":" + id + "," + text.substring(1);
    }

    private void write(UUID workspaceId, String text) {
        store.add(workspaceId, text);
        if (!fleeting.isShared()) {
            store.call(workspaceId);
        }
    }

    private void wake(UUID workspaceId) {
        if (fleeting.isShared()) {
            fleeting.call(CHANNEL);
        }
        Thread.ofVirtual().name("live-" + workspaceId).start(() -> readOn(workspaceId));
    }

    private void count(String type) {
        Counter.builder("recon.live.events")
                .description("Events that were told")
                .tag("type", type)
                .register(meters)
                .increment();
    }

    private String text(String type, Map<String, ? extends @Nullable Object> fields) {
        Map<String, @Nullable Object> event = new LinkedHashMap<>();
        event.put("type", type);
        event.putAll(fields);
        Trace.parent().ifPresent(parent -> event.put("traceparent", parent));
        return json.writeValueAsString(event);
    }
}
