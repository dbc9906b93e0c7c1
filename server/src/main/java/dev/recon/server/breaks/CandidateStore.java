package dev.recon.server.breaks;

import dev.recon.server.platform.Limits;
import dev.recon.server.run.RunRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Finds open entries that could belong to a break: those nearest by amount, by date, and those
/// with the same reference or party. Each look is bounded and goes by an index or by one run.
@Component
record CandidateStore(JdbcClient db) {
    private static final int EACH_MAX = Limits.CANDIDATES_SCANNED_MAX / 4;

    /// Open breaks of the other side, each once.
    List<Break> near(RunRow run, Break about, String otherSide) {
        Map<Integer, Break> found = new LinkedHashMap<>();
        List<Break> all = new ArrayList<>();
        all.addAll(byAmountUp(run, about, otherSide));
        all.addAll(byAmountDown(run, about, otherSide));
        all.addAll(byWords(run, about, otherSide));
        all.forEach(one -> found.putIfAbsent(one.row().number(), one));
        return List.copyOf(found.values());
    }

    private List<Break> byAmountUp(RunRow run, Break about, String side) {
        return db.sql(
                        """
                        SELECT b.*, NULL::text AS decision_kind, NULL::timestamptz AS decision_at,
                            NULL::uuid AS person_id, NULL::text AS person_name
                        FROM break b
                        WHERE b.workspace_id = :workspaceId AND b.run_id = :runId
                            AND b.status = 'open' AND b.side = :side AND b.currency = :currency
                            AND b.value_units >= :units
                        ORDER BY b.value_units, b.number LIMIT :limit
                        """)
                .param("workspaceId", run.workspaceId())
                .param("runId", run.id())
                .param("side", side)
                .param("currency", about.row().difference().currency())
                .param("units", about.valueUnits())
                .param("limit", EACH_MAX)
                .query(BreakStore.mapper(run))
                .list();
    }

    private List<Break> byAmountDown(RunRow run, Break about, String side) {
        return db.sql(
                        """
                        SELECT b.*, NULL::text AS decision_kind, NULL::timestamptz AS decision_at,
                            NULL::uuid AS person_id, NULL::text AS person_name
                        FROM break b
                        WHERE b.workspace_id = :workspaceId AND b.run_id = :runId
                            AND b.status = 'open' AND b.side = :side AND b.currency = :currency
                            AND b.value_units < :units
                        ORDER BY b.value_units DESC, b.number DESC LIMIT :limit
                        """)
                .param("workspaceId", run.workspaceId())
                .param("runId", run.id())
                .param("side", side)
                .param("currency", about.row().difference().currency())
                .param("units", about.valueUnits())
                .param("limit", EACH_MAX)
                .query(BreakStore.mapper(run))
                .list();
    }

    private List<Break> byWords(RunRow run, Break about, String side) {
        var entry =
                Objects.requireNonNull(
                        side.equals("left") ? about.row().right() : about.row().left());
        return db.sql(
                        """
                        SELECT b.*, NULL::text AS decision_kind, NULL::timestamptz AS decision_at,
                            NULL::uuid AS person_id, NULL::text AS person_name
                        FROM break b
                        WHERE b.workspace_id = :workspaceId AND b.run_id = :runId
                            AND b.status = 'open' AND b.side = :side
                            AND (position(lower(:reference::text) IN b.words) > 0
                                OR position(lower(:party::text) IN b.words) > 0)
                        ORDER BY (position(lower(:reference::text) IN b.words) > 0) DESC NULLS LAST,
                            abs(b.sort_date - :date::date), b.number
                        LIMIT :limit
                        """)
                .param("workspaceId", run.workspaceId())
                .param("runId", run.id())
                .param("side", side)
                .param("reference", usable(entry.reference()))
                .param("party", usable(entry.party()))
                .param("date", about.sortDate())
                .param("limit", EACH_MAX)
                .query(BreakStore.mapper(run))
                .list();
    }

    /// Short texts stand in too many others.
    private static @Nullable String usable(@Nullable String text) {
        return text == null || text.length() < 4 ? null : text;
    }
}
