package dev.recon.server.file;

import dev.recon.engine.read.Problem;
import dev.recon.formats.format.Origin;
import org.jspecify.annotations.Nullable;

/// What the door made of a file; closing it removes what stands on disk.
sealed interface Unfolded extends AutoCloseable {
    /// Delimited text, which is read as it was delivered.
    record AsDelivered(Origin origin) implements Unfolded {
        @Override
        public void close() {
            // There is no copy.
        }
    }

    /// A table, or text that was packed.
    record Table(Origin origin, Packed packed) implements Unfolded {
        @Override
        public void close() {
            packed.close();
        }
    }

    /// It cannot be read, or what it says of itself does not hold.
    ///
    /// @param origin what can be chosen of it, where there is something
    record Held(Problem problem, @Nullable Origin origin) implements Unfolded {
        @Override
        public void close() {
            // Nothing was left behind.
        }
    }

    @Override
    void close();
}
