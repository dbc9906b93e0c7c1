package dev.recon.engine.transform;

import java.util.ArrayDeque;
import java.util.Deque;

/// About how large a pattern becomes when its counted repeats are written out, before anything is
/// compiled: `(a{100}){100}` is 10,000. It may say too much, never too little.
final class PatternSize {
    private static final long CAP = 1L << 40;

    private final String regex;
    private final Deque<Long> outer = new ArrayDeque<>();
    private int at;
    private long group;
    private long last;

    private PatternSize(String regex) {
        this.regex = regex;
    }

    static long of(String regex) {
        PatternSize size = new PatternSize(regex);
        while (size.at < regex.length()) {
            size.next();
        }
        while (!size.outer.isEmpty()) {
            size.close();
        }
        return size.group + size.last;
    }

    private void next() {
        char letter = regex.charAt(at++);
        switch (letter) {
            case '\\' -> {
                at++;
                put(1);
            }
            case '(' -> {
                outer.push(group + last);
                group = 1;
                last = 0;
            }
            case ')' -> close();
            case '{' -> last = Math.min(CAP, last * count());
            default -> put(1);
        }
    }

    private void put(long size) {
        group = Math.min(CAP, group + last);
        last = size;
    }

    private void close() {
        long inside = group + last;
        group = outer.isEmpty() ? 0 : outer.pop();
        last = Math.min(CAP, inside);
    }

    /// The largest number between braces; 1 where braces are no repeat.
    private long count() {
        long largest = 1;
        long number = 0;
        int end = at;
        while (end < regex.length() && "0123456789,".indexOf(regex.charAt(end)) >= 0) {
            char letter = regex.charAt(end++);
            number = letter == ',' ? 0 : Math.min(CAP, number * 10 + letter - '0');
            largest = Math.max(largest, number);
        }
        return Math.min(CAP / Math.max(1, last), largest);
    }
}
