package dev.recon.server.reconciliation;

import dev.recon.engine.read.ArrayBytes;
import dev.recon.formats.Formats;
import dev.recon.server.platform.Checks;
import dev.recon.server.platform.Limits;
import dev.recon.server.platform.Problem;
import dev.recon.server.platform.ProblemKind;
import dev.recon.server.reconciliation.ProposalService.Looked;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/// The first bytes of a file that is still on somebody's disk.
final class Head {
    private static final int NAME_CHARS_MAX = 255;

    private Head() {}

    /// A part of a preview; where it is cut within a line, it ends with the last whole one.
    ///
    /// @param name what the file is called; null for the name that the part has
    /// @param total the size of the whole file; null when the part is the whole
    static Looked of(MultipartFile part, @Nullable String name, @Nullable Long total) {
        byte[] bytes = bytes(part);
        String label = name == null ? part.getOriginalFilename() : name;
        String shown = label == null || label.isBlank() ? part.getName() : label;
        Checks.optionalText(part.getName() + "Name", shown, NAME_CHARS_MAX);
        long size = total == null ? bytes.length : total;
        if (size < bytes.length) {
            throw Problem.badRequest(
                    part.getName() + "Bytes is smaller than what was sent of the file.");
        }
        if (!Formats.isText(bytes)) {
            throw Problem.of(
                    ProblemKind.UPLOAD_FIRST,
                    shown
                            + " is no delimited text, of which a first part could be read."
                            + " Upload it.");
        }
        byte[] whole = size == bytes.length ? bytes : wholeLines(bytes);
        return Looked.part(new ArrayBytes(shown, whole), size);
    }

    private static byte[] bytes(MultipartFile part) {
        if (part.getSize() > Limits.PREVIEW_BYTES_MAX) {
            throw Problem.badRequest(
                    "Send at most the first " + Limits.PREVIEW_BYTES_MAX + " bytes of each file.");
        }
        try {
            return part.getBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// In UTF-16 a line feed is followed (little end first) by a zero, which belongs to it.
    static byte[] wholeLines(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        if (end == 0) {
            return bytes;
        }
        boolean littleEnd = end < bytes.length && bytes[end] == 0;
        return Arrays.copyOf(bytes, littleEnd ? end + 1 : end);
    }
}
