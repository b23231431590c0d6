package tidings.command.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Gives controller methods what their request says, by its type.
 *
 * @param type of the parameters
 * @param from finds it in a request, or answers null where the route should not have asked for it
 */
public record RequestArgument<T>(Class<T> type, Function<HttpServletRequest, @Nullable T> from)
        implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == type;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binderFactory) {
        HttpServletRequest servletRequest = request.getNativeRequest(HttpServletRequest.class);
        T value = servletRequest == null ? null : from.apply(servletRequest);
        if (value == null) {
            throw new IllegalStateException(
                    "a request for " + parameter.getMethod() + " has no " + type.getSimpleName());
        }
        return value;
    }
}
