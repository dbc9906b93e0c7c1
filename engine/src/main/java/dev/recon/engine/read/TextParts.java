package dev.recon.engine.read;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

/// The parts of one text that a pass may take for references, as [TokenBuilder] finds them.
public final class TextParts {
    private TextParts() {}

    /// In the order of the text, in their code form.
    public static List<String> of(String text, ColumnPlan.TokenLength length) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        TokenBuilder builder = new TokenBuilder("", 0, new TokenBuilder.Wanted(length, null));
        builder.grow(1);
        builder.put(0, bytes, 0, bytes.length);
        return IntStream.range(0, builder.ends[0]).mapToObj(builder.tokens::text).toList();
    }
}
