package dev.recon.server.decision;

import dev.recon.engine.table.Side;
import dev.recon.server.breaks.Break;
import dev.recon.server.breaks.BreakChanges;
import dev.recon.server.breaks.BreakRow;
import dev.recon.server.breaks.BreakStore;
import dev.recon.server.decision.Before.BreakBefore;
import dev.recon.server.decision.Before.EntryBefore;
import dev.recon.server.decision.Before.MatchBefore;
import dev.recon.server.match.ConversionStore;
import dev.recon.server.match.EntryState;
import dev.recon.server.match.EntryState.Place;
import dev.recon.server.match.EntryStore;
import dev.recon.server.match.MatchState;
import dev.recon.server.match.MatchStore;
import dev.recon.server.run.Entry;
import dev.recon.server.run.RunEntries;
import dev.recon.server.run.RunRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Writes what one decision changes, and remembers what was there before.
final class Changes {
    private final Stores stores;
    private final RunRow run;
    private final UUID decisionId;
    private final List<EntryBefore> entries = new ArrayList<>();
    private final List<BreakBefore> breaks = new ArrayList<>();
    private @Nullable MatchBefore match;

    /// What is written to.
    @Component
    record Stores(
            MatchStore matches,
            EntryStore entryStates,
            BreakStore breaks,
            BreakChanges breakChanges,
            ConversionStore conversions,
            RunEntries entries) {}

    Changes(Stores stores, RunRow run, UUID decisionId) {
        this.stores = stores;
        this.run = run;
        this.decisionId = decisionId;
    }

    Before before() {
        return new Before(entries, match, breaks);
    }

    /// A new match, or one with another status.
    void save(MatchState changed, @Nullable String statusBefore) {
        @Nullable UUID changedBy =
                statusBefore == null
                        ? null
                        : stores.matches.findChangedBy(run, changed.number()).orElse(null);
        match = new MatchBefore(changed.number(), statusBefore, changedBy);
        stores.matches.save(run, changed, decisionId);
        stores.conversions.keep(run, changed);
    }

    /// Entries go to another place.
    void move(List<EntryState> states, Place place) {
        for (EntryState state : states) {
            entries.add(
                    new EntryBefore(
                            state.side().word(),
                            state.line(),
                            state.now().match().orElse(null),
                            state.now().pass().orElse(null),
                            state.now().status(),
                            changedBy(state)));
            stores.entryStates.save(run, state.at(place), decisionId);
        }
    }

    private @Nullable UUID changedBy(EntryState state) {
        return stores.entryStates
                .findMoved(run, state.side(), state.line())
                .map(EntryStore.Moved::decisionId)
                .orElse(null);
    }

    /// Open breaks are resolved by this decision.
    void resolve(List<Break> found) {
        for (Break one : found) {
            if (one.row().status().equals(BreakRow.OPEN)) {
                breaks.add(BreakBefore.of(one));
                stores.breakChanges.set(
                        run, one.row().number(), Optional.of(decisionId), Optional.of(decisionId));
            }
        }
    }

    void add(BreakChanges.Made made) {
        breaks.add(BreakBefore.made(stores.breakChanges.add(run, made, decisionId)));
    }

    /// The entries of a match are open again: so are the breaks that they had, or they get one.
    void release(MatchState gone) {
        for (Side side : Side.values()) {
            RunEntries.Picked picked = stores.entries.pick(run, side, gone.lines(side));
            move(stores.entryStates.states(run, picked), Place.OPEN);
            for (Entry entry : picked.entries()) {
                open(side, entry);
            }
        }
        resolve(stores.breaks.inMatch(run, gone.number()));
        save(gone.next(MatchState.GONE), gone.status());
    }

    private void open(Side side, Entry entry) {
        List<Break> had = stores.breaks.ofEntry(run, side, entry.line());
        if (!had.isEmpty()) {
            Break again = had.getLast();
            breaks.add(BreakBefore.of(again));
            stores.breakChanges.set(
                    run, again.row().number(), Optional.empty(), Optional.of(decisionId));
            return;
        }
        long units = BreakChanges.units(entry, run.decimals());
        add(
                new BreakChanges.Made(
                        BreakChanges.missing(side),
                        side == Side.LEFT ? Optional.of(entry) : Optional.empty(),
                        side == Side.RIGHT ? Optional.of(entry) : Optional.empty(),
                        entry.amount().currency(),
                        side == Side.LEFT ? units : Math.negateExact(units),
                        Optional.empty(),
                        1,
                        "A person took its match apart"));
    }
}
