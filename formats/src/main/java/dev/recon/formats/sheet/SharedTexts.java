package dev.recon.formats.sheet;

import dev.recon.formats.format.Delivery;
import dev.recon.formats.format.XmlStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The texts that the cells of a workbook share, by number. Kept as UTF-8 in pieces of a megabyte:
/// a million texts of twenty letters take 28 MB.
final class SharedTexts {
    private static final int PIECE_BYTES = 1 << 20;
    private static final int PIECES_MAX = 256;

    private final Delivery delivery;
    private final List<byte[]> pieces = new ArrayList<>();
    private long[] places = new long[1 << 10];
    private int[] lengths = new int[1 << 10];
    private int count;
    private int used = PIECE_BYTES;

    private SharedTexts(Delivery delivery) {
        this.delivery = delivery;
    }

    /// A workbook whose cells share nothing.
    static SharedTexts none(Delivery delivery) {
        return new SharedTexts(delivery);
    }

    /// Reads `sharedStrings.xml`.
    static SharedTexts read(XmlStream xml, Delivery delivery) throws IOException {
        var texts = new SharedTexts(delivery);
        while (xml.next()) {
            if (xml.isStart() && xml.name().equals("si")) {
                texts.add(CellText.of(xml, "si"));
            }
        }
        return texts;
    }

    /// A text by its number from 0; nothing stands for a number that there is not.
    String get(long number) {
        if (number < 0 || number >= count) {
            return "";
        }
        int at = (int) number;
        byte[] piece = pieces.get((int) (places[at] / PIECE_BYTES));
        int from = (int) (places[at] % PIECE_BYTES);
        return new String(piece, from, lengths[at], StandardCharsets.UTF_8);
    }

    private void add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > PIECE_BYTES) {
            throw tooMuch("a text of " + bytes.length + " bytes");
        }
        if (used + bytes.length > PIECE_BYTES) {
            if (pieces.size() == PIECES_MAX) {
                throw tooMuch("more than " + PIECES_MAX + " MB of texts");
            }
            pieces.add(new byte[PIECE_BYTES]);
            used = 0;
        }
        if (count == places.length) {
            places = Arrays.copyOf(places, count * 2);
            lengths = Arrays.copyOf(lengths, count * 2);
        }
        System.arraycopy(bytes, 0, pieces.getLast(), used, bytes.length);
        places[count] = (pieces.size() - 1L) * PIECE_BYTES + used;
        lengths[count++] = bytes.length;
        used += bytes.length;
    }

    private RuntimeException tooMuch(String found) {
        return delivery.problem(
                "shared texts",
                found,
                "at most " + PIECES_MAX + " MB of texts",
                "Split the workbook into several.");
    }
}
