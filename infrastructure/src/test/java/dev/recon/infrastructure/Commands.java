package dev.recon.infrastructure;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The commands that a document tells people to type.
final class Commands {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^ *```bash\\n(.*?)^ *```");
    private static final Pattern INLINE =
            Pattern.compile("`((?:kubectl|scripts/|docker compose )[^`]*)`");
    private static final Pattern HERE = Pattern.compile("(?s)<<'?EOF'?\\n.*?\\n *EOF\\n");
    private static final Pattern WORD = Pattern.compile("\"(?:\\\\.|[^\"])*\"|'[^']*'|[^\\s\"']+");

    private Commands() {}

    /// Each as one line, without the documents that it reads from its input.
    static List<String> of(String document) {
        List<String> commands = new ArrayList<>();
        BLOCK.matcher(document)
                .results()
                .map(block -> HERE.matcher(block.group(1)).replaceAll("\n"))
                .map(text -> text.replaceAll("\\\\\\n\\s*", " "))
                .flatMap(String::lines)
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .forEach(commands::add);
        INLINE.matcher(document).results().map(it -> it.group(1)).forEach(commands::add);
        return commands;
    }

    static List<String> words(String command) {
        Stream<String> words = WORD.matcher(command).results().map(MatchResult::group);
        return words.toList();
    }
}
