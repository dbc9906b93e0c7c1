package dev.recon.server.access;

import dev.recon.server.platform.Checks;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Signing in with a passkey over HTTP. No answer is kept for an `Idempotency-Key`: each holds a
/// secret.
@OpenToAll
@RestController
record PasskeySignInEndpoints(PasskeySignInService service, SessionCookies cookies) {
    private static final String ROOT = "/api/v1/sign-in/passkey";

    record Offer(boolean offered) {}

    record Wish(@Nullable String afterPassword) {}

    record Asked(String challenge, String relyingParty, List<String> allowed, long timeoutMillis) {
        static Asked of(PasskeySignInService.Asked asked) {
            return new Asked(
                    asked.challenge(),
                    asked.place().id(),
                    asked.allowed().stream().map(WebBytes::text).toList(),
                    PasskeyStore.LIFETIME.toMillis());
        }
    }

    record Signed(
            String credentialId,
            String clientData,
            String authenticatorData,
            String signature,
            @Nullable String userHandle,
            @Nullable String afterPassword) {
        Signed {
            credentialId = Checks.present("#/credentialId", credentialId);
            clientData = Checks.present("#/clientData", clientData);
            authenticatorData = Checks.present("#/authenticatorData", authenticatorData);
            signature = Checks.present("#/signature", signature);
        }

        PasskeyVerifier.Signed signed() {
            return new PasskeyVerifier.Signed(
                    WebBytes.of("#/credentialId", credentialId),
                    WebBytes.of("#/clientData", clientData),
                    WebBytes.of("#/authenticatorData", authenticatorData),
                    WebBytes.of("#/signature", signature),
                    userHandle == null ? null : WebBytes.of("#/userHandle", userHandle));
        }
    }

    @GetMapping(ROOT)
    Offer offer() {
        return new Offer(service.isOffered());
    }

    @PostMapping(ROOT + "/challenge")
    Asked ask(@RequestBody Wish wish) {
        PasskeySignInService.Asked asked = service.ask(wish.afterPassword);
        return Asked.of(asked);
    }

    @PostMapping(ROOT)
    ResponseEntity<Object> signIn(@RequestBody Signed brought, HttpServletRequest http) {
        return cookies.answer(
                service.signIn(brought.signed(), brought.afterPassword, Client.of(http)));
    }
}
