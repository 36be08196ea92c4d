package io.robotrader.risk.kit;

import io.robotrader.risk.account.AccountView;
import io.robotrader.risk.rule.OrderImpact;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/** Views in which one number is missing. */
final class Holes {

    private Holes() {}

    static List<String> numbers() {
        return Stream.of(OrderImpact.class, AccountView.class)
                .flatMap(type -> Arrays.stream(type.getMethods()))
                .filter(method -> method.getReturnType() == double.class)
                .map(Method::getName)
                .sorted()
                .toList();
    }

    static <T> T in(Class<T> type, T whole, String number, AtomicBoolean looked) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            if (method.getName().equals(number) && method.getReturnType() == double.class) {
                looked.set(true);
                return Double.NaN;
            }
            try {
                return method.invoke(whole, args);
            } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
            }
        }));
    }
}
