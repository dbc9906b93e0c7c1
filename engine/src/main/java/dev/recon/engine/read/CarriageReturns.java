package dev.recon.engine.read;

import dev.recon.engine.table.Bytes;

/// A file whose lines end with a carriage return alone, as old spreadsheet programs save them, seen
/// as one whose lines end with a line feed: every byte keeps its place.
record CarriageReturns(Bytes file) implements Bytes {
    private static final int SAMPLE_BYTES = 1 << 16;

    /// The file, seen so where its beginning has more lone carriage returns than line feeds.
    static Bytes turned(Bytes file) {
        return isSo(file.read(0, SAMPLE_BYTES)) ? new CarriageReturns(file) : file;
    }

    /// Do most lines of a text end with a carriage return alone?
    static boolean isSo(byte[] head) {
        int alone = 0;
        int feeds = 0;
        for (int at = 0; at < head.length; at++) {
            boolean followed = at + 1 == head.length || head[at + 1] == '\n';
            alone += head[at] == '\r' && !followed ? 1 : 0;
            feeds += head[at] == '\n' ? 1 : 0;
        }
        return alone > feeds;
    }

    @Override
    public String name() {
        return file.name();
    }

    @Override
    public long size() {
        return file.size();
    }

    @Override
    public int read(long position, byte[] target, int offset, int length) {
        int count = file.read(position, target, offset, length);
        for (int at = offset; at < offset + count; at++) {
            if (target[at] == '\r') {
                target[at] = '\n';
            }
        }
        return count;
    }

    @Override
    public void close() {
        file.close();
    }
}
