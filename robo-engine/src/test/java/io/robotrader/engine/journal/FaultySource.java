package io.robotrader.engine.journal;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A data source whose connections fail when a test says so. */
final class FaultySource {

    /** How the next write fails. */
    enum Fault {
        NONE,
        /** As on a full disk: nothing was written. */
        REFUSED,
        /** It was written, and the answer got lost. */
        ANSWER_LOST,
        /** The connection broke before it was written. */
        BROKEN_BEFORE,
        /** The connection broke after it was written. */
        BROKEN_AFTER
    }

    private final DataSource real;
    Fault next = Fault.NONE;
    int connections;

    FaultySource(DataSource real) {
        this.real = real;
    }

    DataSource source() {
        return proxy(DataSource.class, (self, method, args) -> {
            Object result = call(real, method, args);
            return result instanceof Connection connection ? faulty(connection) : result;
        });
    }

    private Connection faulty(Connection connection) {
        connections++;
        return proxy(Connection.class, (self, method, args) -> {
            Object result = call(connection, method, args);
            return result instanceof PreparedStatement statement ? faulty(connection, statement) : result;
        });
    }

    private PreparedStatement faulty(Connection connection, PreparedStatement statement) {
        return proxy(PreparedStatement.class, (self, method, args) -> {
            Fault fault = next;
            if (!method.getName().equals("executeUpdate") || fault == Fault.NONE) {
                return call(statement, method, args);
            }
            next = Fault.NONE;
            if (fault == Fault.ANSWER_LOST || fault == Fault.BROKEN_AFTER) {
                call(statement, method, args);
            }
            if (fault == Fault.BROKEN_BEFORE || fault == Fault.BROKEN_AFTER) {
                connection.close();
            }
            throw new SQLException("on purpose: " + fault);
        });
    }

    private static Object call(Object target, Method method, Object[] args) throws Throwable {
        try {
            return method.invoke(target, args);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
