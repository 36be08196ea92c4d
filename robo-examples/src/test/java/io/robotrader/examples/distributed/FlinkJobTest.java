package io.robotrader.examples.distributed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.robotrader.correlation.CorrelationMatrix;
import io.robotrader.correlation.CorrelationMoments;
import io.robotrader.correlation.CorrelationSettings;
import io.robotrader.correlation.CorrelationTracker;
import io.robotrader.engine.market.Bar;
import io.robotrader.examples.data.SampleData;
import io.robotrader.examples.distributed.FlinkJob.Price;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;

/** A distributed engine, run in this process, tells what one machine tells. */
class FlinkJobTest {
    private static final int ALL_ROWS = 2000;

    private static List<Price> sample() {
        return Stream.concat(
                        SampleData.monthly().stream().map(bar -> price(bar.symbol(), bar)),
                        SampleData.daily().stream().map(bar -> price("daily " + bar.symbol(), bar)))
                .toList();
    }

    private static Price price(String symbol, Bar bar) {
        return new Price(symbol, bar.time(), bar.close());
    }

    @Test
    void shares_of_time_and_symbols_put_together_are_the_matrix_of_one_tracker() throws Exception {
        CorrelationSettings settings = CorrelationSettings.defaults().withWindow(ALL_ROWS, 30);
        List<List<String>> parts =
                List.of(List.of("MSFT", "GOOG"), List.of("IBM", "daily AAPL", "AMZN"), List.of("AAPL", "daily SP500"));
        CorrelationTracker tracker = new CorrelationTracker(settings);
        sample().stream()
                .sorted((one, other) -> one.time().compareTo(other.time()))
                .forEach(price -> tracker.addBar(price.time(), Map.of(price.symbol(), price.value())));
        List<Price> shuffled = new ArrayList<>(sample());
        Collections.shuffle(shuffled, new Random(7));

        StreamExecutionEnvironment engine = StreamExecutionEnvironment.createLocalEnvironment(2);
        engine.setRuntimeMode(RuntimeExecutionMode.BATCH);
        List<CorrelationMoments> blocks =
                FlinkJob.blocks(engine.fromData(shuffled), parts).executeAndCollect(100);

        assertThat(blocks).as("one a pair of parts").hasSize(6);
        CorrelationMatrix matrix = CorrelationMoments.matrix(settings, blocks);
        CorrelationMatrix expected = tracker.snapshot();
        assertThat(matrix.asOf()).isEqualTo(expected.asOf());
        assertThat(matrix.symbols())
                .containsExactlyInAnyOrderElementsOf(expected.symbols())
                .hasSize(7);
        assertThat(expected.observations("MSFT", "GOOG")).isEqualTo(67);
        assertThat(expected.observations("daily AAPL", "daily SP500")).isEqualTo(1259);
        for (String a : expected.symbols()) {
            for (String b : expected.symbols()) {
                assertThat(matrix.observations(a, b)).isEqualTo(expected.observations(a, b));
                assertThat(matrix.between(a, b).isPresent())
                        .isEqualTo(expected.between(a, b).isPresent());
                expected.between(a, b)
                        .ifPresent(r -> assertThat(matrix.coefficient(a, b)).isCloseTo(r, within(1e-10)));
            }
        }
    }

    @Test
    void the_document_shows_this_very_job() throws Exception {
        String source = Files.readString(
                Path.of("src", "test", "java", "io", "robotrader", "examples", "distributed", "FlinkJob.java"));
        int start = source.indexOf("    // shown from here\n") + "    // shown from here\n".length();
        String job = source.substring(start, source.indexOf("// to here")).stripIndent();

        String document = Files.readString(Path.of("..", "docs", "correlation.md"));

        assertThat(document).contains("```java job\n" + job + "```\n");
    }
}
