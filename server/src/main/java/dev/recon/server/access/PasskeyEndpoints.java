package dev.recon.server.access;

import dev.recon.server.platform.Checks;
import dev.recon.server.platform.Page;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// People's own passkeys over HTTP. Bytes are base64 for addresses, as browsers write them.
@AtDoor
@BeforeSecondFactor
@RestController
record PasskeyEndpoints(PasskeyService service) {
    private static final String ROOT = "/api/v1/me/passkeys";

    /// @param password none for who has none
    record Proof(@Nullable String password) {}

    record NewPasskey(String name, String clientData, String attestation) {
        NewPasskey {
            name = Checks.text("#/name", name, PasskeyService.NAME_CHARS_MAX);
            clientData = Checks.present("#/clientData", clientData);
            attestation = Checks.present("#/attestation", attestation);
        }
    }

    record Name(String name) {
        Name {
            name = Checks.text("#/name", name, PasskeyService.NAME_CHARS_MAX);
        }
    }

    /// What the page hands to the device.
    record Asked(
            String challenge,
            String relyingParty,
            String userHandle,
            String email,
            String name,
            List<String> known,
            long timeoutMillis) {}

    @GetMapping(ROOT)
    Page<Passkey> list(Caller caller) {
        return new Page<>(service.list(caller), null);
    }

    @PostMapping(ROOT + "/challenge")
    Asked begin(Caller caller, @RequestBody Proof proof, HttpServletRequest http) {
        PasskeyService.Asked asked = service.begin(caller, proof.password, Client.of(http));
        return new Asked(
                asked.challenge(),
                asked.place().id(),
                WebBytes.text(PasskeyVerifier.handle(asked.account().id())),
                asked.account().email(),
                asked.account().name(),
                asked.known().stream().map(WebBytes::text).toList(),
                PasskeyStore.LIFETIME.toMillis());
    }

    @PostMapping(ROOT)
    @ResponseStatus(HttpStatus.CREATED)
    PasskeyService.Added add(Caller caller, @RequestBody NewPasskey made) {
        return service.add(
                caller,
                made.name,
                new PasskeyVerifier.Attested(
                        WebBytes.of("#/clientData", made.clientData),
                        WebBytes.of("#/attestation", made.attestation)));
    }

    @PatchMapping(ROOT + "/{passkeyId}")
    ResponseEntity<Void> rename(
            Caller caller, @PathVariable UUID passkeyId, @RequestBody Name wanted) {
        service.rename(caller, passkeyId, wanted.name);
        return ResponseEntity.noContent().build();
    }

    @PostMapping(ROOT + "/{passkeyId}/remove")
    ResponseEntity<Void> remove(
            Caller caller,
            @PathVariable UUID passkeyId,
            @RequestBody Proof proof,
            HttpServletRequest http) {
        service.remove(caller, passkeyId, proof.password, Client.of(http));
        return ResponseEntity.noContent().build();
    }
}
