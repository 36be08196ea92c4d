package io.robotrader.engine;

import static io.robotrader.engine.EngineState.ERROR;
import static io.robotrader.engine.EngineState.INITIALIZING;
import static io.robotrader.engine.EngineState.PAUSED;
import static io.robotrader.engine.EngineState.READY;
import static io.robotrader.engine.EngineState.RUNNING;
import static io.robotrader.engine.EngineState.STOPPED;
import static io.robotrader.engine.EngineState.STOPPING;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EngineStateTest {

    private static final Map<EngineState, Set<EngineState>> LEGAL = Map.of(
            INITIALIZING, Set.of(READY, ERROR),
            READY, Set.of(RUNNING, PAUSED, STOPPING, ERROR),
            RUNNING, Set.of(PAUSED, STOPPING, ERROR),
            PAUSED, Set.of(RUNNING, STOPPING, ERROR),
            STOPPING, Set.of(STOPPED, ERROR),
            STOPPED, Set.of(),
            ERROR, Set.of());

    @ParameterizedTest
    @EnumSource
    void en_5_a_state_becomes_only_what_may_follow_it(EngineState state) {
        Set<EngineState> next = EnumSet.allOf(EngineState.class);

        next.removeIf(other -> !state.mayBecome(other));

        assertThat(next).isEqualTo(LEGAL.get(state));
    }
}
