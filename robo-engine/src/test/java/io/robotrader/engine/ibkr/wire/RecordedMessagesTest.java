package io.robotrader.engine.ibkr.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What real servers have said, where its recording lies beside the project. */
class RecordedMessagesTest {

    /** Recorded of a version that is not spoken here, and laid out differently since. */
    private static final Set<String> LATER = Set.of("openOrder", "completedOrder", "commissionReport");

    /** Not needed for shares. */
    private static final Set<String> UNKNOWN = Set.of(
            "currentTimeMillis",
            "displayGroupList",
            "displayGroupUpdated",
            "familyCodes",
            "historicalDataEnd",
            "historicalNews",
            "historicalNewsEnd",
            "historicalTicksBidAsk",
            "historicalTicksLast",
            "newsProviders",
            "secDefOptParamsEnd",
            "softDollarTiers",
            "tickOptionComputation");

    /** Bars are doubles here, which do not keep how many zeros there are at the end. */
    private static final Set<String> BARS = Set.of("historicalData", "historicalDataUpdate");

    @Test
    void every_message_is_read_to_its_end_and_written_as_it_was() throws IOException {
        for (Map<String, Object> line : SharedFile.lines("recorded-messages.jsonl")) {
            String kind = (String) line.get("kind");
            int version = Integer.parseInt((String) line.get("server_version"));
            List<?> fields = (List<?>) line.get("fields");
            StringBuilder dotted = new StringBuilder();
            fields.forEach(field -> dotted.append(field).append('·'));
            String body = dotted.toString();
            if (kind.equals("handshakeReply")) {
                assertThat(HelloReply.decode(Wire.frame(body)).serverVersion()).isEqualTo(version);
                continue;
            }
            if (version > WireCodec.MAX_SERVER_VERSION && LATER.contains(kind)) {
                assertThatThrownBy(() -> Wire.server(178, body)).isInstanceOf(WireException.class);
                continue;
            }
            int spoken = Math.min(version, WireCodec.MAX_SERVER_VERSION);

            ServerMessage message = Wire.server(spoken, body);

            assertThat(message instanceof UnknownMessage).as(kind).isEqualTo(UNKNOWN.contains(kind));
            String again = Wire.dotted(spoken, message);
            if (BARS.contains(kind)) {
                sameNumbers(Wire.fields(again), Wire.fields(body));
            } else {
                assertThat(again).as(kind).isEqualTo(body);
            }
        }
    }

    private static void sameNumbers(List<String> fields, List<String> expected) {
        assertThat(fields).hasSameSizeAs(expected);
        for (int i = 0; i < fields.size(); i++) {
            if (expected.get(i).contains(".")) {
                assertThat(new BigDecimal(fields.get(i))).isEqualByComparingTo(expected.get(i));
            } else {
                assertThat(fields.get(i)).isEqualTo(expected.get(i));
            }
        }
    }
}
