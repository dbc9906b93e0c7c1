package dev.recon.engine.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.recon.engine.Seeds;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.json.JsonMapper;

/// The published schema and the parser say the same.
class RuleSetSchemaTest {
    private static final Schema SCHEMA =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(RuleExamples.resource("rules.schema.json"), InputFormat.JSON);

    static Stream<RuleExamples.Change> changes() {
        return RuleExamples.changes();
    }

    static Stream<String> valid() {
        Stream<String> random =
                Stream.iterate(0, seed -> seed < Seeds.share(60), seed -> seed + 1)
                        .map(seed -> RuleSetYaml.write(new RandomRules(new Random(seed)).next()));
        Stream<String> shown = Stream.concat(Stream.of(RuleExamples.COMPLETE), random);
        return Stream.concat(RuleExamples.documented().stream(), shown);
    }

    @Test
    void everyValidRuleSetFitsTheSchema() {
        assertThat(valid()).allSatisfy(yaml -> assertThat(errors(yaml)).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("changes")
    void theSchemaFindsWhatIsWrongInShapeAndOnlyThat(RuleExamples.Change change) {
        assertThat(errors(change.yaml()).isEmpty()).isEqualTo(!change.structural());
    }

    private static List<Error> errors(String yaml) {
        LoadSettings settings = LoadSettings.builder().setAllowDuplicateKeys(true).build();
        Object loaded = new Load(settings).loadFromString(yaml);
        return SCHEMA.validate(JsonMapper.shared().valueToTree(loaded));
    }
}
