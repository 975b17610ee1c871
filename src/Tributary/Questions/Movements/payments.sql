-- What activities say was paid: incoming funds, disbursements and expenditure, and between whom.
-- With a rate day, only payments for the rate of the same day are summed. Amounts that cannot be read, or have no currency, are in no sum.
-- Whole units and fractions are summed apart, so that no sum of amounts can leave its column.
SELECT a.activity_id, kind.text, t.provider_activity, t.receiver_activity, t.receiver_ref, t.receiver_name, t.currency, $rate_day, sum(trunc(t.value))::VARCHAR, sum(t.value - trunc(t.value))::VARCHAR, count(*), min(t.date), max(t.date)
FROM activity a
JOIN activity_transaction t ON t.document = a.document AND t.record = a.record
JOIN term kind ON kind.code = t.type
WHERE $latest_word AND a.activity_id IS NOT NULL AND kind.text IN ('1', '3', '4') AND t.value IS NOT NULL AND t.currency IS NOT NULL AND $chosen
GROUP BY ALL
