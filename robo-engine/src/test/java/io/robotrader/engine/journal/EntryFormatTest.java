package io.robotrader.engine.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.robotrader.engine.event.EngineEvent;
import io.robotrader.engine.event.EngineEvent.EntrySized;
import io.robotrader.engine.event.EngineEvent.OrderDecided;
import io.robotrader.risk.rule.Limit;
import io.robotrader.risk.rule.LimitKind;
import io.robotrader.risk.rule.Violation;
import io.robotrader.risk.sizing.PositionSize;
import io.robotrader.risk.sizing.SizeBound;
import io.robotrader.risk.sizing.SizeStep;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntryFormatTest {
    private static final Instant AT = Instant.parse("2024-03-08T21:00:00Z");

    private static JournalEntry entry(String kind, String payload) {
        return new JournalEntry(12, AT, kind, Optional.empty(), Optional.empty(), payload.replace('\'', '"'));
    }

    @Test
    void every_type_of_event_has_its_format_and_its_line_in_the_round_trip() {
        Class<?>[] types = EngineEvent.class.getPermittedSubclasses();

        List<EngineEvent> samples = new ArbitraryEvents(1).oneOfEach();

        assertThat(samples.stream().map(Object::getClass)).containsExactlyInAnyOrderElementsOf(Arrays.asList(types));
        assertThat(samples)
                .allSatisfy(event -> assertThat(EntryFormat.entry(1, event).kind())
                        .isEqualTo(event.getClass().getSimpleName()));
    }

    @Test
    void a_kind_from_a_newer_version_is_told_with_its_place() {
        assertThatExceptionOfType(JournalException.class)
                .isThrownBy(entry("MoonPhaseNoted", "{}")::event)
                .withMessage("entry 12 of the journal is of kind MoonPhaseNoted, which this program does not know: "
                        + "a newer one may have written it");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "StateChanged | {'from':'READY'}",
                "StateChanged | {'from':'READY','to':'ASLEEP'}",
                "StateChanged | {'from':'READY','to':7}",
                "StateChanged | {'from':'READY','to':null}",
                "StateChanged | {'from':'READY','to':'RUNNING'",
                "StateChanged | {'from':'READY','from':'READY','to':'RUNNING'}",
                "StateChanged | {'from':'READY','to':'RUNNING'} {}",
                "StateChanged | {'from':[",
                "StateChanged | 7",
                "DayBegan | {'tradeDate':'2024-13-08','equity':1}",
                "DayBegan | {'tradeDate':'2024-03-08','equity':'much'}",
                "DayBegan | {'tradeDate':'2024-03-08'}",
                "PositionAdopted | {'symbol':'A','quantity':1.5,'averagePrice':1,'moved':0}",
                "Reconciled | {'differences':[7]}",
                "Halted | {'halt':{'level':'NORMAL','trigger':'PERSON','reason':'x','at':'1970-01-01T00:00:00Z',"
                        + "'flatten':false}}",
                "CommissionCharged | {'fillId':'f','amount':1,'time':'1970-01-01T00:00:00Z'}",
            })
    void a_damaged_payload_is_told_with_its_place(String kind, String payload) {
        assertThatExceptionOfType(JournalException.class)
                .isThrownBy(entry(kind, payload)::event)
                .withMessage("entry 12 of the journal, " + kind
                        + ", cannot be read: its payload is damaged, or of another version")
                .withCauseInstanceOf(RuntimeException.class);
    }

    @Test
    void parts_that_a_later_version_added_are_passed_over() {
        assertThat(entry("DataRefused", "{'symbol':'A','reason':'r','more':{'x':[1,true,false,null,{}]}}")
                        .event())
                .isEqualTo(new EngineEvent.DataRefused(AT, "A", "r"));
    }

    @Test
    void a_size_of_the_first_version_is_read_as_its_outcome() {
        assertThat(entry("EntrySized", "{'symbol':'A','size':{'quantity':5,'boundBy':'RISK_BUDGET'}}")
                        .event())
                .isEqualTo(new EntrySized(AT, "A", new PositionSize(5, SizeBound.RISK_BUDGET)));
        assertThat(entry("EntrySized", "{'symbol':'A','size':{'quantity':5,'boundBy':'LEVERAGE_LIMIT'}}")
                        .event())
                .isEqualTo(new EntrySized(
                        AT, "A", new PositionSize(List.of(new SizeStep(SizeBound.LIMIT, "LEVERAGE_LIMIT", 1, 5)))));
    }

    @Test
    void a_refusal_of_the_first_version_is_read_with_the_senses_that_it_did_not_keep() {
        String order = "'order':{'id':'o','symbol':'A','side':'BUY','quantity':1,'limitPrice':null,'stopPrice':null}";
        JournalEntry old = entry(
                "OrderDecided",
                "{" + order + ",'decision':{'approved':false,'violations':["
                        + "{'limitKind':'VOLUME_LIMIT','limitName':'VOLUME_LIMIT','observed':5.0,'limit':10.0,"
                        + "'unit':'COUNT','detail':null},"
                        + "{'limitKind':'VOLUME_LIMIT','limitName':'VOLUME_LIMIT','observed':null,'limit':0.0,"
                        + "'unit':'NONE','detail':'so'}]}}");

        OrderDecided event = (OrderDecided) old.event();

        assertThat(event.decision().violations())
                .containsExactly(
                        Violation.of(Limit.of(LimitKind.VOLUME_LIMIT, 10), 5),
                        Violation.of(LimitKind.VOLUME_LIMIT, "so"));
    }
}
