package dev.recon.server.fetch;

import dev.recon.server.platform.Segment;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/// A file at a place, as the place lists it.
///
/// @param bytes how long it is; -1 where that is known only when it was read
/// @param mark changes when its content does: the time of its last change, or an entity tag; empty
///   where the place has none
record RemoteFile(String name, long bytes, String mark) {
    static final long UNKNOWN = -1;

    /// The same for the same name, size and mark.
    byte[] identity() {
        MessageDigest digest = Segment.digest();
        for (String part : new String[] {name, mark}) {
            byte[] text = part.getBytes(StandardCharsets.UTF_8);
            digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(text.length).flip());
            digest.update(text);
        }
        return digest.digest(ByteBuffer.allocate(Long.BYTES).putLong(bytes).array());
    }

    /// What was read, where only its bytes say whether it is another one.
    RemoteFile read(long size, String sha256) {
        return bytes == UNKNOWN ? new RemoteFile(name, size, sha256) : this;
    }
}
