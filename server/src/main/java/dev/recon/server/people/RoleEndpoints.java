package dev.recon.server.people;

import dev.recon.server.platform.Actor;
import dev.recon.server.platform.Checks;
import dev.recon.server.platform.Problem;
import java.util.List;
import java.util.Objects;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
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
    Roles change(Actor actor, @PathVariable String role, @RequestBody RoleChange change) {
        if (!Roles.NAMES.contains(role)) {
            throw Problem.notFound("role");
        }
        return Objects.requireNonNull(
                transaction.execute(_ -> service.change(actor, role, change.permissions)));
    }
}
