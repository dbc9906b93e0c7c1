package dev.recon.server.people;

import dev.recon.server.access.AtDoor;
import dev.recon.server.access.PasswordResetService;
import dev.recon.server.platform.Actor;
import dev.recon.server.platform.Edits;
import dev.recon.server.platform.Page;
import dev.recon.server.platform.Paging;
import dev.recon.server.platform.Words;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/// People over HTTP.
@AtDoor
@RestController
record PersonEndpoints(PersonService service, TransactionTemplate transaction) {
    private static final String ONE = "/api/v1/people/{personId}";

    record PersonChange(@Nullable String status, @Nullable List<String> roles) {
        PersonChange {
            if (status != null) {
                Words.oneOf(
                        "#/status", status, List.of(PersonDetail.ACTIVE, PersonDetail.DISABLED));
            }
            roles = roles == null ? null : Roles.checked("#/roles", roles);
        }
    }

    record LinkMade(boolean mailed, @Nullable String link) {}

    @GetMapping("/api/v1/people")
    Page<PersonDetail> list(Actor actor, Paging paging) {
        return service.list(actor, paging);
    }

    @GetMapping(ONE)
    ResponseEntity<PersonDetail> get(Actor actor, @PathVariable UUID personId) {
        return tagged(service.get(actor, personId));
    }

    @PatchMapping(ONE)
    ResponseEntity<PersonDetail> change(
            Actor actor,
            @PathVariable UUID personId,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody PersonChange change) {
        int version = Edits.version(ifMatch);
        var wanted = new PersonService.Change(change.status, change.roles);
        return tagged(
                Objects.requireNonNull(
                        transaction.execute(
                                _ -> service.change(actor, personId, version, wanted))));
    }

    @PostMapping(ONE + "/password-reset")
    LinkMade resetPassword(Actor actor, @PathVariable UUID personId) {
        PasswordResetService.Made made =
                Objects.requireNonNull(
                        transaction.execute(_ -> service.resetPassword(actor, personId)));
        return new LinkMade(made.mailed(), made.link().orElse(null));
    }

    @PostMapping(ONE + "/second-factor/remove")
    ResponseEntity<Void> removeSecondFactor(Actor actor, @PathVariable UUID personId) {
        transaction.executeWithoutResult(_ -> service.removeSecondFactor(actor, personId));
        return ResponseEntity.noContent().build();
    }

    private static ResponseEntity<PersonDetail> tagged(PersonDetail one) {
        return ResponseEntity.ok().eTag(Integer.toString(one.version())).body(one);
    }
}
