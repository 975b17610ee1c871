-- The flow that states a rate of a currency nearest to a day; of two as near, the earlier one.
SELECT flow_id, exchange_rate, dated
FROM (SELECT flow_id, exchange_rate, coalesce(decision_date, date, first_reported) AS dated FROM flow
      WHERE ($latest_word) AND original_currency = $currency AND exchange_rate > 0)
WHERE dated IS NOT NULL
ORDER BY abs(dated - $day), dated, flow_id
LIMIT 1
