package dev.recon.server;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The order of the data, which is the architecture: a package imports only earlier ones.
class ArchitectureTest {
    private static final List<String> ORDER =
            List.of(
                    "settings",
                    "backup",
                    "trace",
                    "metric",
                    "platform",
                    "egress",
                    "fleeting",
                    "live",
                    "secret",
                    "permission",
                    "audit",
                    "access",
                    "people",
                    "source",
                    "file",
                    "reconciliation",
                    "run",
                    "comparison",
                    "delivery",
                    "mend",
                    "fetch",
                    "match",
                    "explain",
                    "breaks",
                    "decision",
                    "evidence",
                    "notice",
                    "figure",
                    "web");

    @Test
    void aPackageImportsOnlyEarlierOnes() {
        var classes =
                new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("dev.recon.server");
        var layers = layeredArchitecture().consideringOnlyDependenciesInLayers();
        for (var name : ORDER) {
            layers = layers.optionalLayer(name).definedBy("dev.recon.server." + name + "..");
        }
        for (var place = 0; place < ORDER.size(); place++) {
            var earlier = ORDER.subList(0, place).toArray(String[]::new);
            layers =
                    earlier.length == 0
                            ? layers.whereLayer(ORDER.get(place)).mayNotAccessAnyLayer()
                            : layers.whereLayer(ORDER.get(place)).mayOnlyAccessLayers(earlier);
        }
        layers.check(classes);
    }
}
