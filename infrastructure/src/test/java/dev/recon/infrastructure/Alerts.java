package dev.recon.infrastructure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The alert rules of infrastructure/monitoring/rules.
final class Alerts {
    private static final String FOLDER = "infrastructure/monitoring/rules";

    private Alerts() {}

    /// Every rule: those that alert, and those that record.
    static List<Tree> rules() throws IOException {
        List<Tree> rules = new ArrayList<>();
        for (Path file : Repository.files(FOLDER, ".yaml")) {
            for (Tree group : Tree.document(Files.readString(file)).at("groups").list()) {
                rules.addAll(group.at("rules").list());
            }
        }
        return rules;
    }

    /// The rules that alert.
    static List<Tree> all() throws IOException {
        return rules().stream().filter(rule -> rule.at("alert").isPresent()).toList();
    }

    static List<String> names() throws IOException {
        return all().stream().map(rule -> rule.at("alert").text()).sorted().distinct().toList();
    }
}
