package dev.recon.server.breaks;

import dev.recon.engine.table.Side;
import dev.recon.server.run.CarriedFacts;
import dev.recon.server.run.CarriedLine;
import dev.recon.server.run.Entry;
import dev.recon.server.run.RunRow;
import dev.recon.server.run.RunStore;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What decisions do to breaks.
@Component
public record BreakChanges(JdbcClient db, RunStore runs, CarriedFacts carried) {
    /// A break that a decision makes.
    ///
    /// @param left its left entry, if it has one
    /// @param right its right entry, if it has one
    /// @param currency that of the difference
    /// @param matchNumber the match that it lies in; empty when its entry is open
    public record Made(
            String kind,
            Optional<Entry> left,
            Optional<Entry> right,
            String currency,
            long differenceUnits,
            Optional<Integer> matchNumber,
            int entries,
            String reason) {}

    /// Adds a break and gives its number.
    public int add(RunRow run, Made made, UUID decisionId) {
        int number = runs.next(run, RunStore.Counter.BREAK);
        insert(run, number, made, decisionId);
        carried(run, Side.LEFT, made.left)
                .or(() -> carried(run, Side.RIGHT, made.right))
                .ifPresent(line -> since(run, number, line));
        return number;
    }

    private void insert(RunRow run, int number, Made made, UUID decisionId) {
        Entry any = made.left.or(() -> made.right).orElseThrow();
        var insert =
                db.sql(
                                """
                                INSERT INTO break (workspace_id, run_id, number, kind, side, status,
                                    currency, difference_units, value_units, sort_date, entries,
                                    match_number,
                                    left_line, left_units, left_currency, left_date,
                                    left_reference, left_party,
                                    right_line, right_units, right_currency, right_date,
                                    right_reference, right_party,
                                    words, reason, made_by, changed_by)
                                VALUES (:workspaceId, :runId, :number, :kind, :side, 'open',
                                    :currency, :difference, abs(:difference), :sortDate, :entries,
                                    :matchNumber,
                                    :left_line, :left_units, :left_currency, :left_date,
                                    :left_reference, :left_party,
                                    :right_line, :right_units, :right_currency, :right_date,
                                    :right_reference, :right_party,
                                    :words, :reason, :decisionId, :decisionId)
                                """)
                        .param("workspaceId", run.workspaceId())
                        .param("runId", run.id())
                        .param("number", number)
                        .param("kind", made.kind)
                        .param("side", made.matchNumber.isPresent() ? null : any.side())
                        .param("currency", made.currency)
                        .param("difference", made.differenceUnits)
                        .param("sortDate", any.day().orElse(LocalDate.EPOCH))
                        .param("matchNumber", made.matchNumber.orElse(null))
                        .param("entries", made.entries)
                        .param("words", words(made))
                        .param("reason", made.reason)
                        .param("decisionId", decisionId);
        insert = side(insert, "left", made.left.orElse(null), run.decimals());
        side(insert, "right", made.right.orElse(null), run.decimals()).update();
    }

    /// A break of a carried entry is as old as what was carried.
    private void since(RunRow run, int number, CarriedLine line) {
        db.sql(
                        """
                        UPDATE break SET first_run = :firstRun, first_seen_at = :at::timestamptz
                        WHERE workspace_id = :workspaceId AND run_id = :runId AND number = :number
                        """)
                .param("firstRun", line.firstRun())
                .param("at", line.since().toString())
                .param("workspaceId", run.workspaceId())
                .param("runId", run.id())
                .param("number", number)
                .update();
    }

    private Optional<CarriedLine> carried(RunRow run, Side side, Optional<Entry> entry) {
        return entry.flatMap(one -> carried.find(run, side, one.line()));
    }

    private static JdbcClient.StatementSpec side(
            JdbcClient.StatementSpec insert, String side, @Nullable Entry entry, int decimals) {
        return insert.param(side + "_line", entry == null ? null : entry.line())
                .param(side + "_units", entry == null ? null : units(entry, decimals))
                .param(side + "_currency", entry == null ? null : entry.amount().currency())
                .param(side + "_date", entry == null ? null : entry.day().orElse(null))
                .param(side + "_reference", entry == null ? null : find(entry, "reference"))
                .param(side + "_party", entry == null ? null : find(entry, "party"));
    }

    /// What an entry comes to in units of its run's scale.
    public static long units(Entry entry, int decimals) {
        return new BigDecimal(entry.amount().value()).movePointRight(decimals).longValueExact();
    }

    private static @Nullable String find(Entry entry, String field) {
        return entry.find(field).orElse(null);
    }

    private static String words(Made made) {
        StringBuilder words = new StringBuilder();
        for (Optional<Entry> side : java.util.List.of(made.left, made.right)) {
            for (String field : java.util.List.of("reference", "party", "text")) {
                side.flatMap(entry -> entry.find(field))
                        .ifPresent(word -> words.append(word).append(' '));
            }
        }
        return words.toString().strip().toLowerCase(Locale.ROOT);
    }

    /// The other state of a break: resolved by a decision, or open again.
    public void set(RunRow run, int number, Optional<UUID> resolvedBy, Optional<UUID> changedBy) {
        db.sql(
                        """
                        UPDATE break SET status = CASE WHEN :resolvedBy::uuid IS NULL
                                THEN 'open' ELSE 'resolved' END,
                            resolved_by = :resolvedBy, changed_by = :changedBy,
                            version = version + 1
                        WHERE workspace_id = :workspaceId AND run_id = :runId AND number = :number
                        """)
                .param("resolvedBy", resolvedBy.orElse(null))
                .param("changedBy", changedBy.orElse(null))
                .param("workspaceId", run.workspaceId())
                .param("runId", run.id())
                .param("number", number)
                .update();
    }

    /// Takes away a break that an undone decision made, unless somebody wrote about it.
    public boolean remove(RunRow run, int number) {
        return db.sql(
                                """
                                DELETE FROM break
                                WHERE workspace_id = :workspaceId AND run_id = :runId
                                    AND number = :number AND comment_count = 0
                                """)
                        .param("workspaceId", run.workspaceId())
                        .param("runId", run.id())
                        .param("number", number)
                        .update()
                == 1;
    }

    /// Counts comments up or down.
    public void countComment(RunRow run, int number, int by) {
        db.sql(
                        """
                        UPDATE break SET comment_count = comment_count + :by
                        WHERE workspace_id = :workspaceId AND run_id = :runId AND number = :number
                        """)
                .param("by", by)
                .param("workspaceId", run.workspaceId())
                .param("runId", run.id())
                .param("number", number)
                .update();
    }

    /// The kind of break that an open entry of a side is.
    public static String missing(Side side) {
        return side == Side.LEFT ? BreakRow.MISSING_ON_RIGHT : BreakRow.MISSING_ON_LEFT;
    }
}
