package dev.recon.server.people;

import dev.recon.server.access.Caller;
import dev.recon.server.platform.Actor;
import dev.recon.server.platform.Checks;
import dev.recon.server.platform.Page;
import dev.recon.server.platform.Paging;
import dev.recon.server.platform.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// API keys over HTTP. A key cannot make keys: who steals one could never be locked out.
@RestController
record ApiKeyEndpoints(ApiKeyService service, TransactionTemplate transaction) {
    private static final String ROOT = "/api/v1/api-keys";

    record NewApiKey(String name, List<String> scopes, @Nullable Instant endsAt) {
        NewApiKey {
            name = Checks.text("#/name", name, 100);
            scopes = Checks.present("#/scopes", scopes).stream().distinct().toList();
            if (scopes.isEmpty()) {
                throw Problem.invalid("#/scopes", "must name a permission");
            }
            if (endsAt != null && endsAt.isBefore(Instant.now())) {
                throw Problem.invalid("#/endsAt", "must be in the future");
            }
        }
    }

    @GetMapping(ROOT)
    Page<ApiKey> list(Actor actor, Paging paging) {
        return service.list(actor, paging);
    }

    @PostMapping(ROOT)
    ResponseEntity<ApiKeyService.Made> add(Caller caller, @RequestBody NewApiKey wanted) {
        caller.account();
        var key = new ApiKeyService.Wanted(wanted.name, wanted.scopes, wanted.endsAt);
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(
                        Objects.requireNonNull(
                                transaction.execute(_ -> service.add(caller.actor(), key))));
    }

    @PostMapping(ROOT + "/{keyId}/revoke")
    ApiKey revoke(Actor actor, @PathVariable UUID keyId) {
        return Objects.requireNonNull(transaction.execute(_ -> service.revoke(actor, keyId)));
    }
}
