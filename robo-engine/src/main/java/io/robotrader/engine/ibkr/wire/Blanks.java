package io.robotrader.engine.ibkr.wire;

import org.jspecify.annotations.Nullable;

/** A message of every kind to start from when one is read, at the place of its id. */
final class Blanks {

    static final @Nullable ClientMessage[] OF_CLIENT = new ClientMessage[128];
    static final @Nullable ServerMessage[] OF_SERVER = new ServerMessage[128];

    static {
        client(
                SessionRequest.StartApi.BLANK,
                SessionRequest.RequestCurrentTime.BLANK,
                SessionRequest.SetServerLogLevel.BLANK,
                SessionRequest.RequestIds.BLANK,
                SessionRequest.RequestManagedAccounts.BLANK,
                SessionRequest.RequestUserInfo.BLANK);
        client(
                MarketDataRequest.RequestMarketDataType.BLANK,
                MarketDataRequest.CancelMarketData.BLANK,
                MarketDataRequest.RequestRealTimeBars.BLANK,
                MarketDataRequest.CancelRealTimeBars.BLANK,
                MarketDataRequest.RequestTickByTick.BLANK,
                MarketDataRequest.CancelTickByTick.BLANK);
        client(
                HistoryRequest.CancelHistoricalData.BLANK,
                HistoryRequest.RequestHeadTimestamp.BLANK,
                HistoryRequest.CancelHeadTimestamp.BLANK);
        client(
                ContractRequest.RequestContractDetails.BLANK,
                ContractRequest.RequestMatchingSymbols.BLANK,
                ContractRequest.RequestMarketRule.BLANK);
        client(
                AccountRequest.RequestAccountUpdates.BLANK,
                AccountRequest.RequestAccountSummary.BLANK,
                AccountRequest.CancelAccountSummary.BLANK,
                AccountRequest.RequestAccountUpdatesMulti.BLANK,
                AccountRequest.CancelAccountUpdatesMulti.BLANK,
                AccountRequest.RequestPnl.BLANK,
                AccountRequest.CancelPnl.BLANK,
                AccountRequest.RequestPnlSingle.BLANK,
                AccountRequest.CancelPnlSingle.BLANK);
        client(
                PositionRequest.RequestPositions.BLANK,
                PositionRequest.CancelPositions.BLANK,
                PositionRequest.RequestPositionsMulti.BLANK,
                PositionRequest.CancelPositionsMulti.BLANK);
        client(
                OrderRequest.CancelOrder.BLANK,
                OrderRequest.RequestGlobalCancel.BLANK,
                OrderRequest.RequestOpenOrders.BLANK,
                OrderRequest.RequestAllOpenOrders.BLANK,
                OrderRequest.RequestAutoOpenOrders.BLANK,
                OrderRequest.RequestCompletedOrders.BLANK,
                OrderRequest.RequestExecutions.BLANK);
        client(RequestMarketData.BLANK, RequestHistoricalData.BLANK, PlaceOrder.BLANK);
        server(
                SessionMessage.ManagedAccounts.BLANK,
                SessionMessage.NextValidId.BLANK,
                SessionMessage.CurrentTime.BLANK,
                SessionMessage.UserInfo.BLANK);
        server(
                TickMessage.TickPrice.BLANK,
                TickMessage.TickSize.BLANK,
                TickMessage.TickGeneric.BLANK,
                TickMessage.TickString.BLANK,
                TickMessage.TickSnapshotEnd.BLANK,
                TickMessage.MarketDataType.BLANK,
                TickMessage.TickRequestParameters.BLANK);
        server(BarMessage.RealTimeBar.BLANK, BarMessage.HeadTimestamp.BLANK);
        server(ContractMessage.ContractDetailsEnd.BLANK);
        server(
                AccountMessage.AccountValue.BLANK,
                AccountMessage.AccountUpdateTime.BLANK,
                AccountMessage.AccountDownloadEnd.BLANK,
                AccountMessage.AccountSummary.BLANK,
                AccountMessage.AccountSummaryEnd.BLANK,
                AccountMessage.AccountUpdateMulti.BLANK,
                AccountMessage.AccountUpdateMultiEnd.BLANK,
                AccountMessage.Pnl.BLANK,
                AccountMessage.PnlSingle.BLANK);
        server(
                PositionMessage.PortfolioValue.BLANK,
                PositionMessage.Position.BLANK,
                PositionMessage.PositionEnd.BLANK,
                PositionMessage.PositionMulti.BLANK,
                PositionMessage.PositionMultiEnd.BLANK);
        server(
                OrderMessage.OrderStatusReport.BLANK,
                OrderMessage.OpenOrderEnd.BLANK,
                OrderMessage.CompletedOrdersEnd.BLANK,
                OrderMessage.OrderBound.BLANK);
        server(ExecutionMessage.ExecutionDataEnd.BLANK, ExecutionMessage.CommissionReport.BLANK);
        server(
                ErrorMessage.BLANK,
                TickByTick.Trade.BLANK,
                HistoricalData.BLANK,
                HistoricalDataUpdate.BLANK,
                HistoricalSchedule.BLANK,
                ContractDetails.BLANK,
                SymbolSamples.BLANK,
                MarketRule.BLANK,
                OpenOrder.BLANK,
                CompletedOrder.BLANK,
                ExecutionData.BLANK);
    }

    private Blanks() {}

    private static void client(ClientMessage... blanks) {
        for (ClientMessage blank : blanks) {
            OF_CLIENT[blank.id()] = blank;
        }
    }

    private static void server(ServerMessage... blanks) {
        for (ServerMessage blank : blanks) {
            OF_SERVER[blank.id()] = blank;
        }
    }
}
