package dev.recon.server.platform;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/// What is wrong with a body that cannot be read, in our words: those of the reader name classes of
/// the server, which are nobody's business.
///
/// @param pointer where
/// @param why what is expected there
record BodyFault(String pointer, String why) {
    static BodyFault of(JacksonException fault) {
        return fault instanceof InvalidTypeIdException kind
                ? kind(kind)
                : new BodyFault(pointer(fault), why(fault));
    }

    /// An object of several kinds does not say which one it is, or says one that there is not.
    private static BodyFault kind(InvalidTypeIdException fault) {
        Class<?> wanted = fault.getBaseType().getRawClass();
        String field = wanted.getAnnotation(JsonTypeInfo.class).property();
        String kinds =
                Arrays.stream(wanted.getAnnotation(JsonSubTypes.class).value())
                        .map(JsonSubTypes.Type::name)
                        .collect(Collectors.joining(", "));
        String found =
                fault.getTypeId() == null ? "is missing" : "is \"" + fault.getTypeId() + "\"";
        return new BodyFault(pointer(fault) + "/" + field, found + "; it must be one of " + kinds);
    }

    private static String why(JacksonException fault) {
        return switch (fault) {
            case UnrecognizedPropertyException _ -> "is no field of this request";
            case MismatchedInputException other -> "must be " + expected(other.getTargetType());
            case StreamReadException broken -> {
                var at = broken.getLocation();
                yield at == null
                        ? "is no JSON"
                        : "is no JSON at line " + at.getLineNr() + ", column " + at.getColumnNr();
            }
            default -> "is not valid";
        };
    }

    private static String expected(@Nullable Class<?> type) {
        if (type == null) {
            return "of another kind";
        }
        if (type == String.class) {
            return "a text";
        }
        if (type == UUID.class) {
            return "an id";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
            return "a number";
        }
        if (Temporal.class.isAssignableFrom(type)) {
            return "a time";
        }
        return Collection.class.isAssignableFrom(type) ? "a list" : "an object of this request";
    }

    private static String pointer(JacksonException fault) {
        StringBuilder pointer = new StringBuilder("#");
        for (JacksonException.Reference step : fault.getPath()) {
            String name = step.getPropertyName();
            pointer.append('/').append(name == null ? String.valueOf(step.getIndex()) : name);
        }
        return pointer.toString();
    }
}
