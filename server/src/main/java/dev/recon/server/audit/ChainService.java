package dev.recon.server.audit;

import dev.recon.engine.evidence.Anchor;
import dev.recon.engine.evidence.ChainCheck;
import dev.recon.engine.evidence.ChainEvent;
import dev.recon.server.audit.ChainStore.Head;
import dev.recon.server.platform.Rows;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Verifies chains, signs their heads, and gives them out. A chain is read as it was at one moment,
/// however long that takes.
@Service
public final class ChainService {
    private static final Logger LOG = LoggerFactory.getLogger(ChainService.class);

    private final ChainStore store;
    private final ChainKey key;
    private final Counter failures;
    private final TransactionTemplate snapshot;
    private final TransactionTemplate transaction;

    /// The heads that this process saw; a chain that was rewritten as a whole lacks them.
    private final Map<UUID, Head> seen = new ConcurrentHashMap<>();

    ChainService(
            ChainStore store,
            ChainKey key,
            MeterRegistry meters,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.key = key;
        this.failures =
                Counter.builder("recon.audit.chain.verification.failures")
                        .description("Checks that found a chain broken")
                        .register(meters);
        this.transaction = new TransactionTemplate(transactions);
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
    }

    /// A chain as people see it.
    ///
    /// @param publicKey what signatures are checked with
    /// @param lastCheck null when it was never verified
    public record Chain(
            long number, String hash, String publicKey, @Nullable AuditCheck lastCheck) {}

    Chain show(UUID workspaceId) {
        Head head = store.head(workspaceId);
        return new Chain(
                head.number(),
                head.hash(),
                key.publicKey(),
                store.findLast(workspaceId).orElse(null));
    }

    /// Verifies a chain from its first event to its head, and keeps what came of it.
    public AuditCheck check(UUID workspaceId) {
        AuditCheck check = Objects.requireNonNull(snapshot.execute(_ -> read(workspaceId)));
        transaction.executeWithoutResult(_ -> store.add(workspaceId, check));
        AuditCheck.Fault fault = check.fault();
        if (fault == null) {
            seen.put(workspaceId, new Head(check.number(), check.hash()));
        } else {
            failures.increment();
            LOG.error(
                    "audit chain broken workspace={} event={} found={} expected={}",
                    workspaceId,
                    fault.number(),
                    fault.found(),
                    fault.expected());
        }
        return check;
    }

    private AuditCheck read(UUID workspaceId) {
        ChainCheck chain = ChainCheck.whole();
        Optional.ofNullable(seen.get(workspaceId))
                .ifPresent(head -> chain.expect(head.number(), head.hash()));
        Head head = store.head(workspaceId);
        List<ChainEvent> events = store.list(workspaceId, Long.MIN_VALUE);
        while (!events.isEmpty()) {
            events.forEach(chain::add);
            events = store.list(workspaceId, events.getLast().number() + 1);
        }
        chain.end(head.number(), head.hash());
        return AuditCheck.of(Rows.now().toInstant(), chain);
    }

    /// The signed head of a chain.
    public Anchor anchor(UUID workspaceId) {
        return sign(workspaceId, store.head(workspaceId), Rows.now().toInstant());
    }

    /// Writes the events from a number on, one a line, and the signed head as the last line.
    public Anchor export(UUID workspaceId, long from, OutputStream target) {
        return Objects.requireNonNull(
                snapshot.execute(_ -> {
                    try {
                        return write(workspaceId, from, target);
                    } catch (IOException failure) {
                        throw new java.io.UncheckedIOException(failure);
                    }
                }));
    }

    private Anchor write(UUID workspaceId, long from, OutputStream target) throws IOException {
        Head head = store.head(workspaceId);
        List<ChainEvent> events = store.list(workspaceId, from);
        while (!events.isEmpty()) {
            for (ChainEvent event : events) {
                target.write((event.line() + "\n").getBytes(StandardCharsets.UTF_8));
            }
            events = store.list(workspaceId, events.getLast().number() + 1);
        }
        Anchor anchor = sign(workspaceId, head, Rows.now().toInstant());
        target.write((anchor.line() + "\n").getBytes(StandardCharsets.UTF_8));
        return anchor;
    }

    private Anchor sign(UUID workspaceId, Head head, Instant at) {
        return Anchor.sign(
                key.seal(),
                Anchor.head(workspaceId.toString(), head.number(), head.hash(), at.toString()));
    }
}
