package dev.recon.tidy;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import dev.recon.tidy.Measure.Rule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;

/// Measures functions and types of Java sources, as the compiler parses them.
final class JavaRules {
    private static final Pattern EMPTY_NAME =
            Pattern.compile(".*(Manager|Helper|Utils?|Impl|Info|Data)");

    private JavaRules() {}

    static List<Measure> of(List<Path> sources, Function<Path, String> names) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var task =
                    (JavacTask)
                            compiler.getTask(
                                    null,
                                    files,
                                    null,
                                    List.of(),
                                    null,
                                    files.getJavaFileObjectsFromPaths(sources));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            List<Measure> measures = new ArrayList<>();
            for (CompilationUnitTree unit : task.parse()) {
                String file = names.apply(Path.of(unit.getSourceFile().toUri()));
                new Scanner(file, unit, positions).scan(new TreePath(unit), measures);
            }
            return measures;
        }
    }

    private static final class Scanner extends TreePathScanner<Void, List<Measure>> {
        private final String file;
        private final CompilationUnitTree unit;
        private final SourcePositions positions;

        Scanner(String file, CompilationUnitTree unit, SourcePositions positions) {
            this.file = file;
            this.unit = unit;
            this.positions = positions;
        }

        @Override
        public Void visitMethod(MethodTree function, List<Measure> measures) {
            var type = (ClassTree) getCurrentPath().getParentPath().getLeaf();
            boolean constructor = function.getName().contentEquals("<init>");
            var name = (constructor ? type.getSimpleName() : function.getName()).toString();
            int lines = line(positions.getEndPosition(unit, function)) - start(function) + 1;
            measures.add(new Measure(file, Rule.FUNCTION_LINES, name, lines));
            // The constructor of a record has its components, which are data.
            if (!constructor || type.getKind() != Tree.Kind.RECORD) {
                int count = function.getParameters().size();
                measures.add(new Measure(file, Rule.PARAMETERS, name, count));
            }
            return super.visitMethod(function, measures);
        }

        @Override
        public Void visitClass(ClassTree type, List<Measure> measures) {
            String name = type.getSimpleName().toString();
            if (EMPTY_NAME.matcher(name).matches()) {
                measures.add(new Measure(file, Rule.EMPTY_WORDS, name, 1));
            }
            return super.visitClass(type, measures);
        }

        private int start(MethodTree function) {
            return line(positions.getStartPosition(unit, function));
        }

        private int line(long position) {
            return (int) unit.getLineMap().getLineNumber(position);
        }
    }
}
