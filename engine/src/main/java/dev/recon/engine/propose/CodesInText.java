package dev.recon.engine.propose;

import dev.recon.engine.read.NormalForm;
import dev.recon.engine.read.NormalText;
import java.util.ArrayList;
import java.util.List;

/// The parts of a text that may be references, as the reader finds them in whole files.
final class CodesInText {
    private static final int JOINED_MAX = 3;

    private CodesInText() {}

    /// The parts with a digit whose code form has a length between `min` and `max`.
    static List<String> of(String text, int min, int max) {
        List<int[]> runs = runs(text);
        List<String> tokens = new ArrayList<>();
        for (int first = 0; first < runs.size(); first++) {
            int start = runs.get(first)[0];
            int length = 0;
            for (int last = first; last < Math.min(runs.size(), first + JOINED_MAX); last++) {
                if (last > first && runs.get(last)[0] - runs.get(last - 1)[1] != 1) {
                    break;
                }
                length += runs.get(last)[1] - runs.get(last)[0];
                if (length < min || length > max) {
                    continue;
                }
                String part = text.substring(start, runs.get(last)[1]);
                if (part.chars().anyMatch(Character::isDigit)) {
                    tokens.add(NormalText.of(NormalForm.CODE, part));
                }
            }
        }
        return tokens;
    }

    /// Start and end of each run of letters and digits.
    private static List<int[]> runs(String text) {
        List<int[]> runs = new ArrayList<>();
        int start = -1;
        for (int at = 0; at <= text.length(); at++) {
            boolean part = at < text.length() && Character.isLetterOrDigit(text.charAt(at));
            if (part && start < 0) {
                start = at;
            } else if (!part && start >= 0) {
                runs.add(new int[] {start, at});
                start = -1;
            }
        }
        return runs;
    }
}
