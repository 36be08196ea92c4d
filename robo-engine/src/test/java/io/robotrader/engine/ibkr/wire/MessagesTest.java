package io.robotrader.engine.ibkr.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The layouts, against messages written out by hand from the description of the protocol. */
class MessagesTest {

    static List<String> lines() throws IOException {
        try (InputStream in = MessagesTest.class.getResourceAsStream("messages.txt")) {
            return new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("lines")
    void is_read_as_its_type_and_written_as_it_was(String line) {
        WireMessage message = message(line);

        assertThat(message.getClass().getSimpleName()).isEqualTo(kind(line));
        String[] parts = line.split(" ", 4);
        assertThat(Wire.dotted(Integer.parseInt(parts[1]), message)).isEqualTo(parts[3]);
    }

    @ParameterizedTest
    @MethodSource("lines")
    void has_no_extras_but_those_that_are_not_as_usual(String line) {
        String text = message(line).toString();

        assertThat(text)
                .satisfiesAnyOf(
                        t -> assertThat(t).doesNotContain("Extras["),
                        t -> assertThat(t).contains("Extras[values={}]"),
                        t -> assertThat(t).contains("Extras[values={sharesAllocation=900100200.0/DU7654321/100"),
                        t -> assertThat(t).contains("Extras[values={trailStopPrice2=401.5}]"),
                        t -> assertThat(t).contains("Extras[values={deltaNeutralOrderType="));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void with_a_field_less_or_more_it_is_refused_or_is_something_else(String line) {
        String[] parts = line.split(" ", 4);
        int version = Integer.parseInt(parts[1]);
        String shorter = parts[3].substring(0, parts[3].lastIndexOf('·', parts[3].length() - 2) + 1);
        for (String wrong : List.of(shorter, parts[3] + "0·", parts[3].substring(0, parts[3].length() - 1))) {
            boolean mayBeShort =
                    wrong.equals(shorter) && Set.of("StartApi", "ErrorMessage").contains(kind(line));
            if (!mayBeShort && !wrong.isEmpty()) {
                org.assertj.core.api.Assertions.assertThatThrownBy(
                                () -> Wire.decoded(version, line.startsWith("C"), Wire.frame(wrong)))
                        .isInstanceOf(WireException.class)
                        .hasMessageContaining("must be");
            }
        }
    }

    @Test
    void every_message_that_is_known_is_among_them() throws IOException {
        Set<String> written = lines().stream().map(MessagesTest::kind).collect(Collectors.toCollection(TreeSet::new));
        Set<String> known = Stream.concat(
                        Arrays.stream(Blanks.OF_CLIENT).filter(m -> m != null),
                        Arrays.stream(Blanks.OF_SERVER).filter(m -> m != null))
                .map(m -> m.getClass().getSimpleName())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(written).containsAll(known);
    }

    private static String kind(String line) {
        return line.split(" ", 4)[2];
    }

    private static WireMessage message(String line) {
        String[] parts = line.split(" ", 4);
        return Wire.decoded(Integer.parseInt(parts[1]), parts[0].equals("C"), Wire.frame(parts[3]));
    }
}
