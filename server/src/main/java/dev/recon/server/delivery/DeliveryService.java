package dev.recon.server.delivery;

import dev.recon.engine.read.Choices;
import dev.recon.server.audit.AuditEvent.Deed;
import dev.recon.server.audit.AuditStore;
import dev.recon.server.delivery.DeliveryStore.Arrived;
import dev.recon.server.delivery.DeliveryStore.Merge;
import dev.recon.server.delivery.DeliveryStore.Reading;
import dev.recon.server.file.DerivedFile;
import dev.recon.server.file.DerivedFileStore;
import dev.recon.server.file.File;
import dev.recon.server.file.FileService;
import dev.recon.server.file.FileService.Kept;
import dev.recon.server.file.Received;
import dev.recon.server.permission.Authorizer;
import dev.recon.server.platform.Actor;
import dev.recon.server.platform.Checks;
import dev.recon.server.platform.Conflict;
import dev.recon.server.platform.Home;
import dev.recon.server.platform.Limits;
import dev.recon.server.platform.Page;
import dev.recon.server.platform.Paging;
import dev.recon.server.platform.Permission;
import dev.recon.server.platform.Problem;
import dev.recon.server.platform.ProblemKind;
import dev.recon.server.platform.Rows;
import dev.recon.server.reconciliation.FourEyesStore;
import dev.recon.server.source.Source;
import dev.recon.server.source.SourceStore;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Takes deliveries of sources in: each is looked at, held or refused where it must be, and put to
/// what the source delivered before.
@Service
public record DeliveryService(
        Authorizer authorizer,
        SourceStore sources,
        FourEyesStore fourEyes,
        DeliveryStore deliveries,
        DeliveryReader reader,
        FileService files,
        DerivedFileStore derived,
        AuditStore audit,
        Home home) {
    public static final int NAME_CHARS_MAX = 255;

    /// How every source stands, by name.
    Page<Standing> standings(Actor actor, Paging paging) {
        authorizer.authorize(actor, Permission.READ_WORK);
        return sources.list(actor, paging).map(source -> standing(actor, source));
    }

    Standing standing(Actor actor, UUID sourceId) {
        authorizer.authorize(actor, Permission.READ_WORK);
        return standing(actor, source(actor, sourceId));
    }

    private Standing standing(Actor actor, Source source) {
        return Standing.of(
                source,
                deliveries.newest(actor, source.id()),
                deliveries.findCadence(actor, source.id()),
                Rows.now().toInstant());
    }

    Page<Delivery> list(Actor actor, UUID sourceId, Paging paging) {
        authorizer.authorize(actor, Permission.READ_WORK);
        source(actor, sourceId);
        return deliveries.list(actor, sourceId, paging);
    }

    /// Receives a delivery; nothing is kept yet.
    Received receive(Actor actor, UUID sourceId, HttpServletRequest http) throws IOException {
        authorizer.authorize(actor, Permission.UPLOAD_FILES);
        source(actor, sourceId);
        String name = Checks.text("name", http.getParameter("name"), NAME_CHARS_MAX);
        var spool = new Received.Spool(home.spool(), Limits.DELIVERY_BYTES_MAX);
        return Received.upload(name, http.getInputStream(), spool);
    }

    /// Keeps a delivery, in the database transaction of the caller. Bytes that the source has
    /// delivered already are the same delivery, but a header alone is one of each day.
    public Delivery deliver(Actor actor, UUID sourceId, Received received) {
        authorizer.authorize(actor, Permission.UPLOAD_FILES);
        Source source = source(actor, sourceId);
        deliveries.lock(actor, sourceId);
        Kept kept = files.keepDelivered(actor, received.spool(), received.name());
        File file = kept.file();
        Optional<Delivery> known = findKnown(actor, sourceId, file);
        if (known.isPresent()) {
            files.tell(actor, kept);
            return known.get().asKnown();
        }
        Reading reading =
                judged(
                        source,
                        reader.read(
                                actor.workspaceId(),
                                file.id(),
                                deliveries.findShape(actor, sourceId)));
        Merged merged =
                reading.state().equals(Delivery.TAKEN)
                        ? merge(actor, sourceId, file)
                        : Merged.of(Merge.NOTHING);
        int number = deliveries.add(actor, new Arrived(sourceId, file.id(), reading, merged.merge));
        Delivery delivery = deliveries.find(actor, sourceId, number).orElseThrow();
        // Nothing is read or packed any more: the history is locked from here on.
        files.tell(actor, kept);
        merged.made.ifPresent(made -> files.tell(actor, made));
        tell(actor, "delivery-" + delivery.state(), sourceId, delivery);
        return delivery;
    }

    private Optional<Delivery> findKnown(Actor actor, UUID sourceId, File file) {
        return deliveries
                .findByFile(actor, sourceId, file.id())
                .filter(known ->
                        !known.isHeaderAlone()
                                || !Cadence.isLaterDay(
                                        deliveries.findCadence(actor, sourceId),
                                        Rows.now().toInstant(),
                                        known.arrivedAt()));
    }

    /// Holds what is risky, where somebody wants that.
    private static Reading judged(Source source, Reading reading) {
        boolean isHeld =
                source.holdsRisky()
                        && reading.state().equals(Delivery.TAKEN)
                        && reading.severity().equals(Change.RISKY);
        return isHeld
                ? reading.held(
                        "Cells are of another type, size or sign, or written in another way. Look"
                                + " at them, then take the delivery, or deliver it again.")
                : reading;
    }

    /// Says whether risky deliveries are held, too; breaking ones always are.
    Standing quarantine(Actor actor, UUID sourceId, boolean holdsRisky) {
        authorizer.authorize(actor, Permission.WRITE_SOURCES);
        source(actor, sourceId);
        sources.setHoldsRisky(actor, sourceId, holdsRisky);
        audit.append(
                actor,
                new Deed(
                        "source-quarantine-set",
                        "source",
                        sourceId.toString(),
                        Map.of("holdsRisky", holdsRisky)));
        return standing(actor, source(actor, sourceId));
    }

    /// Takes a delivery that was held. Where a reconciliation of its source asks for four eyes,
    /// whoever delivered it does not.
    Delivery take(Actor actor, UUID sourceId, int number) {
        authorizer.authorize(actor, Permission.UPLOAD_FILES);
        source(actor, sourceId);
        deliveries.lock(actor, sourceId);
        Delivery held =
                deliveries
                        .find(actor, sourceId, number)
                        .orElseThrow(() -> Problem.notFound("delivery"));
        if (!held.state().equals(Delivery.HELD)) {
            throw Problem.conflict(
                    Conflict.of("delivery " + number + " is " + held.state() + ", not held"));
        }
        requireOther(actor, sourceId, held);
        File file = files.get(actor.workspaceId(), held.file().id());
        Merged merged = merge(actor, sourceId, file);
        deliveries.take(actor, sourceId, number, merged.merge);
        Delivery taken = deliveries.find(actor, sourceId, number).orElseThrow();
        merged.made.ifPresent(made -> files.tell(actor, made));
        tell(actor, "delivery-taken", sourceId, taken);
        return taken;
    }

    private void requireOther(Actor actor, UUID sourceId, Delivery held) {
        boolean isOwn = held.arrivedBy().id().equals(actor.person().id());
        if (isOwn && fourEyes.isAskedOfSource(actor.workspaceId(), sourceId)) {
            throw Problem.of(
                    ProblemKind.OTHER_PERSON,
                    "You delivered it yourself, and a reconciliation of this source asks for four"
                            + " eyes. Somebody else who may upload must take it.");
        }
    }

    /// Says when a source delivers; nothing where that is to be learnt.
    Standing cadence(Actor actor, UUID sourceId, @Nullable Cadence wanted) {
        authorizer.authorize(actor, Permission.WRITE_SOURCES);
        Source source = source(actor, sourceId);
        Map<String, Object> details = new HashMap<>();
        if (wanted == null) {
            deliveries.removeCadence(actor, sourceId);
            details.put("cadence", "learnt");
        } else {
            deliveries.setCadence(actor, sourceId, wanted);
            details.put("calendar", wanted.calendar());
            details.put("everyDays", wanted.everyDays());
            details.put("dueBy", wanted.dueBy().toString());
            details.put("zone", wanted.zone());
        }
        audit.append(actor, new Deed("source-cadence-set", "source", sourceId.toString(), details));
        return standing(actor, source);
    }

    /// What became of a delivery, and the file that was made for it, which is still to be told of.
    private record Merged(Merge merge, Optional<Kept> made) {
        static Merged of(Merge merge) {
            return new Merged(merge, Optional.empty());
        }
    }

    /// Puts a delivery to what was taken before it; the first one begins.
    private Merged merge(Actor actor, UUID sourceId, File file) {
        Optional<UUID> base = deliveries.findMerged(actor, sourceId);
        if (base.isEmpty()) {
            return Merged.of(new Merge(file.id(), null, null, null));
        }
        try {
            Path made = Files.createTempFile(home.spool(), "merged-", "");
            try {
                return merge(actor, base.get(), file, made);
            } finally {
                Files.deleteIfExists(made);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Merged merge(Actor actor, UUID base, File file, Path made) {
        var merged = reader.merge(actor.workspaceId(), base, file.id(), made);
        if (merged.isEmpty()) {
            return Merged.of(new Merge(file.id(), null, null, null));
        }
        Merging merging = merged.get().merging();
        Kept kept = files.keepMade(actor, made, file.name(), Choices.NONE);
        File all = kept.file();
        if (!all.id().equals(base)) {
            derived.add(
                    actor.workspaceId(),
                    new DerivedFile(
                            all.id(),
                            base,
                            file.id(),
                            DerivedFile.MERGED,
                            merged.get().counts().lines(),
                            merging.changed(),
                            merging.added()));
        }
        return new Merged(
                new Merge(all.id(), merging.added(), merging.known(), merging.changed()),
                Optional.of(kept));
    }

    private Source source(Actor actor, UUID sourceId) {
        return sources.find(actor, sourceId).orElseThrow(() -> Problem.notFound("source"));
    }

    private void tell(Actor actor, String action, UUID sourceId, Delivery delivery) {
        audit.append(
                actor,
                new Deed(
                        action,
                        "source",
                        sourceId.toString(),
                        Map.of(
                                "number", delivery.number(),
                                "file", delivery.file().name(),
                                "lines", delivery.lines(),
                                "severity", delivery.severity())));
    }
}
