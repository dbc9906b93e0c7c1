package dev.recon.server.platform;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/// Sends files that are made from many statements. They are made whole in the spool first: whoever
/// reads slowly keeps no connection to the database, and what fails half-way is an error, not the
/// half of a file.
@Component
public record Downloads(Home home) {
    /// Writes the bytes of a file.
    public interface Content {
        void write(OutputStream target) throws IOException;
    }

    /// Sends a file under a name of plain letters.
    public void send(HttpServletResponse response, String type, String name, Content content)
            throws IOException {
        Path made = Files.createTempFile(home.spool(), "download-", "");
        try {
            try (OutputStream target = new BufferedOutputStream(Files.newOutputStream(made))) {
                content.write(target);
            }
            response.setContentType(type);
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
            response.setContentLengthLong(Files.size(made));
            Files.copy(made, response.getOutputStream());
        } finally {
            Files.deleteIfExists(made);
        }
    }
}
