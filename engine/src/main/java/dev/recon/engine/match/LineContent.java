package dev.recon.engine.match;

/// What the whole line of an entry says, as a number: it orders entries that are otherwise equal.
///
/// The order of arrival must not decide which values pair with which, so ties go by content. Asked
/// only for entries that are tied, because an answer may cost a read of the file; asked from one
/// thread.
@FunctionalInterface
public interface LineContent {
    /// A hash of the bytes of the line of `row`; equal lines give equal numbers.
    long hash(int row);
}
