package dev.recon.server.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.recon.server.platform.Checks;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Signing in, staying signed in and signing out over HTTP. No answer is kept for an
/// `Idempotency-Key`: each holds a secret.
@RestController
record SignInEndpoints(
        SignInService service,
        SessionService sessions,
        MeService me,
        PasswordResetService resets,
        SessionCookies cookies) {
    record SignIn(String email, String password) {
        SignIn {
            email = Checks.text("#/email", email, Checks.EMAIL_CHARS_MAX);
            password = Checks.present("#/password", password);
        }
    }

    record SecondFactor(String challenge, String code) {
        SecondFactor {
            challenge = Checks.text("#/challenge", challenge, 200);
            code = Checks.text("#/code", code, 40);
        }
    }

    record Refresh(@Nullable UUID workspaceId) {}

    record ResetRequest(String email) {
        ResetRequest {
            email = Checks.text("#/email", email, Checks.EMAIL_CHARS_MAX);
        }
    }

    record Reset(String token, String password) {
        Reset {
            token = Checks.text("#/token", token, 200);
            password = Checks.present("#/password", password);
        }
    }

    @JsonInclude(JsonInclude.Include.ALWAYS)
    record SecondFactorDue(String type, String challenge, List<String> methods, Instant endsAt) {}

    record ResetAnswer(boolean mail) {}

    @OpenToAll
    @PostMapping("/api/v1/sign-in")
    ResponseEntity<Object> signIn(@RequestBody SignIn wanted, HttpServletRequest http) {
        return switch (service.signIn(wanted.email, wanted.password, Client.of(http))) {
            case SignInService.Outcome.In(var given) -> cookies.answer(given);
            case SignInService.Outcome.SecondFactorDue(var challenge, var methods, var endsAt) ->
                    ResponseEntity.ok(
                            new SecondFactorDue("second-factor-due", challenge, methods, endsAt));
        };
    }

    @OpenToAll
    @PostMapping("/api/v1/sign-in/second-factor")
    ResponseEntity<Object> prove(@RequestBody SecondFactor wanted, HttpServletRequest http) {
        return cookies.answer(service.prove(wanted.challenge, wanted.code, Client.of(http)));
    }

    @OpenToAll
    @PostMapping("/api/v1/session/refresh")
    ResponseEntity<Object> refresh(@RequestBody Refresh wanted, HttpServletRequest http) {
        return cookies.answer(sessions.refresh(SessionCookies.token(http), wanted.workspaceId));
    }

    @OpenToAll
    @PostMapping("/api/v1/sign-out")
    ResponseEntity<Void> signOut(HttpServletRequest http) {
        sessions.end(SessionCookies.token(http));
        return cookies.forget();
    }

    @BeforeSecondFactor
    @PostMapping("/api/v1/sign-out-everywhere")
    ResponseEntity<Void> signOutEverywhere(Caller caller) {
        me.signOutEverywhere(caller);
        return cookies.forget();
    }

    @OpenToAll
    @PostMapping("/api/v1/password-resets")
    ResponseEntity<ResetAnswer> requestReset(
            @RequestBody ResetRequest wanted, HttpServletRequest http) {
        return ResponseEntity.accepted()
                .body(new ResetAnswer(resets.request(wanted.email, Client.of(http))));
    }

    @OpenToAll
    @PostMapping("/api/v1/password-resets/use")
    ResponseEntity<Void> reset(@RequestBody Reset wanted) {
        resets.use(wanted.token, wanted.password);
        return ResponseEntity.noContent().build();
    }
}
