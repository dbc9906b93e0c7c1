package dev.recon.engine.compare;

import dev.recon.engine.classify.BreakKind;
import dev.recon.engine.match.Status;
import dev.recon.engine.money.Money;
import dev.recon.engine.table.Side;
import java.util.List;
import java.util.Optional;

/// Where one run put a line: a view, made for those that changed.
///
/// @param amount what was read; empty for a rejected line
/// @param status empty when no match holds the entry
/// @param pass the pass of its match, as in `Matching`; -1 for a match by hand and for none
/// @param match the number of its match, 0 for none
/// @param partners the first of the other entries of its match, left ones first
/// @param morePartners how many more there are
/// @param breakKind the break that the entry is, or that lies in its match
public record Place(
        Optional<Money> amount,
        Optional<Status> status,
        int pass,
        int match,
        List<Partner> partners,
        int morePartners,
        Optional<BreakKind> breakKind) {
    /// How many partners are listed, so that a line of a large group stays short.
    public static final int PARTNERS_MAX = 20;

    /// An entry by its side and line.
    public record Partner(Side side, int line) {
        @Override
        public String toString() {
            return side.word() + ":" + line;
        }
    }

    public Place {
        partners = List.copyOf(partners);
    }

    /// `matched`, `suggested`, `open` or `rejected`.
    public String word() {
        return status.map(Status::word).orElse(amount.isPresent() ? "open" : "rejected");
    }
}
