package io.robotrader.examples.session;

import io.robotrader.engine.strategy.Strategy;
import io.robotrader.examples.console.BadInputException;
import java.lang.reflect.InvocationTargetException;

/** Makes a strategy of the user's own, by the name of its class. */
final class OwnStrategy {

    private OwnStrategy() {}

    static Strategy make(String name) {
        try {
            Object made = Class.forName(name).getConstructor().newInstance();
            if (made instanceof Strategy strategy) {
                return strategy;
            }
            throw wrong(name, "a Strategy, but is none");
        } catch (ClassNotFoundException e) {
            throw wrong(
                    name,
                    "on the class path, but is not: java -cp robo-examples/target/robo-examples.jar:YOUR-CLASSES"
                            + " io.robotrader.examples.RoboExamples session --strategy CLASS");
        } catch (InvocationTargetException | ExceptionInInitializerError e) {
            throw wrong(name, "made without trouble, but: " + e.getCause());
        } catch (LinkageError e) {
            throw wrong(name, "made without trouble, but: " + e);
        } catch (ReflectiveOperationException e) {
            throw wrong(name, "a public class with a public constructor without parameters, but is not");
        }
    }

    private static BadInputException wrong(String name, String rule) {
        return new BadInputException("--strategy must be " + rule + " (" + name + ")");
    }
}
