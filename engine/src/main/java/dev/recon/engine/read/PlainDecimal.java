package dev.recon.engine.read;

import dev.recon.engine.money.Money;
import java.nio.charset.StandardCharsets;

/// Numbers in one notation, so that two systems' ways of writing them can be compared as texts.
final class PlainDecimal {
    private static final int DECIMALS = 6;
    private static final AmountParser POINT = new AmountParser('.', DECIMALS);
    private static final AmountParser COMMA = new AmountParser(',', DECIMALS);

    private PlainDecimal() {}

    /// Writes the number from `start` to `end` out in place, and returns where it ends now. What is
    /// no number, or has more decimals, stays as it is; so does what would become longer.
    static int write(char mark, byte[] text, int start, int end) {
        long units = (mark == '.' ? POINT : COMMA).parse(text, start, end);
        if (units == AmountParser.NOT_AN_AMOUNT) {
            return end;
        }
        byte[] plain = Money.value(units, DECIMALS, 0).getBytes(StandardCharsets.US_ASCII);
        if (plain.length > end - start) {
            return end;
        }
        System.arraycopy(plain, 0, text, start, plain.length);
        return start + plain.length;
    }
}
