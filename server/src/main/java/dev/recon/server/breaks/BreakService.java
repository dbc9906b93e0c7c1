package dev.recon.server.breaks;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.recon.engine.table.Side;
import dev.recon.server.explain.Explained;
import dev.recon.server.explain.ExplanationView;
import dev.recon.server.explain.Explanations;
import dev.recon.server.match.Differences;
import dev.recon.server.match.EntryState.Place;
import dev.recon.server.match.EntryStore;
import dev.recon.server.match.FieldDifference;
import dev.recon.server.match.MatchRow;
import dev.recon.server.match.MatchState;
import dev.recon.server.match.MatchStore;
import dev.recon.server.match.MatchView;
import dev.recon.server.platform.Actor;
import dev.recon.server.platform.Problem;
import dev.recon.server.run.Approval;
import dev.recon.server.run.ApprovalLog;
import dev.recon.server.run.CarriedFacts;
import dev.recon.server.run.Decision;
import dev.recon.server.run.DecisionLog;
import dev.recon.server.run.Entry;
import dev.recon.server.run.Numbered;
import dev.recon.server.run.RunEntries;
import dev.recon.server.run.RunRow;
import dev.recon.server.run.RunService;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Shows single breaks, matches and entries with everything that belongs to them.
@Service
record BreakService(
        RunService runs,
        BreakStore breaks,
        MatchStore matches,
        MatchView matchView,
        EntryStore entryStates,
        RunEntries entries,
        DecisionLog log,
        ApprovalLog approvals,
        WaitingMarks marks,
        CandidateService candidates,
        LaterRuns later,
        CarriedFacts carried,
        Explanations explanations,
        ExplanationView explained) {
    private static final int ALTERNATIVES_MAX = 3;

    record BreakDetail(
            BreakRow row,
            List<Entry> left,
            List<Entry> right,
            List<FieldDifference> differences,
            List<Origin> origins,
            List<Decision.Comment> comments,
            List<Decision> activity,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Approval> approvals) {}

    /// Where a carried entry was first delivered.
    ///
    /// @param line its line in this run
    /// @param firstRun the number of the run that first left it unsettled
    /// @param runs how many runs have left it unsettled
    record Origin(
            String side,
            int line,
            String file,
            int fileLine,
            int firstRun,
            Instant since,
            int runs) {}

    record MatchDetail(
            MatchRow row,
            List<Entry> left,
            List<Entry> right,
            List<FieldDifference> differences,
            List<BreakRow> breaks,
            List<Decision> activity,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Approval> approvals) {}

    record HeldEntry(Entry entry, Holder holder, List<BreakRow> breaks) {}

    /// What holds an entry.
    ///
    /// @param type match or open
    record Holder(
            String type, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable MatchRow match) {}

    BreakDetail getBreak(Actor actor, String id) {
        Numbered name = Numbered.parse("break", id);
        RunRow run = runs.getDone(actor, name.runId());
        Break found = get(run, name.number());
        List<Entry> left = entries(run, found, Side.LEFT);
        List<Entry> right = entries(run, found, Side.RIGHT);
        boolean both = !left.isEmpty() && !right.isEmpty();
        return new BreakDetail(
                marks.with(run, List.of(found.row().at(later.find(run, found.row()).orElse(null))))
                        .getFirst(),
                left,
                right,
                both ? new Differences(left.getFirst(), right.getFirst()).list() : List.of(),
                Stream.concat(origins(run, Side.LEFT, left), origins(run, Side.RIGHT, right))
                        .toList(),
                found.row().comments() == 0 ? List.of() : log.comments(run, name.number()),
                log.aboutBreak(run, name.number()),
                approvals.aboutBreak(run, name.number()));
    }

    private Stream<Origin> origins(RunRow run, Side side, List<Entry> of) {
        return of.stream()
                .flatMap(entry ->
                        carried
                                .find(run, side, entry.line())
                                .map(line ->
                                        new Origin(
                                                side.word(),
                                                entry.line(),
                                                line.file(),
                                                line.fileLine(),
                                                line.firstRun(),
                                                line.since(),
                                                line.runs()))
                                .stream());
    }

    CandidateService.Candidates candidates(Actor actor, String id, int limit) {
        Numbered name = Numbered.parse("break", id);
        RunRow run = runs.getDone(actor, name.runId());
        return candidates.find(run, get(run, name.number()), limit);
    }

    MatchDetail getMatch(Actor actor, String id) {
        Numbered name = Numbered.parse("match", id);
        RunRow run = runs.getDone(actor, name.runId());
        MatchState match = getMatch(run, name.number());
        MatchView.Held held = matchView.hold(run, List.of(match));
        return new MatchDetail(
                matchView.marked(held, List.of(MatchView.row(held, match))).getFirst(),
                held.of(match, Side.LEFT),
                held.of(match, Side.RIGHT),
                MatchView.differences(held, match),
                breaks.inMatch(run, match.number()).stream().map(Break::row).toList(),
                log.aboutMatch(run, match.number()),
                approvals.aboutMatch(run, match.number()));
    }

    Explained explainMatch(Actor actor, String id) {
        Numbered name = Numbered.parse("match", id);
        RunRow run = runs.getDone(actor, name.runId());
        MatchState match = getMatch(run, name.number());
        return explained.match(run, explanations.match(run, match, ALTERNATIVES_MAX));
    }

    private MatchState getMatch(RunRow run, int number) {
        return matches.find(run, number)
                .filter(found -> !found.isGone())
                .orElseThrow(() -> Problem.notFound("match"));
    }

    HeldEntry getEntry(RunRow run, Side side, int line) {
        Place place =
                entryStates
                        .findPlace(run, side, line)
                        .orElseThrow(() ->
                                Problem.notFound(
                                        "entry: the line was rejected or is" + " not in the file"));
        Entry entry = entries.pick(run, side, List.of(line)).entries().getFirst();
        List<BreakRow> found =
                new ArrayList<>(breaks.ofEntry(run, side, line).stream().map(Break::row).toList());
        if (place.match().isEmpty()) {
            return new HeldEntry(entry, new Holder("open", null), found);
        }
        MatchState match = matches.find(run, place.match().get()).orElseThrow();
        MatchView.Held held = matchView.hold(run, List.of(match));
        breaks.inMatch(run, match.number()).forEach(one -> found.add(one.row()));
        return new HeldEntry(entry, new Holder("match", MatchView.row(held, match)), found);
    }

    private Break get(RunRow run, int number) {
        return breaks.find(run, number).orElseThrow(() -> Problem.notFound("break"));
    }

    private List<Entry> entries(RunRow run, Break found, Side side) {
        List<Integer> lines =
                found.matchNumber().isPresent()
                        ? matches.find(run, found.matchNumber().get()).orElseThrow().lines(side)
                        : alone(found.row(), side);
        return lines.isEmpty() ? List.of() : entries.pick(run, side, lines).entries();
    }

    private static List<Integer> alone(BreakRow row, Side side) {
        Entry.Listed listed = side == Side.LEFT ? row.left() : row.right();
        return listed == null ? List.of() : List.of(listed.line());
    }
}
