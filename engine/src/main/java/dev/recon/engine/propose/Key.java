package dev.recon.engine.propose;

import dev.recon.engine.read.ColumnProfile;
import dev.recon.engine.read.NormalForm;
import java.util.Optional;

/// The evidence that ties single entries together: a column of each side, or a column of one side
/// whose values stand in a text of the other.
///
/// @param left the left column
/// @param right the right column
/// @param form how the values are compared
/// @param inText the side whose column is a text that holds the value somewhere, if one is
/// @param hits how many sampled values were found on the other side
record Key(
        ColumnProfile left,
        ColumnProfile right,
        NormalForm form,
        Optional<dev.recon.engine.table.Side> inText,
        int hits) {}
