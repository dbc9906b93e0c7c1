package dev.recon.server.file;

import dev.recon.engine.read.Choices;
import dev.recon.formats.Formats;
import dev.recon.formats.Opened;
import dev.recon.formats.format.Deadline;
import dev.recon.formats.format.Delivery;
import dev.recon.formats.format.Limits;
import dev.recon.formats.format.Origin;
import dev.recon.server.platform.Home;
import dev.recon.server.platform.Problem;
import dev.recon.server.platform.ProblemKind;
import dev.recon.server.settings.Settings;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/// Unfolds what is no delimited text to one table on disk, a few files at a time.
///
/// What a file unfolds to is bounded as uploads are, so that what is packed cannot be larger than
/// what may come plain. A full disk is ours: it fails as such, and no file is blamed for it.
@Component
final class Door {
    private static final int AT_ONCE = 2;
    private static final Duration WAIT = Duration.ofSeconds(60);
    private static final int BUFFER_BYTES = 1 << 16;

    private final Home home;
    private final long bytesMax;
    private final Duration unfolding;
    private final Semaphore turn = new Semaphore(AT_ONCE, true);

    Door(Home home, Settings settings) {
        this.home = home;
        this.bytesMax = settings.bounds().uploadBytesMax();
        this.unfolding = Duration.ofSeconds(settings.bounds().unfoldSecondsMax());
    }

    /// A file that was delivered.
    ///
    /// @param name what a person calls it
    /// @param head its first bytes, as [Packed#HEAD_BYTES] says
    /// @param content writes all of it
    record Delivered(String name, byte[] head, Opening.Content content) {}

    /// Is it text that the door lets through as it is? Then nothing of it is written anywhere.
    static boolean isAsDelivered(byte[] head, Choices choices) {
        return choices.widths().isEmpty() && Formats.isText(head);
    }

    /// What a file is with these choices.
    Unfolded unfold(Delivered file, Choices choices) {
        if (isAsDelivered(file.head, choices)) {
            return new Unfolded.AsDelivered(Origin.text(List.of(), List.of()));
        }
        takeTurn();
        try {
            return unfoldCopy(file, choices);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            turn.release();
        }
    }

    private Unfolded unfoldCopy(Delivered file, Choices choices) throws IOException {
        Path copy = Files.createTempFile(home.spool(), "door-", "");
        try {
            try (OutputStream target =
                    new BufferedOutputStream(Files.newOutputStream(copy), BUFFER_BYTES)) {
                file.content.copy(target);
            }
            var limits = new Limits(bytesMax, home.spool(), Deadline.in(unfolding));
            return switch (Formats.open(new Delivery(copy, file.name, limits, choices))) {
                case Opened.Refused(var problem, var origin) -> new Unfolded.Held(problem, origin);
                case Opened.Text text -> {
                    try (text) {
                        yield text.temporary()
                                ? new Unfolded.Table(
                                        text.origin(), Packed.of(text.path(), home.spool()))
                                : new Unfolded.AsDelivered(text.origin());
                    }
                }
            };
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private void takeTurn() {
        try {
            if (!turn.tryAcquire(WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw Problem.later(
                        ProblemKind.UNAVAILABLE,
                        "Other files are being unfolded. Try again in a minute.",
                        WAIT);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while it waited for its turn", stopped);
        }
    }
}
