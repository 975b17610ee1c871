-- Their transactions between two parties.
SELECT t.document, t.record, t.ordinal, t.line, t.reference, t.type, t.date, t.value_date, t.value, t.currency,
       t.provider_ref, t.provider_name, t.receiver_ref, t.receiver_name
FROM activity a JOIN activity_transaction t ON t.document = a.document AND t.record = a.record
WHERE ($latest_word) AND t.type IN ($types)
ORDER BY t.document, t.record, t.ordinal
