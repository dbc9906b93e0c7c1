package dev.recon.server.access;

import dev.recon.server.platform.Checks;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Single sign-on over HTTP. No answer is kept for an `Idempotency-Key`: each holds a secret.
@OpenToAll
@RestController
record SignOnEndpoints(SignOnService service, ProviderLogout logout, SessionCookies cookies) {
    private static final String ROOT = "/api/v1/sign-in/provider";
    private static final int TEXT_CHARS_MAX = 4096;
    private static final int LOGOUT_CHARS_MAX = 16_384;

    record Offer(boolean offered) {}

    record Sending(URI location) {}

    record Returned(String state, String code, @Nullable String issuer) {
        Returned {
            state = Checks.text("#/state", state, 200);
            code = Checks.text("#/code", code, TEXT_CHARS_MAX);
        }
    }

    record Link(
            String link,
            @Nullable String password,
            @Nullable String code,
            PasskeySignInEndpoints.@Nullable Signed passkey) {
        Link {
            link = Checks.text("#/link", link, 200);
        }

        SignOnService.Proof proof() {
            return passkey == null
                    ? new SignOnService.Proof.Password(Checks.present("#/password", password), code)
                    : new SignOnService.Proof.Passkey(passkey.signed());
        }
    }

    record LinkBegun(String link) {
        LinkBegun {
            link = Checks.text("#/link", link, 200);
        }
    }

    record LinkDue(
            String type,
            String link,
            String email,
            boolean secondFactor,
            boolean passkey,
            Instant endsAt) {
        static LinkDue of(SignOnService.Outcome.LinkDue due) {
            Account account = due.account();
            return new LinkDue(
                    "link-due",
                    due.link(),
                    account.email(),
                    account.hasSecondFactor(),
                    account.hasPasskey(),
                    due.endsAt());
        }
    }

    @GetMapping(ROOT)
    Offer offer() {
        return new Offer(service.isOffered());
    }

    record Wish(@Nullable String invitation) {
        Wish {
            if (invitation != null) {
                Checks.text("#/invitation", invitation, 200);
            }
        }
    }

    @PostMapping(ROOT)
    ResponseEntity<Sending> send(@RequestBody(required = false) @Nullable Wish wish) {
        SignOnProvider.Sending sending = service.send(wish == null ? null : wish.invitation);
        return ResponseEntity.ok()
                .header(HttpHeaders.SET_COOKIE, SessionCookies.signOn(sending.state()))
                .body(new Sending(sending.location()));
    }

    @PostMapping(ROOT + "/return")
    ResponseEntity<Object> receive(@RequestBody Returned back, HttpServletRequest http) {
        String own = Client.cookie(http, SessionCookies.SIGN_ON).orElse("");
        var returned = new SignOnProvider.Returned(back.code, back.issuer);
        var all = new SignOnService.Back(back.state, own, returned);
        return switch (service.receive(all, Client.of(http))) {
            case SignOnService.Outcome.In(var given) -> cookies.answer(given);
            case SignOnService.Outcome.LinkDue due -> ResponseEntity.ok(LinkDue.of(due));
        };
    }

    /// The provider itself asks here, not a browser.
    @PostMapping(path = ROOT + "/logout", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<Void> logout(@RequestParam("logout_token") String token) {
        logout.end(Checks.text("#/logout_token", token, LOGOUT_CHARS_MAX));
        return ResponseEntity.ok().build();
    }

    @PostMapping(ROOT + "/link")
    ResponseEntity<Object> link(@RequestBody Link wanted, HttpServletRequest http) {
        return cookies.answer(service.link(wanted.link, wanted.proof(), Client.of(http)));
    }

    @PostMapping(ROOT + "/link/challenge")
    PasskeySignInEndpoints.Asked askForPasskey(@RequestBody LinkBegun begun) {
        return PasskeySignInEndpoints.Asked.of(service.askForPasskey(begun.link));
    }
}
