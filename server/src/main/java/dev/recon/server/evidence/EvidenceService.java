package dev.recon.server.evidence;

import dev.recon.engine.evidence.CanonicalJson;
import dev.recon.engine.evidence.EvidencePack;
import dev.recon.engine.evidence.Fact;
import dev.recon.engine.evidence.Seal;
import dev.recon.engine.table.Side;
import dev.recon.server.audit.ChainKey;
import dev.recon.server.audit.ChainService;
import dev.recon.server.file.FileRef;
import dev.recon.server.platform.Actor;
import dev.recon.server.platform.Permission;
import dev.recon.server.platform.Rows;
import dev.recon.server.reconciliation.RuleSetStore;
import dev.recon.server.run.RunEvidence;
import dev.recon.server.run.RunRow;
import dev.recon.server.run.RunService;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// Packs all that proves one run, as it is at one moment, and seals it.
@Service
final class EvidenceService {
    private static final String FORMAT = "recon-evidence 1";

    private final Parts parts;
    private final TransactionTemplate snapshot;

    /// What a pack is made of.
    @Component
    record Parts(
            EvidenceStore store,
            RunEvidence evidence,
            RunService runs,
            RuleSetStore ruleSets,
            ChainService chains,
            ChainKey key,
            JsonMapper json) {}

    EvidenceService(Parts parts, PlatformTransactionManager transactions) {
        this.parts = parts;
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
    }

    /// Writes the pack of a run that has a result.
    void write(Actor actor, RunRow run, OutputStream target) {
        parts.runs.getFor(actor, Permission.READ_AUDIT, run.id());
        snapshot.executeWithoutResult(_ -> {
            try (PackWriter pack = new PackWriter(target)) {
                write(actor, run, pack);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
    }

    private void write(Actor actor, RunRow run, PackWriter pack) throws IOException {
        pack.add(
                EvidencePack.RUN,
                parts.json.writeValueAsString(parts.runs.show(actor, run.id())) + "\n");
        pack.add(EvidencePack.FILES, CanonicalJson.of(files(run)) + "\n");
        pack.add(
                EvidencePack.RULES,
                parts.ruleSets
                        .find(run.workspaceId(), run.reconciliationId(), run.ruleSet())
                        .orElseThrow()
                        .rules());
        pack.add(EvidencePack.MATCHES, out -> parts.evidence.writeMatches(run, out));
        List<Fact> facts = new ArrayList<>();
        pack.add(EvidencePack.BREAKS, out -> facts.addAll(parts.evidence.writeBreaks(run, out)));
        pack.add(
                EvidencePack.FACTS,
                CanonicalJson.of(Map.of("facts", facts.stream().map(Fact::toFields).toList()))
                        + "\n");
        pack.add("breaks-now.csv", out -> parts.evidence.writeBreaksNow(run, out));
        pack.add(EvidencePack.DECISIONS, out -> decisions(run, out));
        long first = parts.store.firstEvent(run);
        pack.add(EvidencePack.AUDIT, out -> parts.chains.export(run.workspaceId(), first, out));
        seal(run, pack);
    }

    private void seal(RunRow run, PackWriter pack) throws IOException {
        Map<String, Object> manifest = new HashMap<>();
        manifest.put("format", FORMAT);
        manifest.put("workspace", run.workspaceId());
        manifest.put("run", run.id());
        manifest.put("madeAt", Rows.now().toInstant());
        manifest.put("files", pack.described());
        String text = CanonicalJson.of(manifest);
        Seal seal = parts.key.sign(text);
        pack.add(EvidencePack.MANIFEST, text);
        pack.add(
                EvidencePack.SEAL,
                CanonicalJson.of(Map.of("key", seal.key(), "signature", seal.signature())));
    }

    private void decisions(RunRow run, OutputStream target) {
        parts.store.eachDecision(
                run,
                decision -> {
                    try {
                        PackWriter.write(target, CanonicalJson.of(decision) + "\n");
                    } catch (IOException failure) {
                        throw new UncheckedIOException(failure);
                    }
                });
    }

    private static Map<String, Object> files(RunRow run) {
        Map<String, Object> files = new HashMap<>();
        for (Side side : Side.values()) {
            FileRef file = run.file(side);
            files.put(
                    side.word(),
                    Map.of(
                            "id", file.id(),
                            "name", file.name(),
                            "bytes", file.bytes(),
                            "sha256", file.sha256()));
        }
        return files;
    }
}
