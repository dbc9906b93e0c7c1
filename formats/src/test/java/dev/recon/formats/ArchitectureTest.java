package dev.recon.formats;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What every format needs comes first, the formats know nothing of each other, the door knows all
/// of them.
class ArchitectureTest {
    private static final List<String> BANKS =
            List.of("bai2", "iso20022", "nacha", "ofx", "qif", "swift");
    private static final List<String> TABLES = List.of("sheet", "tree", "fixed", "parquet");

    @Test
    void formatsKnowNothingOfEachOther() {
        var classes =
                new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("dev.recon.formats");
        var layers = layeredArchitecture().consideringOnlyDependenciesInLayers();
        layers = layers.layer("format").definedBy("dev.recon.formats.format");
        layers = layers.whereLayer("format").mayNotAccessAnyLayer();
        layers = layers.layer("markup").definedBy("dev.recon.formats.markup");
        layers = layers.whereLayer("markup").mayOnlyAccessLayers("format");
        layers = layers.layer("bank").definedBy("dev.recon.formats.bank");
        layers = layers.whereLayer("bank").mayOnlyAccessLayers("format");
        layers = layers.layer("door").definedBy("dev.recon.formats");
        layers = layers.whereLayer("door").mayNotBeAccessedByAnyLayer();
        for (var name : BANKS) {
            layers = layers.layer(name).definedBy("dev.recon.formats." + name);
            layers = layers.whereLayer(name).mayOnlyAccessLayers("format", "markup", "bank");
        }
        for (var name : TABLES) {
            layers = layers.layer(name).definedBy("dev.recon.formats." + name);
            layers = layers.whereLayer(name).mayOnlyAccessLayers("format");
        }
        layers.check(classes);
    }
}
