package dev.recon.server.people;

import dev.recon.server.access.AtDoor;
import dev.recon.server.access.Caller;
import dev.recon.server.access.MeStore;
import dev.recon.server.access.Workspace;
import dev.recon.server.platform.Checks;
import dev.recon.server.platform.Page;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Workspaces over HTTP.
@AtDoor
@RestController
record WorkspaceEndpoints(WorkspaceService service, MeStore me, TransactionTemplate transaction) {
    record NewWorkspace(String name) {
        NewWorkspace {
            name = Checks.text("#/name", name, 100);
        }
    }

    @GetMapping("/api/v1/workspaces")
    Page<Workspace> list(Caller caller) {
        return new Page<>(me.workspaces(caller), null);
    }

    @PostMapping("/api/v1/workspaces")
    ResponseEntity<Workspace> add(Caller caller, @RequestBody NewWorkspace wanted) {
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(
                        Objects.requireNonNull(
                                transaction.execute(_ -> service.add(caller, wanted.name))));
    }
}
