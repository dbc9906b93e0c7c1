package dev.recon.server.access;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/// From where somebody signs in.
///
/// @param address the network address
/// @param device what the browser says that it is
/// @param mark what this browser was given when somebody signed in with it before
public record Client(String address, String device, Optional<String> mark) {
    private static final int DEVICE_CHARS_MAX = 200;

    /// From where a request comes.
    public static Client of(HttpServletRequest request) {
        String agent = Objects.requireNonNullElse(request.getHeader("User-Agent"), "unknown");
        String clean = agent.replaceAll("\\p{Cntrl}", " ");
        return new Client(
                request.getRemoteAddr(),
                clean.substring(0, Math.min(DEVICE_CHARS_MAX, clean.length())),
                cookie(request, SessionCookies.MARK));
    }

    static Optional<String> cookie(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .findFirst();
    }
}
