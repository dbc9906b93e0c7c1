package dev.recon.tidy;

import dev.recon.tidy.Measure.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// What every source is measured by, whatever its language.
final class LineRules {
    /// Import lines cannot be broken.
    private static final Pattern UNBREAKABLE = Pattern.compile("^(import|package) .*");

    private static final Pattern UNFINISHED = Pattern.compile("\\b(TO" + "DO|FIX" + "ME)\\b");

    private LineRules() {}

    static List<Measure> of(String file, List<String> lines) {
        List<Measure> measures = new ArrayList<>();
        measures.add(new Measure(file, Rule.FILE_LINES, "", lines.size()));
        for (int at = 0; at < lines.size(); at++) {
            String line = lines.get(at);
            String place = "line " + (at + 1);
            if (!UNBREAKABLE.matcher(line).matches()) {
                int length = line.codePointCount(0, line.length());
                measures.add(new Measure(file, Rule.LINE_LENGTH, place, length));
            }
            if (UNFINISHED.matcher(line).find()) {
                measures.add(new Measure(file, Rule.EMPTY_WORDS, place, 1));
            }
        }
        return measures;
    }
}
