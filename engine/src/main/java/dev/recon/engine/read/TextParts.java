package dev.recon.engine.read;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

/// The parts of texts that a pass may take for references, as [TokenBuilder] finds them in files.
///
/// For one thread.
public final class TextParts {
    private final TokenBuilder builder;

    /// @param min the bytes that a part has at least, without its marks
    /// @param max and at most
    public TextParts(int min, int max) {
        var length = new ColumnPlan.TokenLength(min, max);
        this.builder = new TokenBuilder("", 0, new TokenBuilder.Wanted(length, null));
        builder.grow(1);
    }

    /// The parts of one text, in their order, in their code form.
    public List<String> of(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        builder.put(0, bytes, 0, bytes.length);
        return IntStream.range(0, builder.ends[0]).mapToObj(builder.tokens::text).toList();
    }
}
