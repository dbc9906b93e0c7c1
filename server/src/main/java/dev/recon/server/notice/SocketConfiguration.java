package dev.recon.server.notice;

import dev.recon.server.settings.Settings;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.WebSocketHttpHeaders;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.ServletWebSocketHandlerRegistry;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;

/// The one WebSocket of a page. Only pages of this server, and of the origins in CORS_ORIGIN, may
/// open it, and only with a ticket.
@Configuration(proxyBeanMethods = false)
@EnableWebSocket
class SocketConfiguration implements WebSocketConfigurer {
    private static final String PATH = "/ws";

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
        registry.addHandler(socket, PATH)
                .addInterceptors(check)
                .setAllowedOrigins(settings.http().corsOrigins().toArray(String[]::new));
        if (registry instanceof ServletWebSocketHandlerRegistry servlet) {
            servlet.setOrder(BEFORE_THE_PAGE);
        }
    }

    /// Events are sent as they are: they have a hundred bytes or two. To compress each one for each
    /// page took 8 % of the processor time of a server with 500 pages, and 256 KB a page. The
    /// container asks nobody whether to compress; so it does not see that a browser could.
    @Bean
    FilterRegistrationBean<Filter> uncompressed() {
        var registration =
                new FilterRegistrationBean<Filter>((request, response, chain) ->
                        chain.doFilter(
                                new WithoutExtensions((HttpServletRequest) request), response));
        registration.addUrlPatterns(PATH);
        return registration;
    }

    private static final class WithoutExtensions extends HttpServletRequestWrapper {
        WithoutExtensions(HttpServletRequest request) {
            super(request);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return WebSocketHttpHeaders.SEC_WEBSOCKET_EXTENSIONS.equalsIgnoreCase(name)
                    ? Collections.emptyEnumeration()
                    : super.getHeaders(name);
        }
    }
}
