package io.robotrader.examples.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotrader.engine.market.Bar;
import io.robotrader.engine.strategy.Signal;
import io.robotrader.engine.strategy.Signal.Direction;
import io.robotrader.engine.strategy.Strategy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A session that trades a strategy of the user's own. */
class OwnStrategyTest extends SessionDoor {

    /** Wants to hold, whatever comes. */
    public static final class Holding implements Strategy {
        @Override
        public String name() {
            return "holding";
        }

        @Override
        public Optional<Signal> onBar(Bar bar) {
            return Optional.of(new Signal(name(), bar.symbol(), Direction.LONG, "why not"));
        }
    }

    /** Cannot be made. */
    public static final class Broken {
        public Broken() {
            throw new IllegalStateException("no lamp");
        }
    }

    /** Cannot even be loaded. */
    public static final class Unlit {
        static final int LAMPS = Integer.parseInt("no lamp");

        /** Comes too late. */
        public Unlit() {}
    }

    /** Nobody may make it. */
    public static final class Hidden {
        private Hidden() {}
    }

    @Test
    void a_strategy_of_the_users_own_is_traded_and_reported() throws Exception {
        Path data = Files.createDirectory(folder.resolve("data"));
        Files.writeString(data.resolve("AAA.csv"), "Date,Open,High,Low,Close,Volume\n" + rows(40, 50));

        int exit = session(
                Map.of(),
                "--data",
                data.toString(),
                "--strategy",
                Holding.class.getName(),
                "--broker",
                "paper",
                "--output",
                folder.resolve("out").toString());

        assertThat(err()).isEmpty();
        assertThat(exit).isZero();
        assertThat(out()).contains("AAA LONG, holding why not").contains("BUY").doesNotContain("no signal will come");
        assertThat(folder.resolve("out").resolve("report.html")).isNotEmptyFile();
    }

    @ParameterizedTest
    @CsvSource({
        "no.Such, --strategy must be on the class path",
        "java.lang.String, '--strategy must be a Strategy, but is none (java.lang.String)'",
        "io.robotrader.examples.session.OwnStrategyTest$Broken, 'must be made without trouble, but: java.lang.IllegalStateException: no lamp'",
        "io.robotrader.examples.session.OwnStrategyTest$Unlit, 'must be made without trouble, but: java.lang.NumberFormatException'",
        "io.robotrader.examples.session.OwnStrategyTest$Hidden, must be a public class with a public constructor"
    })
    void what_is_no_strategy_is_bad_input_and_nothing_runs(String name, String message) {
        int exit = session(Map.of(), "--strategy", name, "--output", folder.toString());

        assertThat(exit).isEqualTo(2);
        assertThat(err()).contains(message);
        assertThat(out()).isEmpty();
    }
}
