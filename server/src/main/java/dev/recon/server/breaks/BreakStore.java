package dev.recon.server.breaks;

import dev.recon.engine.table.Side;
import dev.recon.server.platform.Money;
import dev.recon.server.platform.Page;
import dev.recon.server.platform.Paging;
import dev.recon.server.platform.Person;
import dev.recon.server.platform.Rows;
import dev.recon.server.run.Decision;
import dev.recon.server.run.Entry;
import dev.recon.server.run.Numbered;
import dev.recon.server.run.RunRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The breaks in the database.
@Component
public record BreakStore(JdbcClient db) {
    /// The breaks of a run, each with who resolved it; conditions may follow.
    static final String OF_RUN =
            """
            SELECT b.*, d.kind AS decision_kind, d.at AS decision_at, d.person_id,
                p.name AS person_name
            FROM break b
            LEFT JOIN decision d ON d.workspace_id = b.workspace_id AND d.id = b.resolved_by
            LEFT JOIN person p ON p.workspace_id = d.workspace_id AND p.id = d.person_id
            WHERE b.workspace_id = :workspaceId AND b.run_id = :runId
            """;

    /// A page of breaks.
    Page<Break> list(RunRow run, BreakFilter filter, BreakSort sort, Paging paging) {
        List<Break> found =
                db.sql(sort.statement(filter, paging.cursor().isEmpty()))
                        .param("workspaceId", run.workspaceId())
                        .param("runId", run.id())
                        .param("currencies", filter.currencies().toArray(String[]::new))
                        .param("minUnits", filter.minUnits(run.decimals()))
                        .param("maxUnits", filter.maxUnits(run.decimals()))
                        .param("pattern", filter.pattern())
                        .param("after", paging.cursor().map(sort::after).orElse(null))
                        .param("afterNumber", paging.cursor().map(at -> at.rowNumber(2)).orElse(0))
                        .param("limit", paging.rows())
                        .query(mapper(run))
                        .list();
        return Page.of(found, paging, sort::cursor);
    }

    /// How many breaks of one kind there are in one place, and what they come to.
    record Group(
            String kind, String status, String side, String currency, long count, long units) {}

    /// Breaks counted in groups; kind, status, side and currency of the filter are not looked at.
    List<Group> groups(RunRow run, BreakFilter filter) {
        return db.sql(
                        """
                        SELECT kind, status, coalesce(side, '') AS side, currency,
                            count(*) AS breaks, sum(value_units)::bigint AS units
                        FROM break b
                        WHERE workspace_id = :workspaceId AND run_id = :runId
                        /*conditions*/
                        GROUP BY kind, status, side, currency
                        ORDER BY kind, status, side, currency
                        """
                                .replace("/*conditions*/", filter.conditionsOfAll()))
                .param("workspaceId", run.workspaceId())
                .param("runId", run.id())
                .param("minUnits", filter.minUnits(run.decimals()))
                .param("maxUnits", filter.maxUnits(run.decimals()))
                .param("pattern", filter.pattern())
                .query((row, _) ->
                        new Group(
                                Rows.text(row, "kind"),
                                Rows.text(row, "status"),
                                Rows.text(row, "side"),
                                Rows.text(row, "currency"),
                                row.getLong("breaks"),
                                row.getLong("units")))
                .list();
    }

    /// One break of a run.
    public Optional<Break> find(RunRow run, int number) {
        return db.sql(OF_RUN + "AND b.number = :number")
                .param("workspaceId", run.workspaceId())
                .param("runId", run.id())
                .param("number", number)
                .query(mapper(run))
                .optional();
    }

    /// The breaks that lie in a match.
    public List<Break> inMatch(RunRow run, int matchNumber) {
        return db.sql(OF_RUN + "AND b.match_number = :matchNumber ORDER BY b.number")
                .param("workspaceId", run.workspaceId())
                .param("runId", run.id())
                .param("matchNumber", matchNumber)
                .query(mapper(run))
                .list();
    }

    /// The breaks of an entry that stood, or stands, alone; newest last.
    public List<Break> ofEntry(RunRow run, Side side, int line) {
        return db.sql(
                        OF_RUN
                                + """
                                    AND b.match_number IS NULL AND b.side = :side
                                    AND ((:side = 'left' AND b.left_line = :line)
                                        OR (:side = 'right' AND b.right_line = :line))
                                ORDER BY b.number
                                """)
                .param("workspaceId", run.workspaceId())
                .param("runId", run.id())
                .param("side", side.word())
                .param("line", line)
                .query(mapper(run))
                .list();
    }

    static RowMapper<Break> mapper(RunRow run) {
        return (row, _) -> toBreak(run, row);
    }

    private static Break toBreak(RunRow run, ResultSet row) throws SQLException {
        Integer match = Rows.findInt(row, "match_number");
        int number = row.getInt("number");
        BreakRow shown =
                new BreakRow(
                        new Numbered(run.id(), number).toString(),
                        number,
                        run.id(),
                        Rows.text(row, "kind"),
                        Rows.text(row, "status"),
                        listed(run, row, "left"),
                        listed(run, row, "right"),
                        row.getInt("entries"),
                        Money.of(
                                Rows.text(row, "currency"),
                                row.getLong("difference_units"),
                                run.decimals()),
                        match == null ? null : new Numbered(run.id(), match).toString(),
                        Rows.text(row, "reason"),
                        row.getInt("comment_count"),
                        firstSeen(run, row),
                        null,
                        row.getInt("version"),
                        resolution(row),
                        null);
        return new Break(
                shown,
                row.getLong("value_units"),
                Objects.requireNonNull(row.getObject("sort_date", LocalDate.class)),
                Optional.ofNullable(Rows.findText(row, "side")),
                Optional.ofNullable(match),
                Optional.ofNullable(Rows.findId(row, "resolved_by")),
                Optional.ofNullable(Rows.findId(row, "changed_by")));
    }

    private static BreakRow.FirstSeen firstSeen(RunRow run, ResultSet row) throws SQLException {
        Integer first = Rows.findInt(row, "first_run");
        return first == null
                ? new BreakRow.FirstSeen(run.number(), Objects.requireNonNull(run.finishedAt()))
                : new BreakRow.FirstSeen(first, Rows.time(row, "first_seen_at"));
    }

    private static Entry.@Nullable Listed listed(RunRow run, ResultSet row, String side)
            throws SQLException {
        Integer line = Rows.findInt(row, side + "_line");
        if (line == null) {
            return null;
        }
        return new Entry.Listed(
                line,
                Money.of(
                        Rows.text(row, side + "_currency"),
                        row.getLong(side + "_units"),
                        run.decimals()),
                Rows.findDate(row, side + "_date"),
                Rows.findText(row, side + "_reference"),
                Rows.findText(row, side + "_party"));
    }

    private static Decision.@Nullable Resolution resolution(ResultSet row) throws SQLException {
        UUID decision = Rows.findId(row, "resolved_by");
        return decision == null
                ? null
                : new Decision.Resolution(
                        decision,
                        Rows.text(row, "decision_kind"),
                        new Person(Rows.id(row, "person_id"), Rows.text(row, "person_name")),
                        Rows.time(row, "decision_at"));
    }
}
