package dev.recon.server.platform;

import org.springframework.stereotype.Component;
import org.springframework.web.context.request.NativeWebRequest;

/// Gives every endpoint that asks for it the [Paging] of the request.
@Component
public final class PagingResolver extends RequestResolver<Paging> {
    PagingResolver() {
        super(Paging.class);
    }

    @Override
    protected Paging read(NativeWebRequest request) {
        return Paging.of(request.getParameter("cursor"), request.getParameter("limit"));
    }
}
