package io.robotrader.engine.ibkr;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotrader.engine.ibkr.wire.AccountMessage;
import io.robotrader.engine.ibkr.wire.AccountRequest;
import io.robotrader.engine.ibkr.wire.PositionMessage;
import io.robotrader.engine.ibkr.wire.PositionRequest;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Questions about the account: its values, positions and profits. */
class ClientAccountTest {

    private final Desk desk = Desk.reading().connected();

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void an_account_summary_is_asked_once_and_ended() {
        CompletableFuture<List<AccountValue>> answer = desk.client.account().summary(List.of("BuyingPower", "Cushion"));
        AccountRequest.RequestAccountSummary asked = desk.peer.expect(AccountRequest.RequestAccountSummary.class);

        desk.peer.send(
                new AccountMessage.AccountSummary(asked.requestId(), "DU1", "BuyingPower", "300000.00", "EUR"),
                new AccountMessage.AccountSummaryEnd(asked.requestId()));

        assertThat(asked.tags()).isEqualTo("BuyingPower,Cushion");
        assertThat(Desk.get(answer)).containsExactly(new AccountValue("DU1", "BuyingPower", "300000.00", "EUR"));
        desk.peer.expect(AccountRequest.CancelAccountSummary.class);
    }

    @Test
    void account_updates_stream_and_there_is_one_stream_at_a_time() {
        Collector<AccountUpdate> updates = Collector.of(desk.client.account().updates("DU1"));
        assertThat(desk.peer.expect()).isEqualTo(new AccountRequest.RequestAccountUpdates(true, "DU1"));
        desk.peer.send(
                new AccountMessage.AccountValue("NetLiquidation", "1000000.00", "USD", "DU1"),
                new PositionMessage.PortfolioValue(
                        Wired.contract(Desk.AAPL),
                        BigDecimal.valueOf(-100),
                        new BigDecimal("291.6"),
                        new BigDecimal("-29160"),
                        new BigDecimal("291.2"),
                        new BigDecimal("-40"),
                        BigDecimal.ZERO,
                        "DU1"),
                new AccountMessage.AccountUpdateTime("15:30"),
                new AccountMessage.AccountDownloadEnd("DU1"));

        assertThat(updates.next()).isEqualTo(new AccountValue("DU1", "NetLiquidation", "1000000.00", "USD"));
        assertThat(updates.next(IbkrPosition.class).marketValue()).isEqualByComparingTo("-29160");
        assertThat(updates.next()).isEqualTo(new AccountUpdate.Complete("DU1"));
        assertThat(Collector.of(desk.client.account().updates("DU2")).failure().code())
                .isEqualTo(IbkrError.REFUSED);
        updates.subscription.cancel();
        assertThat(desk.peer.expect()).isEqualTo(new AccountRequest.RequestAccountUpdates(false, "DU1"));
    }

    @Test
    void positions_and_profits_are_told() {
        Collector<IbkrPosition> changes = Collector.of(desk.client.account().positionUpdates());
        CompletableFuture<List<IbkrPosition>> answer = desk.client.account().positions();
        desk.peer.expect(PositionRequest.RequestPositions.class);
        PositionMessage.Position held = new PositionMessage.Position(
                "DU1", Wired.contract(Desk.AAPL), BigDecimal.valueOf(15), new BigDecimal("200.25"));
        desk.peer.send(held, new PositionMessage.PositionEnd(), held);
        assertThat(Desk.get(answer)).hasSize(1);
        assertThat(changes.next()).isEqualTo(Desk.get(answer).get(0));
        assertThat(changes.next().quantity()).isEqualByComparingTo("15");

        Collector<IbkrPnl> pnl = Collector.of(desk.client.account().pnl("DU1"));
        int id = desk.peer.expect(AccountRequest.RequestPnl.class).requestId();
        desk.peer.send(new AccountMessage.Pnl(id, BigDecimal.ONE, null, BigDecimal.TEN));
        assertThat(pnl.next()).isEqualTo(new IbkrPnl(BigDecimal.ONE, null, BigDecimal.TEN, null, null));

        Collector<IbkrPnl> one = Collector.of(desk.client.account().pnl("DU1", 265598));
        int single = desk.peer.expect(AccountRequest.RequestPnlSingle.class).requestId();
        desk.peer.send(new AccountMessage.PnlSingle(single, BigDecimal.TEN, null, null, null, BigDecimal.ONE));
        assertThat(one.next().position()).isEqualByComparingTo("10");
        pnl.subscription.cancel();
        desk.peer.expect(AccountRequest.CancelPnl.class);
        one.subscription.cancel();
        desk.peer.expect(AccountRequest.CancelPnlSingle.class);
    }
}
