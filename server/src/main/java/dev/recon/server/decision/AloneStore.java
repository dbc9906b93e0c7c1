package dev.recon.server.decision;

import dev.recon.server.platform.Actor;
import dev.recon.server.platform.Ids;
import dev.recon.server.platform.Rows;
import dev.recon.server.run.RunRow;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What people decided without another person within a day, in the database.
@Component
record AloneStore(JdbcClient db) {
    private static final int HOURS = 24;

    /// What the actor decided alone in the last 24 hours in the reconciliation of the run.
    Map<String, BigDecimal> sums(Actor actor, RunRow run) {
        Map<String, BigDecimal> sums = new HashMap<>();
        db.sql(
                        """
                        SELECT currency, decimals, sum(amount_units) AS units FROM decided_alone
                        WHERE workspace_id = :workspaceId AND reconciliation_id = :reconciliationId
                            AND person_id = :personId
                            AND at > now() - make_interval(hours => :hours)
                        GROUP BY currency, decimals
                        """)
                .param("workspaceId", actor.workspaceId())
                .param("reconciliationId", run.reconciliationId())
                .param("personId", actor.person().id())
                .param("hours", HOURS)
                .query(row -> {
                    BigDecimal units = row.getBigDecimal("units");
                    sums.merge(
                            Rows.text(row, "currency"),
                            units.movePointLeft(row.getInt("decimals")),
                            BigDecimal::add);
                });
        return sums;
    }

    /// Keeps what was decided alone now, and forgets what is no more of a day.
    ///
    /// @param values units of the run, one a currency
    void add(Actor actor, RunRow run, Map<String, Long> values) {
        db.sql(
                        """
                        DELETE FROM decided_alone
                        WHERE workspace_id = :workspaceId AND reconciliation_id = :reconciliationId
                            AND person_id = :personId
                            AND at <= now() - make_interval(hours => :hours)
                        """)
                .param("workspaceId", actor.workspaceId())
                .param("reconciliationId", run.reconciliationId())
                .param("personId", actor.person().id())
                .param("hours", HOURS)
                .update();
        UUID id = Ids.next();
        values.forEach((currency, units) -> add(actor, run, new Added(id, currency, units)));
    }

    private record Added(UUID id, String currency, long units) {}

    private void add(Actor actor, RunRow run, Added added) {
        db.sql(
                        """
                        INSERT INTO decided_alone (workspace_id, id, reconciliation_id, person_id,
                            at, currency, amount_units, decimals)
                        VALUES (:workspaceId, :id, :reconciliationId, :personId, now(),
                            :currency, :units, :decimals)
                        """)
                .param("workspaceId", actor.workspaceId())
                .param("id", added.id)
                .param("reconciliationId", run.reconciliationId())
                .param("personId", actor.person().id())
                .param("currency", added.currency)
                .param("units", added.units)
                .param("decimals", run.decimals())
                .update();
    }
}
