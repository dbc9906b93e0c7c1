package dev.recon.engine.rules;

/// How many days the right date may lie before and after the left one.
///
/// Where one side has no date, the window does not bind.
///
/// @param before 0 or more days, [#UNBOUNDED] for any number
/// @param after 0 or more days, [#UNBOUNDED] for any number
/// @param calendar whose business days count (see [Calendars]), empty for all days
public record DayWindow(int before, int after, String calendar) {
    public static final int UNBOUNDED = Integer.MAX_VALUE;
    public static final DayWindow ANY = new DayWindow(UNBOUNDED, UNBOUNDED);

    public DayWindow {
        if (before < 0 || after < 0) {
            throw new IllegalArgumentException("a window has 0 or more days on each side");
        }
        if (!calendar.isEmpty() && !Calendars.isKnown(calendar)) {
            throw new IllegalArgumentException("no calendar " + calendar);
        }
    }

    /// A window in which all days count.
    public DayWindow(int before, int after) {
        this(before, after, "");
    }

    /// Do business days count, and no others?
    public boolean isInBusinessDays() {
        return !calendar.isEmpty();
    }

    /// The days that count from one date to another; negative when the other lies before.
    public int days(int from, int to) {
        return isInBusinessDays() ? Calendars.get(calendar).between(from, to) : to - from;
    }

    /// Is the right date inside the window around the left one?
    public boolean holds(int from, int to) {
        int days = days(from, to);
        return days <= after && -days <= before;
    }
}
