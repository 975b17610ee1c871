-- Counted flows by all that can hide them: there are few groups, and each is judged by the caller.
SELECT boundary, is_shared, source_partial, $columns, sum(flow_count)::BIGINT, sum(amount_usd)
FROM counted
WHERE status <> 'pledge'
GROUP BY ALL
