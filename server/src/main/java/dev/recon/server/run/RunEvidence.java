package dev.recon.server.run;

import dev.recon.engine.evidence.BreakPieces;
import dev.recon.engine.evidence.EvidencePack;
import dev.recon.engine.evidence.Fact;
import dev.recon.engine.report.CsvText;
import dev.recon.engine.rules.Pass;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;

/// Writes what a run found so that others can prove it: its matches and its breaks as they were
/// found, and the hashes of all that was found.
@Component
public record RunEvidence(RunSegmentStore segments, RunRules rules, DataSource source) {
    /// The columns of a break that the run itself wrote, in the order in which it wrote them.
    private static final String FOUND =
            """
            COPY (SELECT number, kind, side, 'open', currency, difference_units, value_units,
                sort_date, match_number, entries,
                left_line, left_units, left_currency, left_date, left_reference, left_party,
                right_line, right_units, right_currency, right_date, right_reference, right_party,
                words, reason
            FROM break WHERE workspace_id = '%s' AND run_id = '%s' AND made_by IS NULL
            ORDER BY number) TO STDOUT
            """;

    private static final String NOW =
            """
            COPY (SELECT number, kind, status, currency, difference_units AS difference,
                left_line AS left, right_line AS right, made_by AS "madeBy",
                resolved_by AS "resolvedBy", comment_count AS comments
            FROM break WHERE workspace_id = '%s' AND run_id = '%s'
            ORDER BY number) TO STDOUT WITH (FORMAT csv, HEADER)
            """;

    /// Writes the matches as they were found, one a line.
    public void writeMatches(RunRow run, OutputStream target) throws IOException {
        write(target, EvidencePack.MATCHES_HEADER + "\n");
        for (RunSegmentStore.Place place : segments.listFrom(run, RunSegment.MATCHES, 1)) {
            List<Pass> passes = rules.get(run).passes();
            MatchColumns columns =
                    MatchColumns.of(segments.get(run, RunSegment.MATCHES, place.position()));
            StringBuilder lines = new StringBuilder();
            for (int index = 0; index < columns.count(); index++) {
                lines.append(place.first() + index).append(',');
                lines.append(name(passes, columns.pass(index))).append(',');
                lines.append(columns.pass(index)).append(',');
                lines.append(columns.isMatched(index) ? "matched" : "suggested").append(',');
                lines.append(columns.confidence(index)).append(',');
                lines.append(numbers(columns.leftLines(index))).append(',');
                lines.append(numbers(columns.rightLines(index))).append('\n');
            }
            write(target, lines.toString());
        }
    }

    /// Writes the breaks as they were found, and gives the hashes of all that was found.
    public List<Fact> writeBreaks(RunRow run, OutputStream target) throws IOException {
        BreakPieces pieces = new BreakPieces();
        copy(FOUND, run, new Lines(target, pieces));
        List<Fact> facts = new ArrayList<>(segments.facts(run));
        facts.addAll(pieces.facts());
        return facts;
    }

    /// Writes how the breaks are now.
    public void writeBreaksNow(RunRow run, OutputStream target) throws IOException {
        copy(NOW, run, target);
    }

    private void copy(String statement, RunRow run, OutputStream target) throws IOException {
        Connection connection = DataSourceUtils.getConnection(source);
        try {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut(statement.formatted(run.workspaceId(), run.id()), target);
        } catch (SQLException failure) {
            throw new IllegalStateException("the breaks could not be read", failure);
        } finally {
            DataSourceUtils.releaseConnection(connection, source);
        }
    }

    private static String name(List<Pass> passes, int pass) {
        return pass < 0 ? RunTotals.BY_HAND : CsvText.safe(passes.get(pass).name());
    }

    private static String numbers(int[] lines) {
        return Arrays.stream(lines).mapToObj(Integer::toString).collect(Collectors.joining(" "));
    }

    private static void write(OutputStream target, String text) throws IOException {
        target.write(text.getBytes(StandardCharsets.UTF_8));
    }

    /// Hashes lines on their way; the driver gives them one by one.
    private static final class Lines extends OutputStream {
        private final OutputStream target;
        private final BreakPieces pieces;

        Lines(OutputStream target, BreakPieces pieces) {
            this.target = target;
            this.pieces = pieces;
        }

        @Override
        public void write(int letter) {
            throw new UncheckedIOException(new IOException("a line comes as a whole"));
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            pieces.add(new String(bytes, from, length, StandardCharsets.UTF_8));
            target.write(bytes, from, length);
        }
    }
}
