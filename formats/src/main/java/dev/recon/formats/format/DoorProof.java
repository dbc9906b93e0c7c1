package dev.recon.formats.format;

import java.util.List;

/// Something that a file says of itself and that was found to hold: opening + entries = closing of
/// a statement, or a control total. What does not hold keeps the file out.
///
/// @param subject of what, such as `statement 12 of DE89370400440532013000`
/// @param claim what holds, such as `opening + entries = closing`
/// @param figures the numbers of the claim, in its order
public record DoorProof(String subject, String claim, List<Figure> figures) {
    public DoorProof {
        figures = List.copyOf(figures);
    }

    /// One number of a claim.
    ///
    /// @param name its word in the claim, such as `opening`
    /// @param value the number, digit by digit, with its currency if it has one: `EUR 12.34`
    public record Figure(String name, String value) {}
}
