package dev.recon.server.run;

import dev.recon.engine.Outcome;
import dev.recon.engine.match.Matching;
import dev.recon.engine.match.Status;
import dev.recon.engine.read.RejectedLine;
import dev.recon.engine.table.Lines;
import dev.recon.engine.table.Side;
import dev.recon.server.platform.Limits;
import dev.recon.server.platform.Segment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/// Packs an outcome into segments of columns; [EntryColumns] and [MatchColumns] read them again.
///
/// 16 bytes an entry and 18 a match of two before packing, about a third of that after.
record FactWriter(Outcome outcome, Carried carried, JsonMapper json, Consumer<RunSegment> target) {
    void write() {
        for (Side side : Side.values()) {
            writeEntries(side);
            writeRejected(side);
            writeCarried(side);
        }
        writeMatches();
    }

    private void writeEntries(Side side) {
        Lines lines = outcome.read(side).table().lines();
        for (int from = 0, n = 0; from < lines.rows(); from += Limits.SEGMENT_ROWS, n++) {
            int to = Math.min(from + Limits.SEGMENT_ROWS, lines.rows());
            ByteBuffer bytes = buffer(Integer.BYTES + (to - from) * EntryColumns.BYTES);
            bytes.putInt(to - from);
            for (int row = from; row < to; row++) {
                bytes.putInt(lines.line(row));
            }
            for (int row = from; row < to; row++) {
                bytes.putInt(outcome.matching().matchOf(side, row));
            }
            for (int row = from; row < to; row++) {
                bytes.putLong(lines.position(row));
            }
            target.accept(
                    new RunSegment(
                            RunSegment.entries(side),
                            n,
                            lines.line(from),
                            lines.line(to - 1),
                            packed(bytes)));
        }
    }

    private void writeMatches() {
        int count = outcome.matching().count();
        for (int from = 1, n = 0; from <= count; from += Limits.SEGMENT_ROWS, n++) {
            int to = Math.min(from + Limits.SEGMENT_ROWS, count + 1);
            ByteBuffer bytes = matches(from, to);
            target.accept(new RunSegment(RunSegment.MATCHES, n, from, to - 1, packed(bytes)));
        }
    }

    private ByteBuffer matches(int from, int to) {
        Matching matching = outcome.matching();
        int entries = 0;
        for (int match = from; match < to; match++) {
            entries += matching.size(Side.LEFT, match) + matching.size(Side.RIGHT, match);
        }
        ByteBuffer bytes = buffer(Integer.BYTES * (1 + entries) + (to - from) * MatchColumns.BYTES);
        bytes.putInt(to - from);
        for (int match = from; match < to; match++) {
            bytes.put((byte) matching.pass(match));
        }
        for (int match = from; match < to; match++) {
            bytes.put((byte) (matching.status(match) == Status.MATCHED ? 1 : 0));
        }
        for (int match = from; match < to; match++) {
            bytes.putFloat(matching.confidence(match));
        }
        for (Side side : Side.values()) {
            for (int match = from; match < to; match++) {
                bytes.putInt(matching.size(side, match));
            }
        }
        for (Side side : Side.values()) {
            putLines(side, from, to, bytes);
        }
        return bytes;
    }

    private void putLines(Side side, int from, int to, ByteBuffer bytes) {
        Matching matching = outcome.matching();
        Lines lines = outcome.read(side).table().lines();
        for (int match = from; match < to; match++) {
            if (matching.isPair(match)) {
                bytes.putInt(lines.line(matching.firstRow(side, match)));
                continue;
            }
            for (int row : matching.rows(side, match)) {
                bytes.putInt(lines.line(row));
            }
        }
    }

    private void writeRejected(Side side) {
        List<RejectedLine> rejected = outcome.read(side).rejected();
        int size = Limits.REJECTED_SEGMENT_ROWS;
        for (int from = 0, n = 0; from < rejected.size(); from += size, n++) {
            List<RejectedLine> part =
                    rejected.subList(from, Math.min(from + size, rejected.size()));
            byte[] bytes = json.writeValueAsBytes(part);
            target.accept(
                    new RunSegment(
                            RunSegment.rejected(side),
                            n,
                            part.getFirst().line(),
                            part.getLast().line(),
                            Segment.pack(bytes, bytes.length)));
        }
    }

    private void writeCarried(Side side) {
        List<CarriedLine> lines = carried.of(side);
        int size = Limits.REJECTED_SEGMENT_ROWS;
        for (int from = 0, n = 0; from < lines.size(); from += size, n++) {
            int to = Math.min(from + size, lines.size());
            byte[] bytes = json.writeValueAsBytes(lines.subList(from, to));
            Segment packed = Segment.pack(bytes, bytes.length);
            target.accept(new RunSegment(RunSegment.carried(side), n, from + 1, to, packed));
        }
    }

    private static Segment packed(ByteBuffer bytes) {
        byte[] raw = new byte[bytes.position()];
        bytes.get(0, raw);
        return Segment.pack(raw, raw.length);
    }

    private static ByteBuffer buffer(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
