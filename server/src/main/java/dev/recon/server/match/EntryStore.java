package dev.recon.server.match;

import dev.recon.engine.table.Side;
import dev.recon.engine.table.Table;
import dev.recon.server.match.EntryState.Place;
import dev.recon.server.platform.Rows;
import dev.recon.server.run.RunEntries;
import dev.recon.server.run.RunFacts;
import dev.recon.server.run.RunRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Where entries stand now: what a run found, and what people changed of it.
@Component
public record EntryStore(JdbcClient db, RunFacts facts, MatchStore matches) {
    /// An entry that people's decisions moved, and the decision that did it last.
    public record Moved(EntryState state, UUID decisionId) {}

    /// An entry that decisions moved; empty when it is where the run put it.
    public Optional<Moved> findMoved(RunRow run, Side side, int line) {
        return db.sql(
                        """
                        SELECT * FROM entry_change
                        WHERE workspace_id = :workspaceId AND run_id = :runId
                            AND side = :side AND line = :line
                        """)
                .param("workspaceId", run.workspaceId())
                .param("runId", run.id())
                .param("side", side.word())
                .param("line", line)
                .query(EntryStore::toMoved)
                .optional();
    }

    /// All entries of a side that decisions moved: for each line the match that holds it, 0 for
    /// none.
    public Map<Integer, Integer> listMoved(RunRow run, Side side) {
        Map<Integer, Integer> moved = new HashMap<>();
        db.sql(
                        """
                        SELECT line, coalesce(match_number, 0) AS match_number FROM entry_change
                        WHERE workspace_id = :workspaceId AND run_id = :runId AND side = :side
                        """)
                .param("workspaceId", run.workspaceId())
                .param("runId", run.id())
                .param("side", side.word())
                .query(row -> {
                    moved.put(row.getInt("line"), row.getInt("match_number"));
                });
        return moved;
    }

    /// What holds the entry of a line; empty when there is no such entry.
    public Optional<Place> findPlace(RunRow run, Side side, int line) {
        return findMoved(run, side, line)
                .map(moved -> moved.state().now())
                .or(() -> findFound(run, side, line));
    }

    /// What holds the entries of some lines; nothing for lines that have none.
    public Map<Integer, Place> findPlaces(RunRow run, Side side, Set<Integer> lines) {
        Map<Integer, Place> places = new HashMap<>();
        db.sql(
                        """
                        SELECT * FROM entry_change
                        WHERE workspace_id = :workspaceId AND run_id = :runId
                            AND side = :side AND line = ANY (:lines)
                        """)
                .param("workspaceId", run.workspaceId())
                .param("runId", run.id())
                .param("side", side.word())
                .param("lines", lines.toArray(Integer[]::new))
                .query(EntryStore::toMoved)
                .list()
                .forEach(moved -> places.put(moved.state().line(), moved.state().now()));
        for (int line : lines) {
            if (!places.containsKey(line)) {
                findFound(run, side, line).ifPresent(place -> places.put(line, place));
            }
        }
        return places;
    }

    /// The states of picked entries.
    public List<EntryState> states(RunRow run, RunEntries.Picked picked) {
        return java.util.stream.IntStream.range(0, picked.lines().size())
                .mapToObj(row -> state(run, picked, row))
                .toList();
    }

    private EntryState state(RunRow run, RunEntries.Picked picked, int row) {
        Side side = picked.side();
        int line = picked.lines().get(row);
        Optional<Moved> moved = findMoved(run, side, line);
        if (moved.isPresent()) {
            return moved.get().state();
        }
        Table table = picked.table();
        Place found = findFound(run, side, line).orElseThrow();
        return new EntryState(
                side, line, table.currency(row).code(), table.amounts().units()[row], found, found);
    }

    private Optional<Place> findFound(RunRow run, Side side, int line) {
        return facts.findEntry(run, side, line)
                .map(fact ->
                        fact.match() == 0
                                ? Place.OPEN
                                : facts.findMatch(run, fact.match())
                                        .map(MatchState::of)
                                        .map(Place::in)
                                        .orElseThrow());
    }

    /// Writes an entry as it is after a decision.
    public void save(RunRow run, EntryState entry, UUID decisionId) {
        db.sql(
                        """
                        INSERT INTO entry_change (workspace_id, run_id, side, line, currency,
                            amount_units, found_match, found_pass, found_status,
                            match_number, pass, status, decision_id)
                        VALUES (:workspaceId, :runId, :side, :line, :currency,
                            :units, :foundMatch, :foundPass, :foundStatus,
                            :match, :pass, :status, :decisionId)
                        ON CONFLICT (workspace_id, run_id, side, line) DO UPDATE
                        SET match_number = excluded.match_number, pass = excluded.pass,
                            status = excluded.status, decision_id = excluded.decision_id
                        """)
                .param("workspaceId", run.workspaceId())
                .param("runId", run.id())
                .param("side", entry.side().word())
                .param("line", entry.line())
                .param("currency", entry.currency())
                .param("units", entry.amountUnits())
                .param("foundMatch", entry.found().match().orElse(null))
                .param("foundPass", entry.found().pass().orElse(null))
                .param("foundStatus", entry.found().status())
                .param("match", entry.now().match().orElse(null))
                .param("pass", entry.now().pass().orElse(null))
                .param("status", entry.now().status())
                .param("decisionId", decisionId)
                .update();
    }

    private static Moved toMoved(ResultSet row, int index) throws SQLException {
        return new Moved(
                new EntryState(
                        Rows.text(row, "side").equals("left") ? Side.LEFT : Side.RIGHT,
                        row.getInt("line"),
                        Rows.text(row, "currency"),
                        row.getLong("amount_units"),
                        place(row, "found_match", "found_pass", "found_status"),
                        place(row, "match_number", "pass", "status")),
                Rows.id(row, "decision_id"));
    }

    private static Place place(ResultSet row, String match, String pass, String status)
            throws SQLException {
        return new Place(
                Optional.ofNullable(Rows.findInt(row, match)),
                Optional.ofNullable(Rows.findText(row, pass)),
                Rows.text(row, status));
    }
}
