-- Transactions of the chosen activities, alike in all that is asked about, and what they are together. An activity's flag and shares count where the
-- transaction states none. Whole units and fractions are summed apart, so that no sum of amounts can leave its column.
SELECT $columns, type, currency, is_humanitarian, $keys
       count(*), count(value), max(date), sum(trunc(value))::VARCHAR, sum(value - trunc(value))::VARCHAR
FROM (
    SELECT t.document, t.record, c.reporter_ref, c.reporter_name, t.type, t.currency, t.value, t.date, coalesce(t.value_date, t.date) AS rate_day, $effective_keys
           coalesce(t.humanitarian, c.humanitarian, false) AS is_humanitarian
    FROM activity_transaction t
    JOIN chosen c ON c.document = t.document AND c.record = t.record
    $shares
    WHERE $years)
WHERE $humanitarian
GROUP BY ALL
