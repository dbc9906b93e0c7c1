package dev.recon.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The order of the data, which is the architecture: a package imports only earlier ones.
class ArchitectureTest {
    private static final List<String> ORDER =
            List.of(
                    "money",
                    "table",
                    "read",
                    "mend",
                    "transform",
                    "rules",
                    "rate",
                    "fee",
                    "probable",
                    "propose",
                    "match",
                    "classify",
                    "explain",
                    "compare",
                    "report",
                    "evidence");

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("dev.recon.engine");

    @Test
    void onlyTransformsKnowTheLibrariesOfExpressionsAndPatterns() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.recon.engine.transform..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.cel..", "com.google..")
                .check(CLASSES);
    }

    @Test
    void aPackageImportsOnlyEarlierOnes() {
        var layers = layeredArchitecture().consideringOnlyDependenciesInLayers();
        for (var name : ORDER) {
            layers = layers.optionalLayer(name).definedBy("dev.recon.engine." + name + "..");
        }
        for (var place = 0; place < ORDER.size(); place++) {
            var earlier = ORDER.subList(0, place).toArray(String[]::new);
            layers =
                    earlier.length == 0
                            ? layers.whereLayer(ORDER.get(place)).mayNotAccessAnyLayer()
                            : layers.whereLayer(ORDER.get(place)).mayOnlyAccessLayers(earlier);
        }
        layers.check(CLASSES);
    }
}
