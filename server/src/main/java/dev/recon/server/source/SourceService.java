package dev.recon.server.source;

import dev.recon.server.audit.AuditEvent.Deed;
import dev.recon.server.audit.AuditStore;
import dev.recon.server.platform.Actor;
import dev.recon.server.platform.Conflict;
import dev.recon.server.platform.Ids;
import dev.recon.server.platform.Problem;
import dev.recon.server.platform.Rows;
import java.util.Map;
import org.springframework.stereotype.Service;

/// Adds sources.
@Service
record SourceService(SourceStore sources, AuditStore audit) {
    /// Adds a source, in the database transaction of the caller.
    Source add(Actor actor, NewSource wanted) {
        Source source =
                new Source(Ids.next(), wanted.name(), Rows.now().toInstant(), actor.person());
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
