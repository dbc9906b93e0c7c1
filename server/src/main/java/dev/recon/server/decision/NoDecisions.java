package dev.recon.server.decision;

import dev.recon.engine.Outcome;
import dev.recon.engine.Reconciler;
import dev.recon.server.run.EarlierDecisions;
import dev.recon.server.run.RunRow;
import org.springframework.stereotype.Component;

/// Nothing is kept from earlier runs while nobody can decide anything.
@Component
record NoDecisions() implements EarlierDecisions {
    @Override
    public Kept find(RunRow run) {
        return new Kept() {
            @Override
            public Reconciler.Decided decided() {
                return Reconciler.Decided.NOTHING;
            }

            @Override
            public boolean carry(RunRow next, Outcome outcome) {
                return true;
            }
        };
    }
}
