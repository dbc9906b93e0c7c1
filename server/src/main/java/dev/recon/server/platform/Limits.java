package dev.recon.server.platform;

import java.time.Duration;

/// Every bound of the server in one place, but for those that the settings may change.
public final class Limits {
    /// Files that arrive over HTTP at the same time: half of the threads that serve requests.
    public static final int UPLOADS_AT_ONCE = 100;

    /// Files that are made of what the database has and then sent, at the same time: lists of runs,
    /// packs of evidence, the history. The smallest pool has connections for others beside them.
    public static final int DOWNLOADS_AT_ONCE = 2;

    /// Rows of the list of a run that are held in memory while it is written to a file.
    public static final int LIST_FILE_ROWS = 2_000;

    /// The largest delivery of a source.
    public static final long DELIVERY_BYTES_MAX = 256L << 20;

    /// How long a place of a source may take to let us in.
    public static final Duration PLACE_CONNECT = Duration.ofSeconds(10);

    /// How long a place may say nothing.
    public static final Duration PLACE_SILENCE = Duration.ofSeconds(60);

    /// How long one look at a place lasts at most; what is left is fetched at the next.
    public static final Duration LOOK_WAIT = Duration.ofMinutes(10);

    /// How long a worker holds a place without a sign of life: longer than a look.
    public static final Duration PLACE_LEASE = Duration.ofMinutes(15);

    /// How often a worker looks for reconciliations whose sources have delivered.
    public static final Duration NEWEST_RUN_POLL = Duration.ofSeconds(2);

    /// How often a worker asks whether it is time for a place.
    public static final Duration PLACE_POLL = Duration.ofSeconds(1);

    /// Places that one process looks at at the same time.
    public static final int LOOKS_AT_ONCE = 2;

    /// Files of a place that are listed.
    public static final int PLACE_FILES_MAX = 10_000;

    /// Files that one look fetches; the next one follows at once.
    public static final int LOOK_FILES_MAX = 100;

    /// Files, and rows of a query, that a trial of a place shows.
    public static final int TRIAL_ROWS_MAX = 20;

    /// How long a query of a source may take.
    public static final Duration QUERY_WAIT = Duration.ofSeconds(60);

    /// Rows of a query of a source.
    public static final int QUERY_ROWS_MAX = 2_000_000;

    /// Rows of such a query that are held in memory.
    public static final int QUERY_ROWS_AT_ONCE = 1_000;

    /// The largest file of mended lines.
    public static final long MENDED_BYTES_MAX = 64L << 20;

    /// Bytes of each part of a preview.
    public static final int PREVIEW_BYTES_MAX = 1 << 20;

    /// Characters of a rule set.
    public static final int RULES_CHARS_MAX = 200_000;

    /// Bytes of two files whose yields are measured together with the proposal: 40,000 entries a
    /// side in 0.1 s.
    public static final long YIELDS_AT_ONCE_BYTES_MAX = 8L << 20;

    /// How long a proposal waits at most for the yields of such files.
    public static final Duration YIELDS_AT_ONCE = Duration.ofSeconds(2);

    /// How long yields of larger files are measured: 10 million entries a side on two processors.
    public static final Duration YIELDS_WAIT = Duration.ofSeconds(20);

    /// Raw bytes of one segment of a file.
    public static final int FILE_SEGMENT_BYTES = 4 << 20;

    /// Tables that are made of one file, each with other choices.
    public static final int FILE_TABLES_MAX = 100;

    /// First entries of a file that are shown.
    public static final int FIRST_ENTRIES = 20;

    /// Entries or matches of one segment of a run.
    public static final int SEGMENT_ROWS = 1 << 16;

    /// Rejected lines of one segment of a run.
    public static final int REJECTED_SEGMENT_ROWS = 1 << 10;

    /// Entries of the list of one page.
    public static final int PAGE_MAX = 200;

    /// Entries of the list of one page when nobody says.
    public static final int PAGE_DEFAULT = 50;

    /// Breaks that are looked at to find candidates in a larger run.
    public static final int CANDIDATES_SCANNED_MAX = 400;

    /// A run whose worker died this often is not tried again.
    public static final int RUN_ATTEMPTS_MAX = 3;

    /// For how long it is told that one was given up, unless it is begun again before.
    public static final int GIVEN_UP_DAYS = 7;

    /// Live events read at once.
    public static final int LIVE_EVENTS_READ_MAX = 4096;

    /// Live events one slow client may leave unread.
    public static final int LIVE_EVENTS_UNREAD_MAX = 1024;

    /// Live events told one by one to who comes back; who missed more reads everything again.
    public static final int LIVE_EVENTS_MISSED_MAX = LIVE_EVENTS_UNREAD_MAX / 2;

    /// How long a worker holds a run without a sign of life.
    public static final Duration LEASE = Duration.ofSeconds(30);

    /// How often the figures of the database are read.
    public static final Duration FIGURES_EVERY = Duration.ofSeconds(15);

    /// How long a server that starts counts answers beforehand, of how many runs, and how old.
    public static final Duration WARMING_MAX = Duration.ofSeconds(2);

    public static final int WARMING_RUNS_MAX = 50;
    public static final int WARMING_DAYS = 31;

    /// How long a server counts as alive without a sign of life.
    public static final Duration PROCESS_LIVES = Duration.ofSeconds(15);

    /// How often a server looks for live events that it was not called for.
    public static final Duration LIVE_LOOK = Duration.ofSeconds(1);

    /// How long a ticket for live events may be used.
    public static final Duration TICKET = Duration.ofSeconds(30);

    /// How long one stream of live events lasts at most.
    public static final Duration LIVE_STREAM = Duration.ofMinutes(10);

    /// Pages that may watch at one server.
    public static final int LIVE_STREAMS_MAX = 5000;

    /// Bytes of all answers that one process keeps for itself.
    public static final int KEPT_BYTES_MAX = 32 << 20;

    /// Bytes of all responses that one process keeps to send again.
    public static final int KEPT_RESPONSES_BYTES_MAX = 16 << 20;

    /// Buckets of limits that one process keeps for itself.
    public static final int BUCKETS_MAX = 100_000;

    /// What stops when (the highest first): who watches is told, requests end (the framework's
    /// phases are just below the highest), runs are given back.
    public static final int PHASE_LIVE = Integer.MAX_VALUE - 512;

    public static final int PHASE_WORKER = Integer.MAX_VALUE - 8192;

    /// How often a worker gives a sign of life.
    public static final Duration HEARTBEAT = Duration.ofSeconds(5);

    /// How often a worker looks for runs that nobody told it about.
    public static final Duration QUEUE_POLL = Duration.ofSeconds(1);

    /// How often a run tells how far it is.
    public static final Duration PROGRESS_EVERY = Duration.ofMillis(250);

    /// How long a request waits for another one with the same idempotency key.
    public static final Duration SAME_KEY_WAIT = Duration.ofSeconds(2);

    /// Items that one audit event vouches for.
    public static final int AUDIT_ITEMS_MAX = 10_000;

    /// Audit events that are read at once.
    public static final int AUDIT_ROWS = 1_000;

    /// For how many days a break may be open before it is told as overdue.
    public static final int BREAK_DAYS_MAX = 30;

    private Limits() {}
}
