package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.recon.server.breaks.BreakFilter;
import dev.recon.server.breaks.BreakSort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.namedparam.NamedParameterUtils;

/// Every SQL statement of the sources is understood by PostgreSQL on a fresh schema.
class StatementsTest {
    private static final Pattern TEXT =
            Pattern.compile(
                    "\"\"\"\\s*\\n(.*?)\"\"\"|\"((?:SELECT|DELETE|UPDATE|INSERT) [^\"]+)\"",
                    Pattern.DOTALL);
    private static final Pattern SQL =
            Pattern.compile("\\s*(SELECT|INSERT|UPDATE|DELETE) .*", Pattern.DOTALL);

    private static final BreakFilter NOTHING_ASKED =
            new BreakFilter(null, null, null, null, null, null, null, null, null);
    private static final BreakFilter ALL_ASKED =
            new BreakFilter(
                    List.of("duplicate", "missing-on-left"),
                    "open",
                    "left",
                    List.of("EUR"),
                    "invoice",
                    true,
                    "1",
                    "2",
                    null);

    @Test
    void everyStatementIsPrepared() throws IOException, SQLException {
        prepareAll(TestServer.shared().bean(DataSource.class));
    }

    /// Fails when a database does not understand one of the statements.
    static void prepareAll(DataSource source) throws IOException, SQLException {
        List<String> statements = statements();
        assertThat(statements).hasSizeGreaterThan(50);
        assertThat(statements).filteredOn(one -> one.contains("COPY")).isEmpty();
        try (Connection connection = source.getConnection()) {
            for (String statement : statements) {
                assertThatCode(() -> prepare(connection, statement))
                        .as(statement)
                        .doesNotThrowAnyException();
            }
        }
    }

    /// What is found before its workspace is known, or belongs to none.
    private static final Pattern OUTSIDE =
            Pattern.compile(
                    "(?s).*\\b(account|session|refresh_token|recovery_code|sign_in_attempt"
                            + "|challenge|passkey|passkey_ceremony"
                            + "|sign_on|sign_on_link|sign_on_logout|identity"
                            + "|one_time_link|account_id"
                            + "|permission ORDER)\\b.*");

    @Test
    void everyStatementNamesTheWorkspace() throws IOException {
        assertThat(statements())
                .filteredOn(one -> !one.contains("workspace_id") && !one.contains("workspaceId"))
                .allMatch(one ->
                        OUTSIDE.matcher(one).matches()
                                || one.contains("flyway_schema_history")
                                || one.contains("schema_compat")
                                || one.contains("server_process")
                                || one.contains("pg_advisory_xact_lock")
                                || one.contains("SHOW ")
                                || one.contains("backup_run")
                                || one.contains("pg_stat_archiver")
                                || one.contains("pg_roles")
                                || one.contains("set_config")
                                || one.contains("idempotency_key")
                                || one.contains("worker = :worker"));
    }

    private static void prepare(Connection connection, String statement) throws SQLException {
        var parsed = NamedParameterUtils.parseSqlStatement(statement);
        String plain = NamedParameterUtils.substituteNamedParameters(parsed, null);
        try (var prepared = connection.prepareStatement(plain)) {
            prepared.getParameterMetaData();
        }
    }

    private static List<String> statements() throws IOException {
        List<String> all = new ArrayList<>();
        for (BreakSort sort : BreakSort.values()) {
            all.add(sort.statement(NOTHING_ASKED, true));
            all.add(sort.statement(ALL_ASKED, false));
        }
        Path sources = Contract.root().resolve("server/src/main/java");
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file : files.filter(one -> one.toString().endsWith(".java")).toList()) {
                Matcher found = TEXT.matcher(Files.readString(file));
                while (found.find()) {
                    String text = found.group(1) == null ? found.group(2) : found.group(1);
                    if (SQL.matcher(text).matches()) {
                        all.add(text.stripIndent());
                    }
                }
            }
        }
        return all;
    }
}
