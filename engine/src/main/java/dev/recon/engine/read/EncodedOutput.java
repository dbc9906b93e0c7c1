package dev.recon.engine.read;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// Writes UTF-8 in the encoding in which its file was delivered: one encoder from beginning to end,
/// for some write a byte order mark in front. [#flush] it when all is written.
public final class EncodedOutput {
    private final OutputStream out;
    private final Writer encoder;
    private final boolean isPlain;

    public EncodedOutput(OutputStream out, Charset encoding) {
        this.out = out;
        this.encoder = new OutputStreamWriter(out, encoding);
        this.isPlain = encoding.equals(StandardCharsets.UTF_8);
    }

    /// Writes whole characters; as they are, also broken ones, where the file is UTF-8.
    public void write(byte[] utf8, int length) throws IOException {
        if (isPlain) {
            out.write(utf8, 0, length);
        } else {
            encoder.write(new String(utf8, 0, length, StandardCharsets.UTF_8));
        }
    }

    public void flush() throws IOException {
        encoder.flush();
    }
}
