package dev.recon.server.platform;

import dev.recon.server.metric.Buckets;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCreator;
import org.springframework.jdbc.core.PreparedStatementSetter;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SqlProvider;

/// The statements of all stores, and how long each kind of them takes, with its rows read and the
/// wait for its connection. It stands where every statement passes; COPY and the ends of database
/// transactions pass elsewhere.
final class MeasuredStatements extends JdbcTemplate {
    private static final String OTHER = "other";
    private static final List<String> OPERATIONS =
            List.of("select", "insert", "update", "delete", OTHER);

    private final Map<String, Timer> timers = new HashMap<>();

    MeasuredStatements(DataSource source, MeterRegistry meters) {
        super(source);
        for (String operation : OPERATIONS) {
            timers.put(
                    operation,
                    Timer.builder("db.client.operation.duration")
                            .description("How long a statement took")
                            .tag("operation", operation)
                            .serviceLevelObjectives(Buckets.shortTimes())
                            .register(meters));
        }
    }

    @Override
    public <T extends @Nullable Object> T query(
            PreparedStatementCreator creator,
            @Nullable PreparedStatementSetter setter,
            ResultSetExtractor<T> rows) {
        return measure(creator, () -> super.query(creator, setter, rows));
    }

    @Override
    public <T extends @Nullable Object> Stream<T> queryForStream(
            PreparedStatementCreator creator,
            @Nullable PreparedStatementSetter setter,
            RowMapper<T> rows) {
        return measure(creator, () -> super.queryForStream(creator, setter, rows));
    }

    @Override
    protected int update(
            PreparedStatementCreator creator, @Nullable PreparedStatementSetter setter) {
        return measure(creator, () -> super.update(creator, setter));
    }

    private <T extends @Nullable Object> T measure(
            PreparedStatementCreator creator, Supplier<T> statement) {
        Timer timer = Objects.requireNonNull(timers.get(operation(creator)));
        return timer.record(statement);
    }

    private static String operation(PreparedStatementCreator creator) {
        String sql = creator instanceof SqlProvider provider ? provider.getSql() : null;
        return sql == null ? OTHER : operation(sql);
    }

    /// What a statement does, by its first word; few are known, so that the series are bounded.
    static String operation(String sql) {
        int start = 0;
        while (start < sql.length() && Character.isWhitespace(sql.charAt(start))) {
            start++;
        }
        int end = start;
        while (end < sql.length() && !Character.isWhitespace(sql.charAt(end))) {
            end++;
        }
        String word = sql.substring(start, end).toLowerCase(Locale.ROOT);
        return OPERATIONS.contains(word) ? word : OTHER;
    }
}
