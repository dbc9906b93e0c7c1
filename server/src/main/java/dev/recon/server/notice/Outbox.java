package dev.recon.server.notice;

import dev.recon.server.platform.Limits;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;

/// What one watcher has still to be sent: a bounded queue and a thread that empties it, so that who
/// reads slowly keeps nobody else waiting. Whose queue is full is let go, and comes back with the
/// id of its last event. It ends when what it was opened with does.
final class Outbox implements AutoCloseable {
    /// The token has ended: come back with a new ticket.
    static final CloseStatus ENDED = new CloseStatus(4401, "the sign-in has ended");

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    private static final String LAST = "";

    private final WebSocketSession session;
    private final long endsAt;
    private final BlockingQueue<String> waiting =
            new LinkedBlockingQueue<>(Limits.LIVE_EVENTS_UNREAD_MAX);
    private final Thread sender;

    private Outbox(WebSocketSession session, Instant until) {
        this.session = session;
        this.endsAt = System.nanoTime() + Duration.between(Instant.now(), until).toNanos();
        this.sender = Thread.ofVirtual().name("live-" + session.getId()).unstarted(this::send);
    }

    static Outbox open(WebSocketSession session, Instant until) {
        Outbox outbox = new Outbox(session, until);
        outbox.sender.start();
        return outbox;
    }

    /// Never waits.
    void put(String text) {
        if (!waiting.offer(text)) {
            sender.interrupt();
        }
    }

    int size() {
        return waiting.size();
    }

    /// Sends what waits, and closes because this server goes.
    void finish() {
        put(LAST);
    }

    @Override
    public void close() {
        sender.interrupt();
    }

    private void send() {
        CloseStatus because = CloseStatus.SERVICE_RESTARTED;
        try {
            while (session.isOpen()) {
                @Nullable String next =
                        waiting.poll(endsAt - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (next == null) {
                    because = ENDED;
                    break;
                }
                if (next.equals(LAST)) {
                    break;
                }
                session.sendMessage(new TextMessage(next));
            }
        } catch (InterruptedException | IOException ended) {
            LOG.debug("a watcher leaves or is let go", ended);
        } catch (RuntimeException | Error failure) {
            LOG.error("a watcher could not be told more, and is let go", failure);
        }
        end(because);
    }

    private void end(CloseStatus because) {
        try {
            session.close(because);
        } catch (IOException failure) {
            LOG.debug("the connection was gone already", failure);
        }
    }
}
