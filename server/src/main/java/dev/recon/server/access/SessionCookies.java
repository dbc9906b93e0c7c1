package dev.recon.server.access;

import dev.recon.server.platform.Problem;
import dev.recon.server.platform.ProblemKind;
import dev.recon.server.secret.DeviceMarks;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/// The cookies of a signed-in browser: the refresh token and the mark of the device. Scripts cannot
/// read them, other sites cannot send them, and `__Host-` keeps subdomains from setting them.
@Component
public record SessionCookies(DeviceMarks marks) {
    static final String TOKEN = "__Host-rt";
    static final String SIGN_ON = "__Host-so";
    static final String MARK = "__Host-rd";

    private static final String REQUESTED_WITH = "X-Requested-With";
    private static final String RECON = "recon";

    /// The answer to somebody who is signed in.
    record SignedIn(String type, String accessToken, Instant endsAt, Me me) {}

    /// Gives a browser its session.
    public ResponseEntity<Object> answer(SessionService.Given given) {
        HttpHeaders headers = new HttpHeaders();
        given.refreshToken()
                .ifPresent(token -> {
                    headers.add(HttpHeaders.SET_COOKIE, cookie(TOKEN, token, Session.LIFETIME));
                    String mark = marks.make(given.me().email(), Instant.now());
                    headers.add(HttpHeaders.SET_COOKIE, cookie(MARK, mark, DeviceMarks.LIFETIME));
                });
        return ResponseEntity.ok()
                .headers(headers)
                .body(new SignedIn("signed-in", given.accessToken(), given.endsAt(), given.me()));
    }

    /// Tells the browser to forget its session; the mark of the device stays.
    ResponseEntity<Void> forget() {
        return ResponseEntity.noContent()
                .header(HttpHeaders.SET_COOKIE, cookie(TOKEN, "", Duration.ZERO))
                .build();
    }

    /// Binds a browser to the state with which it is sent to the provider.
    static String signOn(String state) {
        return cookie(SIGN_ON, state, SignOnStore.LIFETIME);
    }

    /// The refresh token of a request that a page of ours sent: another site's page can make a
    /// browser send the cookie, perhaps, but not this header.
    static String token(HttpServletRequest request) {
        if (!RECON.equals(request.getHeader(REQUESTED_WITH))) {
            throw Problem.of(
                    ProblemKind.FORBIDDEN_ORIGIN,
                    "Send the header X-Requested-With: recon with the cookie.");
        }
        return Client.cookie(request, TOKEN).orElseThrow(SessionService::over);
    }

    private static String cookie(String name, String value, Duration age) {
        return ResponseCookie.from(name, value)
                .path("/")
                .httpOnly(true)
                .secure(true)
                .sameSite("Strict")
                .maxAge(age)
                .build()
                .toString();
    }
}
