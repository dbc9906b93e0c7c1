package dev.recon.server.match;

import dev.recon.engine.money.Currency;
import dev.recon.engine.rate.Counting;
import dev.recon.engine.table.Side;
import dev.recon.server.run.RunEntries;
import dev.recon.server.run.RunEntries.Picked;
import dev.recon.server.run.RunRow;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What matches of two currencies count in another one, for the proof of a run that people changed:
/// of matches as the run found them its totals have it.
@Component
public record ConversionStore(JdbcClient db, RunEntries entries) {
    /// Keeps what a match converts, once it is changed for the first time.
    public void keep(RunRow run, MatchState match) {
        boolean converts = !entries.rules().get(run).rates().isEmpty();
        if (!converts || match.left().isEmpty() || match.right().isEmpty()) {
            return;
        }
        Picked left = entries.pick(run, Side.LEFT, match.left());
        Picked right = entries.pick(run, Side.RIGHT, match.right());
        Counting counting = Counting.of(left.rules().rates(), left.table(), right.table());
        units(counting).forEach((currency, units) -> save(run, match, currency, units));
    }

    /// What leaves each currency, with the signs of left minus right; nothing for one currency.
    private static Map<String, Long> units(Counting counting) {
        Map<String, Long> units = new TreeMap<>();
        int[] lefts = IntStream.range(0, counting.left().rows()).toArray();
        int[] rights = IntStream.range(0, counting.right().rows()).toArray();
        if (counting.isMixed(lefts, rights)) {
            Currency in = counting.currency(lefts, rights);
            counting.convert(
                    Side.LEFT,
                    lefts,
                    in,
                    (currency, leaves) -> units.merge(currency.code(), leaves, Math::addExact));
            counting.convert(
                    Side.RIGHT,
                    rights,
                    in,
                    (currency, leaves) -> units.merge(currency.code(), leaves, Math::addExact));
        }
        return units;
    }

    private void save(RunRow run, MatchState match, String currency, long units) {
        db.sql(
                        """
                        INSERT INTO match_conversion (workspace_id, run_id, number, currency, units)
                        VALUES (:workspaceId, :runId, :number, :currency, :units)
                        ON CONFLICT (workspace_id, run_id, number, currency) DO NOTHING
                        """)
                .param("workspaceId", run.workspaceId())
                .param("runId", run.id())
                .param("number", match.number())
                .param("currency", currency)
                .param("units", units)
                .update();
    }
}
