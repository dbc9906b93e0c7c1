package dev.recon.server.notice;

import dev.recon.server.access.AccessService;
import dev.recon.server.platform.LiveEvents;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;
import org.springframework.web.util.UriComponentsBuilder;

/// Sends live events to one watcher per connection. What a client sends is not listened to.
@Component
final class LiveSocket extends TextWebSocketHandler {
    private static final int MESSAGE_BYTES_MAX = 1024;

    private final LiveEvents events;
    private final AccessService access;
    private final LiveTickets tickets;
    private final Map<String, Watched> sessions = new ConcurrentHashMap<>();

    private record Watched(Outbox outbox, LiveEvents.Watch watch) {}

    LiveSocket(LiveEvents events, AccessService access, LiveTickets tickets) {
        this.events = events;
        this.access = access;
        this.tickets = tickets;
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) throws IOException {
        session.setTextMessageSizeLimit(MESSAGE_BYTES_MAX);
        session.setBinaryMessageSizeLimit(MESSAGE_BYTES_MAX);
        Optional<UUID> workspace = workspace(session.getUri());
        if (workspace.isEmpty()) {
            session.close(CloseStatus.POLICY_VIOLATION);
            return;
        }
        Outbox outbox = Outbox.open(session);
        LiveEvents.Watch watch =
                events.watch(workspace.get(), lastSeen(session.getUri()), outbox::put);
        sessions.put(session.getId(), new Watched(outbox, watch));
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        Watched watched = sessions.remove(session.getId());
        if (watched != null) {
            watched.watch.close();
            watched.outbox.close();
        }
    }

    private Optional<UUID> workspace(@Nullable URI uri) {
        String ticket = said(uri, "ticket");
        return ticket == null
                ? access.findLocal().map(caller -> caller.actor().workspaceId())
                : tickets.take(ticket, Instant.now());
    }

    private static @Nullable String said(@Nullable URI uri, String name) {
        return UriComponentsBuilder.fromUri(Objects.requireNonNull(uri))
                .build()
                .getQueryParams()
                .getFirst(name);
    }

    private static long lastSeen(@Nullable URI uri) {
        String given = said(uri, "lastEventId");
        return given != null && given.matches("\\d{1,18}") ? Long.parseLong(given) : 0;
    }
}
