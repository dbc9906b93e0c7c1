package dev.recon.server.run;

import dev.recon.engine.evidence.Fact;
import dev.recon.server.platform.Hex;
import dev.recon.server.platform.Recent;
import dev.recon.server.platform.Rows;
import dev.recon.server.platform.Segment;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The segments of runs in the database, and those that were looked at lately: 24 of about 1 MB,
/// and where 200 more stand.
@Component
final class RunSegmentStore {
    private static final int RECENT_MAX = 24;
    private static final int PLACES_MAX = 200;

    private final JdbcClient db;
    private final Recent<Key, byte[]> recent = new Recent<>(RECENT_MAX);

    private final Recent<PlacesKey, List<Place>> places = new Recent<>(PLACES_MAX);

    private record Key(UUID workspaceId, UUID runId, String kind, int position) {}

    private record PlacesKey(UUID workspaceId, UUID runId, String kind) {}

    /// Where a segment stands, without what it holds.
    record Place(int position, long first, long last) {}

    RunSegmentStore(JdbcClient db) {
        this.db = db;
    }

    /// Adds a segment; false when another worker has published the run meanwhile.
    boolean add(UUID workspaceId, UUID runId, RunSegment segment) {
        return db.sql(
                                """
                                INSERT INTO run_segment (workspace_id, run_id, kind, position,
                                    first_number, last_number, raw_bytes, sha256, content)
                                VALUES (:workspaceId, :runId, :kind, :position,
                                    :first, :last, :rawBytes, :sha256, :content)
                                ON CONFLICT (workspace_id, run_id, kind, position) DO NOTHING
                                """)
                        .param("workspaceId", workspaceId)
                        .param("runId", runId)
                        .param("kind", segment.kind())
                        .param("position", segment.position())
                        .param("first", segment.first())
                        .param("last", segment.last())
                        .param("rawBytes", segment.packed().rawBytes())
                        .param("sha256", segment.packed().sha256())
                        .param("content", segment.packed().content())
                        .update()
                == 1;
    }

    /// The segment that a number would be in.
    Optional<Place> find(RunRow run, String kind, long number) {
        return places(run, kind).stream()
                .filter(place -> place.first <= number && place.last >= number)
                .findFirst();
    }

    /// The segments of a kind that hold numbers from `number` on, in order.
    List<Place> listFrom(RunRow run, String kind, long number) {
        return places(run, kind).stream().filter(place -> place.last >= number).toList();
    }

    /// All segments of a kind, in order. A run publishes all of them at once and never again, so
    /// what is there is kept; that nothing is there yet is not.
    private List<Place> places(RunRow run, String kind) {
        var key = new PlacesKey(run.workspaceId(), run.id(), kind);
        Optional<List<Place>> known = places.find(key);
        if (known.isPresent()) {
            return known.get();
        }
        List<Place> found = list(key);
        if (!found.isEmpty()) {
            places.put(key, found);
        }
        return found;
    }

    private List<Place> list(PlacesKey key) {
        return db.sql(
                        """
                        SELECT position, first_number, last_number FROM run_segment
                        WHERE workspace_id = :workspaceId AND run_id = :runId AND kind = :kind
                        ORDER BY position
                        """)
                .param("workspaceId", key.workspaceId)
                .param("runId", key.runId)
                .param("kind", key.kind)
                .query((row, _) ->
                        new Place(
                                row.getInt("position"),
                                row.getLong("first_number"),
                                row.getLong("last_number")))
                .list();
    }

    /// All segments of a run by their hashes.
    List<Fact> facts(RunRow run) {
        return db.sql(
                        """
                        SELECT kind, position, first_number, last_number, sha256 FROM run_segment
                        WHERE workspace_id = :workspaceId AND run_id = :runId
                        ORDER BY kind, position
                        """)
                .param("workspaceId", run.workspaceId())
                .param("runId", run.id())
                .query((row, _) ->
                        new Fact(
                                Rows.text(row, "kind"),
                                row.getInt("position"),
                                row.getLong("first_number"),
                                row.getLong("last_number"),
                                Hex.of(Rows.bytes(row, "sha256"))))
                .list();
    }

    /// What a segment holds; shared, so only to be read.
    byte[] get(RunRow run, String kind, int position) {
        return recent.get(
                new Key(run.workspaceId(), run.id(), kind, position),
                () -> load(run, kind, position).unpack());
    }

    private Segment load(RunRow run, String kind, int position) {
        return db.sql(
                        """
                        SELECT raw_bytes, sha256, content FROM run_segment
                        WHERE workspace_id = :workspaceId AND run_id = :runId AND kind = :kind
                            AND position = :position
                        """)
                .param("workspaceId", run.workspaceId())
                .param("runId", run.id())
                .param("kind", kind)
                .param("position", position)
                .query((row, _) ->
                        new Segment(
                                row.getInt("raw_bytes"),
                                Rows.bytes(row, "sha256"),
                                Rows.bytes(row, "content")))
                .single();
    }
}
