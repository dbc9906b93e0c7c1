package dev.recon.server.audit;

import dev.recon.server.permission.Authorizer;
import dev.recon.server.platform.Actor;
import dev.recon.server.platform.Page;
import dev.recon.server.platform.Paging;
import dev.recon.server.platform.Permission;
import java.io.OutputStream;
import org.springframework.stereotype.Service;

/// Shows the history to those who may see it.
@Service
record AuditService(Authorizer authorizer, AuditStore events, ChainService chains) {
    Page<AuditEvent> find(Actor actor, AuditFilter filter, Paging paging) {
        authorizer.authorize(actor, Permission.READ_AUDIT);
        return events.find(actor, filter, paging);
    }

    ChainService.Chain chain(Actor actor) {
        authorizer.authorize(actor, Permission.READ_AUDIT);
        return chains.show(actor.workspaceId());
    }

    AuditCheck check(Actor actor) {
        authorizer.authorize(actor, Permission.READ_AUDIT);
        return chains.check(actor.workspaceId());
    }

    /// Fails before anything is sent to who may not.
    void requireReader(Actor actor) {
        authorizer.authorize(actor, Permission.READ_AUDIT);
    }

    void export(Actor actor, OutputStream target) {
        authorizer.authorize(actor, Permission.READ_AUDIT);
        chains.export(actor.workspaceId(), 1, target);
    }
}
