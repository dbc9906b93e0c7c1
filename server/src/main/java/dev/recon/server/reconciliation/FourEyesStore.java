package dev.recon.server.reconciliation;

import dev.recon.server.platform.Money;
import dev.recon.server.platform.Rows;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Which reconciliations ask for another person, in the database.
@Component
public record FourEyesStore(JdbcClient db) {
    /// What a reconciliation asks for, at one moment.
    public FourEyes find(UUID workspaceId, UUID reconciliationId) {
        List<Asked> rows =
                db.sql(
                                """
                                SELECT f.asked_for, l.currency, l.amount_units, l.daily_units,
                                    l.decimals
                                FROM four_eyes f
                                LEFT JOIN four_eyes_limit l ON l.workspace_id = f.workspace_id
                                    AND l.reconciliation_id = f.reconciliation_id
                                WHERE f.workspace_id = :workspaceId
                                    AND f.reconciliation_id = :reconciliationId
                                ORDER BY l.currency
                                """)
                        .param("workspaceId", workspaceId)
                        .param("reconciliationId", reconciliationId)
                        .query(FourEyesStore::toAsked)
                        .list();
        return rows.isEmpty()
                ? FourEyes.OFF
                : made(
                        rows.getFirst().asked,
                        rows.stream().flatMap(row -> row.limit.stream()).toList());
    }

    private static FourEyes made(String asked, List<Limit> limits) {
        return new FourEyes(
                asked,
                limits.stream().map(Limit::one).toList(),
                limits.stream().flatMap(limit -> limit.daily.stream()).toList());
    }

    /// What one decision may come to, and those of a day.
    private record Limit(Money one, Optional<Money> daily) {}

    /// What is asked for, with one of its limits if it has any.
    private record Asked(String asked, Optional<Limit> limit) {}

    /// Keeps others from deciding in the reconciliation on the strength of the same sums, for this
    /// database transaction.
    public void lock(UUID workspaceId, UUID reconciliationId) {
        db.sql(
                        """
                        SELECT asked_for FROM four_eyes
                        WHERE workspace_id = :workspaceId AND reconciliation_id = :reconciliationId
                        FOR UPDATE
                        """)
                .param("workspaceId", workspaceId)
                .param("reconciliationId", reconciliationId)
                .query(String.class)
                .optional();
    }

    private static Asked toAsked(ResultSet row, int index) throws SQLException {
        String currency = row.getString("currency");
        return new Asked(
                Rows.text(row, "asked_for"),
                currency == null ? Optional.empty() : Optional.of(toLimit(row, currency)));
    }

    private static Limit toLimit(ResultSet row, String currency) throws SQLException {
        int decimals = row.getInt("decimals");
        return new Limit(
                Money.of(currency, row.getLong("amount_units"), decimals),
                Optional.ofNullable(Rows.findLong(row, "daily_units"))
                        .map(units -> Money.of(currency, units, decimals)));
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

    /// Says what a reconciliation asks for from now on. Its row stays while it asks for anything,
    /// so that who waits in [#lock] has locked it afterwards.
    void set(UUID workspaceId, UUID reconciliationId, FourEyes wanted) {
        if (wanted.isOff()) {
            remove(workspaceId, reconciliationId);
            return;
        }
        db.sql(
                        """
                        INSERT INTO four_eyes (workspace_id, reconciliation_id, asked_for)
                        VALUES (:workspaceId, :reconciliationId, :askedFor)
                        ON CONFLICT (workspace_id, reconciliation_id)
                            DO UPDATE SET asked_for = excluded.asked_for
                        """)
                .param("workspaceId", workspaceId)
                .param("reconciliationId", reconciliationId)
                .param("askedFor", wanted.askedFor())
                .update();
        removeLimits(workspaceId, reconciliationId);
        for (Money limit : wanted.limits()) {
            Optional<Money> daily = wanted.dailyLimit(limit.currency());
            add(workspaceId, reconciliationId, new Limit(limit, daily));
        }
    }

    /// Both amounts have the decimals of their currency.
    private void add(UUID workspaceId, UUID reconciliationId, Limit limit) {
        BigDecimal amount = new BigDecimal(limit.one.value());
        db.sql(
                        """
                        INSERT INTO four_eyes_limit (workspace_id, reconciliation_id, currency,
                            amount_units, daily_units, decimals)
                        VALUES (:workspaceId, :reconciliationId, :currency, :units, :daily,
                            :decimals)
                        """)
                .param("workspaceId", workspaceId)
                .param("reconciliationId", reconciliationId)
                .param("currency", limit.one.currency())
                .param("units", amount.unscaledValue().longValueExact())
                .param("daily", limit.daily.map(FourEyesStore::units).orElse(null))
                .param("decimals", amount.scale())
                .update();
    }

    private static long units(Money money) {
        return new BigDecimal(money.value()).unscaledValue().longValueExact();
    }

    private void removeLimits(UUID workspaceId, UUID reconciliationId) {
        db.sql(
                        """
                        DELETE FROM four_eyes_limit
                        WHERE workspace_id = :workspaceId AND reconciliation_id = :reconciliationId
                        """)
                .param("workspaceId", workspaceId)
                .param("reconciliationId", reconciliationId)
                .update();
    }

    private void remove(UUID workspaceId, UUID reconciliationId) {
        removeLimits(workspaceId, reconciliationId);
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
