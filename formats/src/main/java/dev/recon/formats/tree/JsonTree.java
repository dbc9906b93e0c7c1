package dev.recon.formats.tree;

import dev.recon.formats.format.Delivery;
import dev.recon.formats.format.PlainNumber;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/// A JSON document (RFC 8259), or several one behind the other (JSON Lines), as a tree. The values
/// of a list are nodes with the name of the list. Numbers keep their digits; null is no value.
record JsonTree(Delivery delivery) implements Tree {
    private static final int DEPTH_MAX = 100;
    private static final int TEXT_CHARACTERS_MAX = 1 << 20;
    private static final int NAME_CHARACTERS_MAX = 4096;
    private static final int NUMBER_CHARACTERS_MAX = 400;
    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(DEPTH_MAX)
                                    .maxStringLength(TEXT_CHARACTERS_MAX)
                                    .maxNameLength(NAME_CHARACTERS_MAX)
                                    .maxNumberLength(NUMBER_CHARACTERS_MAX)
                                    .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build();

    @Override
    public void walk(Walker walker) throws IOException {
        try (InputStream bytes = delivery.stream();
                JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), bytes)) {
            new Walk(parser, walker).all();
        } catch (JacksonIOException failure) {
            IOException disk = failure.getCause();
            if (disk != null && !(disk instanceof CharConversionException)) {
                throw disk;
            }
            throw broken(failure);
        } catch (JacksonException failure) {
            throw broken(failure);
        }
    }

    private RuntimeException broken(JacksonException failure) {
        var location = failure.getLocation();
        String place =
                location == null
                        ? ""
                        : "line " + location.getLineNr() + ", column " + location.getColumnNr();
        return delivery.problem(
                place,
                "broken JSON: " + withoutSource(failure.getOriginalMessage()),
                "a well-formed document",
                "Check that the export is complete, and fetch it again.");
    }

    /// Without where the parser believes that an object began, which is no place of the file.
    private static String withoutSource(String message) {
        int end = message.indexOf(" (start marker at");
        return end < 0 ? message : message.substring(0, end);
    }

    /// One walk through a document.
    private record Walk(JsonParser parser, Walker walker) {
        void all() throws IOException {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                node(token, "", true);
            }
        }

        /// A value that began with `token`, as a node of this name.
        private void node(JsonToken token, String name, boolean isElement) throws IOException {
            switch (token) {
                case START_ARRAY -> {
                    for (JsonToken each = parser.nextToken();
                            each != JsonToken.END_ARRAY;
                            each = parser.nextToken()) {
                        node(each, name, true);
                    }
                }
                case START_OBJECT -> {
                    walker.enter(name, isElement);
                    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                        String property = parser.currentName();
                        node(parser.nextToken(), property, false);
                    }
                    walker.leave();
                }
                default -> {
                    walker.enter(name, false);
                    value(token);
                    walker.leave();
                }
            }
        }

        private void value(JsonToken token) throws IOException {
            String text = parser.getString();
            switch (token) {
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
                        walker.value(PlainNumber.of(text).orElse(text));
                case VALUE_STRING -> {
                    if (!text.isEmpty()) {
                        walker.value(text);
                    }
                }
                case VALUE_TRUE, VALUE_FALSE -> walker.value(text);
                default -> {
                    // null says that there is no value
                }
            }
        }
    }
}
