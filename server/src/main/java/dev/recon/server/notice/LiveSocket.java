package dev.recon.server.notice;

import dev.recon.server.live.LiveEvents;
import dev.recon.server.platform.Limits;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;
import org.springframework.web.util.UriComponentsBuilder;

/// Live events over WebSocket: one watch and one outbox per connection. What a client sends is not
/// listened to, and who sends much is let go.
@Component
final class LiveSocket extends TextWebSocketHandler implements SmartLifecycle {
    static final String ADMITTED = "admitted";
    private static final int MESSAGE_BYTES_MAX = 1024;
    private static final int MESSAGES_MAX = 100;

    private final LiveEvents events;
    private final Map<String, Watched> sessions = new ConcurrentHashMap<>();
    private final AtomicBoolean running = new AtomicBoolean();

    private record Watched(Outbox outbox, LiveEvents.Watch watch, AtomicInteger heard) {}

    LiveSocket(LiveEvents events, MeterRegistry meters) {
        this.events = events;
        Gauge.builder("recon.live.connections", this, LiveSocket::count)
                .description("Pages that watch")
                .tag("transport", "websocket")
                .register(meters);
        Gauge.builder("recon.live.queue.depth", this, LiveSocket::waiting)
                .description("Events that wait for slow readers")
                .register(meters);
    }

    int count() {
        return sessions.size();
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) {
        session.setTextMessageSizeLimit(MESSAGE_BYTES_MAX);
        session.setBinaryMessageSizeLimit(MESSAGE_BYTES_MAX);
        var admitted =
                (TicketStore.Admitted)
                        Objects.requireNonNull(session.getAttributes().get(ADMITTED));
        Outbox outbox = Outbox.open(session, admitted.until());
        LiveEvents.Watch watch =
                events.watch(admitted.workspaceId(), from(session.getUri(), admitted), outbox::put);
        sessions.put(session.getId(), new Watched(outbox, watch, new AtomicInteger()));
    }

    @Override
    protected void handleTextMessage(WebSocketSession session, TextMessage message)
            throws IOException {
        Watched watched = sessions.get(session.getId());
        if (watched != null && watched.heard.incrementAndGet() > MESSAGES_MAX) {
            session.close(CloseStatus.POLICY_VIOLATION);
        }
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        Watched watched = sessions.remove(session.getId());
        if (watched != null) {
            watched.watch.close();
            watched.outbox.close();
        }
    }

    @Override
    public void start() {
        running.set(true);
    }

    /// After those who watch were told that this server goes, and before it stops to answer.
    @Override
    public int getPhase() {
        return Limits.PHASE_LIVE;
    }

    @Override
    public void stop() {
        running.set(false);
        sessions.values().forEach(watched -> watched.outbox.finish());
    }

    @Override
    public boolean isRunning() {
        return running.get();
    }

    private int waiting() {
        return sessions.values().stream().mapToInt(watched -> watched.outbox.size()).sum();
    }

    /// The last event that the page has seen; who comes for the first time has seen none, and is
    /// told what happened since the ticket was made.
    private static LiveEvents.From from(@Nullable URI uri, TicketStore.Admitted admitted) {
        String given =
                UriComponentsBuilder.fromUri(Objects.requireNonNull(uri))
                        .build()
                        .getQueryParams()
                        .getFirst("lastEventId");
        return given != null && given.matches("[1-9]\\d{0,17}")
                ? new LiveEvents.From(Long.parseLong(given), true)
                : new LiveEvents.From(admitted.lastEvent(), false);
    }
}
