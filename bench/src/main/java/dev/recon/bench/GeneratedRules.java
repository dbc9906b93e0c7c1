package dev.recon.bench;

import dev.recon.engine.rules.RuleSet;
import dev.recon.engine.rules.RuleSetYaml;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// The rule set that a person would write for the files of the [Generator].
public final class GeneratedRules {
    private GeneratedRules() {}

    public static RuleSet get() {
        return switch (RuleSetYaml.parse(yaml())) {
            case RuleSetYaml.Result.Valid(var rules) -> rules;
            case RuleSetYaml.Result.Faulty(var faults) ->
                    throw new IllegalStateException("our own rule set has faults: " + faults);
        };
    }

    private static String yaml() {
        try (InputStream file = GeneratedRules.class.getResourceAsStream("rules.yaml")) {
            if (file == null) {
                throw new IllegalStateException("the bench was built without its rules.yaml");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
