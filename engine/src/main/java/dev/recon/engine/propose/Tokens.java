package dev.recon.engine.propose;

import dev.recon.engine.read.NormalForm;
import dev.recon.engine.read.NormalText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The parts of a text that may be references, as the reader finds them in whole files.
final class Tokens {
    private static final int JOINED_MAX = 3;
    private static final Pattern BOUNDARY =
            Pattern.compile(
                    "(?<=[\\p{L}\\p{N}])(?=[^\\p{L}\\p{N}])|(?<=[^\\p{L}\\p{N}])(?=[\\p{L}\\p{N}])");

    private Tokens() {}

    static List<String> of(String text) {
        String[] runs = BOUNDARY.split(text, -1);
        List<String> tokens = new ArrayList<>();
        for (int run = 0; run < runs.length; run++) {
            if (!isPart(runs[run])) {
                continue;
            }
            StringBuilder joined = new StringBuilder(runs[run]);
            tokens.add(NormalText.of(NormalForm.CODE, joined.toString()));
            for (int more = 1; more < JOINED_MAX && run + 2 * more < runs.length; more++) {
                if (runs[run + 2 * more - 1].length() != 1) {
                    break;
                }
                joined.append(runs[run + 2 * more]);
                tokens.add(NormalText.of(NormalForm.CODE, joined.toString()));
            }
        }
        tokens.removeIf(token -> token.chars().noneMatch(Character::isDigit));
        return tokens;
    }

    private static boolean isPart(String run) {
        return !run.isEmpty() && Character.isLetterOrDigit(run.charAt(0));
    }
}
