package dev.recon.server.access;

import dev.recon.server.platform.Checks;
import dev.recon.server.platform.Page;
import dev.recon.server.platform.Words;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// People's own account over HTTP.
@AtDoor
@BeforeSecondFactor
@RestController
record MeEndpoints(MeService service, MeView view, AccessService access) {
    private static final String ROOT = "/api/v1/me";

    record MeChange(
            @Nullable String name,
            @Nullable String locale,
            @Nullable String timeZone,
            @Nullable String density,
            @Nullable String theme) {
        MeChange {
            if (density != null) {
                Words.oneOf("#/density", density, List.of("comfortable", "compact"));
            }
            if (theme != null) {
                Words.oneOf("#/theme", theme, List.of("system", "light", "dark"));
            }
        }
    }

    record PasswordChange(String current, String password) {
        PasswordChange {
            current = Checks.present("#/current", current);
            password = Checks.present("#/password", password);
        }
    }

    record PasswordProof(String password) {
        PasswordProof {
            password = Checks.present("#/password", password);
        }
    }

    record TotpCode(String code) {
        TotpCode {
            code = Checks.text("#/code", code, 6);
        }
    }

    record Codes(List<String> codes) {}

    @GetMapping(ROOT)
    Me get(Caller caller) {
        return view.of(caller);
    }

    @PatchMapping(ROOT)
    Me change(Caller caller, @RequestBody MeChange wanted, HttpServletRequest http) {
        service.change(
                caller,
                new MeService.Change(
                        wanted.name, wanted.locale, wanted.timeZone, wanted.density, wanted.theme));
        return view.of(access.caller(http));
    }

    @PostMapping(ROOT + "/password")
    ResponseEntity<Void> changePassword(
            Caller caller, @RequestBody PasswordChange wanted, HttpServletRequest http) {
        service.changePassword(caller, wanted.current, wanted.password, Client.of(http));
        return ResponseEntity.noContent().build();
    }

    @PostMapping(ROOT + "/totp")
    MeService.TotpBegun beginTotp(
            Caller caller, @RequestBody PasswordProof proof, HttpServletRequest http) {
        return service.beginTotp(caller, proof.password, Client.of(http));
    }

    @PostMapping(ROOT + "/totp/confirm")
    Codes confirmTotp(Caller caller, @RequestBody TotpCode given) {
        return new Codes(service.confirmTotp(caller, given.code));
    }

    @PostMapping(ROOT + "/totp/remove")
    ResponseEntity<Void> removeTotp(
            Caller caller, @RequestBody PasswordProof proof, HttpServletRequest http) {
        service.removeTotp(caller, proof.password, Client.of(http));
        return ResponseEntity.noContent().build();
    }

    @PostMapping(ROOT + "/recovery-codes")
    Codes renewRecoveryCodes(
            Caller caller, @RequestBody PasswordProof proof, HttpServletRequest http) {
        return new Codes(service.renewRecoveryCodes(caller, proof.password, Client.of(http)));
    }

    @GetMapping(ROOT + "/sessions")
    Page<Session> sessions(Caller caller) {
        return new Page<>(service.sessions(caller), null);
    }

    @PostMapping(ROOT + "/sessions/{sessionId}/revoke")
    ResponseEntity<Void> endSession(Caller caller, @PathVariable UUID sessionId) {
        service.endSession(caller, sessionId);
        return ResponseEntity.noContent().build();
    }
}
