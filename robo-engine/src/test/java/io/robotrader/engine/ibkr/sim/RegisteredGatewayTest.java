package io.robotrader.engine.ibkr.sim;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotrader.engine.ibkr.sim.kit.GatewayExtension;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A test may describe the gateway that it wants. */
class RegisteredGatewayTest {

    @RegisterExtension
    static final GatewayExtension GATEWAY =
            GatewayExtension.of(() -> Sim.builder().account("U7", new BigDecimal("5")));

    @Test
    void the_gateway_is_as_it_was_described(GatewaySimulator gateway, GatewaySimulator same) {
        assertThat(gateway.cash("U7")).isEqualByComparingTo("5");
        assertThat(same).isSameAs(gateway);
    }
}
