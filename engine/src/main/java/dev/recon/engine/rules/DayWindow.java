package dev.recon.engine.rules;

/// How many days the right date may lie before and after the left one.
///
/// Where one side has no date, the window does not bind.
///
/// @param before 0 or more days, [#UNBOUNDED] for any number
/// @param after 0 or more days, [#UNBOUNDED] for any number
public record DayWindow(int before, int after) {
    public static final int UNBOUNDED = Integer.MAX_VALUE;
    public static final DayWindow ANY = new DayWindow(UNBOUNDED, UNBOUNDED);

    public DayWindow {
        if (before < 0 || after < 0) {
            throw new IllegalArgumentException("a window has 0 or more days on each side");
        }
    }

    /// Is a right date `days` after the left one (negative: before it) inside the window?
    public boolean holds(int days) {
        return days <= after && -days <= before;
    }
}
