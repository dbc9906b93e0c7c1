package dev.recon.server.match;

import dev.recon.engine.table.Side;
import java.util.Optional;

/// Where an entry stands now.
///
/// @param found what the run found
/// @param now what holds it now
public record EntryState(
        Side side, int line, String currency, long amountUnits, Place found, Place now) {
    /// What holds an entry: a match by its number, its pass and its status; or nothing.
    public record Place(Optional<Integer> match, Optional<String> pass, String status) {
        public static final Place OPEN = new Place(Optional.empty(), Optional.empty(), "open");

        /// Inside a match.
        public static Place in(MatchState match) {
            return new Place(
                    Optional.of(match.number()), Optional.of(match.pass()), match.status());
        }

        public boolean isOpen() {
            return match.isEmpty();
        }
    }

    /// The same entry elsewhere.
    public EntryState at(Place place) {
        return new EntryState(side, line, currency, amountUnits, found, place);
    }
}
