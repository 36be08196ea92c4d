package io.robotrader.engine.ibkr.sim.kit;

import io.robotrader.engine.ibkr.sim.GatewaySimulator;
import io.robotrader.engine.ibkr.sim.GatewaySimulatorBuilder;
import io.robotrader.engine.ibkr.sim.Trade;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives each test that asks for a {@link GatewaySimulator} one of its own, started on a free port, and closes it after the
 * test. With {@code @ExtendWith} it has AAPL at 100, on a Monday at 10:30 in New York, and its clock stands until the test
 * lets it go on; register it by {@link #of} for another.
 */
public final class GatewayExtension implements ParameterResolver, AfterEachCallback {

    private static final ExtensionContext.Namespace SPACE = ExtensionContext.Namespace.create(GatewayExtension.class);
    private static final Instant START = Instant.parse("2026-01-05T15:30:00Z");

    private final Supplier<GatewaySimulatorBuilder> builder;

    /** Made by JUnit, for {@code @ExtendWith}. */
    public GatewayExtension() {
        this(() -> GatewaySimulator.builder().trades(List.of(new Trade("AAPL", START, 100, 0))));
    }

    private GatewayExtension(Supplier<GatewaySimulatorBuilder> builder) {
        this.builder = builder;
    }

    /**
     * An extension for {@code @RegisterExtension}.
     *
     * @param builder describes a simulator, anew for each test
     * @return the extension
     */
    public static GatewayExtension of(Supplier<GatewaySimulatorBuilder> builder) {
        return new GatewayExtension(builder);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == GatewaySimulator.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getStore(SPACE)
                .computeIfAbsent(GatewaySimulator.class, key -> builder.get().start(), GatewaySimulator.class);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        GatewaySimulator simulator = context.getStore(SPACE).remove(GatewaySimulator.class, GatewaySimulator.class);
        if (simulator != null) {
            simulator.close();
        }
    }
}
