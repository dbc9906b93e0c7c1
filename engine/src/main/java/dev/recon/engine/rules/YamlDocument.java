package dev.recon.engine.rules;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// One YAML text as a tree of nodes that know their place, within limits.
///
/// The events are counted before the tree is made, so that a hostile text (aliases of aliases,
/// brackets in brackets) costs no more than its own length.
final class YamlDocument {
    static final int LENGTH_MAX = 1_000_000;
    private static final int EVENTS_MAX = 100_000;
    private static final int DEPTH_MAX = 20;
    private static final LoadSettings SETTINGS =
            LoadSettings.builder().setLabel("rules").setCodePointLimit(LENGTH_MAX).build();

    private YamlDocument() {}

    /// The root of the text, or nothing after a fault was added.
    static Optional<YamlValue> read(String text, Faults faults) {
        Mark start = new Mark("rules", 0, 0, 0, new int[0], 0);
        if (text.length() > LENGTH_MAX) {
            faults.add(start, "", "more than 1,000,000 characters", "a shorter rule set");
            return Optional.empty();
        }
        try {
            if (!isWithinLimits(text, faults)) {
                return Optional.empty();
            }
            var root = new Compose(SETTINGS).composeString(text);
            if (root.isEmpty()) {
                faults.add(start, "", "an empty text", "a rule set that begins with version: 1");
            }
            return root.map(node -> new YamlValue(node, "", faults));
        } catch (MarkedYamlEngineException broken) {
            Mark mark = broken.getProblemMark().or(broken::getContextMark).orElse(start);
            faults.add(mark, "", "text that is not YAML", "valid YAML here: " + problem(broken));
            return Optional.empty();
        } catch (YamlEngineException broken) {
            faults.add(start, "", "text that is not YAML", "valid YAML: " + firstLine(broken));
            return Optional.empty();
        }
    }

    private static boolean isWithinLimits(String text, Faults faults) {
        int events = 0;
        int depth = 0;
        for (Event event : new Parse(SETTINGS).parseString(text)) {
            events++;
            depth += depthOf(event);
            Mark mark = event.getStartMark().orElseThrow();
            if (event instanceof AliasEvent alias) {
                String found = "the alias *" + alias.getAlias().getValue();
                faults.add(mark, "", found, "the value itself: aliases are not read");
                return false;
            }
            if (events > EVENTS_MAX || depth > DEPTH_MAX) {
                faults.add(mark, "", "a text too large or too deep", "at most 20 levels");
                return false;
            }
        }
        return true;
    }

    private static int depthOf(Event event) {
        return switch (event.getEventId()) {
            case MappingStart, SequenceStart -> 1;
            case MappingEnd, SequenceEnd -> -1;
            default -> 0;
        };
    }

    private static String problem(MarkedYamlEngineException broken) {
        String problem = broken.getProblem();
        return problem == null ? "the text cannot be read" : problem;
    }

    private static String firstLine(YamlEngineException broken) {
        String message = broken.getMessage();
        return message == null ? "unreadable" : message.lines().findFirst().orElse("unreadable");
    }
}
