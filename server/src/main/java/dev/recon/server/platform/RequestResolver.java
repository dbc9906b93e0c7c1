package dev.recon.server.platform;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/// Gives every endpoint that asks for one type what the request says of it.
public abstract class RequestResolver<T> implements HandlerMethodArgumentResolver {
    private final Class<T> type;

    protected RequestResolver(Class<T> type) {
        this.type = type;
    }

    protected abstract T read(NativeWebRequest request);

    @Override
    public final boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == type;
    }

    @Override
    public final T resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binderFactory) {
        return read(request);
    }
}
