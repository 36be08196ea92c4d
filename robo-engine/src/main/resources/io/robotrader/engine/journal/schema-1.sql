-- An instant is a text of fixed width in UTC with nine decimals: exact to the nanosecond in every database, in order
-- when sorted, and the same in every time zone. No type for instants is all three in both H2 and PostgreSQL.
CREATE TABLE IF NOT EXISTS journal_entry (
    sequence_number BIGINT NOT NULL PRIMARY KEY,
    happened_at VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    symbol VARCHAR,
    order_id VARCHAR,
    payload VARCHAR NOT NULL
)
