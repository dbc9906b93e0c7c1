package dev.recon.server.fetch;

import dev.recon.engine.read.InputProblem;
import dev.recon.engine.read.Problem;
import dev.recon.server.delivery.Delivery;
import dev.recon.server.delivery.DeliveryService;
import dev.recon.server.file.Received;
import dev.recon.server.permission.SwitchedOn;
import dev.recon.server.platform.Actor;
import dev.recon.server.platform.Home;
import dev.recon.server.platform.Limits;
import dev.recon.server.platform.Permission;
import dev.recon.server.platform.Person;
import dev.recon.server.platform.ProblemKind;
import dev.recon.server.secret.Seal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Looks at a place once: lists it, and takes in what was not fetched before, each file through the
/// same door as an upload, in the name of who set the place.
@Component
record Look(
        Visits visits,
        PlaceStore places,
        PlaceQueue queue,
        FetchedStore fetched,
        DeliveryService deliveries,
        SwitchedOn switchedOn,
        Seal seal,
        Home home,
        TransactionTemplate transaction) {
    private static final Logger LOG = LoggerFactory.getLogger(Look.class);
    private static final Pattern JDK_PACKAGES = Pattern.compile("(java|javax|jdk|sun)\\.");

    /// One look.
    private record Going(
            PlaceQueue.Lease lease, Actor actor, Place place, Visit visit, Instant deadline) {
        UUID sourceId() {
            return lease.sourceId();
        }
    }

    /// Looks, and says how it ended; nothing is kept for a lease that is over.
    PlaceQueue.Ending at(PlaceQueue.Lease lease) {
        Person by = new Person(lease.setBy(), lease.setByName());
        Actor actor = switchedOn.actor(lease.workspaceId(), by, Set.of(Permission.UPLOAD_FILES));
        SourcePlace set = places.find(actor, lease.sourceId()).orElse(null);
        if (set == null) {
            return new PlaceQueue.Ending(0, false, null);
        }
        Place place = set.place().place();
        if (actor.permissions().isEmpty()) {
            return new PlaceQueue.Ending(0, false, leftBehind(place, by));
        }
        try (Visit visit = visits.open(place, secret(actor, lease.sourceId()))) {
            Instant deadline = Instant.now().plus(Limits.LOOK_WAIT);
            return fetch(new Going(lease, actor, place, visit, deadline));
        } catch (InputProblem refused) {
            return new PlaceQueue.Ending(0, false, refused.problem());
        } catch (UnconfirmedHostKey unconfirmed) {
            return new PlaceQueue.Ending(0, false, unconfirmed(place, unconfirmed));
        } catch (IOException broken) {
            return new PlaceQueue.Ending(0, false, broken(place.label(), broken));
        }
    }

    String secret(Actor actor, UUID sourceId) {
        byte[] sealed = places.findSecret(actor, sourceId).orElseThrow();
        return new String(seal.open(sourceId, sealed), StandardCharsets.UTF_8);
    }

    private PlaceQueue.Ending fetch(Going look) throws IOException {
        List<RemoteFile> found = fetched.unknown(look.actor, look.sourceId(), look.visit.list());
        int count = 0;
        int tried = 0;
        @Nullable Problem problem = null;
        for (RemoteFile file : found) {
            boolean isOver = Instant.now().isAfter(look.deadline);
            if (tried == Limits.LOOK_FILES_MAX || isOver || Thread.interrupted()) {
                return new PlaceQueue.Ending(count, count > 0, problem);
            }
            tried++;
            try {
                count += take(look, file) ? 1 : 0;
            } catch (InputProblem refused) {
                problem = problem == null ? refused.problem() : problem;
            } catch (dev.recon.server.platform.Problem later) {
                problem = problem == null ? later(file, later) : problem;
            } catch (IOException broken) {
                problem = problem == null ? broken(file.name(), broken) : problem;
            } catch (UncheckedIOException ours) {
                LOG.error("a fetched file was not kept source={}", look.sourceId(), ours);
                problem = problem == null ? unkept(file) : problem;
            }
        }
        return new PlaceQueue.Ending(count, false, problem);
    }

    /// Takes one file in; false when it is no delivery that was not there.
    private boolean take(Going look, RemoteFile file) throws IOException {
        if (file.bytes() > Limits.DELIVERY_BYTES_MAX) {
            keep(look, file, FetchedStore.Outcome.of(tooLarge(file)));
            return false;
        }
        var spool = new Received.Spool(home.spool(), Limits.DELIVERY_BYTES_MAX);
        try (InputStream in = look.visit.open(file);
                Received received =
                        Received.receive(
                                label(file), new DeadlineStream(in, look.deadline), spool)) {
            long bytes = java.nio.file.Files.size(received.spool());
            boolean isWhole = file.bytes() == RemoteFile.UNKNOWN || file.bytes() == bytes;
            if (!isWhole || !look.visit.isUnchanged(file)) {
                return false; // somebody writes it now: the next look finds it as it is then
            }
            return deliver(look, file.read(bytes, received.sha256()), received);
        } catch (dev.recon.server.platform.Problem problem) {
            if (problem.kind() != ProblemKind.UPLOAD_TOO_LARGE) {
                throw problem;
            }
            keep(look, file, FetchedStore.Outcome.of(tooLarge(file)));
            return false;
        }
    }

    private boolean deliver(Going look, RemoteFile file, Received received) {
        return Boolean.TRUE.equals(
                transaction.execute(_ -> {
                    if (!queue.isAlive(look.lease)) {
                        return false;
                    }
                    Delivery delivery = deliveries.deliver(look.actor, look.sourceId(), received);
                    fetched.add(
                            look.actor, look.sourceId(), file, FetchedStore.Outcome.of(delivery));
                    return !delivery.isKnown();
                }));
    }

    private void keep(Going look, RemoteFile file, FetchedStore.Outcome outcome) {
        transaction.executeWithoutResult(_ -> {
            if (queue.isAlive(look.lease)) {
                fetched.add(look.actor, look.sourceId(), file, outcome);
            }
        });
    }

    /// What it is called here: the last part of its name, and no more of it than a label may have.
    private static String label(RemoteFile file) {
        String name = file.name().substring(file.name().lastIndexOf('/') + 1).replace("\0", "");
        int from = Math.max(0, name.length() - DeliveryService.NAME_CHARS_MAX);
        return name.isBlank() ? "file" : name.substring(from);
    }

    private static Problem tooLarge(RemoteFile file) {
        return new Problem(
                file.name(),
                file.bytes() == RemoteFile.UNKNOWN
                        ? "a result of more bytes"
                        : "a file of " + file.bytes() + " bytes",
                "at most " + Limits.DELIVERY_BYTES_MAX + " bytes",
                "Let whoever writes it split it.");
    }

    private static Problem later(RemoteFile file, dev.recon.server.platform.Problem refused) {
        return new Problem(
                file.name(),
                refused.kind().title(),
                "a file that can be taken in",
                refused.detail());
    }

    private static Problem leftBehind(Place place, Person by) {
        return new Problem(
                place.label(),
                "a place that " + by.name() + " set, who may not upload files any more",
                "one that is set by somebody who may",
                "Set the place anew: it is fetched in the name of who did so last.");
    }

    private static Problem unconfirmed(Place place, UnconfirmedHostKey key) {
        return new Problem(
                place.label(),
                "the host key " + key.fingerprint(),
                "one that a person has confirmed",
                "Try the place on the page of the source, and confirm its key.");
    }

    /// The log says why: what is wrong with our disk is nothing that the place has done.
    private static Problem unkept(RemoteFile file) {
        return new Problem(
                file.name(),
                "a disk of this server that failed or is full",
                "space to keep the file",
                "Nothing of it was taken; the next look tries again. Ask who runs this server.");
    }

    static Problem broken(String where, IOException failure) {
        LOG.info("a connection broke off at={}", where, failure);
        return new Problem(
                where,
                "a connection that broke off" + reason(failure),
                "a file to its end",
                "Nothing of it was taken; the next look tries again.");
    }

    /// What the innermost failure says, where the machine said it: a library names its own parts.
    private static String reason(IOException failure) {
        Throwable innermost = failure;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        String said = innermost.getMessage();
        return said == null || !isOfTheMachine(innermost) ? "" : " (" + said + ")";
    }

    /// Whether the JDK threw it; libraries throw its exceptions, too.
    private static boolean isOfTheMachine(Throwable failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        return trace.length > 0 && JDK_PACKAGES.matcher(trace[0].getClassName()).lookingAt();
    }
}
