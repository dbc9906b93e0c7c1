package dev.recon.server.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/// An open connection to a place. What goes wrong with it is an `InputProblem`, which says what is
/// wrong in the words of the place; what breaks off in between is an `IOException`.
interface Visit extends AutoCloseable {
    /// The files that are there and meant, the oldest first.
    List<RemoteFile> list() throws IOException;

    /// The bytes of one of them.
    InputStream open(RemoteFile file) throws IOException;

    /// Is it as it was listed, after it was read? Who writes a file while it is read is left alone.
    boolean isUnchanged(RemoteFile file) throws IOException;

    @Override
    void close();
}
