package dev.recon.server.notice;

import dev.recon.server.platform.Limits;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;
import org.springframework.web.util.UriComponentsBuilder;

/// Lets nobody open a socket without a ticket.
@Component
record TicketCheck(TicketService tickets, LiveSocket sockets) implements HandshakeInterceptor {
    @Override
    public boolean beforeHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            Map<String, Object> attributes) {
        if (sockets.count() >= Limits.LIVE_STREAMS_MAX) {
            response.setStatusCode(HttpStatus.SERVICE_UNAVAILABLE);
            return false;
        }
        String ticket =
                UriComponentsBuilder.fromUri(request.getURI())
                        .build()
                        .getQueryParams()
                        .getFirst("ticket");
        Optional<TicketStore.Admitted> admitted = tickets.use(ticket);
        admitted.ifPresent(found -> attributes.put(LiveSocket.ADMITTED, found));
        if (admitted.isEmpty()) {
            response.setStatusCode(HttpStatus.UNAUTHORIZED);
        }
        return admitted.isPresent();
    }

    @Override
    public void afterHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            @Nullable Exception failure) {}
}
