package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.recon.server.access.Caller;
import dev.recon.server.access.OpenToAll;
import dev.recon.server.permission.Authorizer;
import dev.recon.server.platform.Actor;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Nothing is done for somebody before it was asked whether they may.
class AuthorizedTest {
    /// Methods that do something for an actor without asking, each with the reason.
    private static final Set<String> ASKED_BEFORE =
            Set.of(
                    // Does nothing itself: the service that it calls asks.
                    "OnceService.answer",
                    // Tells of what was kept, by a method that has asked.
                    "FileService.tell",
                    // Only PersonService calls it, which has asked.
                    "PasswordResetService.make");

    /// Packages of people's own account, which asks for no permission but to be signed in.
    private static final String OWN_ACCOUNT = "dev.recon.server.access";

    private static final Set<String> OWN = Set.of("WorkspaceEndpoints.list");

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("dev.recon.server");

    @Test
    void everyServiceAsksTheAuthorizerItselfOrHandsTheActorToOneThatDoes() {
        List<String> silent =
                CLASSES.stream()
                        .filter(AuthorizedTest::isService)
                        .flatMap(service -> service.getMethods().stream())
                        .filter(AuthorizedTest::isDoneForSomebody)
                        .filter(method -> !ASKED_BEFORE.contains(name(method)))
                        .filter(method -> !asksOrHandsOn(method))
                        .map(AuthorizedTest::name)
                        .toList();

        assertThat(silent).isEmpty();
    }

    @Test
    void everyClosedEndpointLeadsToTheAuthorizer() {
        List<JavaMethod> endpoints =
                CLASSES.stream()
                        .filter(type -> type.getSimpleName().endsWith("Endpoints"))
                        .filter(type -> !type.isAnnotatedWith(OpenToAll.class))
                        .filter(type -> !type.getPackageName().equals(OWN_ACCOUNT))
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method ->
                                method.getAnnotations().stream()
                                        .anyMatch(one ->
                                                one.getRawType()
                                                        .getSimpleName()
                                                        .endsWith("Mapping")))
                        .filter(method -> !method.isAnnotatedWith(OpenToAll.class))
                        .filter(method -> !OWN.contains(name(method)))
                        .toList();

        assertThat(endpoints).hasSizeGreaterThan(30);
        assertThat(endpoints).filteredOn(method -> !leadsToTheAuthorizer(method)).isEmpty();
    }

    private static boolean isService(JavaClass type) {
        return type.getSimpleName().endsWith("Service")
                || type.getSimpleName().equals("DecidableRuns");
    }

    private static boolean isDoneForSomebody(JavaMethod method) {
        boolean own = method.getOwner().getPackageName().equals(OWN_ACCOUNT);
        return !method.getModifiers().contains(JavaModifier.PRIVATE)
                && !method.getModifiers().contains(JavaModifier.SYNTHETIC)
                && method.getRawParameterTypes().stream()
                        .anyMatch(type ->
                                type.isEquivalentTo(Actor.class)
                                        || (!own && type.isEquivalentTo(Caller.class)));
    }

    /// In the method itself, or in private ones of its class.
    private static boolean asksOrHandsOn(JavaMethod method) {
        return method.getMethodCallsFromSelf().stream()
                .anyMatch(call ->
                        isAuthorizer(call)
                                || call.getTarget()
                                        .resolveMember()
                                        .filter(next -> isHandedOn(method, next))
                                        .isPresent());
    }

    private static boolean isHandedOn(JavaMethod from, JavaMethod to) {
        boolean isOwnPart =
                to.getOwner().equals(from.getOwner())
                        && to.getModifiers().contains(JavaModifier.PRIVATE)
                        && !to.equals(from);
        return isOwnPart ? asksOrHandsOn(to) : isService(to.getOwner()) && isDoneForSomebody(to);
    }

    private static boolean isAuthorizer(JavaMethodCall call) {
        return call.getTargetOwner().isEquivalentTo(Authorizer.class)
                && call.getName().equals("authorize");
    }

    private static boolean leadsToTheAuthorizer(JavaMethod start) {
        Deque<JavaMethod> open = new ArrayDeque<>(List.of(start));
        Set<JavaMethod> seen = new HashSet<>();
        while (!open.isEmpty()) {
            JavaMethod next = open.pop();
            if (!seen.add(next)) {
                continue;
            }
            for (JavaMethodCall call : next.getMethodCallsFromSelf()) {
                if (isAuthorizer(call)) {
                    return true;
                }
                if (call.getTargetOwner().getPackageName().startsWith("dev.recon.server")) {
                    call.getTarget().resolveMember().ifPresent(open::add);
                }
            }
        }
        return false;
    }

    private static String name(JavaMethod method) {
        return method.getOwner().getSimpleName() + "." + method.getName();
    }
}
