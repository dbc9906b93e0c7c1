package dev.recon.server.run;

import dev.recon.server.platform.CsvLines;
import dev.recon.server.platform.Downloads;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Sends a whole list of a run as CSV, as it is at one moment.
@Component
public final class ListFiles {
    private final Downloads downloads;
    private final TransactionTemplate snapshot;

    ListFiles(Downloads downloads, PlatformTransactionManager transactions) {
        this.downloads = downloads;
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
    }

    /// Writes the rows of a list.
    public interface Rows {
        void write(CsvLines target) throws IOException;
    }

    /// A list of a run.
    ///
    /// @param name what the file is called, in plain letters
    public record ListFile(String name, List<String> columns, Rows rows) {
        public ListFile {
            columns = List.copyOf(columns);
        }
    }

    /// Sends a list, or tells when to come again.
    public void send(HttpServletResponse response, ListFile file) throws IOException {
        downloads.send(
                response,
                "text/csv",
                file.name,
                target -> snapshot.executeWithoutResult(_ -> write(file, target)));
    }

    private static void write(ListFile file, OutputStream target) {
        try {
            file.rows.write(new CsvLines(target, file.columns));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
