SELECT boundary, is_shared, status::VARCHAR, is_inferred, sum(flow_count)::BIGINT, sum(amount_usd), max(known_from)
FROM counted
GROUP BY ALL
