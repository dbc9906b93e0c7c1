package dev.recon.server.explain;

import dev.recon.server.match.EntryStore;
import dev.recon.server.match.MatchStore;
import dev.recon.server.run.DecisionLog;
import dev.recon.server.run.RunEntries;
import dev.recon.server.run.RunFacts;
import dev.recon.server.run.RunTables;
import org.springframework.stereotype.Component;

/// Where explanations take what they need from.
@Component
record Sources(
        RunTables tables,
        RunFacts facts,
        RunEntries entries,
        MatchStore matches,
        EntryStore moved,
        DecisionLog decisions) {}
