// Trades on the gateway simulator with a client that is not ours, and prints what it sees, one JSON object a line.
// Arguments: the port, and the folder in which @stoqey/ib is installed.
const { createRequire } = require('node:module');
const [, , port, folder] = process.argv;
const { IBApi, EventName, OrderAction, OrderType, SecType, TimeInForce, BarSizeSetting } =
  createRequire(folder + '/')('@stoqey/ib');

const api = new IBApi({ host: '127.0.0.1', port: Number(port), clientId: 11 });
const stock = { symbol: 'AAPL', secType: SecType.STK, exchange: 'SMART', currency: 'USD' };
const seen = [];
const waiting = [];
const tell = (kind, value) => {
  const line = { kind, ...value };
  console.log(JSON.stringify(line));
  seen.push(line);
  for (const w of [...waiting]) {
    if (w.test(line)) {
      waiting.splice(waiting.indexOf(w), 1);
      clearTimeout(w.timer);
      w.done(line);
    }
  }
};
const until = (what, test) => {
  const found = seen.find(test);
  if (found) return Promise.resolve(found);
  return new Promise((done, fail) => {
    const timer = setTimeout(() => fail(new Error('no ' + what)), 20000);
    waiting.push({ test, done, timer });
  });
};
const status = (id, ...wanted) =>
  until(`status ${wanted} of ${id}`, (l) => l.kind === 'status' && l.id === id && wanted.includes(l.status));

api.on(EventName.error, (error, code, id) => tell('error', { code, id, text: error.message }));
api.on(EventName.nextValidId, (id) => tell('nextValidId', { id }));
api.on(EventName.managedAccounts, (accounts) => tell('accounts', { accounts }));
api.on(EventName.accountSummary, (r, account, tag, value, currency) => tell('summary', { account, tag, value, currency }));
api.on(EventName.accountSummaryEnd, () => tell('summaryEnd', {}));
api.on(EventName.updateAccountValue, (key, value, currency, account) => tell('value', { key, value, currency, account }));
api.on(EventName.updatePortfolio, (contract, pos, price, value, cost) => tell('portfolio', { symbol: contract.symbol, pos, cost }));
api.on(EventName.accountDownloadEnd, (account) => tell('downloadEnd', { account }));
api.on(EventName.position, (account, contract, pos, cost) => tell('position', { account, symbol: contract.symbol, pos, cost }));
api.on(EventName.positionEnd, () => tell('positionEnd', {}));
api.on(EventName.contractDetails, (r, d) =>
  tell('contract', { symbol: d.contract.symbol, conId: d.contract.conId, name: d.longName, industry: d.industry, hours: d.liquidHours }));
api.on(EventName.contractDetailsEnd, () => tell('contractEnd', {}));
api.on(EventName.historicalData, (r, time, open, high, low, close, volume) => tell('bar', { time, open, high, low, close, volume }));
api.on(EventName.historicalDataUpdate, (r, time, open, high, low, close) => tell('barUpdate', { time, open, high, low, close }));
api.on(EventName.tickSnapshotEnd, (r) => tell('snapshotEnd', { r }));
api.on(EventName.tickString, (r, type, value) => tell('tickString', { type, value }));
api.on(EventName.tickPrice, (r, type, value) => tell('tickPrice', { type, value }));
api.on(EventName.tickSize, (r, type, value) => tell('tickSize', { type, value }));
api.on(EventName.marketDataType, (r, type) => tell('marketDataType', { type }));
api.on(EventName.realtimeBar, (r, time, open, high, low, close) => tell('realTimeBar', { time, close }));
api.on(EventName.tickByTickAllLast, (r, type, time, price) => tell('tickByTick', { price }));
api.on(EventName.headTimestamp, (r, time) => tell('head', { time }));
api.on(EventName.symbolSamples, (r, samples) => tell('samples', { symbols: samples.map((s) => s.contract.symbol) }));
api.on(EventName.marketRule, (id, steps) => tell('rule', { id, increment: steps[0].increment }));
api.on(EventName.currentTime, (time) => tell('time', { time }));
api.on(EventName.pnl, (r, daily) => tell('pnl', { daily }));
api.on(EventName.openOrder, (id, contract, order, state) =>
  tell('order', { id, symbol: contract.symbol, type: order.orderType, limit: order.lmtPrice, stop: order.auxPrice, percent: order.trailingPercent, quantity: order.totalQuantity,
    parent: order.parentId, oca: order.ocaGroup, status: state.status, margin: state.initMarginChange, commission: state.commission }));
api.on(EventName.orderStatus, (id, status, filled, remaining, average, permId, parentId, last, clientId, whyHeld) =>
  tell('status', { id, status, filled, remaining, average, permId, whyHeld }));
api.on(EventName.openOrderEnd, () => tell('openOrderEnd', {}));
api.on(EventName.execDetails, (r, contract, e) => tell('execution', { r, id: e.orderId, side: e.side, shares: e.shares, price: e.price, execId: e.execId }));
api.on(EventName.execDetailsEnd, () => tell('executionEnd', {}));
api.on(EventName.commissionReport, (c) => tell('commission', { execId: c.execId, commission: c.commission, realized: c.realizedPNL }));
api.on(EventName.completedOrder, (contract, order, state) => tell('completed', { type: order.orderType, status: state.status }));
api.on(EventName.completedOrdersEnd, () => tell('completedEnd', {}));

(async () => {
  api.connect();
  let id = (await until('nextValidId', (l) => l.kind === 'nextValidId')).id;
  await until('accounts', (l) => l.kind === 'accounts');
  api.reqCurrentTime();
  api.reqAccountSummary(9001, 'All', 'NetLiquidation,TotalCashValue,BuyingPower');
  await until('summary', (l) => l.kind === 'summaryEnd');
  api.reqAccountUpdates(true, 'DU1234567');
  await until('download', (l) => l.kind === 'downloadEnd');
  api.reqPositions();
  await until('positions', (l) => l.kind === 'positionEnd');
  api.reqPnL(9002, 'DU1234567', '');
  api.reqContractDetails(9003, stock);
  await until('contract', (l) => l.kind === 'contractEnd');
  api.reqContractDetails(9004, { ...stock, symbol: 'NOSUCH' });
  await until('no contract', (l) => l.kind === 'error' && l.id === 9004);
  api.reqHistoricalData(9005, stock, '', '3 D', BarSizeSetting.DAYS_ONE, 'TRADES', 1, 1, false);
  await until('bars', (l) => l.kind === 'bar' && String(l.time).startsWith('finished'));
  api.reqHeadTimestamp(9006, stock, 'TRADES', true, 1);
  api.reqMatchingSymbols(9007, 'AA');
  api.reqMarketRule(26);
  await until('rule', (l) => l.kind === 'rule');
  api.reqMarketDataType(1);
  api.reqMktData(9008, stock, '233', false, false);
  api.reqRealTimeBars(9009, stock, 5, 'TRADES', true);
  api.reqTickByTickData(9010, stock, 'AllLast', 0, false);
  for (const type of [1, 2, 4]) await until('tick ' + type, (l) => l.kind === 'tickPrice' && l.type === type);
  for (const type of [0, 3, 5]) await until('size ' + type, (l) => l.kind === 'tickSize' && l.type === type);
  await until('volume in real time', (l) => l.kind === 'tickString' && l.type === 48);
  await until('real-time bar', (l) => l.kind === 'realTimeBar');
  await until('trade', (l) => l.kind === 'tickByTick');
  api.cancelTickByTickData(9010);
  api.cancelRealTimeBars(9009);
  api.reqHistoricalData(9012, stock, '', '3600 S', BarSizeSetting.MINUTES_FIVE, 'TRADES', 1, 2, true);
  await until('bar that is kept up to date', (l) => l.kind === 'barUpdate');
  api.cancelHistoricalData(9012);
  api.reqMktData(9013, stock, '', true, false);
  await until('end of the snapshot', (l) => l.kind === 'snapshotEnd' && l.r === 9013);
  const last = seen.find((l) => l.kind === 'tickPrice' && l.type === 4).value;
  const cents = (x) => Math.round(x * 100) / 100;
  const order = (type, action, more) => ({
    action, orderType: type, totalQuantity: 100, tif: TimeInForce.DAY, transmit: true, account: 'DU1234567', ...more });

  const changed = (id, what, value) =>
    until(`${what} ${value} of ${id}`, (l) => l.kind === 'order' && l.id === id && l.quantity === 50 && l[what] === value);
  const gone = async (id) => {
    api.cancelOrder(id);
    await status(id, 'Cancelled');
    await until('the reason for the end of ' + id, (l) => l.kind === 'error' && l.id === id && l.code === 202);
  };

  const market = id++;
  api.placeOrder(market, stock, order(OrderType.MKT, OrderAction.BUY, {}));
  await status(market, 'Filled');
  const held = id++; // one that is not sent on can still be changed
  api.placeOrder(held, stock, order(OrderType.MKT, OrderAction.BUY, { transmit: false }));
  api.placeOrder(held, stock, order(OrderType.MKT, OrderAction.BUY, { totalQuantity: 5 }));
  await until('the changed order', (l) => l.kind === 'status' && l.id === held && l.status === 'Filled' && l.filled === 5);
  const later = id++;
  api.placeOrder(later, stock, order(OrderType.MKT, OrderAction.BUY, { goodAfterTime: '20260106 15:30:00 US/Eastern' }));
  await status(later, 'PreSubmitted', 'Submitted');
  await gone(later);

  const limit = id++;
  api.placeOrder(limit, stock, order(OrderType.LMT, OrderAction.BUY, { lmtPrice: cents(last * 0.5) }));
  await status(limit, 'Submitted');
  api.placeOrder(limit, stock, order(OrderType.LMT, OrderAction.BUY, { lmtPrice: cents(last * 0.6), totalQuantity: 50 }));
  await changed(limit, 'limit', cents(last * 0.6));
  await gone(limit);

  const low = cents(last * 0.5);
  const lower = cents(last * 0.4);
  const stops = [
    [OrderType.STP, { auxPrice: low }, { auxPrice: lower }, 'stop', lower],
    [OrderType.STP_LMT, { auxPrice: low, lmtPrice: low - 1 }, { auxPrice: low, lmtPrice: lower }, 'limit', lower],
    [OrderType.TRAIL, { auxPrice: low }, { auxPrice: lower }, 'stop', lower],
    [OrderType.TRAIL, { trailingPercent: 50 }, { trailingPercent: 40 }, 'percent', 40],
  ];
  for (const [type, first, then, what, value] of stops) {
    const stop = id++;
    api.placeOrder(stop, stock, order(type, OrderAction.SELL, first));
    await status(stop, 'PreSubmitted');
    api.placeOrder(stop, stock, order(type, OrderAction.SELL, { ...then, totalQuantity: 50 }));
    await changed(stop, what, value);
    await gone(stop);
  }
  const through = [
    [OrderType.STP, OrderAction.BUY, { auxPrice: cents(last * 0.9) }],
    [OrderType.STP_LMT, OrderAction.BUY, { auxPrice: cents(last * 0.9), lmtPrice: cents(last * 1.1) }],
    [OrderType.TRAIL, OrderAction.SELL, { auxPrice: 0.01 }], // the price is on its way down, a cent a minute
  ];
  for (const [type, action, more] of through) {
    const stop = id++;
    api.placeOrder(stop, stock, order(type, action, { ...more, totalQuantity: 10 }));
    await status(stop, 'Filled');
  }

  const parent = id; id += 3;
  api.placeOrder(parent, stock, order(OrderType.LMT, OrderAction.BUY, { lmtPrice: cents(last * 1.1), transmit: false }));
  api.placeOrder(parent + 1, stock, order(OrderType.LMT, OrderAction.SELL, { lmtPrice: cents(last * 2), parentId: parent, transmit: false }));
  api.placeOrder(parent + 2, stock, order(OrderType.STP, OrderAction.SELL, { auxPrice: cents(last * 0.5), parentId: parent, transmit: true }));
  await status(parent, 'Filled');
  await status(parent + 1, 'Submitted');
  api.placeOrder(parent + 2, stock, order(OrderType.STP, OrderAction.SELL, { auxPrice: lower, totalQuantity: 50, parentId: parent }));
  await changed(parent + 2, 'stop', lower);
  await gone(parent + 1);
  await gone(parent + 2);

  const one = id; id += 2;
  api.placeOrder(one, stock, order(OrderType.LMT, OrderAction.BUY, { lmtPrice: cents(last * 0.5), ocaGroup: 'one', ocaType: 1 }));
  await status(one, 'Submitted');
  api.placeOrder(one + 1, stock, order(OrderType.LMT, OrderAction.BUY, { lmtPrice: cents(last * 1.1), ocaGroup: 'one', ocaType: 1 }));
  await status(one + 1, 'Filled');
  await status(one, 'Cancelled');

  const whatIf = id++;
  api.placeOrder(whatIf, stock, order(OrderType.MKT, OrderAction.BUY, { whatIf: true }));
  await until('what-if', (l) => l.kind === 'order' && l.id === whatIf);

  const open = id++;
  api.placeOrder(open, stock, order(OrderType.LMT, OrderAction.BUY, { lmtPrice: cents(last * 0.5), tif: TimeInForce.GTC }));
  await status(open, 'Submitted');
  api.reqAllOpenOrders();
  await until('open orders', (l) => l.kind === 'openOrderEnd');
  api.reqExecutions(9011, {});
  await until('executions', (l) => l.kind === 'executionEnd');
  api.reqCompletedOrders(false);
  await until('completed orders', (l) => l.kind === 'completedEnd');
  api.reqGlobalCancel();
  await status(open, 'Cancelled');
  await until('portfolio', (l) => l.kind === 'portfolio' && l.pos === 315);
  await until('position', (l) => l.kind === 'position' && l.pos === 315);
  for (const fill of seen.filter((l) => l.kind === 'execution')) {
    await until('commission of ' + fill.execId, (l) => l.kind === 'commission' && l.execId === fill.execId);
  }
  api.reqIds();
  await until('new id', (l) => l.kind === 'nextValidId' && l.id === open + 1);
  tell('done', {});
  api.disconnect();
  process.exit(0);
})().catch((e) => {
  tell('failed', { text: e.message });
  process.exit(1);
});
