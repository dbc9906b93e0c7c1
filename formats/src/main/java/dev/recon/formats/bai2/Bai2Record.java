package dev.recon.formats.bai2;

import java.util.ArrayList;
import java.util.List;

/// One record with its continuations (`88`): its code, and its fields in their order.
final class Bai2Record {
    private static final int PARTS_MAX = 10_000;

    private final String code;
    private final long line;
    private final List<String> fields = new ArrayList<>();
    private final List<Boolean> begins = new ArrayList<>();
    private int parts;
    private int continuations = -1;

    /// @param code the record code, such as `16`
    /// @param line the line of the file where it begins
    Bai2Record(String code, long line) {
        this.code = code;
        this.line = line;
    }

    /// Adds the fields of the record itself, or of a continuation.
    void add(String text) {
        parts++;
        continuations++;
        String plain = text.strip();
        String ended = plain.endsWith("/") ? plain.substring(0, plain.length() - 1) : plain;
        boolean first = true;
        for (String field : ended.split(",", -1)) {
            fields.add(field);
            begins.add(first);
            first = false;
        }
    }

    /// Adds a line that was broken off without a record code, to the last field.
    void append(String text) {
        parts++;
        String plain = text.strip();
        String ended = plain.endsWith("/") ? plain.substring(0, plain.length() - 1) : plain;
        fields.set(fields.size() - 1, (fields.getLast() + " " + ended).strip());
    }

    /// How many continuations it has.
    int continuations() {
        return continuations;
    }

    boolean isTooLong() {
        return parts > PARTS_MAX;
    }

    String code() {
        return code;
    }

    String place() {
        return "line " + line;
    }

    long line() {
        return line;
    }

    int size() {
        return fields.size();
    }

    /// The field at a place; an empty text behind the last.
    String field(int at) {
        return at < fields.size() ? fields.get(at).strip() : "";
    }

    /// All that stands from a field on: commas within a record belong to the text, a continuation
    /// begins after a blank.
    String text(int from) {
        var text = new StringBuilder();
        for (int at = from; at < fields.size(); at++) {
            if (at > from) {
                text.append(begins.get(at) ? " " : ",");
            }
            text.append(fields.get(at));
        }
        return text.toString();
    }
}
