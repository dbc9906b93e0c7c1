package dev.recon.server.notice;

import dev.recon.server.settings.Settings;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.ServletWebSocketHandlerRegistry;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;

/// The one WebSocket of a page. Only pages of this server, and of the origins in CORS_ORIGIN, may
/// open it, and only with a ticket.
@Configuration(proxyBeanMethods = false)
@EnableWebSocket
class SocketConfiguration implements WebSocketConfigurer {
    /// The web page answers every address that nobody else does.
    private static final int BEFORE_THE_PAGE = -1;

    private final LiveSocket socket;
    private final TicketCheck check;
    private final Settings settings;

    SocketConfiguration(LiveSocket socket, TicketCheck check, Settings settings) {
        this.socket = socket;
        this.check = check;
        this.settings = settings;
    }

    @Override
    public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
        registry.addHandler(socket, "/ws")
                .addInterceptors(check)
                .setAllowedOrigins(settings.http().corsOrigins().toArray(String[]::new));
        if (registry instanceof ServletWebSocketHandlerRegistry servlet) {
            servlet.setOrder(BEFORE_THE_PAGE);
        }
    }
}
