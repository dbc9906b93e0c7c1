package dev.recon.engine.rules;

import dev.recon.engine.transform.ExpressionFault;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/// Where a character of a text stands in its document: quotes, escapes and the indentation of a
/// block shift it. Where that cannot be told, it is where the text begins.
///
/// @param line from 1
/// @param column from 1
record ScalarPlace(int line, int column) {
    private static final int HEX_SHORT = 4;
    private static final int HEX = 6;
    private static final int HEX_LONG = 10;

    static ScalarPlace of(Node node, ExpressionFault fault) {
        Mark mark = YamlValue.mark(node);
        ScalarPlace start = new ScalarPlace(mark.getLine() + 1, mark.getColumn() + 1);
        ScalarStyle style = node instanceof ScalarNode scalar ? scalar.getScalarStyle() : null;
        if (style == ScalarStyle.LITERAL) {
            int indent = indent(mark);
            return new ScalarPlace(start.line + fault.line(), indent + fault.column());
        }
        if (fault.line() > 1 || style == ScalarStyle.FOLDED || style == null) {
            return start;
        }
        int shift = shift(mark, style, fault.column() - 1);
        return shift < 0 ? start : new ScalarPlace(start.line, start.column + shift);
    }

    /// How many characters of the document `count` characters of the text take; -1 when they run
    /// over a line.
    private static int shift(Mark mark, ScalarStyle style, int count) {
        int[] text = mark.getBuffer();
        int start = mark.getPointer();
        int at = style == ScalarStyle.PLAIN ? start : start + 1;
        for (int n = 0; n < count; n++) {
            if (at >= text.length || text[at] == '\n') {
                return -1;
            }
            at += length(text, at, style);
        }
        return at - start;
    }

    private static int length(int[] text, int at, ScalarStyle style) {
        boolean last = at + 1 >= text.length;
        if (style == ScalarStyle.SINGLE_QUOTED) {
            return text[at] == '\'' && !last && text[at + 1] == '\'' ? 2 : 1;
        }
        if (style != ScalarStyle.DOUBLE_QUOTED || text[at] != '\\' || last) {
            return 1;
        }
        return switch (text[at + 1]) {
            case 'x' -> HEX_SHORT;
            case 'u' -> HEX;
            case 'U' -> HEX_LONG;
            default -> 2;
        };
    }

    /// The blanks before the first line of a block.
    private static int indent(Mark mark) {
        int[] text = mark.getBuffer();
        int at = mark.getPointer();
        while (at < text.length && text[at] != '\n') {
            at++;
        }
        int first = at + 1;
        int end = first;
        while (end < text.length && text[end] == ' ') {
            end++;
        }
        return end - first;
    }
}
