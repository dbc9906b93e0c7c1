package dev.recon.server.decision;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.recon.server.platform.Checks;
import dev.recon.server.platform.Problem;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Something that a person wants done.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = NewDecision.MatchByHand.class, name = "match-by-hand"),
    @JsonSubTypes.Type(value = NewDecision.Unmatch.class, name = "unmatch"),
    @JsonSubTypes.Type(value = NewDecision.Accept.class, name = "accept"),
    @JsonSubTypes.Type(value = NewDecision.Reject.class, name = "reject"),
    @JsonSubTypes.Type(value = NewDecision.Comment.class, name = "comment")
})
sealed interface NewDecision {
    int TEXT_CHARS_MAX = 4000;
    int LINES_MAX = 1000;

    /// What the person says about it.
    @Nullable String text();

    /// Open entries of both sides belong together.
    record MatchByHand(List<Integer> left, List<Integer> right, @Nullable String text)
            implements NewDecision {
        public MatchByHand {
            left = lines("#/left", left);
            right = lines("#/right", right);
            checkText(text);
        }
    }

    /// A match that was matched is none.
    record Unmatch(String matchId, int version, @Nullable String text) implements NewDecision {
        public Unmatch {
            Checks.present("#/matchId", matchId);
            checkText(text);
        }
    }

    /// A suggested match is one.
    record Accept(String matchId, int version, @Nullable String text) implements NewDecision {
        public Accept {
            Checks.present("#/matchId", matchId);
            checkText(text);
        }
    }

    /// A suggested match is none.
    record Reject(String matchId, int version, @Nullable String text) implements NewDecision {
        public Reject {
            Checks.present("#/matchId", matchId);
            checkText(text);
        }
    }

    /// A word about a break.
    record Comment(String breakId, @Nullable String text) implements NewDecision {
        public Comment {
            Checks.present("#/breakId", breakId);
            text = Checks.text("#/text", text, TEXT_CHARS_MAX);
        }
    }

    private static void checkText(@Nullable String text) {
        Optional.ofNullable(text)
                .ifPresent(given -> Checks.optionalText("#/text", given, TEXT_CHARS_MAX));
    }

    private static List<Integer> lines(String pointer, List<Integer> lines) {
        Checks.present(pointer, lines);
        boolean fits = !lines.isEmpty() && lines.size() <= LINES_MAX;
        if (!fits || lines.stream().anyMatch(line -> line == null || line < 1)) {
            throw Problem.invalid(pointer, "must have 1 to " + LINES_MAX + " lines, each from 1");
        }
        if (new HashSet<>(lines).size() != lines.size()) {
            throw Problem.invalid(pointer, "must not name a line twice");
        }
        return lines.stream().sorted().toList();
    }
}
