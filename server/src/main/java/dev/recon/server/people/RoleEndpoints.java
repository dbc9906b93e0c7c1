package dev.recon.server.people;

import dev.recon.server.platform.Actor;
import dev.recon.server.platform.Checks;
import dev.recon.server.platform.Edits;
import dev.recon.server.platform.Problem;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/// Roles over HTTP.
@RestController
record RoleEndpoints(RoleService service, TransactionTemplate transaction) {
    record RoleChange(List<String> permissions) {
        RoleChange {
            permissions = List.copyOf(Checks.present("#/permissions", permissions));
        }
    }

    @GetMapping("/api/v1/roles")
    Roles list(Actor actor) {
        return service.list(actor);
    }

    @PutMapping("/api/v1/roles/{role}")
    ResponseEntity<Roles> change(
            Actor actor,
            @PathVariable String role,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody RoleChange change) {
        if (!Roles.NAMES.contains(role)) {
            throw Problem.notFound("role");
        }
        int version = Edits.version(ifMatch);
        Roles changed =
                Objects.requireNonNull(
                        transaction.execute(
                                _ -> service.change(actor, role, version, change.permissions)));
        return ResponseEntity.ok().eTag(Integer.toString(changed.version(role))).body(changed);
    }
}
