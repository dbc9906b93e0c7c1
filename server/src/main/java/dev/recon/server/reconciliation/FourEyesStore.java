package dev.recon.server.reconciliation;

import dev.recon.server.platform.Money;
import dev.recon.server.platform.Rows;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Which reconciliations ask for another person, in the database.
@Component
public record FourEyesStore(JdbcClient db) {
    /// What a reconciliation asks for.
    public FourEyes find(UUID workspaceId, UUID reconciliationId) {
        return db.sql(
                        """
                        SELECT asked_for FROM four_eyes
                        WHERE workspace_id = :workspaceId AND reconciliation_id = :reconciliationId
                        """)
                .param("workspaceId", workspaceId)
                .param("reconciliationId", reconciliationId)
                .query(String.class)
                .optional()
                .map(asked -> new FourEyes(asked, limits(workspaceId, reconciliationId)))
                .orElse(FourEyes.OFF);
    }

    private List<Money> limits(UUID workspaceId, UUID reconciliationId) {
        return db.sql(
                        """
                        SELECT currency, amount_units, decimals FROM four_eyes_limit
                        WHERE workspace_id = :workspaceId AND reconciliation_id = :reconciliationId
                        ORDER BY currency
                        """)
                .param("workspaceId", workspaceId)
                .param("reconciliationId", reconciliationId)
                .query((row, _) ->
                        Money.of(
                                Rows.text(row, "currency"),
                                row.getLong("amount_units"),
                                row.getInt("decimals")))
                .list();
    }

    /// Does any reconciliation that a source delivers to ask for another person?
    public boolean isAskedOfSource(UUID workspaceId, UUID sourceId) {
        return db.sql(
                        """
                        SELECT EXISTS (
                            SELECT FROM four_eyes f
                            JOIN reconciliation r ON r.workspace_id = f.workspace_id
                                AND r.id = f.reconciliation_id
                            WHERE f.workspace_id = :workspaceId
                                AND (r.left_source_id = :sourceId
                                    OR r.right_source_id = :sourceId))
                        """)
                .param("workspaceId", workspaceId)
                .param("sourceId", sourceId)
                .query(Boolean.class)
                .single();
    }

    /// Says what a reconciliation asks for from now on.
    void set(UUID workspaceId, UUID reconciliationId, FourEyes wanted) {
        remove(workspaceId, reconciliationId);
        if (wanted.isOff()) {
            return;
        }
        db.sql(
                        """
                        INSERT INTO four_eyes (workspace_id, reconciliation_id, asked_for)
                        VALUES (:workspaceId, :reconciliationId, :askedFor)
                        """)
                .param("workspaceId", workspaceId)
                .param("reconciliationId", reconciliationId)
                .param("askedFor", wanted.askedFor())
                .update();
        wanted.limits().forEach(limit -> add(workspaceId, reconciliationId, limit));
    }

    private void add(UUID workspaceId, UUID reconciliationId, Money limit) {
        BigDecimal amount = new BigDecimal(limit.value());
        db.sql(
                        """
                        INSERT INTO four_eyes_limit (workspace_id, reconciliation_id, currency,
                            amount_units, decimals)
                        VALUES (:workspaceId, :reconciliationId, :currency, :units, :decimals)
                        """)
                .param("workspaceId", workspaceId)
                .param("reconciliationId", reconciliationId)
                .param("currency", limit.currency())
                .param("units", amount.unscaledValue().longValueExact())
                .param("decimals", amount.scale())
                .update();
    }

    private void remove(UUID workspaceId, UUID reconciliationId) {
        db.sql(
                        """
                        DELETE FROM four_eyes_limit
                        WHERE workspace_id = :workspaceId AND reconciliation_id = :reconciliationId
                        """)
                .param("workspaceId", workspaceId)
                .param("reconciliationId", reconciliationId)
                .update();
        db.sql(
                        """
                        DELETE FROM four_eyes
                        WHERE workspace_id = :workspaceId AND reconciliation_id = :reconciliationId
                        """)
                .param("workspaceId", workspaceId)
                .param("reconciliationId", reconciliationId)
                .update();
    }
}
