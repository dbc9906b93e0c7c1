package dev.recon.server.fetch;

import dev.recon.engine.read.InputProblem;
import dev.recon.server.audit.AuditEvent.Deed;
import dev.recon.server.audit.AuditStore;
import dev.recon.server.permission.Authorizer;
import dev.recon.server.platform.Actor;
import dev.recon.server.platform.Limits;
import dev.recon.server.platform.Page;
import dev.recon.server.platform.Paging;
import dev.recon.server.platform.Permission;
import dev.recon.server.platform.Problem;
import dev.recon.server.secret.Seal;
import dev.recon.server.source.SourceStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Says where sources fetch from, and tries it.
@Service
record PlaceService(
        Authorizer authorizer,
        SourceStore sources,
        PlaceStore places,
        FetchedStore fetched,
        Visits visits,
        DatabaseDrivers drivers,
        Seal seal,
        AuditStore audit) {
    /// Where a source fetches from; nothing where it waits for deliveries.
    @Nullable SourcePlace find(Actor actor, UUID sourceId) {
        authorizer.authorize(actor, Permission.READ_WORK);
        require(actor, sourceId);
        return places.find(actor, sourceId).orElse(null);
    }

    /// The kinds of databases that can be queried.
    List<DatabaseDriver> drivers(Actor actor) {
        authorizer.authorize(actor, Permission.READ_WORK);
        return drivers.all();
    }

    /// The files that it fetched, newest first.
    Page<FetchedFile> fetched(Actor actor, UUID sourceId, Paging paging) {
        authorizer.authorize(actor, Permission.READ_WORK);
        require(actor, sourceId);
        return fetched.list(actor, sourceId, paging);
    }

    /// Sets where a source fetches from, in the database transaction of the caller.
    SourcePlace set(Actor actor, UUID sourceId, NewPlace wanted) {
        authorizer.authorize(actor, Permission.WRITE_SOURCES);
        require(actor, sourceId);
        SftpFolder sftp = wanted.place().sftp();
        if (sftp != null && sftp.hostKey() == null) {
            throw Problem.invalid(
                    "#/place/sftp/hostKey", "must be confirmed: try the place, it shows the key");
        }
        DatabaseQuery query = wanted.place().database();
        if (query != null) {
            drivers.require(query);
        }
        byte[] secret = secret(actor, sourceId, wanted).getBytes(StandardCharsets.UTF_8);
        places.set(actor, new PlaceStore.Kept(sourceId, wanted, seal.close(sourceId, secret)));
        Place place = wanted.place().place();
        tell(
                actor,
                "source-place-set",
                sourceId,
                Map.of(
                        "kind", place.kind(),
                        "place", place.label(),
                        "hostKey", sftp == null ? "" : sftp.hostKey() + "",
                        "secret", wanted.secret() == null ? "kept" : "given",
                        "everyMinutes", wanted.everyMinutes(),
                        "isOn", wanted.isOn()));
        return places.find(actor, sourceId).orElseThrow();
    }

    /// Forgets the place and its secret.
    void remove(Actor actor, UUID sourceId) {
        authorizer.authorize(actor, Permission.WRITE_SOURCES);
        require(actor, sourceId);
        if (!places.remove(actor, sourceId)) {
            throw Problem.notFound("place");
        }
        tell(actor, "source-place-removed", sourceId, Map.of());
    }

    /// Asks for a look now.
    SourcePlace hurry(Actor actor, UUID sourceId) {
        authorizer.authorize(actor, Permission.UPLOAD_FILES);
        require(actor, sourceId);
        if (!places.hurry(actor, sourceId)) {
            throw Problem.notFound("place that is on");
        }
        return places.find(actor, sourceId).orElseThrow();
    }

    /// Goes there and lists what would be fetched; nothing is delivered, nothing is kept.
    Trial attempt(Actor actor, UUID sourceId, NewPlace wanted) {
        authorizer.authorize(actor, Permission.WRITE_SOURCES);
        require(actor, sourceId);
        Place place = wanted.place().place();
        String secret = secret(actor, sourceId, wanted);
        try {
            if (place instanceof DatabaseQuery query) {
                try (QueryVisit visit = visits.open(query, secret)) {
                    return Trial.answered(visit.first(Limits.TRIAL_ROWS_MAX));
                }
            }
            try (Visit visit = visits.open(place, secret)) {
                return reached(actor, sourceId, visit.list());
            }
        } catch (UnconfirmedHostKey unconfirmed) {
            return Trial.unconfirmed(unconfirmed.fingerprint());
        } catch (InputProblem refused) {
            return Trial.unreachable(refused.problem());
        } catch (IOException broken) {
            return Trial.unreachable(Look.broken(place.label(), broken));
        }
    }

    private Trial reached(Actor actor, UUID sourceId, List<RemoteFile> files) {
        Set<RemoteFile> unknown = new HashSet<>(fetched.unknown(actor, sourceId, files));
        List<Trial.Tried> shown =
                files.stream()
                        .limit(Limits.TRIAL_ROWS_MAX)
                        .map(file ->
                                new Trial.Tried(file.name(), file.bytes(), !unknown.contains(file)))
                        .toList();
        return Trial.reached(shown, files.size() - shown.size());
    }

    /// The one that was given; else the one that is kept, for the login that it was given for: a
    /// secret that nobody can read is not sent to a server that somebody else names.
    private String secret(Actor actor, UUID sourceId, NewPlace wanted) {
        String given = wanted.secret();
        if (given != null) {
            return given;
        }
        Place place = wanted.place().place();
        return places.find(actor, sourceId)
                .filter(kept -> kept.place().place().isSameLogin(place))
                .flatMap(_ -> places.findSecret(actor, sourceId))
                .map(sealed -> new String(seal.open(sourceId, sealed), StandardCharsets.UTF_8))
                .orElseThrow(() ->
                        Problem.invalid(
                                "#/secret", "must be given for another server or another login"));
    }

    private void require(Actor actor, UUID sourceId) {
        if (sources.find(actor, sourceId).isEmpty()) {
            throw Problem.notFound("source");
        }
    }

    private void tell(Actor actor, String action, UUID sourceId, Map<String, Object> details) {
        audit.append(actor, new Deed(action, "source", sourceId.toString(), details));
    }
}
