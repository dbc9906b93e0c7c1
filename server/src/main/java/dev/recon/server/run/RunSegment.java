package dev.recon.server.run;

import dev.recon.engine.evidence.Fact;
import dev.recon.engine.table.Side;
import dev.recon.server.platform.Hex;
import dev.recon.server.platform.Segment;

/// A segment of what a run found.
///
/// @param kind what it holds
/// @param position counts from 0 within its kind
/// @param first the first match number or line in it
/// @param last the last one
record RunSegment(String kind, int position, long first, long last, Segment packed) {
    static final String MATCHES = Fact.MATCHES;

    /// The segment by its hash.
    Fact toFact() {
        return new Fact(kind, position, first, last, Hex.of(packed.sha256()));
    }

    static String entries(Side side) {
        return side.word() + "-entries";
    }

    static String carried(Side side) {
        return side.word() + "-carried";
    }

    static String rejected(Side side) {
        return side.word() + "-rejected";
    }
}
