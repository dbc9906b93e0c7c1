package dev.recon.server.source;

import dev.recon.server.audit.AuditEvent.Deed;
import dev.recon.server.audit.AuditStore;
import dev.recon.server.permission.Authorizer;
import dev.recon.server.platform.Actor;
import dev.recon.server.platform.Conflict;
import dev.recon.server.platform.Ids;
import dev.recon.server.platform.Page;
import dev.recon.server.platform.Paging;
import dev.recon.server.platform.Permission;
import dev.recon.server.platform.Problem;
import dev.recon.server.platform.Rows;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;

/// Adds sources.
@Service
record SourceService(Authorizer authorizer, SourceStore sources, AuditStore audit) {
    Page<Source> list(Actor actor, Paging paging) {
        authorizer.authorize(actor, Permission.READ_WORK);
        return sources.list(actor, paging);
    }

    Source get(Actor actor, UUID id) {
        authorizer.authorize(actor, Permission.READ_WORK);
        return sources.find(actor, id).orElseThrow(() -> Problem.notFound("source"));
    }

    /// Adds a source, in the database transaction of the caller.
    Source add(Actor actor, NewSource wanted) {
        authorizer.authorize(actor, Permission.WRITE_SOURCES);
        Source source =
                new Source(
                        Ids.next(), wanted.name(), false, Rows.now().toInstant(), actor.person());
        if (!sources.add(actor, source)) {
            throw Problem.conflict(
                    Conflict.of("there is a source called \"" + wanted.name() + "\" already"));
        }
        audit.append(
                actor,
                new Deed(
                        "source-added",
                        "source",
                        source.id().toString(),
                        Map.of("name", source.name())));
        return source;
    }
}
