package dev.recon.formats;

import dev.recon.engine.read.Encodings;
import dev.recon.engine.read.FileBytes;
import dev.recon.engine.read.InputProblem;
import dev.recon.engine.table.Bytes;
import dev.recon.formats.Opened.Text;
import dev.recon.formats.format.Delivery;
import dev.recon.formats.format.DoorProof;
import dev.recon.formats.format.Origin;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The files of an archive as one text: the lines of all behind one header.
record JoinedText(Delivery delivery, List<ArchiveMember> members) {
    private static final int PIECE = 1 << 16;

    /// One text as it is; several in UTF-8, one behind the other.
    Text join(List<Text> texts) throws IOException {
        List<String> names = members.stream().map(ArchiveMember::name).toList();
        if (texts.size() == 1) {
            Text text = texts.getFirst();
            String note = "It was packed as " + names.getFirst() + ".";
            return new Text(
                    text.path(), text.name(), true, text.origin().with(List.of(note), choice()));
        }
        requireOneFormat(texts);
        Path joined = Files.createTempFile(delivery.limits().folder(), "recon-", ".txt");
        boolean made = false;
        try (OutputStream out = Files.newOutputStream(joined)) {
            append(texts, out);
            made = true;
        } finally {
            if (!made) {
                Files.delete(joined);
            }
        }
        return new Text(joined, delivery.name(), true, origin(texts));
    }

    private Origin origin(List<Text> texts) {
        long entries = texts.stream().mapToLong(text -> text.origin().entries()).sum();
        List<DoorProof> proofs =
                texts.stream().flatMap(text -> text.origin().proofs().stream()).toList();
        List<String> notes = new ArrayList<>();
        notes.add("It holds " + texts.size() + " files, read in the order of their names.");
        texts.forEach(text -> notes.addAll(text.origin().notes()));
        return new Origin(texts.getFirst().origin().format(), entries, proofs, notes, choice());
    }

    private List<Origin.Choice> choice() {
        List<String> names = members.stream().map(ArchiveMember::name).toList();
        return names.size() == 1 ? List.of() : List.of(new Origin.Choice("member", "all", names));
    }

    private void requireOneFormat(List<Text> texts) {
        String format = texts.getFirst().origin().format();
        for (int at = 1; at < texts.size(); at++) {
            String other = texts.get(at).origin().format();
            if (!other.equals(format)) {
                throw differs(at, "a file of the format " + other, "all of the format " + format);
            }
        }
    }

    private void append(List<Text> texts, OutputStream out) throws IOException {
        byte[] header = new byte[0];
        for (int at = 0; at < texts.size(); at++) {
            Path file = texts.get(at).path();
            try (Bytes raw = FileBytes.open(file, delivery.name());
                    Bytes bytes =
                            Encodings.toUtf8(
                                    raw, Encodings.detect(raw), delivery.limits().folder())) {
                byte[] first = firstLine(bytes);
                if (at == 0) {
                    header = first;
                } else if (!sameText(first, header)) {
                    throw differs(
                            at,
                            "a file that begins with " + shown(first),
                            "the header of " + members.getFirst().name() + ": " + shown(header));
                }
                copy(bytes, at == 0 ? 0 : first.length, out);
            }
        }
    }

    private InputProblem differs(int at, String found, String expected) {
        return delivery.problem(
                members.get(at).name(),
                found,
                expected,
                "Choose one file of the archive (member), or give them one by one.");
    }

    private static byte[] firstLine(Bytes bytes) {
        var line = new ByteArrayOutputStream();
        byte[] head = bytes.read(0, PIECE);
        for (byte each : head) {
            line.write(each);
            if (each == '\n') {
                break;
            }
        }
        return line.toByteArray();
    }

    private static boolean sameText(byte[] one, byte[] other) {
        return text(one).equals(text(other));
    }

    private static String text(byte[] line) {
        String text = new String(line, StandardCharsets.UTF_8).strip();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static String shown(byte[] line) {
        String text = text(line).replaceAll("\\p{Cntrl}", "·");
        return '"' + (text.length() > 60 ? text.substring(0, 60) + "…" : text) + '"';
    }

    private static void copy(Bytes bytes, int from, OutputStream out) throws IOException {
        byte last = '\n';
        for (long at = from; at < bytes.size(); at += PIECE) {
            byte[] piece = bytes.read(at, PIECE);
            out.write(piece);
            last = piece[piece.length - 1];
        }
        if (last != '\n') {
            out.write('\n');
        }
    }
}
