SELECT $organization, boundary, is_shared, status::VARCHAR, count(*), sum(amount_usd)
FROM counted
GROUP BY ALL
