package dev.recon.engine.read;

import dev.recon.engine.table.Bytes;
import dev.recon.engine.table.Limits;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Turns what the stretches rejected into rejected lines with the numbers that an editor shows.
///
/// Physical lines are counted only as far as the last rejected one, and only when there is one.
record RejectedLines(Bytes file, Header header) {
    private static final int PIECE = 1 << 20;

    List<RejectedLine> of(List<Stretch> stretches) {
        List<RejectedLine> lines = new ArrayList<>();
        int records = 0;
        long position = header.dataStart();
        long physical = header.physicalLines() + 1L;
        for (Stretch stretch : stretches) {
            for (Stretch.Reject reject : stretch.rejects()) {
                physical += lineFeeds(position, reject.position());
                position = reject.position();
                lines.add(line(reject, records + reject.record() + 1, physical));
            }
            records += stretch.records();
        }
        return lines;
    }

    private RejectedLine line(Stretch.Reject reject, int number, long physical) {
        int length = Math.min(reject.length(), Limits.QUOTED_CHARS_MAX * 4);
        String text = new String(file.read(reject.position(), length), StandardCharsets.UTF_8);
        return new RejectedLine(
                number,
                physical,
                reject.column(),
                reject.found(),
                reject.expected(),
                Quoted.of(text));
    }

    private long lineFeeds(long from, long to) {
        long count = 0;
        for (long at = from; at < to; at += PIECE) {
            byte[] piece = file.read(at, (int) Math.min(PIECE, to - at));
            for (byte letter : piece) {
                count += letter == '\n' ? 1 : 0;
            }
        }
        return count;
    }
}
