package dev.recon.server.secret;

import com.nulabinc.zxcvbn.Strength;
import com.nulabinc.zxcvbn.Zxcvbn;
import dev.recon.server.platform.Problem;
import dev.recon.server.platform.ProblemError;
import dev.recon.server.platform.ProblemKind;
import java.util.List;
import org.springframework.stereotype.Component;

/// Which passwords are refused: too short, too long, or among those that are tried first, such as
/// the 30,000 commonest of known breaches, names, words, dates, rows of keys, and what is made of
/// them (zxcvbn, Wheeler 2016). No rule about kinds of characters: those make passwords worse.
/// Everything is decided here; no password is sent anywhere.
@Component
public final class PasswordRules {
    private static final int CHARS_MIN = 8;
    private static final int CHARS_MAX = 128;

    /// Beyond this a guess costs more than is worth to count, and counting more than linear time.
    private static final int JUDGED_CHARS = 40;

    /// 1 is up to a million guesses.
    private static final int SCORE_MIN = 2;

    private final Zxcvbn zxcvbn = new Zxcvbn();

    /// Fails when the password is not fit for this person.
    public void require(String pointer, String password, List<String> known) {
        int chars = password.codePointCount(0, password.length());
        if (chars < CHARS_MIN || chars > CHARS_MAX) {
            throw refused(pointer, "must have " + CHARS_MIN + " to " + CHARS_MAX + " characters");
        }
        if (password.indexOf('\0') >= 0) {
            throw refused(pointer, "must not contain the character NUL");
        }
        String judged = password.substring(0, Math.min(JUDGED_CHARS, password.length()));
        Strength strength = zxcvbn.measure(judged, known);
        if (strength.getScore() < SCORE_MIN) {
            throw refused(
                    pointer,
                    "is among the first that would be tried; take four words that nobody would"
                            + " put together");
        }
    }

    private static Problem refused(String pointer, String why) {
        return Problem.of(
                ProblemKind.PASSWORD_REFUSED,
                "The password " + why + ".",
                List.of(ProblemError.at(pointer, why)));
    }
}
