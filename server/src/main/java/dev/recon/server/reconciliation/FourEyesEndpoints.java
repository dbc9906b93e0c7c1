package dev.recon.server.reconciliation;

import dev.recon.server.platform.Actor;
import dev.recon.server.platform.Edits;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/// Four eyes over HTTP.
@RestController
record FourEyesEndpoints(FourEyesService service, TransactionTemplate transaction) {
    private static final String PATH = "/api/v1/reconciliations/{reconciliationId}/four-eyes";

    @GetMapping(PATH)
    FourEyes get(Actor actor, @PathVariable UUID reconciliationId) {
        return service.get(actor, reconciliationId);
    }

    @PutMapping(PATH)
    FourEyes set(
            Actor actor,
            @PathVariable UUID reconciliationId,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody FourEyes wanted) {
        int version = Edits.version(ifMatch);
        return Objects.requireNonNull(
                transaction.execute(_ -> service.set(actor, reconciliationId, version, wanted)));
    }
}
