package dev.recon.server.notice;

import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.ServletWebSocketHandlerRegistry;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;

/// The one WebSocket of a page. Only pages of this server may open it.
@Configuration(proxyBeanMethods = false)
@EnableWebSocket
class SocketConfiguration implements WebSocketConfigurer {
    /// The web page answers every address that nobody else does.
    private static final int BEFORE_THE_PAGE = -1;

    private final LiveSocket socket;

    SocketConfiguration(LiveSocket socket) {
        this.socket = socket;
    }

    @Override
    public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
        // Before the pages, whose pattern takes every address.
        ((ServletWebSocketHandlerRegistry) registry).setOrder(Ordered.HIGHEST_PRECEDENCE);
        registry.addHandler(socket, "/ws");
        if (registry instanceof ServletWebSocketHandlerRegistry servlet) {
            servlet.setOrder(BEFORE_THE_PAGE);
        }
    }
}
