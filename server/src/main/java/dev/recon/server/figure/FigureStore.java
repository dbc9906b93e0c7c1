package dev.recon.server.figure;

import dev.recon.server.platform.Rows;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What is counted over all workspaces, for the operators: numbers only, no names.
@Component
record FigureStore(JdbcClient db) {
    /// Runs of one workspace in one state.
    record RunCount(String status, long runs, double oldestSeconds, double oldestProgress) {}

    /// Open breaks of one kind in one currency, in the newest results of one workspace.
    record OpenBreaks(String kind, String currency, long breaks, BigDecimal units, int decimals) {
        /// Their value in cents, or whatever the currency's smallest coin is.
        double minorUnits() {
            int digits =
                    Currency.availableCurrencies()
                            .filter(known -> known.getCurrencyCode().equals(currency))
                            .findFirst()
                            .map(Currency::getDefaultFractionDigits)
                            .orElse(decimals);
            return units.movePointRight(Math.max(digits, 0) - decimals).doubleValue();
        }
    }

    List<RunCount> runs() {
        return db.sql(
                        """
                        SELECT workspace_id, status, count(*) AS runs,
                            coalesce(extract(epoch FROM now() - min(created_at)), 0) AS oldest,
                            coalesce(extract(epoch FROM min(lease_until)), 0) AS lease_until
                        FROM run
                        GROUP BY workspace_id, status
                        """)
                .query((row, _) ->
                        new RunCount(
                                Rows.text(row, "status"),
                                row.getLong("runs"),
                                row.getDouble("oldest"),
                                row.getDouble("lease_until")))
                .list();
    }

    List<OpenBreaks> openBreaks() {
        return db.sql(
                        """
                        SELECT b.kind, b.currency, count(*) AS breaks,
                            coalesce(sum(b.value_units), 0) AS units, r.decimals
                        FROM (
                            SELECT DISTINCT ON (workspace_id, reconciliation_id)
                                workspace_id, id, decimals
                            FROM run WHERE status = 'done'
                            ORDER BY workspace_id, reconciliation_id, number DESC) r
                        JOIN break b ON b.workspace_id = r.workspace_id AND b.run_id = r.id
                        WHERE b.status = 'open'
                        GROUP BY b.kind, b.currency, r.decimals
                        """)
                .query((row, _) ->
                        new OpenBreaks(
                                Rows.text(row, "kind"),
                                Rows.text(row, "currency"),
                                row.getLong("breaks"),
                                row.getBigDecimal("units"),
                                row.getInt("decimals")))
                .list();
    }

    /// The newest success of one kind of backup, in seconds since 1970.
    record LastBackup(String kind, double seconds) {}

    /// Of each kind that there was: `dump`, `base`, `verify`.
    List<LastBackup> lastBackups() {
        return db.sql(
                        """
                        SELECT kind, extract(epoch FROM max(finished_at)) AS seconds
                        FROM backup_run GROUP BY kind ORDER BY kind
                        """)
                .query((row, _) -> new LastBackup(Rows.text(row, "kind"), row.getDouble("seconds")))
                .list();
    }

    /// When a segment of the log was last archived, in seconds since 1970; nothing where none is.
    List<Double> lastArchived() {
        return db.sql(
                        """
                        SELECT extract(epoch FROM last_archived_time) AS seconds
                        FROM pg_stat_archiver
                        WHERE current_setting('archive_mode') <> 'off'
                            AND last_archived_time IS NOT NULL
                        """)
                .query((row, _) -> row.getDouble("seconds"))
                .list();
    }

    /// The newest migration that is applied.
    int schemaVersion() {
        return db.sql(
                        """
                        SELECT coalesce(max(version::integer), 0)
                        FROM flyway_schema_history WHERE success AND version IS NOT NULL
                        """)
                .query(Integer.class)
                .single();
    }
}
