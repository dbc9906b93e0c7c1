package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// The contract and the code name the same routes; what they answer is checked by [Api] each time.
class ContractTest {
    private static final Set<String> NOT_OF_THE_CONTRACT = Set.of("GET /", "GET /{*path}");

    @Test
    void everyRouteIsInTheContractAndTheReverse() {
        Set<String> routes = new TreeSet<>();
        TestServer.shared()
                .context()
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .forEach(route ->
                        route.getPatternValues()
                                .forEach(path ->
                                        route.getMethodsCondition()
                                                .getMethods()
                                                .forEach(method ->
                                                        routes.add(method + " " + path))));
        routes.removeAll(NOT_OF_THE_CONTRACT);
        routes.add("GET /ws");

        assertThat(routes).isEqualTo(Contract.operations());
    }
}
