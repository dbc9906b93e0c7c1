package dev.recon.engine.evidence;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/// Brings the matches of a pack into the columns in which the run kept them, so that their hashes
/// can be compared.
///
/// A line is `number,pass,pass number,status,confidence,left lines,right lines`, lines with blanks
/// between them. A piece is, little endian: the count, then by column the pass number (a byte), 1
/// for matched (a byte), the confidence (a float), how many left and right lines (integers), and
/// the lines.
final class MatchPieces {
    static final String HEADER = "number,pass,passNumber,status,confidence,leftLines,rightLines";
    private static final int FIXED_BYTES = 14;
    private static final int FIELDS = 7;

    private final BufferedReader lines;
    private long number;

    private record Match(int pass, boolean matched, float confidence, int[] left, int[] right) {}

    MatchPieces(BufferedReader lines) throws IOException {
        this.lines = lines;
        if (!HEADER.equals(lines.readLine())) {
            throw new IllegalArgumentException("expected the header " + HEADER);
        }
    }

    /// The hash of the matches from the next one to the one with the number `last`.
    String hashTo(long last) throws IOException {
        List<Match> matches = new ArrayList<>();
        while (number < last) {
            String line = lines.readLine();
            if (line == null) {
                throw new IllegalArgumentException("expected match " + (number + 1));
            }
            matches.add(parse(line));
        }
        return HexFormat.of().formatHex(Sha256.digest().digest(columns(matches)));
    }

    boolean isAtEnd() throws IOException {
        return lines.readLine() == null;
    }

    private Match parse(String line) {
        String[] fields = line.split(",", -1);
        number++;
        if (fields.length < FIELDS || !fields[0].equals(Long.toString(number))) {
            throw new IllegalArgumentException("expected match " + number + ", found " + line);
        }
        // Counted from the end: the name of a pass may have a comma.
        int end = fields.length;
        return new Match(
                Integer.parseInt(fields[end - 5]),
                fields[end - 4].equals("matched"),
                Float.parseFloat(fields[end - 3]),
                numbers(fields[end - 2]),
                numbers(fields[end - 1]));
    }

    private static int[] numbers(String text) {
        return text.isEmpty()
                ? new int[0]
                : Arrays.stream(text.split(" ")).mapToInt(Integer::parseInt).toArray();
    }

    private static byte[] columns(List<Match> matches) {
        int entries = matches.stream().mapToInt(one -> one.left.length + one.right.length).sum();
        int size = Integer.BYTES * (1 + entries) + matches.size() * FIXED_BYTES;
        ByteBuffer bytes = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(matches.size());
        matches.forEach(one -> bytes.put((byte) one.pass));
        matches.forEach(one -> bytes.put((byte) (one.matched ? 1 : 0)));
        matches.forEach(one -> bytes.putFloat(one.confidence));
        matches.forEach(one -> bytes.putInt(one.left.length));
        matches.forEach(one -> bytes.putInt(one.right.length));
        matches.forEach(one -> Arrays.stream(one.left).forEach(bytes::putInt));
        matches.forEach(one -> Arrays.stream(one.right).forEach(bytes::putInt));
        return bytes.array();
    }
}
