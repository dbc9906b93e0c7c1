package dev.recon.engine.propose;

import dev.recon.engine.read.ColumnProfile;
import dev.recon.engine.read.FieldSource;
import dev.recon.engine.read.NormalForm;
import dev.recon.engine.read.NormalText;
import dev.recon.engine.table.Side;
import dev.recon.engine.transform.Extraction;
import java.util.Arrays;
import java.util.Optional;

/// A text of which one side keeps the first letters alone, as many as its format or its system has
/// room for: `Hafenlogistik Nord GmbH & C` is `Hafenlogistik Nord GmbH & Co. KG`.
///
/// @param longer the side that has the whole text
/// @param width how many letters the other side has room for
record CutText(Side longer, int width) implements CellForm.CellPart {
    private static final int WIDTH_MIN = 8;
    private static final int WIDTH_MAX = 200;
    private static final int LONGER_MIN = 5;
    private static final double CUT_MIN = 0.9;
    private static final double CUT_TO_WHOLE_MIN = 2;

    /// The cut of paired cells: no cell of one side is longer than some width, and nearly all of
    /// the other side that are begin with what stands there.
    static Optional<CutText> of(PairCells cells, ColumnProfile one, ColumnProfile other) {
        String[] lefts = cells.written(Side.LEFT, one);
        String[] rights = cells.written(Side.RIGHT, other);
        int leftMost = longest(lefts);
        int rightMost = longest(rights);
        CutText cut =
                leftMost > rightMost
                        ? new CutText(Side.LEFT, rightMost)
                        : new CutText(Side.RIGHT, leftMost);
        boolean fits = cut.width >= WIDTH_MIN && cut.width <= WIDTH_MAX && leftMost != rightMost;
        return Optional.of(cut)
                .filter(by ->
                        fits
                                && (by.longer == Side.LEFT
                                        ? by.explains(lefts, rights)
                                        : by.explains(rights, lefts)));
    }

    /// Where one side has no more room, hardly any of its texts end just there by themselves.
    private boolean explains(String[] longs, String[] shorts) {
        int longer = 0;
        int cut = 0;
        int whole = 0;
        for (int pair = 0; pair < longs.length; pair++) {
            whole += letters(longs[pair]) == width && longs[pair].equals(shorts[pair]) ? 1 : 0;
            if (letters(longs[pair]) > width && !shorts[pair].isEmpty()) {
                longer++;
                cut += words(of(longs[pair])).equals(words(shorts[pair])) ? 1 : 0;
            }
        }
        return cut >= LONGER_MIN && cut >= longer * CUT_MIN && cut > whole * CUT_TO_WHOLE_MIN;
    }

    /// The first letters of a text.
    @Override
    public String of(String text) {
        return letters(text) <= width
                ? text
                : text.substring(0, text.offsetByCodePoints(0, width)).strip();
    }

    @Override
    public String told() {
        return "of " + width + " letters at most";
    }

    @Override
    public FieldSource source(FieldSource.Text text) {
        Extraction first = Extraction.of("(?s)^.{1," + width + "}");
        return MadeField.part(text, text.column(), first);
    }

    private static int longest(String[] cells) {
        return Arrays.stream(cells).mapToInt(CutText::letters).max().orElse(0);
    }

    private static int letters(String cell) {
        return cell.codePointCount(0, cell.length());
    }

    private static String words(String text) {
        return NormalText.of(NormalForm.WORDS, text);
    }
}
