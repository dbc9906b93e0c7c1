package dev.recon.engine.rules;

import dev.recon.engine.table.Limits;

/// What is looked for in a text: the references of one side, in a text field of the other.
///
/// @param find the field whose value is looked for
/// @param in the text field of the other side
/// @param lengthMin the shortest reference, in characters of its code form
/// @param lengthMax the longest
public record TextSearch(String find, String in, int lengthMin, int lengthMax) {
    /// Is a reference too common to tell anything, that with one key so many entries of one side
    /// share with so many of the other?
    public static boolean isCommon(long lefts, long rights) {
        return lefts * rights > Limits.REFERENCE_PAIRS_MAX;
    }
}
