package dev.recon.server.notice;

import dev.recon.server.platform.Limits;
import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;

/// What one watcher has still to be sent: a bounded queue and a thread that empties it, so that who
/// reads slowly keeps nobody else waiting. It ends with the time that a socket has, too. Whose
/// queue is full is let go, and comes back with the id of its last event.
final class Outbox implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

    private final WebSocketSession session;
    private final BlockingQueue<String> waiting =
            new LinkedBlockingQueue<>(Limits.LIVE_EVENTS_UNREAD_MAX);
    private final Thread sender;

    private Outbox(WebSocketSession session) {
        this.session = session;
        this.sender = Thread.ofVirtual().name("live-" + session.getId()).unstarted(this::send);
    }

    static Outbox open(WebSocketSession session) {
        Outbox outbox = new Outbox(session);
        outbox.sender.start();
        return outbox;
    }

    /// Never waits.
    void put(String text) {
        if (!waiting.offer(text)) {
            sender.interrupt();
        }
    }

    @Override
    public void close() {
        sender.interrupt();
    }

    private void send() {
        long endsAtNanos = System.nanoTime() + Limits.LIVE_SOCKET_LIVES.toNanos();
        try {
            while (session.isOpen()) {
                String text = waiting.poll(endsAtNanos - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (text == null) {
                    end();
                    return;
                }
                session.sendMessage(new TextMessage(text));
            }
        } catch (InterruptedException | IOException ended) {
            LOG.debug("a watcher leaves or is let go", ended);
            end();
        }
    }

    private void end() {
        try {
            session.close(CloseStatus.SERVICE_RESTARTED);
        } catch (IOException failure) {
            LOG.debug("the connection was gone already", failure);
        }
    }
}
