-- The latest word on flows, for holding them against transactions.
SELECT flow_id, amount_usd, original_amount, original_currency, status::VARCHAR, date, decision_date, ref_code,
       src_organization, dst_organization, dst_location, dst_plan, document, place
FROM flow
WHERE $latest_word
ORDER BY flow_id
