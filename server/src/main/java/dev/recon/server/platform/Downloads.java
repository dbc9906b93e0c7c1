package dev.recon.server.platform;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/// Sends files that are made from many statements. They are made whole in the spool first: whoever
/// reads slowly keeps no connection to the database, and what fails half-way is an error, not the
/// half of a file. Few are made at the same time, for each holds a connection as long as it is
/// made.
@Component
public final class Downloads {
    private static final Duration LATER = Duration.ofSeconds(10);

    private final Home home;
    private final Semaphore places = new Semaphore(Limits.DOWNLOADS_AT_ONCE);

    Downloads(Home home) {
        this.home = home;
    }

    /// Writes the bytes of a file.
    public interface Content {
        void write(OutputStream target) throws IOException;
    }

    /// Sends a file under a name of plain letters, or tells when to come again.
    public void send(HttpServletResponse response, String type, String name, Content content)
            throws IOException {
        Path made = Files.createTempFile(home.spool(), "download-", "");
        try {
            make(content, made);
            response.setContentType(type);
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
            response.setContentLengthLong(Files.size(made));
            Files.copy(made, response.getOutputStream());
        } finally {
            Files.deleteIfExists(made);
        }
    }

    private void make(Content content, Path made) throws IOException {
        if (!places.tryAcquire()) {
            throw Problem.later(
                    ProblemKind.UNAVAILABLE,
                    Limits.DOWNLOADS_AT_ONCE
                            + " files are being written at this moment. Try again in a few"
                            + " seconds.",
                    LATER);
        }
        try (OutputStream target = new BufferedOutputStream(Files.newOutputStream(made))) {
            content.write(target);
        } finally {
            places.release();
        }
    }
}
