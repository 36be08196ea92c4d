-- The last entry of a kind, and those of a kind since some other, without a look at the rest.
CREATE INDEX IF NOT EXISTS journal_entry_kind ON journal_entry (kind, sequence_number)
