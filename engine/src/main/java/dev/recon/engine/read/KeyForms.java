package dev.recon.engine.read;

/// The normal forms that are made of a code or of words: what is dropped from them, in place.
///
/// One look at each byte; nothing is allocated. The forms that most files use (`exact`, `code`,
/// `words`) never come here.
final class KeyForms {
    private static final int HEAD = 4;

    private KeyForms() {}

    /// Changes the code from `start` to `end`, and returns where it ends now.
    static int finish(NormalForm form, byte[] code, int start, int end) {
        return switch (form) {
            case EXACT, CODE, WORDS, PHONE, DECIMAL, DECIMAL_COMMA -> end;
            case NAME -> LegalForms.drop(code, start, Accents.withoutWrittenDots(code, start, end));
            case PERSON -> {
                int to = Accents.withoutWrittenDots(code, start, end);
                WordOrder.sort(code, start, to);
                yield to;
            }
            case NUMBER -> withoutZeros(code, start, end, start);
            case RF -> {
                int from = CheckDigits.isRf(code, start, end) ? start + HEAD : start;
                yield withoutZeros(code, from, end, start);
            }
            case QR -> withoutLast(CheckDigits.isQr(code, start, end), code, start, end);
            case MOD10 -> withoutLast(CheckDigits.isMod10(code, start, end), code, start, end);
            case MOD11 -> withoutLast(CheckDigits.isMod11(code, start, end), code, start, end);
            case IBAN -> {
                if (!CheckDigits.isIban(code, start, end)) {
                    yield end;
                }
                System.arraycopy(code, start + HEAD, code, start + 2, end - start - HEAD);
                yield end - 2;
            }
        };
    }

    private static int withoutLast(boolean checked, byte[] code, int start, int end) {
        return withoutZeros(code, start, checked ? end - 1 : end, start);
    }

    /// Moves the code to `target`, without the zeros in front; a code of zeros keeps one.
    private static int withoutZeros(byte[] code, int start, int end, int target) {
        int from = start;
        while (from < end - 1 && code[from] == '0') {
            from++;
        }
        System.arraycopy(code, from, code, target, end - from);
        return target + end - from;
    }
}
