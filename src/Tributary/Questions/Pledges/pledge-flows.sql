-- The latest word on flows, for holding them against pledges.
SELECT flow_id, amount_usd, original_amount, original_currency, exchange_rate, status::VARCHAR, decision_date, date, first_reported,
       src_organization, src_location, dst_organization, dst_location, dst_plan, dst_usage_year, document, place
FROM flow
WHERE ($latest_word) AND ($choice)
ORDER BY flow_id
