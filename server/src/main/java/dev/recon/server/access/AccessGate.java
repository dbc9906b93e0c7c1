package dev.recon.server.access;

import dev.recon.server.platform.Problem;
import dev.recon.server.platform.ProblemKind;
import dev.recon.server.platform.Scope;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.annotation.Annotation;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Stands before every endpoint and lets nobody through whom it does not know, before the body of
/// the request is read, and lets the rest see their workspace alone. What is open to all says so
/// ([OpenToAll]); everything else is closed. [ScopeFilter] ends what they see.
@Component
record AccessGate(AccessService access) implements HandlerInterceptor, WebMvcConfigurer {
    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).order(Ordered.HIGHEST_PRECEDENCE);
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        Scope.enterDoor();
        // What was refused already is only told why.
        boolean isRefused = request.getDispatcherType() == DispatcherType.ERROR;
        if (handler instanceof HandlerMethod endpoint
                && !isMarked(endpoint, OpenToAll.class)
                && !isRefused) {
            Caller caller = access.caller(request);
            if (caller.secondFactorDue() && !isMarked(endpoint, BeforeSecondFactor.class)) {
                throw Problem.of(
                        ProblemKind.SECOND_FACTOR_DUE,
                        "An admin needs a second factor here. Sign in to the page and add one.");
            }
            caller.letThrough(request);
            if (!endpoint.getBeanType().isAnnotationPresent(AtDoor.class)) {
                Scope.enter(caller.actor().workspaceId());
            }
        }
        return true;
    }

    private static boolean isMarked(HandlerMethod endpoint, Class<? extends Annotation> mark) {
        return endpoint.hasMethodAnnotation(mark)
                || endpoint.getBeanType().isAnnotationPresent(mark);
    }
}
