SELECT boundary, is_shared, status::VARCHAR, is_inferred, count(*), sum(amount_usd)
FROM counted
GROUP BY ALL
