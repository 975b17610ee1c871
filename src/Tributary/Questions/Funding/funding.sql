SELECT boundary, is_shared, status::VARCHAR, is_inferred, count(*), sum(amount_usd), max(known_from)
FROM counted
GROUP BY ALL
