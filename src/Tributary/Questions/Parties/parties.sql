SELECT $organization, boundary, is_shared, status::VARCHAR, sum(flow_count)::BIGINT, sum(amount_usd)
FROM counted
GROUP BY ALL
