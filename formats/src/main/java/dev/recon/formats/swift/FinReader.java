package dev.recon.formats.swift;

import dev.recon.formats.bank.TextLines;
import dev.recon.formats.format.Delivery;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Takes a file of SWIFT messages apart into fields, one after the other.
///
/// An envelope (`{1:…}{2:…}{4:`) may stand around each message or not; acknowledgements before it
/// are passed over; several messages stand one after the other, also as RJE (`$` between them).
final class FinReader implements Closeable {
    private static final int LINES_MAX = 1000;

    /// The tags of statements. In their `:86:` stands free text, in which a line may begin with
    /// what looks like another tag: it is none.
    private static final Set<String> STATEMENT_TAGS =
            Set.of(
                    "13", "13D", "20", "21", "25", "25P", "28", "28C", "34F", "60F", "60M", "61",
                    "62F", "62M", "64", "65", "86", "90C", "90D");

    private static final Pattern TAG = Pattern.compile(":(\\d\\d[A-Z]?):(.*)", Pattern.DOTALL);
    private static final Pattern TYPE = Pattern.compile("\\{2:[IO](\\d{3})");

    private final Delivery delivery;
    private final TextLines lines;
    private final boolean isStatement;
    private final Deque<SwiftField> ready = new ArrayDeque<>();
    private final List<String> text = new ArrayList<>();
    private String tag = "";
    private long tagLine;
    private boolean inMessage;
    private boolean afterColon;

    /// @param isStatement are only the tags of statements tags?
    FinReader(Delivery delivery, boolean isStatement) throws IOException {
        this.delivery = delivery;
        this.lines = new TextLines(delivery);
        this.isStatement = isStatement;
    }

    /// The next field, or null after the last.
    @Nullable SwiftField next() throws IOException {
        while (ready.isEmpty()) {
            String line = lines.next();
            if (line == null) {
                end();
                return ready.poll();
            }
            take(line.replaceAll("[\\x00-\\x08\\x0B-\\x1F]", ""));
        }
        return ready.poll();
    }

    private void take(String line) {
        String begun = line.strip();
        if (isEnd(begun)) {
            end();
            begun = begun.substring(1);
        }
        if (begun.contains("{1:") || begun.contains("{2:")) {
            begin(begun);
            return;
        }
        String whole = afterColon ? ":" + line : line;
        Matcher field = TAG.matcher(whole);
        afterColon = begun.equals(":");
        if (afterColon) {
            return; // a bank that breaks the line within the tag
        }
        if (field.matches() && isTag(field.group(1))) {
            startField(field.group(1), field.group(2));
        } else if (!tag.isEmpty()) {
            continueField(line);
        }
    }

    private static boolean isEnd(String line) {
        return line.equals("-") || line.startsWith("-}");
    }

    private boolean isTag(String candidate) {
        return !isStatement || STATEMENT_TAGS.contains(candidate);
    }

    private void begin(String envelope) {
        Matcher type = TYPE.matcher(envelope);
        String found = "";
        while (type.find()) {
            found = type.group(1);
        }
        if (!found.isEmpty()) {
            end();
            inMessage = true;
            ready.add(new SwiftField(SwiftField.BEGIN, List.of(found), lines.number()));
        }
    }

    private void startField(String name, String rest) {
        endField();
        if (!inMessage) {
            inMessage = true;
            ready.add(new SwiftField(SwiftField.BEGIN, List.of(""), lines.number()));
        }
        tag = name;
        tagLine = lines.number();
        text.add(rest);
    }

    private void continueField(String line) {
        if (text.size() == LINES_MAX) {
            throw delivery.problem(
                    lines.place(),
                    "more than " + LINES_MAX + " lines in the field :" + tag + ":",
                    "the next field",
                    "Check that this is the file you meant.");
        }
        text.add(line);
    }

    private void endField() {
        if (!tag.isEmpty()) {
            ready.add(new SwiftField(tag, text, tagLine));
            text.clear();
            tag = "";
        }
    }

    private void end() {
        endField();
        if (inMessage) {
            inMessage = false;
            ready.add(new SwiftField(SwiftField.END, List.of(), lines.number()));
        }
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
