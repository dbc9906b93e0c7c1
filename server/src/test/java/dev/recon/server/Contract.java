package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The contract as it is written, and whether an answer keeps it.
final class Contract {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final JsonNode DOCUMENT = load();
    private static final Map<String, Schema> SCHEMAS = new ConcurrentHashMap<>();
    private static final Set<String> ANSWERED = ConcurrentHashMap.newKeySet();

    private Contract() {}

    /// What came back.
    record Seen(int status, String contentType, String body) {}

    /// Every operation as `GET /api/v1/files`.
    static Set<String> operations() {
        Set<String> all = new TreeSet<>();
        DOCUMENT.get("paths")
                .properties()
                .forEach(path ->
                        path.getValue()
                                .propertyNames()
                                .forEach(method -> {
                                    if (!method.equals("parameters")) {
                                        all.add(
                                                method.toUpperCase(Locale.ROOT)
                                                        + " "
                                                        + path.getKey());
                                    }
                                }));
        return all;
    }

    /// What an operation such as `GET /api/v1/files` needs, as `x-permission` says it.
    static List<String> permissions(String operation) {
        String[] parts = operation.split(" ", 2);
        JsonNode needed =
                DOCUMENT.get("paths")
                        .get(parts[1])
                        .get(parts[0].toLowerCase(Locale.ROOT))
                        .path("x-permission");
        return needed.isArray()
                ? needed.valueStream().map(JsonNode::asString).toList()
                : List.of(needed.asString(""));
    }

    /// The names of what may stand behind the `?` of an operation.
    static List<String> query(String operation) {
        String[] parts = operation.split(" ", 2);
        JsonNode said = DOCUMENT.get("paths").get(parts[1]).get(parts[0].toLowerCase(Locale.ROOT));
        return said.path("parameters")
                .valueStream()
                .map(Contract::resolve)
                .filter(parameter -> parameter.path("in").asString("").equals("query"))
                .map(parameter -> parameter.get("name").asString())
                .toList();
    }

    /// The operations that were answered so far in this JVM.
    static Set<String> answered() {
        return Set.copyOf(ANSWERED);
    }

    /// Fails when an answer is not one that the contract knows, or its body not as it says.
    static void check(String method, String path, Seen seen) {
        int status = seen.status;
        String body = seen.body;
        String template = template(method, path);
        ANSWERED.add(method + " " + template);
        JsonNode operation =
                DOCUMENT.get("paths").get(template).get(method.toLowerCase(Locale.ROOT));
        JsonNode responses = operation.get("responses");
        JsonNode response = responses.get(Integer.toString(status));
        if (response == null && status >= 400) {
            response = responses.get("default");
        }
        assertThat(response)
                .as("%s %s does not say that it may answer %s: %s", method, path, status, body)
                .isNotNull();
        JsonNode content = resolve(response).path("content");
        if (content.isMissingNode()) {
            assertThat(body).as("%s %s %s has no body", method, path, status).isEmpty();
            return;
        }
        String type = seen.contentType.replaceAll(";.*", "");
        assertThat(content.has(type)).as("%s %s: %s", method, path, type).isTrue();
        if (type.contains("json") && !type.contains("ndjson")) {
            JsonNode schema = content.get(type).get("schema");
            assertThat(schema(schema).validate(JSON.readTree(body)))
                    .as("%s %s %s: %s", method, path, status, body)
                    .isEmpty();
        }
    }

    /// Fails when a live event is not one that the contract knows.
    static void checkEvent(String text) {
        ObjectNode reference = JSON.createObjectNode();
        reference.put("$ref", "#/components/schemas/LiveEvent");
        assertThat(schema(reference).validate(JSON.readTree(text))).as(text).isEmpty();
    }

    private static JsonNode resolve(JsonNode node) {
        if (!node.has("$ref")) {
            return node;
        }
        return DOCUMENT.at(node.get("$ref").asString().substring(1));
    }

    private static Schema schema(JsonNode schema) {
        return SCHEMAS.computeIfAbsent(
                schema.toString(),
                _ -> {
                    ObjectNode whole = ((ObjectNode) schema).deepCopy();
                    whole.set("components", DOCUMENT.get("components"));
                    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                            .getSchema(whole);
                });
    }

    private static String template(String method, String path) {
        String plain = path.replaceAll("\\?.*", "");
        return operations().stream()
                .filter(operation -> operation.startsWith(method + " "))
                .map(operation -> operation.substring(method.length() + 1))
                .filter(template -> pattern(template).matcher(plain).matches())
                .min(java.util.Comparator.comparingInt(one -> one.contains("{") ? 1 : 0))
                .orElseThrow(() -> new AssertionError("not in the contract: " + method + plain));
    }

    private static Pattern pattern(String template) {
        return Pattern.compile(template.replaceAll("\\{[^}]+}", "[^/]+"));
    }

    /// The root of the repository: the folder that holds the contract.
    static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("api/openapi.yaml"))) {
            folder = java.util.Objects.requireNonNull(folder.getParent());
        }
        return folder;
    }

    private static JsonNode load() {
        try {
            String yaml = Files.readString(root().resolve("api/openapi.yaml"));
            Object read = new Load(LoadSettings.builder().build()).loadFromString(yaml);
            return JSON.valueToTree(read);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
